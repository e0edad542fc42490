/** Pieces of text that several rules and features use: names of levers and strategies, and code as it is shown. */

import type { Severity } from '../diagnostics/severity.ts';
import type { Text, Value } from '../i18n/message.ts';
import type { Counting } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entry } from '../model/entry.ts';
import type { Strategy } from '../model/plan.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { plainUnder } from '../syntax/tree.ts';
import type { Upcoming } from './upcoming.ts';

/** What the severities are called. */
export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  info: { en: 'info', 'zh-CN': '信息' },
  hint: { en: 'hint', 'zh-CN': '提示' },
};

/** How many problems of a severity there are. */
export const problemCount: Readonly<Record<Severity, Counting>> = {
  error: { one: { en: '1 error', 'zh-CN': '1 个错误' }, many: { en: '{n} errors', 'zh-CN': '{n} 个错误' } },
  warning: { one: { en: '1 warning', 'zh-CN': '1 个警告' }, many: { en: '{n} warnings', 'zh-CN': '{n} 个警告' } },
  info: { one: { en: '1 remark', 'zh-CN': '1 条信息' }, many: { en: '{n} remarks', 'zh-CN': '{n} 条信息' } },
  hint: { one: { en: '1 hint', 'zh-CN': '1 条提示' }, many: { en: '{n} hints', 'zh-CN': '{n} 条提示' } },
};

/** How many strategies there are. */
export const strategyCount: Counting = {
  one: { en: '1 strategy', 'zh-CN': '1 项策略' },
  many: { en: '{n} strategies', 'zh-CN': '{n} 项策略' },
};

/** How many people are in a group. */
export const peopleCount: Counting = {
  one: { en: '1 person', 'zh-CN': '1 人' },
  many: { en: '{n} people', 'zh-CN': '{n} 人' },
};

/** How many levers are covered. */
export const coveredCount: Text = { en: '{n} of 6 levers covered', 'zh-CN': '已启用 {n}/6 个 LEVERS' };

/** What a value is called that can be filled in where it is shown. */
export const fillWords: Text = { en: '{title}: {value}, edit', 'zh-CN': '{title}：{value}，编辑' };

/** How much changes for a group. */
export const impactWords: Text = { en: 'Impact: {impact}', 'zh-CN': '影响：{impact}' };

/** What is said of a lever that has no strategies. */
export const leverWords = {
  empty: { en: 'no strategies yet', 'zh-CN': '还没有策略' },
  leftOut: { en: 'left out, with a reason', 'zh-CN': '不启用，已说明理由' },
} satisfies Record<string, Text>;

/** What happens on a day, to a strategy itself and to one of its activities. */
export const eventWords: Readonly<Record<Upcoming['what'], Readonly<Record<Upcoming['whose'], Text>>>> = {
  start: {
    strategy: { en: '“{title}” starts', 'zh-CN': '“{title}”开始' },
    activity: { en: 'an activity of “{title}” starts', 'zh-CN': '“{title}”的一项活动开始' },
  },
  due: {
    strategy: { en: '“{title}” is due', 'zh-CN': '“{title}”到期' },
    activity: { en: 'an activity of “{title}” is due', 'zh-CN': '“{title}”的一项活动到期' },
  },
};

export function leverTitle(lever: LeverId, catalog: Catalog): Text {
  return catalog.lever(lever).title;
}

/** The title of a lever inside a sentence: Chinese has no capital letters to set it off. */
export function leverInText(lever: LeverId, catalog: Catalog): Text {
  const { en, 'zh-CN': chinese } = leverTitle(lever, catalog);
  return { en, 'zh-CN': `“${chinese}”` };
}

/** What an entry of a list is called: its title, else its id; empty where it has neither. */
export function entryTitle({ at }: Entry): string {
  return String(plainUnder(at, 'title') ?? plainUnder(at, 'id') ?? '');
}

/** What a strategy is called: its own title, else the catalog's, else its id. */
export function strategyTitle(strategy: Strategy, catalog: Catalog): Value {
  const own = strategy.word('title')?.value;
  if (own) return own;
  const use = strategy.use?.value;
  return (use && catalog.strategy(use)?.title) || (strategy.id?.value ?? { en: 'a strategy', 'zh-CN': '一项策略' });
}
