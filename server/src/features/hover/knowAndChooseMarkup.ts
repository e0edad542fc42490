/** The table of the coach: what helps each group to know how, and what to choose to, as Markdown. */

import { type KnowAndChoose, knowAndChoose } from '../../core/analysis/knowAndChoose.ts';
import { groupName } from '../../core/analysis/reach.ts';
import { say, type Text } from '../../core/i18n/message.ts';
import type { Plan } from '../../core/model/plan.ts';
import { stakeholderImpactValues } from '../../core/schema/format.gen.ts';
import type { View } from '../view.ts';
import { escaped } from './markup.ts';

const texts = {
  group: { en: 'Group', 'zh-CN': '群体' },
  know: { en: '“I know how to …”', 'zh-CN': '“我知道怎么做……”' },
  choose: { en: '“I choose to …”', 'zh-CN': '“我选择……”' },
  some: { en: '✓ {n}', 'zh-CN': '✓ {n} 项' },
  late: { en: '✗ only from {from} on, after go-live', 'zh-CN': '✗ 上线之后（{from}）才开始' },
  unable: { en: '✗ nothing under Enablement, no training', 'zh-CN': '✗ 没有赋能策略，也没有培训' },
  unwilling: {
    en: '✗ nothing under Leadership, Ecosystem, Values',
    'zh-CN': '✗ 领导力、生态系统、价值观中都没有',
  },
  more: { en: '{n} more groups with the same or less impact.', 'zh-CN': '另有 {n} 个影响相同或更小的群体。' },
} satisfies Record<string, Text>;

/** The most groups in a hover. */
const most = 8;

/** How strongly a group is affected; unknown words come last. */
function weight({ group }: KnowAndChoose): number {
  return (stakeholderImpactValues as readonly (string | undefined)[]).indexOf(group.text('impact'));
}

function row({ group, know, late, choose }: KnowAndChoose, { locale }: View): string {
  const some = (n: number) => say(texts.some, locale, { n });
  const [from] = late.flatMap((one) => one.from ?? []).sort();
  const unable = from === undefined ? say(texts.unable, locale) : say(texts.late, locale, { from });
  const cells = [
    escaped(groupName(group)),
    know.length ? some(new Set(know.map(({ strategy }) => strategy)).size) : unable,
    choose.length ? some(choose.length) : say(texts.unwilling, locale),
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
    only === undefined ? [...all].sort((a, b) => weight(b) - weight(a)) : all.filter(({ id }) => id === only);
  if (found.length === 0) return [];
  const head = [texts.group, texts.know, texts.choose].map((text) => say(text, view.locale));
  const lines = [
    `| ${head.join(' | ')} |`,
    '| --- | --- | --- |',
    ...found.slice(0, most).map((one) => row(one, view)),
  ];
  const left = found.length - most;
  return [lines.join('\n'), ...(left > 0 ? [say(texts.more, view.locale, { n: left })] : [])];
}
