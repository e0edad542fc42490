/** The table of the coach: what helps each group to know how, and what to choose to, as Markdown. */

import { type KnowAndChoose, knowAndChoose } from '../../core/analysis/knowAndChoose.ts';
import { groupName, impactWeight } from '../../core/analysis/reach.ts';
import { say, sayMessage, type Text } from '../../core/i18n/message.ts';
import type { Plan } from '../../core/model/plan.ts';
import { chooseText, halves, knowText } from '../../core/overview/knowAndChooseText.ts';
import type { View } from '../view.ts';
import { escaped } from './markup.ts';

const texts = {
  group: { en: 'Group', 'zh-CN': '群体' },
  more: { en: '{n} more groups with the same or less impact.', 'zh-CN': '另有 {n} 个影响相同或更小的群体。' },
} satisfies Record<string, Text>;

/** The most groups in a hover. */
const most = 8;

function row(one: KnowAndChoose, { locale }: View): string {
  const cells = [
    escaped(groupName(one.group)),
    ...[knowText(one), chooseText(one)].map((text) => sayMessage(text, locale)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * The table, those with the highest impact first, at most eight groups; `only` is the id of the one group to be shown.
 * Nothing where the plan has no such group or an audience cannot be read.
 */
export function knowAndChooseMarkup(plan: Plan, view: View, only?: string): string[] {
  const all = knowAndChoose(plan, view.catalog) ?? [];
  const found =
    only === undefined
      ? [...all].sort((a, b) => impactWeight(b.group) - impactWeight(a.group))
      : all.filter(({ id }) => id === only);
  if (found.length === 0) return [];
  const head = [texts.group, halves.know, halves.choose].map((text) => say(text, view.locale));
  const lines = [
    `| ${head.join(' | ')} |`,
    '| --- | --- | --- |',
    ...found.slice(0, most).map((one) => row(one, view)),
  ];
  const left = found.length - most;
  return [lines.join('\n'), ...(left > 0 ? [say(texts.more, view.locale, { n: left })] : [])];
}
