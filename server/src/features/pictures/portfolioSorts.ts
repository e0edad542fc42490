/** The orders in which a portfolio shows its plans. */
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import type { PlanHealth, PlanOverview, PortfolioSort } from '../../protocol.ts';

const titles = {
  health: { en: 'Health', 'zh-CN': '状态' },
  goLive: { en: 'Go-live', 'zh-CN': '上线日期' },
  people: { en: 'People', 'zh-CN': '人数' },
  title: { en: 'Title', 'zh-CN': '标题' },
} satisfies Record<string, Text>;

/** Where something is to be done first. */
const byNeed: readonly PlanHealth[] = ['at-risk', 'attention', 'draft', 'on-track', 'ended'];

type Key = string | number;

function compare(one: Key, other: Key): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Each order by itself, and where it makes no difference by health, go-live and title; files that are no plans yet come
 * last in all of them, plans without the date or number after those with one. `titles`: as they are shown.
 */
export function sortsOf(
  plans: readonly PlanOverview[],
  shown: readonly string[],
  today: string,
  locale: Locale,
): PortfolioSort[] {
  const byTitle = new Map(
    [...new Set(shown)].sort(new Intl.Collator(locale).compare).map((title, index) => [title, index]),
  );
  const keys = plans.map((plan, place) => ({
    begun: plan.begun ? 0 : 1,
    health: byNeed.indexOf(plan.health),
    // Those that are live come after those that are to be; a text that is greater than every day stands for none.
    goLive: plan.goLives.find(({ day }) => day >= today)?.day ?? (plan.goLives.length ? '~' : '~~'),
    people: -(plan.people ?? 0),
    title: byTitle.get(shown[place] as string) ?? 0,
  }));
  return (Object.keys(titles) as (keyof typeof titles)[]).map((key) => {
    const ranks = (['begun', key, 'health', 'goLive', 'title'] as const).map(
      (name) => (place: number) => keys[place]?.[name] ?? 0,
    );
    const order = plans
      .map((_, place) => place)
      .sort((a, b) => ranks.reduce((found, rank) => found || compare(rank(a), rank(b)), 0));
    return { key, title: say(titles[key], locale), order };
  });
}
