/** The hexagon: how deeply each of the six levers is used, and why not. */
import { whyNotCounted } from '../../core/analysis/coach.ts';
import type { Coverage, Depth, LeverCoverage } from '../../core/analysis/coverage.ts';
import { strategyCount } from '../../core/analysis/labels.ts';
import { type Message, sayMessage, type Text } from '../../core/i18n/message.ts';
import { counted } from '../../core/i18n/phrases.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { Timeline } from '../../core/overview/picture/timeline.ts';
import type { Speaker } from '../../core/overview/speaker.ts';
import { plainUnder } from '../../core/syntax/tree.ts';
import type { DrawnLever, Picture } from '../../protocol.ts';

/** The names of the depths (docs/domain.md 3.2). */
const depthTitles: Readonly<Record<Depth, Text>> = {
  0: { en: 'Empty', 'zh-CN': '空白' },
  1: { en: 'Named', 'zh-CN': '已列出' },
  2: { en: 'Covered', 'zh-CN': '已启用' },
  3: { en: 'Ready', 'zh-CN': '已就绪' },
  4: { en: 'Moving', 'zh-CN': '推进中' },
};

const meanings: Readonly<Record<Exclude<Depth, 0>, Text>> = {
  1: { en: 'a strategy is written, but does not count', 'zh-CN': '写了策略，但不计入' },
  2: { en: 'a live strategy has an owner', 'zh-CN': '有负责人的策略正在进行' },
  3: {
    en: 'it also has an audience, both dates and a measure, all filled in',
    'zh-CN': '还有受众、起止日期和指标，且都已填写',
  },
  4: { en: 'and its work is going on, or done', 'zh-CN': '而且已经开始或完成' },
};

const leftOutTitle: Text = { en: 'Left out', 'zh-CN': '不启用' };

/** How far a lever has come: "4 Moving"; of one that is left out with a reason, that. */
export function depthText(depth: Depth, leftOut: boolean): Message {
  if (leftOut) return { text: leftOutTitle };
  return { text: { en: '{depth} {title}', 'zh-CN': '{depth} {title}' }, data: { depth, title: depthTitles[depth] } };
}

/** Whether a lever has no strategy, and the plan says why. */
export function isLeftOut({ depth, notUsed }: Pick<LeverCoverage, 'depth' | 'notUsed'>): boolean {
  return depth === 0 && notUsed;
}

const lateText: Text = { en: '{n} overdue', 'zh-CN': '{n} 项逾期' };
const noStrategies: Text = { en: 'no strategies', 'zh-CN': '没有策略' };
const leftOut: Text = { en: 'Left out: {reason}', 'zh-CN': '不启用：{reason}' };

/** "3 strategies". */
export function strategiesText(n: number, speaker: Speaker): string {
  return n === 0 ? speaker.text(noStrategies) : speaker.value(counted(strategyCount, n));
}

/** Names and meanings of the depths, from 1 to 4. */
export function depths(speaker: Speaker): Picture['depths'] {
  return ([1, 2, 3, 4] as const).map((depth) => ({
    depth,
    title: speaker.text(depthTitles[depth]),
    meaning: speaker.text(meanings[depth]),
  }));
}

function notesOf(plan: Plan, lever: LeverCoverage, speaker: Speaker): string[] {
  const written = plan.levers.find(({ id }) => id === lever.lever);
  const reason = written && plainUnder(written.at, 'notUsed');
  if (lever.strategies.length === 0 && reason !== undefined) return [speaker.text(leftOut, { reason })];
  const why = whyNotCounted(lever).map((message) => sayMessage(message, speaker.locale));
  return [strategiesText(lever.strategies.length, speaker), ...why];
}

/** The six levers, in the model's order. */
export function drawnLevers(plan: Plan, coverage: Coverage, { bars }: Timeline, speaker: Speaker): DrawnLever[] {
  return coverage.levers.map((lever) => {
    const title = speaker.text(speaker.catalog.lever(lever.lever).title);
    const leftOut = isLeftOut(lever);
    const depthTitle = speaker.value(depthText(lever.depth, leftOut));
    const late = (bars.get(lever.lever) ?? []).filter(({ overdue }) => overdue).length;
    const notes = [...notesOf(plan, lever, speaker), ...(late ? [speaker.text(lateText, { n: late })] : [])];
    return {
      key: `levers/${lever.lever}`,
      title,
      label: speaker.label(title, leftOut ? '' : depthTitle, ...notes),
      depth: lever.depth,
      depthTitle,
      covered: lever.covered,
      leftOut,
      late: late > 0,
      notes,
    };
  });
}
