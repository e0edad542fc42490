/** The heat map: groups by levers, with the strategies that reach them. */

import { type KnowAndChoose, knowAndChooseOf, learnsFrom } from '../../core/analysis/knowAndChoose.ts';
import { impactWords, leverTitle, peopleCount } from '../../core/analysis/labels.ts';
import { groupName } from '../../core/analysis/reach.ts';
import { gapOf } from '../../core/brief/groups.ts';
import type { Message, Text } from '../../core/i18n/message.ts';
import { counted } from '../../core/i18n/phrases.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { Plan, Strategy } from '../../core/model/plan.ts';
import { chooseText, halves, knowText } from '../../core/overview/knowAndChooseText.ts';
import type { GroupRow } from '../../core/overview/picture/heatMap.ts';
import type { Speaker } from '../../core/overview/speaker.ts';
import { leverIds } from '../../core/schema/format.gen.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import type { DrawnGroup } from '../../protocol.ts';
import { strategiesText } from './levers.ts';

const impacts = shapes.stakeholder.key('impact');
const attitudes = shapes.stakeholder.key('attitude');

const texts = {
  met: { en: '{group}, {lever}: {strategies}', 'zh-CN': '{group}、{lever}：{strategies}' },
  more: { en: 'and {n} more', 'zh-CN': '还有 {n} 项' },
  nothing: { en: 'nothing', 'zh-CN': '无' },
  row: { en: '{group}: reached by {strategies}', 'zh-CN': '{group}：{strategies}触及' },
} satisfies Record<string, Text>;

/** The most strategies named in a cell. */
const mostNamed = 6;

function namesOf(met: readonly Strategy[], speaker: Speaker): string {
  if (met.length === 0) return speaker.text(texts.nothing);
  const names = met.slice(0, mostNamed).map((strategy) => speaker.strategy(strategy));
  const left = met.length - names.length;
  return speaker.label(...names, left > 0 ? speaker.text(texts.more, { n: left }) : '');
}

/** What helps a group to know how, and to choose to. Where the change is felt little, nothing is missing. */
function halvesOf(both: KnowAndChoose, { group, impact }: GroupRow, speaker: Speaker): DrawnGroup['halves'] {
  const felt = impact !== 'none' && impact !== 'low';
  const half = (heading: Text, done: number, text: Message) => {
    const data = { group: groupName(group), lever: heading, strategies: text };
    return { mark: done ? `✓ ${done}` : felt ? '✗' : '–', label: speaker.text(texts.met, data) };
  };
  return [
    half(halves.know, learnsFrom(both), knowText(both)),
    half(halves.choose, both.choose.length, chooseText(both)),
  ];
}

/** A row of the heat map. */
export function drawnGroup(plan: Plan, row: GroupRow, keys: ReadonlyMap<Entry, string>, speaker: Speaker): DrawnGroup {
  const title = groupName(row.group);
  const size = row.group.number('size')?.value;
  const impact = row.impact && speaker.text(impactWords, { impact: choiceName(impacts, row.impact) });
  const attitude = row.group.text('attitude');
  const feels = attitude ? speaker.text(choiceName(attitudes, attitude)) : '';
  const missing = gapOf(plan, row, speaker);
  const gap = row.strategies.length ? missing : '';
  const people = size === undefined ? '' : speaker.value(counted(peopleCount, size));
  const strategies = strategiesText(row.strategies.length, speaker);
  const both = knowAndChooseOf(plan, speaker.catalog).get(row.group);
  return {
    key: keys.get(row.group) as string,
    title,
    label: speaker.label(speaker.text(texts.row, { group: title, strategies }), impact, people, feels, gap),
    detail: [impact, people, feels, gap].filter(Boolean).join(' · '),
    forgotten: missing !== '',
    total: row.strategies.length,
    halves: both ? halvesOf(both, row, speaker) : [],
    cells: leverIds.map((lever) => {
      const met = row.byLever.get(lever) ?? [];
      const data = { group: title, lever: leverTitle(lever, speaker.catalog), strategies: namesOf(met, speaker) };
      return { label: speaker.text(texts.met, data), keys: met.map((strategy) => keys.get(strategy) as string) };
    }),
  };
}
