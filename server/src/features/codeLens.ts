/** Code lenses above the levers: how many are covered, and for each its strategies, what comes next and what is missing. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { coverageMessage, whyNotCounted } from '../core/analysis/coach.ts';
import { coverage, type LeverCoverage, minimumLevers } from '../core/analysis/coverage.ts';
import { coveredCount, eventWords, leverTitle, leverWords, strategyCount } from '../core/analysis/labels.ts';
import { overdueIn, referenceDay } from '../core/analysis/timeline.ts';
import { type Upcoming, upcoming } from '../core/analysis/upcoming.ts';
import { check, speaks } from '../core/check/check.ts';
import { lacksAudience } from '../core/fixes/audience.ts';
import { type Locale, type Message, say, sayMessage, type Text } from '../core/i18n/message.ts';
import { brief, counted } from '../core/i18n/phrases.ts';
import type { Plan, Strategy } from '../core/model/plan.ts';
import { type HealthReport, healthLine, healthOf, healthWords } from '../core/overview/health.ts';
import type { Span } from '../core/text/span.ts';
import { entryName } from './symbols/entries.ts';
import { isPlan, rangeOf, type Subject, type View } from './view.ts';

/** The lenses that can be switched: the one above `levers`, and those above each lever. */
export const lensKinds = ['coverage', 'levers'] as const;
export type LensKind = (typeof lensKinds)[number];

/** The longest title of a strategy, in characters: a lens is read in passing. */
const longest = 40;

const words = {
  all: { en: 'All 6 levers covered', 'zh-CN': '6 个 LEVERS 已全部启用' },
  none: { en: 'None of the 6 levers covered yet', 'zh-CN': '6 个 LEVERS 都还没有启用' },
  missing: { en: '{list} missing', 'zh-CN': '尚缺{list}' },
  begun: { en: '{list} not covered', 'zh-CN': '{list}尚未计入' },
  leftOut: { en: '{list} left out, with a reason', 'zh-CN': '{list}不启用，已说明理由' },
  unread: { en: '{list} cannot be read', 'zh-CN': '{list}无法读取' },
  torn: { en: 'something cannot be read', 'zh-CN': '有内容无法读取' },
  oneCounts: { en: '{strategies}, 1 of them counts', 'zh-CN': '{strategies}，计入 1 项' },
  severalCount: { en: '{strategies}, {n} of them count', 'zh-CN': '{strategies}，计入 {n} 项' },
  notCovered: { en: '{strategies}, not covered', 'zh-CN': '{strategies}，尚未启用' },
  next: { en: 'next: {day}, {what}', 'zh-CN': '下一步：{day}，{what}' },
  overdue: { en: '{n} overdue', 'zh-CN': '{n} 项逾期' },
  noAudience: { en: '{n} without an audience', 'zh-CN': '{n} 项没有受众' },
} satisfies Record<string, Text>;

function joined(parts: readonly Message[], locale: Locale): string {
  return parts.map((part) => sayMessage(part, locale)).join(' · ');
}

/** A strategy and its next day. */
interface Next extends Upcoming {
  readonly strategy: Strategy;
}

/** The earliest event of several strategies; of several on one day, the first in the text. */
function nextOf(strategies: readonly Strategy[], from: string): Next | undefined {
  let first: Next | undefined;
  for (const strategy of strategies) {
    const next = upcoming(strategy, from);
    if (next && (first === undefined || next.day < first.day)) first = { ...next, strategy };
  }
  return first;
}

function nextMessage({ strategy, day, what, whose }: Next, view: View): Message {
  const name = entryName(strategy.at, view);
  const title = brief(name.title || name.id, longest);
  return { text: words.next, data: { day, what: { text: eventWords[what][whose], data: { title } } } };
}

function countMessage({ covered, strategies, notUsed, unread }: LeverCoverage): Message {
  if (!covered && unread) return { text: words.torn };
  if (strategies.length === 0) return { text: notUsed ? leverWords.leftOut : leverWords.empty };
  const written = counted(strategyCount, strategies.length);
  const count = strategies.filter(({ notCounted }) => !notCounted).length;
  if (!covered) return { text: words.notCovered, data: { strategies: written } };
  if (count === strategies.length) return written;
  return { text: count === 1 ? words.oneCounts : words.severalCount, data: { strategies: written, n: count } };
}

/** What strategies lack, as long as the rules about it are on and apply to the plan. */
function gaps(plan: Plan, strategies: readonly Strategy[], view: View): Message[] {
  const overdue = speaks('overdue', plan, view) ? overdueIn(plan, view) : undefined;
  const asks = speaks('strategy-without-audience', plan, view);
  const late = overdue ? strategies.filter((strategy) => overdue.dueOf(strategy)).length : 0;
  const mute = asks ? strategies.filter((strategy) => lacksAudience(plan, strategy)).length : 0;
  return [
    ...(late ? [{ text: words.overdue, data: { n: late } }] : []),
    ...(mute ? [{ text: words.noAudience, data: { n: mute } }] : []),
  ];
}

function leverLens(plan: Plan, lever: LeverCoverage, view: View): string {
  const strategies = lever.strategies.map(({ strategy }) => strategy);
  const from = referenceDay(plan, view);
  const next = from === undefined ? undefined : nextOf(strategies, from);
  const parts = [
    countMessage(lever),
    ...whyNotCounted(lever),
    ...gaps(plan, strategies, view),
    ...(next ? [nextMessage(next, view)] : []),
  ];
  return joined(parts, view.locale);
}

/** In a line: how a plan stands, how many levers it covers, and which are missing, left out or cannot be read. */
export function coverageLine(plan: Plan, { health }: HealthReport, view: View): string {
  const { levers, covered } = coverage(plan, view.catalog);
  const text = covered.length === levers.length ? words.all : covered.length === 0 ? words.none : coveredCount;
  const parts: Message[] = [{ text: healthWords[health] }, { text, data: { n: covered.length } }];
  const uncovered = levers.filter((lever) => !lever.covered);
  const add = (text: Text, some: readonly LeverCoverage[]) => {
    if (!some.length) return;
    const names = some.map(({ lever }) => say(leverTitle(lever, view.catalog), view.locale));
    parts.push({ text, data: { list: names.join(view.locale === 'en' ? ', ' : '、') } });
  };
  const leftOut = uncovered.filter(({ unread, notUsed }) => !unread && notUsed);
  const open = uncovered.filter(({ unread, notUsed }) => !unread && !notUsed);
  const missing = open.filter(({ strategies }) => strategies.length === 0);
  const begun = open.filter(({ strategies }) => strategies.length > 0);
  const unread = uncovered.filter((lever) => lever.unread);
  if (covered.length > 0) add(words.missing, missing);
  add(words.begun, begun);
  add(words.leftOut, leftOut);
  add(words.unread, unread);
  return joined(parts, view.locale);
}

/** The lenses of a plan that are switched on, in the order of the text. Each opens the picture. */
export function codeLens(subject: Subject, on: Readonly<Record<LensKind, boolean>>, view: View): CodeLens[] {
  if (!isPlan(subject)) return [];
  const { reading: plan, document } = subject;
  const pair = plan.leversPair;
  // Levers that are no map have a finding of their own.
  if (!pair || pair.value.node.kind === 'broken' || pair.value.node.kind === 'list') return [];
  const opens = view.showPlan ? { command: 'levers.showPlan', arguments: [document.uri] } : { command: '' };
  const lens = (key: Span, words: Pick<Command, 'title' | 'tooltip'>): CodeLens => ({
    range: rangeOf(subject, key),
    command: { ...words, ...opens },
  });
  const lenses: CodeLens[] = [];
  if (on.coverage) {
    const standing = healthOf(plan, check(plan, view), view);
    const title = coverageLine(plan, standing, view);
    const about = [healthLine(standing), coverageMessage(plan, view.catalog, minimumLevers(view.settings))];
    lenses.push(lens(pair.key, { title, tooltip: joined(about, view.locale) }));
  }
  if (on.levers) {
    const { levers } = coverage(plan, view.catalog);
    for (const { id, key } of plan.leverKeys) {
      const lever = levers.find((candidate) => candidate.lever === id);
      if (lever) lenses.push(lens(key, { title: leverLens(plan, lever, view) }));
    }
  }
  return lenses;
}
