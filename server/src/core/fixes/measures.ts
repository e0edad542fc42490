/** Fixes that add measures built from catalog indicators; their numbers are marked as examples. */

import { lastGoLive } from '../analysis/goLives.ts';
import { surelyActive } from '../analysis/liveStrategies.ts';
import { exampleSource } from '../analysis/placesToFill.ts';
import type { Context } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addPair, addToList, type ItemText, itemText, keyBefore, written } from '../edits/yamlEdit.ts';
import { locales, say } from '../i18n/message.ts';
import type { CatalogStrategy, Indicator } from '../model/catalog.ts';
import { complete, names } from '../model/declaredIds.ts';
import { freeId, slug } from '../model/ids.ts';
import { folded } from '../model/personName.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { isMap } from '../syntax/tree.ts';
import { addDays, isDay } from '../text/day.ts';
import type { Edit } from '../text/edit.ts';
import { addStrategies, mainAudience, strategyItem } from './suggest.ts';

/** Days from go-live to when a measure should have reached its target (docs/domain.md 4.4). */
export const daysAfterGoLive = 90;

/** A day by which a measure may have to reach its target, and what day that is. */
export interface Deadline {
  readonly day: string;
  readonly is: 'after-go-live' | 'end' | 'later';
}

/** Days to come by which a target may be set: 90 days after the last go-live, the end of the plan, else 90 days from now. */
export function deadlines(plan: Plan, today: string): Deadline[] {
  const now = plan.head?.day('asOf')?.value ?? today;
  const end = plan.head?.day('end')?.value;
  const last = lastGoLive(plan);
  const goLive = last === 'unclear' ? undefined : last?.value;
  const later = (day: string) => addDays(day, daysAfterGoLive);
  const found: Deadline[] = [];
  if (goLive && (!end || later(goLive) < end)) found.push({ day: later(goLive), is: 'after-go-live' });
  if (end) found.push({ day: end, is: 'end' });
  const ahead = found.filter(({ day }) => isDay(day) && day > now);
  return ahead.length ? ahead : [{ day: later(now), is: 'later' }];
}

/** Numbers that only show how a measure is written: a share from none to most, a count that grows, or one that halves. */
export function exampleNumbers(indicator: Pick<Indicator, 'en' | 'lowerIsBetter'>): {
  baseline: number;
  target: number;
} {
  if (indicator.lowerIsBetter) return { baseline: 20, target: 10 };
  return { baseline: 0, target: indicator.en.includes('%') ? 80 : 10 };
}

/** The pair that says that numbers are examples. */
export function exampleNote(plan: Plan, { locale }: Pick<Context, 'locale'>): readonly [key: string, value: string] {
  return ['source', written(say(exampleSource, writingLocale(plan, locale)))];
}

/** A new item for `measures` after an indicator, or after a title alone: with numbers that say that they are examples. */
export function measureItem(plan: Plan, id: string, indicator: Indicator, context: Context): ItemText {
  const { baseline, target } = exampleNumbers(indicator);
  return itemText([
    ['id', id],
    ['title', written(say(indicator, writingLocale(plan, context.locale)))],
    ...(indicator.kind ? [['kind', indicator.kind] as const] : []),
    ['baseline', String(baseline)],
    ['target', String(target)],
    ['by', deadlines(plan, context.today)[0]?.day ?? ''],
    exampleNote(plan, context),
  ]);
}

/** The edits that put new items under `measures`. Undefined while something there is half typed. */
export function addMeasureItems(plan: Plan, items: readonly ItemText[]): Edit[] | undefined {
  return isMap(plan.root) && complete(plan, 'measures')
    ? addToList(plan, plan.root, 'measures', items, complete(plan, 'levers') ? 'levers' : undefined)
    : undefined;
}

/** An indicator that a plan could measure, and the strategy that it tells about. */
export interface Suggestion {
  readonly indicator: Indicator;
  readonly known: CatalogStrategy;
  readonly strategy?: Strategy;
}

/** Says how much a tool is used, whatever the strategies are: for plans whose own strategies have no such indicator. */
const general = 'ai-adoption-dashboard';

/** Indicators of a strategy, those that show an effect before those that only count what was done. */
export function indicatorsOf(known: CatalogStrategy | undefined): Indicator[] {
  const rank = ({ kind }: Indicator) => (kind === 'activity' ? 1 : 0);
  return [...(known?.indicators ?? [])].sort((a, b) => rank(a) - rank(b));
}

/** Indicators that the plan does not measure yet: of one strategy, or of all that are at work and then those for any plan. */
export function suggestedMeasures(plan: Plan, { catalog }: Context, only?: Strategy): Suggestion[] {
  const measured = new Set(plan.list('measures').map((measure) => folded(measure.word('title')?.value ?? '')));
  const found = new Map<string, Suggestion>();
  const add = (known: CatalogStrategy | undefined, strategy?: Strategy) => {
    for (const indicator of indicatorsOf(known)) {
      if (found.has(indicator.en) || locales.some((locale) => measured.has(folded(indicator[locale])))) continue;
      found.set(indicator.en, { indicator, known: known as CatalogStrategy, ...(strategy && { strategy }) });
    }
  };
  for (const strategy of only ? [only] : plan.strategies.filter((strategy) => surelyActive(strategy))) {
    if (strategy.use) add(catalog.strategy(strategy.use.value), strategy);
  }
  if (!only) add(catalog.strategy(general));
  return [...found.values()];
}

/** Words of a title that an id can do without. */
const small = /\b(a|an|and|are|at|by|from|in|is|it|of|on|one|s|that|the|their|they|those|to|we|who|with)\b/g;

/** An id made of the words of an indicator. */
export function idFor({ indicator, known }: Pick<Suggestion, 'indicator' | 'known'>): string {
  const words = indicator.en
    .replace(/^([^(]*)\(.*\)/, '$1')
    .split(',')[0]
    ?.toLowerCase()
    .replace(small, ' ');
  const id = slug(words ?? '');
  return id.length <= 40 ? id || known.id : id.slice(0, 41).replace(/-[^-]*$/, '');
}

/** The edit that makes a strategy name measures. */
export function linkMeasures(plan: Plan, strategy: Strategy, ids: readonly string[]): Edit[] | undefined {
  if (strategy.state('measures') === 'missing') {
    if (misspelt(strategy.at, 'measures', shapes.strategy)) return undefined;
    const after = keyBefore(strategy.at, shapes.strategy, 'measures');
    return [addPair(plan, strategy.at, 'measures', `[${ids.join(', ')}]`, { after })];
  }
  const items = ids.map((id) => ({ lines: [id], inline: id }));
  return addToList(plan, strategy.at, 'measures', items);
}

/** The edits that add measures after suggestions and let the strategies they tell about name them. */
export function addMeasures(plan: Plan, suggestions: readonly Suggestion[], context: Context): Edit[] | undefined {
  const taken = new Set(names(plan).measure.keys());
  const links = new Map<Strategy, string[]>();
  const items = suggestions.map((suggestion) => {
    const id = freeId(idFor(suggestion), taken);
    taken.add(id);
    const { strategy } = suggestion;
    if (strategy) links.set(strategy, [...(links.get(strategy) ?? []), id]);
    return measureItem(plan, id, suggestion.indicator, context);
  });
  const added = addMeasureItems(plan, items);
  if (!added || items.length === 0) return undefined;
  const linked = [...links].flatMap(([strategy, ids]) => linkMeasures(plan, strategy, ids) ?? []);
  return [...linked, ...added];
}

/**
 * The edits that add a strategy of the catalog that leaves nothing open but its owner: with a measure of its own where
 * the plan has measures. Undefined where there is nobody to address.
 */
export function addWholeStrategy(plan: Plan, known: CatalogStrategy, context: Context): Edit[] | undefined {
  if (mainAudience(plan, known.id).length === 0) return undefined;
  const measuring = plan.list('measures').length > 0 && complete(plan, 'measures');
  const indicator = measuring ? indicatorsOf(known)[0] : undefined;
  if (!indicator) return addStrategies(plan, known.lever, [strategyItem(plan, known)]);
  const id = freeId(idFor({ indicator, known }), names(plan).measure);
  const strategy = addStrategies(plan, known.lever, [strategyItem(plan, known, [['measures', `[${id}]`]])]);
  const measure = addMeasureItems(plan, [measureItem(plan, id, indicator, context)]);
  return strategy && measure && [...strategy, ...measure];
}
