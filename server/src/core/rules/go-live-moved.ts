/** A go-live milestone before the go-live of the plan, which is the first: the date was moved in one place only. */

import { goLiveMilestones } from '../analysis/goLives.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { replaceWord } from '../edits/yamlEdit.ts';
import type { Spanned } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { valuesOf } from '../model/values.ts';
import { spanOf } from '../syntax/tree.ts';
import { addDays, daysBetween, isDay } from '../text/day.ts';
import type { Edit } from '../text/edit.ts';

/** What has happened, or says when the plan was looked at, stays where it is. */
const settled: ReadonlySet<unknown> = new Set(['asOf', 'readings', 'approvals', 'goLive']);

/** The days of go-live milestones. */
function goLives(plan: Plan): Spanned<string>[] {
  return goLiveMilestones(plan).flatMap((milestone) => milestone.day('date') ?? []);
}

/** Moves every date from a day on that is still a plan. */
function moveAll(plan: Plan, from: string, days: number): Edit[] {
  const edits: Edit[] = [];
  for (const { at, shape, path } of valuesOf(plan)) {
    const value = at.node.kind === 'scalar' && shape.date ? String(at.node.value) : '';
    if (!isDay(value) || value < from || path.some((step) => settled.has(step))) continue;
    edits.push(replaceWord(plan, { value, span: spanOf(at) }, addDays(value, days)));
  }
  return edits;
}

function fixes(plan: Plan, goLive: Spanned<string>, first: Spanned<string>, waves: readonly Spanned<string>[]): Fix[] {
  const days = daysBetween(first.value, goLive.value);
  const data = { days, from: first.value, day: goLive.value };
  return [
    {
      title:
        waves.length === 1
          ? { text: { en: 'Move the milestone to {day} too', 'zh-CN': '把里程碑也移到 {day}' }, data }
          : {
              text: { en: 'Move all go-live milestones by {days} days', 'zh-CN': '把所有上线里程碑顺延 {days} 天' },
              data,
            },
      edits: waves.map((wave) => replaceWord(plan, wave, addDays(wave.value, days))),
    },
    {
      title: {
        text: {
          en: 'Move every date from {from} on by {days} days',
          'zh-CN': '把 {from} 起的所有日期顺延 {days} 天',
        },
        data,
      },
      edits: moveAll(plan, first.value, days),
    },
    {
      title: { text: { en: 'Go live on {from} as before', 'zh-CN': '仍在 {from} 上线' }, data },
      edits: [replaceWord(plan, goLive, first.value)],
    },
  ];
}

export const rule: Rule = {
  code: 'go-live-moved',
  severity: 'warning',
  summary: {
    en: 'A milestone goes live before the plan does.',
    'zh-CN': '有上线里程碑早于计划的上线日期。',
  },
  doc: {
    why: {
      en: '`goLive` is the first go-live; a milestone of kind `go-live` that is earlier contradicts it. Most often the date was moved in one place, and what depends on it was left where it was.',
      'zh-CN':
        '`goLive` 是第一次上线；更早的 `go-live` 里程碑与它矛盾。通常是只在一处改了日期，而与它相关的日期还留在原处。',
    },
    fix: {
      en: 'Move the milestones along, or all that comes after them, or put the date back.',
      'zh-CN': '请把里程碑或其后的所有日期一起顺延，或改回原来的日期。',
    },
    allow: {
      en: 'When a part goes live earlier on purpose and `goLive` names the main wave.',
      'zh-CN': '有一部分特意提前上线，而 `goLive` 写的是主要批次时。',
    },
  },
  *check(plan) {
    const goLive = plan.head?.day('goLive');
    const waves = goLives(plan);
    const [first] = [...waves].sort((a, b) => a.value.localeCompare(b.value));
    if (!goLive || !first || first.value >= goLive.value) return;
    yield {
      span: goLive.span,
      text: {
        en: 'The plan goes live on {day}, a go-live milestone is on {from} already. Was go-live moved?',
        'zh-CN': '计划于 {day} 上线，但有上线里程碑在 {from}。上线日期是否改过？',
      },
      data: { day: goLive.value, from: first.value },
      related: [{ span: first.span, message: { text: { en: 'The milestone.', 'zh-CN': '里程碑在这里。' } } }],
      fixes: () => fixes(plan, goLive, first, waves),
    };
  },
};
