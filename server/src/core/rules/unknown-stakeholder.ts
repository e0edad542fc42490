/** A stakeholder group that is mentioned but not in the plan. */

import type { Finding, Fix, Rule } from '../diagnostics/rule.ts';
import { addToList, itemText, written } from '../edits/yamlEdit.ts';
import { corrections, shownBeside } from '../fixes/corrections.ts';
import { everyMeant } from '../fixes/idsMeant.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { complete, everyone, isMeant, names } from '../model/declaredIds.ts';
import type { Spanned } from '../model/entry.ts';
import { slug, titleOf } from '../model/ids.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { isUndecided } from '../model/undecided.ts';
import { type Shape, shapes } from '../schema/schema.ts';
import { isMap } from '../syntax/tree.ts';

const audience = shapes.strategy.key('audience') as Shape;

const isDeclared = (plan: Plan, id: string) =>
  id === everyone || names(plan).stakeholder.has(id) || isMeant(plan, 'stakeholder', id);

/** Makes the findings of one run: after so many of them no more suggestions are worked out. */
function lookFor(plan: Plan): (uses: Iterable<Spanned<string>>) => Iterable<Finding> {
  let count = 0;
  const known = names(plan).stakeholder;
  return function* (uses) {
    for (const use of uses) {
      if (isDeclared(plan, use.value) || isUndecided(use.value)) continue;
      const every = everyMeant(audience, use.value);
      const ids = every === undefined ? [...known.keys(), everyone] : [every];
      const { near, fixes } = corrections(use, ids, count++, plan.list('stakeholders'), every);
      yield {
        span: use.span,
        text: near.length
          ? {
              en: 'There is no stakeholder group {id}. Did you mean {near}?',
              'zh-CN': '没有 {id} 这个利益相关者群体。是不是想写 {near}？',
            }
          : {
              en: 'There is no stakeholder group {id}. Add it under `stakeholders`.',
              'zh-CN': '没有 {id} 这个利益相关者群体。请在 `stakeholders` 下添加。',
            },
        data: { id: shownBeside(use.value, near), near: alternatives(near.map(quoted)) },
        fixes: (): Fix[] => {
          if (!isMap(plan.root) || slug(use.value) !== use.value) return fixes;
          const name = written(titleOf(use.value));
          const item = itemText([
            ['id', use.value],
            ['name', name],
          ]);
          const edits = addToList(plan, plan.root, 'stakeholders', [item], 'purpose');
          if (!edits) return fixes;
          const title = {
            text: { en: 'Add the group {id}', 'zh-CN': '添加群体 {id}' },
            data: { id: quoted(use.value) },
          };
          return [...fixes, { title, edits }];
        },
      };
    }
  };
}

function* audiences(strategy: Strategy): Iterable<Spanned<string>> {
  yield* strategy.items('audience');
  for (const activity of strategy.entries('activities')) yield* activity.items('audience');
}

export const rule: Rule = {
  code: 'unknown-stakeholder',
  severity: 'error',
  structural: true,
  summary: {
    en: 'An audience or a risk names a group that is not among the stakeholders.',
    'zh-CN': '受众或风险提到的群体不在利益相关者之中。',
  },
  doc: {
    why: {
      en: 'A group that is only mentioned has no size, no impact and no row in the heat map: it would be lost without a word.',
      'zh-CN': '只是提到而没有列出的群体，没有人数、没有影响程度，也不会出现在热图里，等于不声不响地丢了。',
    },
    fix: {
      en: 'Correct the id, or add the group under `stakeholders`. `all` means every group.',
      'zh-CN': '请改正标识，或在 `stakeholders` 下添加这个群体。`all` 表示所有群体。',
    },
  },
  *check(plan) {
    if (!complete(plan, 'stakeholders')) return;
    const look = lookFor(plan);
    for (const risk of plan.list('risks')) yield* look(risk.items('stakeholders'));
    for (const milestone of plan.list('milestones')) yield* look(milestone.items('audience'));
  },
  each(plan) {
    if (!complete(plan, 'stakeholders')) return undefined;
    const look = lookFor(plan);
    return (strategy) =>
      strategy.says.groups.every((id) => isDeclared(plan, id)) ? undefined : look(audiences(strategy));
  },
};
