/** Dangling references, with the benefit of the doubt near syntax errors. */
import { type Catalog, catalogued } from '../model/catalog.ts';
import { complete, introducedIds, isMeant, type Names } from '../model/declaredIds.ts';
import { leverMeant } from '../model/leverName.ts';
import { strategyMeant } from '../model/nearestStrategies.ts';
import { ofLevers, Plan } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import type { Occurrence } from '../model/references.ts';
import { lastAt, pairsOf, spanOf, spotAt } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** Spelling search is limited to this many misspelt strategies. */
const mostMisspelt = 50;

/**
 * The ids that misspelt strategies of a plan may mean: what refers to one of them leads somewhere. Undefined where it
 * cannot be told which strategies and milestones there are.
 */
export function meantByMisspelt(plan: Plan, catalog: Catalog): ReadonlySet<string> | undefined {
  if (!complete(plan, 'levers') || !complete(plan, 'milestones')) return undefined;
  // A strategy that stands under no lever of the model, or is itself misspelt: that is said there.
  if (pairsOf(plan.leversPair?.value).some(({ name }) => leverMeant(name).length === 0)) return undefined;
  const wrong = misspeltUses(plan, catalog).flat().slice(0, mostMisspelt);
  return new Set(wrong.flatMap((use) => strategyMeant(use, catalog)));
}

/** What strategies are called with `use` and no catalog has. */
const misspeltUses = ofLevers((_, { strategies }, catalog: Catalog): readonly string[] =>
  strategies.flatMap((one) => (catalogued(one, catalog) ? [] : (one.says.use ?? []))),
);

/** A part of a text that does not count; parts stand in order and apart. */
interface Aside {
  readonly at: number;
  readonly end: number;
}

/** What stands under keys that were written before: the second key has a finding of its own. */
function repeated({ errors, root }: Reading): Aside[] {
  const parts: Aside[] = [];
  for (const { kind, start } of errors) {
    const spot = kind === 'repeated-key' && start >= (parts.at(-1)?.end ?? 0) ? spotAt(root, start) : undefined;
    if (spot) parts.push({ at: spot.value.start, end: spanOf(spot.value).end });
  }
  return parts;
}

/**
 * Tells of the names in a plan or catalog which lead nowhere: a reference to something that is not there. Where what it
 * refers to may stand in text that could not be read, it is not called that.
 */
export function danglingIn(reading: Reading, catalog: Catalog): (name: Occurrence) => boolean {
  const inCatalog = (id: string) => catalog.incomplete.length > 0 || catalog.strategy(id) !== undefined;
  if (!(reading instanceof Plan))
    return ({ kind, name, introduces }) => kind === 'catalog' && !introduces && !inCatalog(name);
  const known = introducedIds(reading);
  const isDeclared = (kind: keyof Names, id: string) => known[kind].has(id) || isMeant(reading, kind, id);
  const unless = (told: boolean, kind: keyof Names) => (id: string) => told && !isDeclared(kind, id);
  const misspelt = meantByMisspelt(reading, catalog);
  const work = (kind: keyof Names) => (id: string) =>
    misspelt !== undefined && !isDeclared(kind, id) && !misspelt.has(id);
  const nowhere: Record<Occurrence['kind'], (id: string) => boolean> = {
    catalog: (id) => !inCatalog(id),
    stakeholder: unless(complete(reading, 'stakeholders'), 'stakeholder'),
    measure: unless(complete(reading, 'measures'), 'measure'),
    risk: unless(complete(reading, 'risks'), 'risk'),
    strategy: work('strategy'),
    milestone: work('milestone'),
    // People are listed nowhere.
    person: () => false,
  };
  const aside = repeated(reading);
  const counts = ({ start, end }: Span) => end > (aside[lastAt(aside, start)]?.end ?? 0);
  return (found) => !found.introduces && nowhere[found.kind](found.name) && counts(found);
}
