/** Who is affected, and which groups want watching. */

import { knowAndChooseOf } from '../analysis/knowAndChoose.ts';
import { groupName } from '../analysis/reach.ts';
import type { Text } from '../i18n/message.ts';
import { type Counting, counted, numberText } from '../i18n/phrases.ts';
import type { Plan } from '../model/plan.ts';
import { type GroupRow, heatMap } from '../overview/picture/heatMap.ts';
import { pictureKeys } from '../overview/picture/keys.ts';
import type { Speaker } from '../overview/speaker.ts';
import { choiceName, shapes } from '../schema/schema.ts';
import { lineOf, moreText } from './lines.ts';
import type { BriefList } from './model.ts';

const texts = {
  heading: { en: 'Groups to watch', 'zh-CN': '需要关注的群体' },
  sized: { en: '{name} ({n})', 'zh-CN': '{name}（{n} 人）' },
  hit: { en: 'strongly affected', 'zh-CN': '受影响大' },
  unreached: { en: 'no strategy reaches them', 'zh-CN': '没有策略触及' },
  untrained: { en: 'nothing for them under {lever}', 'zh-CN': '“{lever}”中没有面向他们的策略' },
  late: { en: 'learn only after go-live', 'zh-CN': '上线之后才开始学习' },
  unmoved: {
    en: 'nothing for them under Leadership, Ecosystem and Values',
    'zh-CN': '“领导力”“生态系统”和“价值观”中没有面向他们的策略',
  },
  concern: { en: '“{concern}”', 'zh-CN': '“{concern}”' },
  people: { en: '{people} in {groups}', 'zh-CN': '{groups}，共 {people}' },
  hard: { en: '{n} of them strongly affected', 'zh-CN': '其中 {n} 人受影响大' },
} satisfies Record<string, Text>;

const groupCount: Counting = {
  one: { en: '1 group', 'zh-CN': '1 个群体' },
  many: { en: '{n} groups', 'zh-CN': '{n} 个群体' },
};

const people: Counting = {
  one: { en: '1 person', 'zh-CN': '1 人' },
  many: { en: '{people} people', 'zh-CN': '{people} 人' },
};

const most = 3;

const doubtful = ['resistant', 'skeptical'];

/** For whom the change is and how many they are; empty where no group is written. */
export function peopleText(plan: Plan, said: Speaker): string {
  const groups = plan.list('stakeholders').map((group) => ({
    hit: group.text('impact') === 'high',
    size: Math.max(0, group.number('size')?.value ?? 0),
  }));
  if (groups.length === 0) return '';
  const sum = (all: typeof groups) => all.reduce((total, { size }) => total + size, 0);
  const [all, hit] = [sum(groups), sum(groups.filter((group) => group.hit))];
  const inGroups = counted(groupCount, groups.length);
  if (all === 0) return said.value(inGroups);
  const many = { text: all === 1 ? people.one : people.many, data: { people: numberText(all) } };
  return said.label(
    said.text(texts.people, { people: many, groups: inGroups }),
    hit ? said.text(texts.hard, { n: numberText(hit) }) : '',
  );
}

/** What is missing for a group on which the impact is high, so that it knows how and chooses to; empty where nothing is. */
export function gapOf(plan: Plan, row: GroupRow, said: Speaker): string {
  if (row.impact !== 'high') return '';
  if (row.strategies.length === 0) return said.text(texts.unreached);
  const found = knowAndChooseOf(plan, said.catalog).get(row.group);
  if (!found) return '';
  const lever = said.catalog.lever('enablement').title;
  return said.label(
    found.know.length ? '' : said.text(found.late.length ? texts.late : texts.untrained, { lever }),
    found.choose.length ? '' : said.text(texts.unmoved),
  );
}

/** Groups that doubt, or for which something is missing: those that doubt most first, else by impact. */
export function groupsToWatch(plan: Plan, said: Speaker): BriefList {
  const attitudes = shapes.stakeholder.key('attitude');
  const keys = pictureKeys(plan);
  const rank = ({ row }: { row: GroupRow }) => doubtful.indexOf(row.group.text('attitude') ?? '');
  const watched = heatMap(plan)
    .map((row) => ({ row, gap: gapOf(plan, row, said) }))
    .filter((found) => found.gap || rank(found) >= 0)
    .sort((a, b) => ((rank(a) + 3) % 3) - ((rank(b) + 3) % 3));
  return {
    heading: said.text(texts.heading),
    items: watched.slice(0, most).map(({ row: { group, impact }, gap }) => {
      const name = lineOf(groupName(group), 'line');
      const size = group.number('size')?.value;
      const attitude = group.text('attitude');
      const concern = lineOf(group.texts('concerns')[0], 'line');
      return {
        key: keys.get(group) as string,
        title: size === undefined ? name : said.text(texts.sized, { name, n: numberText(size) }),
        detail: said.label(
          attitude && attitude !== 'unknown' ? said.text(choiceName(attitudes, attitude)) : '',
          impact === 'high' ? said.text(texts.hit) : '',
          gap,
          concern && said.text(texts.concern, { concern }),
        ),
      };
    }),
    more: moreText(watched.length - most, said),
  };
}
