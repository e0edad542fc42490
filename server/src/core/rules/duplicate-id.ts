/** The same id twice among things that are referred to. */

import type { Rule } from '../diagnostics/rule.ts';
import { addPair, setValue, written } from '../edits/yamlEdit.ts';
import { quoted } from '../i18n/phrases.ts';
import { names } from '../model/declaredIds.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import { freeId } from '../model/ids.ts';
import { idOf, Strategy } from '../model/plan.ts';
import { repeatedStrategies } from './duplicate-strategy.ts';

export const rule: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  structural: true,
  summary: { en: 'The same id is given to two things.', 'zh-CN': '同一个标识给了两样东西。' },
  doc: {
    why: {
      en: 'Other parts of the plan refer to an id, so it must mean one thing. Strategies and milestones share their ids, because `dependsOn` takes both; a strategy without `id` goes by its catalog id.',
      'zh-CN':
        '计划的其他部分通过标识引用，因此一个标识只能指一样东西。策略和里程碑共用一组标识，因为 `dependsOn` 两者都能引用；没有 `id` 的策略以目录标识为准。',
    },
    fix: { en: 'Give the second one another id.', 'zh-CN': '请为第二个换一个标识。' },
  },
  *check(plan) {
    const known = names(plan);
    const groups: (readonly Entry[])[] = [
      plan.list('stakeholders'),
      plan.list('measures'),
      plan.list('risks'),
      [...plan.strategies, ...plan.list('milestones')],
    ];
    const strategiesAndMilestones = known.strategy.size + known.milestone.size;
    const shared = [...known.milestone.keys()].some((id) => known.strategy.has(id));
    const sizes = [known.stakeholder.size, known.measure.size, known.risk.size, shared ? 0 : strategiesAndMilestones];
    for (const [index, entries] of groups.entries()) {
      if (sizes[index] === entries.length) continue;
      const repeated = repeatedStrategies(plan);
      const seen = new Map<string, Spanned<string>>();
      const all = new Set(entries.flatMap((entry) => idOf(entry)?.value ?? []));
      for (const entry of entries) {
        const id = idOf(entry);
        if (!id) continue;
        const first = seen.get(id.value);
        if (!first) {
          seen.set(id.value, id);
          continue;
        }
        // Two entries of one strategy without ids of their own: `duplicate-strategy` says what is wrong.
        if (entry instanceof Strategy && repeated.has(entry) && entry.state('id') === 'missing') continue;
        yield {
          span: id.span,
          text: {
            en: 'The id {id} is already taken. Give this one another.',
            'zh-CN': '标识 {id} 已经用过。请换一个。',
          },
          data: { id: quoted(id.value) },
          related: [{ span: first.span, message: { text: { en: 'The first one.', 'zh-CN': '第一个在这里。' } } }],
          fixes: () => {
            const free = freeId(id.value, { has: (name) => all.has(name) || known.strategy.has(name) });
            const pair = entry.pair('id');
            return [
              {
                title: { text: { en: 'Change to `{free}`', 'zh-CN': '改为 `{free}`' }, data: { free } },
                edits: [
                  pair
                    ? setValue(plan, pair, written(free))
                    : addPair(plan, entry.at, 'id', written(free), { after: 'use' }),
                ],
                preferred: true,
              },
            ];
          },
        };
      }
    }
  },
};
