/** A group that nothing in the plan is about. */

import { groupName, groups, meant, reach, reachedGroups } from '../analysis/reach.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { removeItem } from '../edits/yamlEdit.ts';
import { offersToAdd } from '../fixes/audience.ts';
import { concerned } from '../fixes/risks.ts';
import { quoted } from '../i18n/phrases.ts';
import { everyone } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { listKnown } from '../model/listKnown.ts';
import type { Plan } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { indexOfItem, isList, valueUnder } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** Whether it is known that the group's impact is not high, and not one that is listed only to show that it was thought of. */
function matters(plan: Plan, group: Entry): boolean {
  const impact = group.word('impact')?.value;
  if (impact === 'high' || isUncertain(group, 'impact', shapes.stakeholder) || isIncomplete(plan, group)) return false;
  return !(impact === 'none' && (group.state('notes') === 'given' || isUncertain(group, 'notes', shapes.stakeholder)));
}

/** Takes the group out of the list, unless a cancelled strategy names it or a comment would go with it. */
function removal(plan: Plan, id: string, group: Entry): Fix[] {
  const list = valueUnder(plan.root, 'stakeholders');
  if (!isList(list) || list.node.items.length < 2 || reach(plan).has(id)) return [];
  const index = indexOfItem(list, group.at.start);
  const edit = removeItem(plan, list, index);
  if (!edit || /(^|\s)#/.test(plan.text.slice(edit.span.start, edit.span.end))) return [];
  return [
    {
      title: { text: { en: 'Remove the group {id}', 'zh-CN': '删除群体 {id}' }, data: { id: quoted(id) } },
      edits: [edit],
    },
  ];
}

export const rule: Rule = {
  code: 'unused-stakeholder',
  severity: 'info',
  summary: {
    en: 'A group is in no audience and in no risk.',
    'zh-CN': '群体既不在任何受众中，也不在任何风险中。',
  },
  doc: {
    why: {
      en: 'A group that nothing refers to is an empty row in the heat map: readers cannot tell whether it was forgotten. Groups with high impact have a stronger rule of their own, `high-impact-group-uncovered`.',
      'zh-CN':
        '没有任何内容提到的群体，在热图里就是空行，读者看不出是不是遗漏。影响程度为高的群体由更严格的规则 `high-impact-group-uncovered` 检查。',
    },
    fix: {
      en: 'Add the group to the `audience` of a strategy, or to a risk that concerns it; or remove it.',
      'zh-CN': '把这个群体加入某项策略的 `audience`，或与其有关的风险；也可以删除。',
    },
    allow: {
      en: 'For a group that was considered and needs nothing, write `impact: none` and a line of `notes`; then this rule is silent.',
      'zh-CN': '如果已经考虑过、确实不需要任何措施，请写 `impact: none`，并在 `notes` 中说明；这样就不再提示。',
    },
  },
  *check(plan, { catalog }) {
    const reached = reachedGroups(plan, (strategy) => !strategy.cancelled);
    if (!reached || !listKnown(plan, 'risks', ['stakeholders']) || !listKnown(plan, 'milestones', ['audience'])) return;
    const atRisk = plan.list('risks').flatMap(concerned);
    const goingLive = plan.list('milestones').flatMap((milestone) => milestone.texts('audience'));
    // A go-live for everyone is about nobody in particular.
    const named = meant(plan, [...atRisk, ...goingLive.filter((id) => id !== everyone)]);
    if (!named || named.has(everyone)) return;
    for (const [id, group] of groups(plan)) {
      if (reached.has(id) || named.has(id) || !matters(plan, group)) continue;
      yield {
        span: group.word('id')?.span as Span,
        text: {
          en: 'Nothing in the plan is about “{name}”. Add {id} to the audience of a strategy, or remove the group.',
          'zh-CN': '计划中没有任何内容涉及“{name}”。请把 {id} 加入某项策略的受众，或删除这个群体。',
        },
        data: { name: groupName(group), id: quoted(id) },
        tags: ['unnecessary'],
        fixes: () => [...offersToAdd(plan, id, catalog), ...removal(plan, id, group)],
      };
    }
  },
};
