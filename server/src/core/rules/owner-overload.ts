/** One name on too many open strategies. */

import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setPair, written } from '../edits/yamlEdit.ts';
import { remembered } from '../model/entry.ts';
import { folded, isPlaceholder } from '../model/personName.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { getOrMake } from '../text/getOrMake.ts';
import type { Span } from '../text/span.ts';

/** At most this many other strategies are listed. */
const mostRelated = 20;

/** The name, as names are compared, of who owns a strategy that is open. */
const openOwner = remembered((strategy): string | null => {
  const owner = strategy.text('owner');
  const status = strategy.text('status');
  if (owner === undefined || status === 'paused' || status === 'cancelled' || status === 'done') return null;
  return isPlaceholder(owner) || isUncertain(strategy, 'status', shapes.strategy) ? null : folded(owner);
});

/** The open strategies of each owner, by the name as it is compared. */
function openByOwner(plan: Plan): Map<string, Strategy[]> {
  const byOwner = new Map<string, Strategy[]>();
  for (const strategy of plan.strategies) {
    const owner = openOwner(strategy);
    if (owner !== null) getOrMake(byOwner, owner, () => []).push(strategy);
  }
  return byOwner;
}

/** Leads of levers who have room for one more strategy: first of the lever itself. */
function leads(
  plan: Plan,
  strategy: Strategy,
  byOwner: ReadonlyMap<string, readonly Strategy[]>,
  most: number,
): string[] {
  const found = new Map<string, string>();
  for (const lever of [strategy.lever, ...plan.levers]) {
    const lead = lever.word('lead')?.value;
    if (lead === undefined || isPlaceholder(lead) || (byOwner.get(folded(lead))?.length ?? 0) >= most) continue;
    if (!found.has(folded(lead))) found.set(folded(lead), lead);
  }
  return [...found.values()];
}

export const rule: Rule<'maxOpenPerOwner'> = {
  code: 'owner-overload',
  severity: 'info',
  summary: { en: 'One person owns many open strategies.', 'zh-CN': '同一个人负责过多未完成的策略。' },
  doc: {
    why: {
      en: 'The ACMP Standard asks for a resource plan, and dedicated resources are among Prosci’s contributors to success. One name on everything usually means that nobody else was asked.',
      'zh-CN':
        'ACMP 标准要求制定资源计划，Prosci 把专门投入的资源列为成功因素之一。事事都写同一个名字，往往说明还没有问过其他人。',
    },
    fix: {
      en: 'Ask someone else to own some of them. The quick fix offers the leads of the levers; the other strategies of the same owner are listed with the finding.',
      'zh-CN': '请别人分担一部分。快速修复会列出各个 LEVERS 方法的牵头人；该负责人的其他策略列在提示中。',
    },
    allow: {
      en: 'When the name stands for a team or a role, or for two people, and in a small company.',
      'zh-CN': '这个名字代表团队、角色或两个同名的人时，或在小公司里。',
    },
  },
  options: {
    maxOpenPerOwner: {
      default: 5,
      minimum: 1,
      maximum: 50,
      integer: true,
      text: {
        en: 'How many strategies that are not done, paused or cancelled one person may own. Five is a judgment: more are hard to carry next to other work.',
        'zh-CN': '一个人最多负责多少项未完成、未暂停、未取消的策略。默认 5 项是经验判断：再多就很难与日常工作兼顾。',
      },
    },
  },
  *check(plan, _, { maxOpenPerOwner: most }) {
    const byOwner = openByOwner(plan);
    for (const strategies of byOwner.values()) {
      const strategy = strategies[most];
      const owner = strategy?.word('owner');
      if (!strategy || !owner) continue;
      yield {
        span: owner.span,
        text: {
          en: '{name} owns {n} strategies that are still open, more than {most}. Who else could take some?',
          'zh-CN': '{name} 负责 {n} 项尚未完成的策略，超过 {most} 项。还有谁可以分担？',
        },
        data: { name: owner.value.trim(), n: strategies.length, most },
        related: strategies
          .filter((other) => other !== strategy)
          .slice(0, mostRelated)
          .map((other) => ({
            span: other.word('owner')?.span as Span,
            message: {
              text: { en: 'Also owned by {name}.', 'zh-CN': '同样由 {name} 负责。' },
              data: { name: owner.value.trim() },
            },
          })),
        fixes: () =>
          leads(plan, strategy, byOwner, most).map(
            (name): Fix => ({
              title: {
                text: { en: 'Hand it to a lever lead, {name}', 'zh-CN': '改由 LEVERS 方法的牵头人 {name} 负责' },
                data: { name },
              },
              edits: [setPair(plan, strategy.at, 'owner', written(name))],
            }),
          ),
      };
    }
  },
};
