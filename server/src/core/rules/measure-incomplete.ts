/** A measure that lacks a number or a day, or has one that cannot be reached. */

import { firstGoLive } from '../analysis/goLives.ts';
import { planDays, referenceDay } from '../analysis/timeline.ts';
import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { addPair, keyBefore, replaceWord } from '../edits/yamlEdit.ts';
import { type Deadline, deadlines, exampleNote, exampleNumbers } from '../fixes/measures.ts';
import type { Text } from '../i18n/message.ts';
import { quoted, same } from '../i18n/phrases.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import { listKnown } from '../model/listKnown.ts';
import type { Plan } from '../model/plan.ts';
import { isUncertain, misspelt } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import type { Edit } from '../text/edit.ts';

type Part = 'baseline' | 'target' | 'by';

const parts: Record<Part, Text> = {
  baseline: { en: 'a baseline', 'zh-CN': '基线值' },
  target: { en: 'a target', 'zh-CN': '目标值' },
  by: { en: 'a day to reach it', 'zh-CN': '达成日期' },
};

const lacks = {
  goal: {
    en: '“{title}” still lacks {parts}. Without a goal and a day nobody can say whether it was reached.',
    'zh-CN': '“{title}”还缺少{parts}。没有目标值和日期，就无法判断是否达成。',
  },
  baseline: {
    en: '“{title}” has no baseline. Measure it before go-live; later it is too late.',
    'zh-CN': '“{title}”没有基线值。请在上线前测量，之后就来不及了。',
  },
  // After go-live.
  lateBaseline: {
    en: '“{title}” has no baseline, and go-live is past. Take the first reading now, or reconstruct the value from before go-live.',
    'zh-CN': '“{title}”没有基线值，而上线日期已过。请现在做第一次测量，或用以往数据推算上线前的数值。',
  },
} satisfies Record<string, Text>;

/** What a measure lacks; what is written wrong or left empty has a finding of its own. */
function missingParts(measure: Entry): Part[] {
  return (Object.keys(parts) as Part[]).filter(
    (part) => measure.state(part) === 'missing' && !misspelt(measure.at, part, shapes.measure),
  );
}

/** Whether a target may equal the baseline: a result that must not get worse, as complaints; or what cannot be read may say so. */
function mayHold(measure: Entry): boolean {
  return (
    measure.text('kind') === 'outcome' ||
    measure.state('direction') !== 'missing' ||
    ['kind', 'direction'].some((key) => isUncertain(measure, key, shapes.measure))
  );
}

/** A share of all cannot be more than 100 %; a result may be, as a part of what it was last year. */
function isBeyondAll(measure: Entry, target: number): boolean {
  const unit = measure.text('unit')?.normalize('NFKC').trim();
  return (
    unit === '%' && target > 100 && measure.text('kind') !== 'outcome' && !isUncertain(measure, 'kind', shapes.measure)
  );
}

/** The first go-live, where a measure of adoption is to be reached before it: no pilot starts in time either, and nothing was measured yet. */
function goLiveAfter(plan: Plan, measure: Entry, by: string): Spanned<string> | undefined {
  if (measure.state('readings') !== 'missing') return undefined;
  if (measure.text('kind') !== 'adoption' || !listKnown(plan, 'milestones', ['kind', 'date'])) return undefined;
  const goLive = firstGoLive(plan);
  if (!goLive || goLive === 'unclear' || by >= goLive.value) return undefined;
  const used = plan.list('milestones').some((one) => one.text('kind') === 'pilot' && (one.date('date') ?? by) <= by);
  return used ? undefined : goLive;
}

/** Keys to add to a measure, with their values. */
type Added = readonly (readonly [key: string, value: string])[];

/** The edits that add keys, each in its place. */
function add(plan: Plan, measure: Entry, added: Added): Edit[] {
  const { keys } = shapes.measure;
  const sorted = [...added].sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b));
  return sorted.map(([key, value]) =>
    addPair(plan, measure.at, key, value, { after: keyBefore(measure.at, shapes.measure, key) }),
  );
}

/** The first reading, where it was taken before go-live and the target differs from it: that is the baseline. */
function firstReading(plan: Plan, measure: Entry): number | undefined {
  const reading = measure.entries('readings')[0];
  const value = reading?.number('value')?.value;
  const [on, goLive] = [reading?.day('on')?.value, plan.head?.day('goLive')?.value];
  if (!on || !goLive || on > goLive || value === measure.number('target')?.value) return undefined;
  return value;
}

/** Numbers for what is missing: a baseline from the readings where there is one, else examples. */
function numbers(plan: Plan, measure: Entry, missing: readonly Part[]): Added {
  const example = exampleNumbers(same(`${measure.word('title')?.value} ${measure.word('unit')?.value}`));
  const target = measure.number('target')?.value;
  const known = measure.number('baseline')?.value ?? firstReading(plan, measure);
  const baseline = known ?? (target === 0 ? 10 : example.baseline);
  const goal = baseline < example.target ? example.target : Math.round(baseline / 2);
  return [
    ...(missing.includes('baseline') ? [['baseline', String(baseline)] as const] : []),
    ...(missing.includes('target') ? [['target', String(goal)] as const] : []),
  ];
}

const byTitles: Record<Deadline['is'], { only: Text; more: Text }> = {
  'after-go-live': {
    only: { en: 'Reach it by {day}, 90 days after go-live', 'zh-CN': '在 {day} 前达成（上线后 90 天）' },
    more: {
      en: 'Reach it by {day}, 90 days after go-live, with {pairs} as an example',
      'zh-CN': '在 {day} 前达成（上线后 90 天），并填入示例：{pairs}',
    },
  },
  end: {
    only: { en: 'Reach it by {day}, the end of the plan', 'zh-CN': '在 {day} 前达成（计划结束）' },
    more: {
      en: 'Reach it by {day}, the end of the plan, with {pairs} as an example',
      'zh-CN': '在 {day} 前达成（计划结束），并填入示例：{pairs}',
    },
  },
  later: {
    only: { en: 'Reach it by {day}, in 90 days', 'zh-CN': '在 {day} 前达成（90 天后）' },
    more: {
      en: 'Reach it by {day}, in 90 days, with {pairs} as an example',
      'zh-CN': '在 {day} 前达成（90 天后），并填入示例：{pairs}',
    },
  },
};

function fixes(plan: Plan, measure: Entry, missing: readonly Part[], context: Context): Fix[] {
  const added = numbers(plan, measure, missing);
  const reading = missing.includes('target') ? undefined : firstReading(plan, measure);
  const invented = added.length > 0 && reading === undefined;
  const noted = invented && measure.state('source') === 'missing' ? [...added, exampleNote(plan, context)] : added;
  const pairs = added.map(([key, value]) => quoted(`${key}: ${value}`));
  if (missing.includes('by')) {
    return deadlines(plan, context.today).map(({ day, is }) => ({
      title: { text: added.length ? byTitles[is].more : byTitles[is].only, data: { day, pairs } },
      edits: add(plan, measure, [...noted, ['by', day]]),
    }));
  }
  const text = invented
    ? { en: 'Add {pairs} as an example', 'zh-CN': '填入示例：{pairs}' }
    : { en: 'Take the first reading as the baseline: {pairs}', 'zh-CN': '以首次测量值作为基线值：{pairs}' };
  return [{ title: { text, data: { pairs } }, edits: add(plan, measure, noted) }];
}

export const rule: Rule = {
  code: 'measure-incomplete',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'A measure lacks a baseline, a target or a day, or its target is no change or cannot be reached by then.',
    'zh-CN': '指标缺少基线值、目标值或达成日期，或目标值与基线值相同、届时不可能达到。',
  },
  doc: {
    why: {
      en: 'Salesforce Trailhead asks for SMART goals, among other things measurable and time-bound, and the ACMP Standard for baseline measures. A number without a goal and a day cannot be missed, and so cannot be reached.',
      'zh-CN':
        'Salesforce Trailhead 要求目标符合 SMART 原则，包括可衡量、有时限；ACMP 标准要求有基线测量。没有目标值和日期，是否达到就无从判断。',
    },
    fix: {
      en: 'Write `baseline` (the value today), `target` and `by` (the day to reach it). Numbers that the quick fix puts in are examples and say so.',
      'zh-CN':
        '请写明 `baseline`（目前的值）、`target`（目标值）和 `by`（达成日期）。快速修复填入的数字只是示例，并会注明。',
    },
    allow: {
      en: 'When a number is agreed elsewhere. A measure that must stay as it is, such as complaints that must not rise, needs no exception: write `direction: hold`.',
      'zh-CN': '数值在别处约定时。应当保持不变的指标（例如投诉不得增加）不需要例外：请写 `direction: hold`。',
    },
  },
  *check(plan, context) {
    const [today, goLive] = [referenceDay(plan, context), planDays(plan).goLive?.value];
    const isLive = today !== undefined && goLive !== undefined && goLive < today;
    for (const measure of plan.list('measures')) {
      const [id, title] = [measure.word('id'), measure.word('title')];
      if (!id || !title) continue;
      const missing = missingParts(measure);
      const [baseline, target] = [measure.number('baseline'), measure.number('target')];
      if (missing.length) {
        const grave = missing.some((part) => part !== 'baseline');
        yield {
          span: id.span,
          ...(!grave && { severity: 'info' as const }),
          text: grave ? lacks.goal : isLive ? lacks.lateBaseline : lacks.baseline,
          data: { title: title.value, parts: missing.map((part) => parts[part]) },
          fixes: () => fixes(plan, measure, missing, context),
        };
      }
      if (target && isBeyondAll(measure, target.value)) {
        yield {
          span: target.span,
          text: {
            en: 'The target of “{title}” is {value} %, and more than all cannot be reached. Correct the target or the unit.',
            'zh-CN': '“{title}”的目标值是 {value}%，比例不可能超过 100%。请改正目标值或单位。',
          },
          data: { title: title.value, value: target.value },
        };
      }
      const by = measure.day('by');
      // Of a day that has passed `target-missed` speaks.
      const live = by && today !== undefined && by.value >= today && goLiveAfter(plan, measure, by.value);
      if (by && live) {
        yield {
          span: by.span,
          text: {
            en: '“{title}” is to be reached by {by}, before anyone works in the new way (go-live is {goLive}). Set a day some weeks after go-live.',
            'zh-CN':
              '“{title}”要在 {by} 前达成，但那时还没有人使用新方式（上线是 {goLive}）。请改为上线几周之后的日期。',
          },
          data: { title: title.value, by: by.value, goLive: live.value },
          related: [{ span: live.span, message: { text: { en: 'The first go-live.', 'zh-CN': '第一次上线。' } } }],
          fixes: () =>
            deadlines(plan, context.today)
              .filter(({ day }) => day >= live.value)
              .map(({ day, is }) => ({
                title: { text: byTitles[is].only, data: { day } },
                edits: [replaceWord(plan, by, day)],
              })),
        };
      }
      if (baseline && target && baseline.value === target.value && !mayHold(measure)) {
        yield {
          span: target.span,
          text: {
            en: 'The target of “{title}” is what it is today ({value}). Set a target that differs, or write `direction: hold` if it must stay so.',
            'zh-CN':
              '“{title}”的目标值就是目前的值（{value}）。请写一个不同的目标值；如果就是要保持不变，请写 `direction: hold`。',
          },
          data: { title: title.value, value: target.value },
          related: [{ span: baseline.span, message: { text: { en: 'The baseline.', 'zh-CN': '基线值在这里。' } } }],
          fixes: () => [
            {
              title: {
                text: { en: 'It must stay as it is: {pair}', 'zh-CN': '应当保持不变：{pair}' },
                data: { pair: quoted('direction: hold') },
              },
              edits: add(plan, measure, [['direction', 'hold']]),
            },
          ],
        };
      }
    }
  },
};
