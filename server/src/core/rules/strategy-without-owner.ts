/** A strategy for which nobody answers. */
import { hasOwner } from '../analysis/coverage.ts';
import { strategyTitle } from '../analysis/labels.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setPair, written } from '../edits/yamlEdit.ts';
import { owners, planOwner } from '../fixes/suggest.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { folded, isPlaceholder } from '../model/personName.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import type { Span } from '../text/span.ts';

/** At most this many names are offered; a longer list is no help. */
const mostNames = 5;

function place(strategy: Strategy): Span {
  const pair = strategy.pair('owner');
  return strategy.word('owner')?.span ?? pair?.key ?? strategy.place;
}

/** Who could own it: the lever's lead, the plan's owner, then the owners of other strategies, the busiest last. */
function candidates(plan: Plan, strategy: Strategy): { name: string; title: Text }[] {
  const found = new Map<string, { name: string; title: Text }>();
  const add = (name: string | undefined, title: Text) => {
    if (name === undefined || isPlaceholder(name) || found.has(folded(name))) return;
    found.set(folded(name), { name, title });
  };
  add(strategy.lever.word('lead')?.value, {
    en: 'Use the lever lead, {name}',
    'zh-CN': '由该 LEVERS 方法的牵头人 {name} 负责',
  });
  add(planOwner(plan), { en: 'Use the plan owner, {name}', 'zh-CN': '由计划负责人 {name} 负责' });
  for (const name of owners(plan)) add(name, { en: 'Owner: {name}', 'zh-CN': '负责人：{name}' });
  return [...found.values()].slice(0, mostNames);
}

export const rule: Rule = {
  code: 'strategy-without-owner',
  severity: 'warning',
  summary: { en: 'Nobody owns a strategy.', 'zh-CN': '策略没有负责人。' },
  doc: {
    why: {
      en: 'The source asks leaders to show commitment and to answer for the change; the ACMP Standard asks of each step “by whom”. What nobody owns does not happen, so a lever counts as covered only by strategies that someone owns.',
      'zh-CN':
        '来源资料要求领导者表明承诺和责任担当；ACMP 标准要求写明每一步“由谁负责”。没有人负责的事不会发生，因此只有有负责人的策略才计入启用的 LEVERS。',
    },
    fix: {
      en: 'Write the name of a person, or a role such as `HR lead`, after `owner:`. Words such as TBD do not count.',
      'zh-CN': '在 `owner:` 后写上人名，或“人力资源负责人”这样的角色。“待定”之类的词不算。',
    },
    allow: {
      en: 'When a real name happens to be one of those words.',
      'zh-CN': '真实姓名恰好与这些词相同时。',
    },
  },
  each(plan, { catalog }) {
    return (strategy) => {
      if (strategy.cancelled || hasOwner(strategy)) return undefined;
      const word = strategy.word('owner')?.value;
      return {
        span: place(strategy),
        text: word
          ? {
              en: '“{title}” has no owner yet: {word} is not a name. Who answers for it?',
              'zh-CN': '“{title}”还没有负责人：{word} 不是姓名或岗位。由谁负责？',
            }
          : { en: '“{title}” has no owner. Who answers for it?', 'zh-CN': '“{title}”没有负责人。由谁负责？' },
        data: { title: strategyTitle(strategy, catalog), word: quoted(word ?? '') },
        fixes: () =>
          candidates(plan, strategy).map(
            ({ name, title }, index): Fix => ({
              title: { text: title, data: { name } },
              edits: [setPair(plan, strategy.at, 'owner', written(name), 'use')],
              preferred: index === 0,
            }),
          ),
      };
    };
  },
};
