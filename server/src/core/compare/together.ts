/** What changes for several plans taken together: go-lives in one week, and groups that more plans hit at once. */
import { daysText, monthsText } from '../i18n/dayText.ts';
import type { Message, Text } from '../i18n/message.ts';
import { clashes } from '../overview/clashes.ts';
import { type Overview, overview } from '../overview/overview.ts';
import { changeLoad } from '../overview/portfolio.ts';
import { mondayOf } from '../text/day.ts';
import type { Change } from './change.ts';
import type { Side } from './comparison.ts';

const words = {
  clash: { en: '{plans} now go live in one week: {days}', 'zh-CN': '{plans}现在在同一周上线：{days}' },
  title: { en: '“{title}”', 'zh-CN': '“{title}”' },
  load: {
    en: '“{group}” is now hit by {to} plans in one month, not {from} ({month})',
    'zh-CN': '“{group}”现在一个月内受 {to} 份计划影响，原为 {from} 份（{month}）',
  },
} satisfies Record<string, Text>;

function titleOf({ plan }: Side): Message {
  return { text: words.title, data: { title: plan.head?.text('title') ?? '…' } };
}

/** The weeks in which several of these plans go live, by their Mondays, with what the plans are called. */
function weeksOf(sides: readonly Side[], plans: readonly Overview[], today: string) {
  const found = clashes(plans, today).map((clash) => ({
    ...clash,
    titles: clash.plans.map((index) => titleOf(sides[index] as Side)),
  }));
  return new Map(found.map((clash) => [mondayOf(clash.from), clash]));
}

/** By group, the most plans that hit it in one month, and when that is. */
function loadsOf(plans: readonly Overview[], today: string) {
  const { groups, months } = changeLoad(plans, today);
  return new Map(
    groups.map(({ id, name, most, loads }) => {
      const month = months[loads.findIndex(({ plans }) => plans.length === most)] ?? '';
      return [`${id} ${name}`, { id, name, most, month }];
    }),
  );
}

/** What changes for the plans of two versions taken together; `today`: `YYYY-MM-DD`. All plans must be among them. */
export function compareTogether(before: readonly Side[], after: readonly Side[], today: string): readonly Change[] {
  const changeOf = (kind: string, message: Message, ...about: readonly unknown[]): Change => ({
    kind,
    level: 'decide',
    message,
    identity: JSON.stringify([kind, ...about]),
    before: undefined,
    after: undefined,
  });
  const all = (sides: readonly Side[]) => sides.map(({ plan, context }) => overview(plan, context));
  const [old, now] = [all(before), all(after)];
  const [weeksBefore, weeksAfter] = [weeksOf(before, old, today), weeksOf(after, now, today)];
  const clashing = [...weeksAfter].flatMap(([monday, { from, to, titles }]) => {
    if ((weeksBefore.get(monday)?.titles.length ?? 0) >= titles.length) return [];
    const data = { plans: titles, days: daysText(from, to) };
    return changeOf('go-lives-clash', { text: words.clash, data }, monday, titles.length);
  });
  const [loadsBefore, loadsAfter] = [loadsOf(old, today), loadsOf(now, today)];
  const hit = [...loadsAfter].flatMap(([key, { id, name, most, month }]) => {
    const from = loadsBefore.get(key)?.most ?? 1;
    if (most <= from || month === '') return [];
    const data = { group: name, from, to: most, month: monthsText(month, month) };
    return changeOf('group-load-higher', { text: words.load, data }, id, month, most);
  });
  return [...clashing, ...hit];
}
