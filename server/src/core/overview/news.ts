/** What matters in a portfolio, in one line: plans at risk, go-lives that clash, groups that are hit by several plans. */
import { daysText, monthsText } from '../i18n/dayText.ts';
import type { Message, Text } from '../i18n/message.ts';
import { type Counting, counted, inTurn } from '../i18n/phrases.ts';
import type { Clash } from './clashes.ts';
import { type ChangeLoad, type GroupLoad, isOver, type Load, type PortfolioPlan } from './portfolio.ts';

const words = {
  news: { en: '{plans}: {news}', 'zh-CN': '{plans}：{news}' },
  noRisk: { en: 'none at risk', 'zh-CN': '没有计划有风险' },
  onDay: { en: '{n} go live on {days}', 'zh-CN': '{n} 个在{days}上线' },
  inWeek: { en: '{n} go live in one week, {days}', 'zh-CN': '{n} 个在同一周上线（{days}）' },
  over: {
    en: '{group} carries a load of {load} {months}, over the threshold of {threshold}',
    'zh-CN': '{months}{group}的负荷为 {load}，超过阈值 {threshold}',
  },
  hit: { en: '{group} hit by {n} plans {months}', 'zh-CN': '{months}有 {n} 个计划影响{group}' },
} satisfies Record<string, Text>;

const counts = {
  plans: { one: { en: '1 plan', 'zh-CN': '1 个计划' }, many: { en: '{n} plans', 'zh-CN': '{n} 个计划' } },
  atRisk: { one: { en: '1 at risk', 'zh-CN': '1 个有风险' }, many: { en: '{n} at risk', 'zh-CN': '{n} 个有风险' } },
  weeks: {
    one: { en: '1 more week with several go-lives', 'zh-CN': '另有 1 周有多个计划上线' },
    many: { en: '{n} more weeks with several go-lives', 'zh-CN': '另有 {n} 周各有多个计划上线' },
  },
  over: {
    one: { en: '1 more group over it', 'zh-CN': '另有 1 个群体超过阈值' },
    many: { en: '{n} more groups over it', 'zh-CN': '另有 {n} 个群体超过阈值' },
  },
  groups: {
    one: { en: '1 more group hit by several', 'zh-CN': '另有 1 个群体受多个计划影响' },
    many: { en: '{n} more groups hit by several', 'zh-CN': '另有 {n} 个群体受多个计划影响' },
  },
  files: {
    one: { en: '1 file is no plan yet', 'zh-CN': '有 1 个文件还不是计划' },
    many: { en: '{n} files are no plans yet', 'zh-CN': '有 {n} 个文件还不是计划' },
  },
} satisfies Record<string, Counting>;

/** The worst of what is to come for a group. */
export interface Peak {
  /** The load of these months. */
  readonly load: Load;
  /** The first and the last month in a row (`YYYY-MM`) that are as bad. */
  readonly from: string;
  readonly to: string;
}

/** The months from one (`YYYY-MM`) on in which a group has most by a measure of its load, and when first; undefined where that is always 0. */
function peak(
  { loads }: Pick<GroupLoad, 'loads'>,
  months: readonly string[],
  since: string,
  measure: (load: Load) => number,
): Peak | undefined {
  const coming = months.flatMap((month, index) => {
    const load = loads[index];
    return load && month >= since ? [{ month, load, amount: measure(load) }] : [];
  });
  const most = Math.max(0, ...coming.map(({ amount }) => amount));
  const first = coming.findIndex(({ amount }) => amount === most);
  const [worst] = coming.slice(first);
  if (most === 0 || !worst) return undefined;
  const end = coming.findIndex(({ amount }, index) => index > first && amount < most);
  const run = coming.slice(first, end < 0 ? undefined : end);
  return { load: worst.load, from: worst.month, to: run.at(-1)?.month as string };
}

/** The most plans that hit a group from a month (`YYYY-MM`) on; undefined where no two meet any more. */
export function mostPlans(group: Pick<GroupLoad, 'loads'>, months: readonly string[], since: string): Peak | undefined {
  return peak(group, months, since, ({ plans }) => (plans.length < 2 ? 0 : plans.length));
}

/** The highest load of a group from a month (`YYYY-MM`) on, where that is over the threshold. */
function highestLoad(group: GroupLoad, months: readonly string[], since: string, threshold: number): Peak | undefined {
  return peak(group, months, since, (load) => (isOver(load, threshold) ? load.weight : 0));
}

/** "5 go live on Jun 14, 2027". */
function clashText({ from, to, plans }: Clash): Message {
  return { text: from === to ? words.onDay : words.inWeek, data: { n: plans.length, days: daysText(from, to) } };
}

/**
 * "12 plans: 6 at risk; 5 go live on Jun 14, 2027; Staff council hit by 6 plans Feb – Jun 2027". `threshold`: groups that
 * carry more in a month from today on are told, too; 0: none.
 */
export function portfolioNews(
  plans: readonly PortfolioPlan[],
  load: ChangeLoad,
  found: readonly Clash[],
  today: string,
  threshold = 0,
): Message {
  const begun = plans.filter((plan) => plan.begun);
  const atRisk = begun.filter(({ health }) => health === 'at-risk').length;
  const [worst] = [...found].sort((a, b) => b.plans.length - a.plans.length);
  const month = today.slice(0, 7);
  const named = ({ name, id }: GroupLoad, { from, to }: Peak) => ({ group: name || id, months: monthsText(from, to) });
  const over = load.groups.flatMap((group) => {
    const peak = highestLoad(group, load.months, month, threshold);
    return peak ? [{ ...named(group, peak), load: peak.load.weight, threshold }] : [];
  });
  const hit = load.groups.flatMap((group) => {
    const peak = mostPlans(group, load.months, month);
    return peak ? [{ ...named(group, peak), n: peak.load.plans.length }] : [];
  });
  const more = (count: Counting, n: number) => (n > 0 ? [counted(count, n)] : []);
  const news: Message[] = [
    ...(begun.length ? [atRisk ? counted(counts.atRisk, atRisk) : { text: words.noRisk }] : []),
    ...(worst ? [clashText(worst)] : []),
    ...more(counts.weeks, found.length - 1),
    ...over.slice(0, 1).map((data) => ({ text: words.over, data })),
    ...more(counts.over, over.length - 1),
    ...hit.slice(0, 1).map((data) => ({ text: words.hit, data })),
    ...more(counts.groups, hit.length - 1),
    ...more(counts.files, plans.length - begun.length),
  ];
  const all = counted(counts.plans, begun.length);
  return news.length ? { text: words.news, data: { plans: all, news: inTurn(news) } } : all;
}
