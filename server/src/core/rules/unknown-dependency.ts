/** A strategy or milestone that something depends on, or is addressed by, but that is not in the plan. */

import { meantByMisspelt } from '../analysis/dangling.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { removeFromList } from '../edits/yamlEdit.ts';
import { corrections, shownBeside } from '../fixes/corrections.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { isMeant, names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { Strategy } from '../model/plan.ts';
import { isUndecided } from '../model/undecided.ts';

export const rule: Rule = {
  code: 'unknown-dependency',
  severity: 'error',
  structural: true,
  summary: {
    en: '`dependsOn` or `addressedBy` names something that is not in the plan.',
    'zh-CN': '`dependsOn` 或 `addressedBy` 提到的内容不在计划中。',
  },
  doc: {
    why: {
      en: 'What waits for something unknown waits for ever, and a risk addressed by nothing is open.',
      'zh-CN': '等待一个不存在的东西，就会一直等下去；没有对应策略的风险，其实还没有应对。',
    },
    fix: {
      en: 'Correct the id or remove it. Something outside the plan, a software release, say, becomes a milestone.',
      'zh-CN': '请改正或删去标识。计划之外的事项（例如软件发布）请写成里程碑。',
    },
  },
  *check(plan, { catalog }) {
    let count = 0;
    const misspelt = meantByMisspelt(plan, catalog);
    if (!misspelt) return;
    const ids = names(plan);
    const places: { entries: readonly Entry[]; key: string; known: readonly ('strategy' | 'milestone')[] }[] = [
      { entries: plan.strategies, key: 'dependsOn', known: ['strategy', 'milestone'] },
      { entries: plan.list('risks'), key: 'addressedBy', known: ['strategy'] },
    ];
    for (const { entries, key, known } of places) {
      const isKnown = (id: string) => known.some((kind) => ids[kind].has(id) || isMeant(plan, kind, id));
      // Gathered once, and only where something is not known.
      let all: { readonly ids: readonly string[]; readonly named: readonly Entry[] } | undefined;
      for (const entry of entries) {
        if (entry instanceof Strategy && entry.says.dependsOn.every(isKnown)) continue;
        for (const use of entry.items(key)) {
          if (isKnown(use.value) || isUndecided(use.value)) continue;
          if (misspelt.has(use.value)) continue;
          all ??= {
            ids: known.flatMap((kind) => [...ids[kind].keys()]),
            named: [...plan.strategies, ...plan.list('milestones')].filter((entry) =>
              isKnown(entry.word('id')?.value ?? ''),
            ),
          };
          const { near, fixes } = corrections(use, all.ids, count++, all.named);
          yield {
            span: use.span,
            text: near.length
              ? {
                  en: '{id} is not in this plan. Did you mean {near}?',
                  'zh-CN': '计划中没有 {id}。是不是想写 {near}？',
                }
              : key === 'dependsOn'
                ? {
                    en: '{id} is neither a strategy nor a milestone of this plan. Add a milestone for something outside the plan.',
                    'zh-CN': '{id} 既不是本计划的策略，也不是里程碑。计划之外的事项请写成里程碑。',
                  }
                : { en: '{id} is not a strategy of this plan.', 'zh-CN': '{id} 不是本计划的策略。' },
            data: { id: shownBeside(use.value, near), near: alternatives(near.map(quoted)) },
            fixes: (): Fix[] => {
              const removal = removeFromList(plan, entry.at, key, use.span);
              if (!removal) return fixes;
              return [...fixes, { title: { text: { en: 'Remove it', 'zh-CN': '删去' } }, edits: [removal] }];
            },
          };
        }
      }
    }
  },
};
