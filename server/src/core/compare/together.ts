/** What changes for several plans taken together: go-lives in one week, and groups that more plans hit at once. */
import { daysText, monthsText } from '../i18n/dayText.ts';
import type { Message } from '../i18n/message.ts';
import { clashes } from '../overview/clashes.ts';
import { type Overview, overview } from '../overview/overview.ts';
import { changeLoad } from '../overview/portfolio.ts';
import { mondayOf } from '../text/day.ts';
import { type Change, changeOf, type Found, type KindWords } from './change.ts';
import type { Side } from './comparison.ts';

/** All plans of a version, and the day of today (`YYYY-MM-DD`). */
interface Folder {
  readonly sides: readonly Side[];
  readonly plans: readonly Overview[];
  readonly today: string;
}

/** A kind of change that only several plans taken together show. */
interface TogetherKind extends KindWords {
  find(before: Folder, after: Folder): Iterable<Found>;
}

function titleOf({ plan }: Side): Message {
  return { text: { en: '“{title}”', 'zh-CN': '“{title}”' }, data: { title: plan.head?.text('title') ?? '…' } };
}

/** The weeks in which several of these plans go live, by their Mondays, with what the plans are called. */
function weeksOf({ sides, plans, today }: Folder) {
  const found = clashes(plans, today).map((clash) => ({
    ...clash,
    titles: clash.plans.map((index) => titleOf(sides[index] as Side)),
  }));
  return new Map(found.map((clash) => [mondayOf(clash.from), clash]));
}

/** By group, the most plans that hit it in one month, and when that is. */
function loadsOf({ plans, today }: Folder) {
  const { groups, months } = changeLoad(plans, today);
  return new Map(
    groups.map(({ id, name, most, loads }) => {
      const month = months[loads.findIndex(({ plans }) => plans.length === most)] ?? '';
      return [`${id} ${name}`, { id, name, most, month }];
    }),
  );
}

const goLivesClash: TogetherKind = {
  id: 'go-lives-clash',
  level: 'decide',
  summary: { en: 'More plans than before go live in one week.', 'zh-CN': '同一周上线的计划比以前多。' },
  why: {
    en: 'The same people are asked to help, to train and to answer in the same days; one go-live may have to wait.',
    'zh-CN': '同样的人要在同样几天里支持、培训和答疑；其中一个上线可能要推后。',
  },
  *find(before, after) {
    const known = weeksOf(before);
    for (const [monday, { from, to, titles }] of weeksOf(after)) {
      if ((known.get(monday)?.titles.length ?? 0) >= titles.length) continue;
      yield {
        text: { en: '{plans} now go live in one week: {days}', 'zh-CN': '{plans}现在在同一周上线：{days}' },
        data: { plans: titles, days: daysText(from, to) },
        about: [monday, titles.length],
      };
    }
  },
};

const groupLoadHigher: TogetherKind = {
  id: 'group-load-higher',
  level: 'decide',
  summary: { en: 'More plans than before hit a group in one month.', 'zh-CN': '一个月内影响某个群体的计划比以前多。' },
  why: {
    en: 'People can take in only so much change at once; each plan alone does not show it.',
    'zh-CN': '人们一次能承受的变化有限；只看单份计划看不出来。',
  },
  *find(before, after) {
    const known = loadsOf(before);
    for (const [key, { id, name, most, month }] of loadsOf(after)) {
      const from = known.get(key)?.most ?? 1;
      if (most <= from || month === '') continue;
      yield {
        text: {
          en: '“{group}” is now hit by {to} plans in one month, not {from} ({month})',
          'zh-CN': '“{group}”现在一个月内受 {to} 份计划影响，原为 {from} 份（{month}）',
        },
        data: { group: name, from, to: most, month: monthsText(month, month) },
        about: [id, month, most],
      };
    }
  },
};

/** In the order in which they are told. */
export const togetherKinds: readonly TogetherKind[] = [goLivesClash, groupLoadHigher];

/** What changes for the plans of two versions taken together; `today`: `YYYY-MM-DD`. All plans must be among them. */
export function compareTogether(before: readonly Side[], after: readonly Side[], today: string): readonly Change[] {
  const folderOf = (sides: readonly Side[]): Folder => {
    return { sides, plans: sides.map(({ plan, context }) => overview(plan, context)), today };
  };
  const [was, is] = [folderOf(before), folderOf(after)];
  return togetherKinds.flatMap((kind) => [...kind.find(was, is)].map((found) => changeOf(kind, found)));
}
