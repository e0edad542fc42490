/** Symbol table: the ids that a plan declares, by kind. */

import type { Shape } from '../schema/schema.ts';
import { isRecovered, type ParseError } from '../syntax/parseError.ts';
import {
  type At,
  derived,
  follow,
  isList,
  isMap,
  itemsOf,
  type List,
  pairsOf,
  spotAt,
  valueUnder,
} from '../syntax/tree.ts';
import { isFirst } from '../text/lines.ts';
import { Entry, type Spanned } from './entry.ts';
import { slug } from './ids.ts';
import { idOf, ofLevers, ofPlan, type Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import { misspelt } from './uncertain.ts';

/** The ids of each kind, with the place that introduces them first. Strategies and milestones share one name space (docs/domain.md 2.2). */
export interface Names {
  readonly stakeholder: ReadonlyMap<string, Spanned<string>>;
  readonly measure: ReadonlyMap<string, Spanned<string>>;
  readonly risk: ReadonlyMap<string, Spanned<string>>;
  readonly milestone: ReadonlyMap<string, Spanned<string>>;
  readonly strategy: ReadonlyMap<string, Spanned<string>>;
}

/** The reserved word for "every group" in an audience. */
export const everyone = 'all';

function first(ids: Iterable<Spanned<string> | undefined>): Map<string, Spanned<string>> {
  const map = new Map<string, Spanned<string>>();
  for (const id of ids) if (id && !map.has(id.value)) map.set(id.value, id);
  return map;
}

/** The lists at the top of a plan whose entries have ids. */
type Listed = 'stakeholders' | 'measures' | 'risks' | 'milestones';

const listed = (key: Listed) => ofPlan((plan) => first(plan.list(key).map(idOf)));

const byKind: { readonly [K in keyof Names]: (plan: Plan) => Names[K] } = {
  stakeholder: listed('stakeholders'),
  measure: listed('measures'),
  risk: listed('risks'),
  milestone: listed('milestones'),
  strategy: ofPlan((plan) => first(plan.strategies.map(idOf))),
};

/** The declared ids of a plan; each kind is collected on first use. */
export const names = ofPlan(
  (plan): Names => ({
    get stakeholder() {
      return byKind.stakeholder(plan);
    },
    get measure() {
      return byKind.measure(plan);
    },
    get risk() {
      return byKind.risk(plan);
    },
    get milestone() {
      return byKind.milestone(plan);
    },
    get strategy() {
      return byKind.strategy(plan);
    },
  }),
);

const wellFormed = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const meantOf = (kind: keyof Names) =>
  ofPlan(
    (plan): ReadonlySet<string> =>
      new Set([...byKind[kind](plan).keys()].flatMap((id) => (wellFormed.test(id) ? [] : slug(id)))),
  );

const meantByKind: { readonly [K in keyof Names]: (plan: Plan) => ReadonlySet<string> } = {
  stakeholder: meantOf('stakeholder'),
  measure: meantOf('measure'),
  risk: meantOf('risk'),
  milestone: meantOf('milestone'),
  strategy: meantOf('strategy'),
};

/**
 * Whether an id of a kind is not written as it must be and will be this one when it is: `Office staff` means
 * `office-staff`. What refers to it is right, and the finding on the id is the only one.
 */
export function isMeant(plan: Plan, kind: keyof Names, id: string): boolean {
  return meantByKind[kind](plan).has(id);
}

/** The ids of the strategies under each lever, and which of them is the first that has it. */
const strategyIds = ofPlan(
  ofLevers((_, { strategies }): ReadonlyMap<string, number> => {
    const ids = new Map<string, number>();
    for (const [index, { says }] of strategies.entries())
      if (says.id !== undefined && !ids.has(says.id)) ids.set(says.id, index);
    return ids;
  }),
);

/** The ids of the entries in a list. */
const idsIn = derived(
  ({ node }: At<List>) => node,
  (list): ReadonlySet<string | undefined> =>
    new Set(itemsOf(list).flatMap((at) => (isMap(at) ? new Entry(at).text('id') : []))),
);

/** The declared ids of a plan as sets, without places. */
export function introducedIds(plan: Plan): Readonly<Record<keyof Names, { has(id: string): boolean }>> {
  const inList = (key: Listed) => {
    const list = valueUnder(plan.root, key);
    return isList(list) ? idsIn(list) : new Set<string>();
  };
  const byLever = strategyIds(plan);
  return {
    stakeholder: inList('stakeholders'),
    measure: inList('measures'),
    risk: inList('risks'),
    milestone: inList('milestones'),
    strategy: { has: (id) => byLever.some((ids) => ids.has(id)) },
  };
}

/** The entry that declares an id; the first if several do. */
export function entryNamed(plan: Plan, kind: keyof Names, id: string): At | undefined {
  if (kind === 'strategy') {
    for (const [index, ids] of strategyIds(plan).entries()) {
      const found = ids.get(id);
      if (found !== undefined) return plan.levers[index]?.strategies[found]?.at;
    }
    return undefined;
  }
  const spot = spotAt(plan.root, names(plan)[kind].get(id)?.span.start ?? -1);
  return spot && follow(plan.root, spot.path.slice(0, -1));
}

/** What an id, or something that has one, may stand in. */
const holdsId = (shape: Shape) => shape.id || shape.refs.includes('catalog');

/**
 * Whether a section was read without syntax errors that could hide a declaration. While a line is half typed an id may
 * only seem to be missing: callers then report no dangling reference. `holds` says whether a value of some shape could
 * contain what is searched for (default: ids).
 */
export function complete(plan: Reading, section: string, holds: (shape: Shape) => boolean = holdsId): boolean {
  if (plan.errors.length === 0 && valueUnder(plan.root, section)) return true;
  const pairs = pairsOf(plan.root);
  const index = pairs.findIndex((pair) => pair.name === section);
  // Where the whole section is missing, its key may be what is half typed.
  if (index < 0) {
    const keyTyped = plan.errors.some((error) => !isRecovered(error) && isFirst(plan.text, error.start));
    return !keyTyped && !(plan.root && misspelt(plan.root, section, plan.format.shape));
  }
  const start = pairs[index]?.key.start ?? 0;
  const end = pairs[index + 1]?.key.start ?? plan.text.length;
  return !plan.errors.some((error) => start <= error.start && error.start < end && mayHide(plan, error, holds));
}

/** The shape of the value hidden by a syntax error; undefined if it may be anything. */
export function lostShape({ root, format }: Reading, error: ParseError): Shape | undefined {
  const spot = spotAt(root, error.start);
  return spot?.value.node.kind === 'broken' ? format.shapeAt(spot.path) : undefined;
}

/** Whether a syntax error may hide what is searched for: false if the broken value could not contain it. */
function mayHide(plan: Reading, error: ParseError, holds: (shape: Shape) => boolean): boolean {
  if (isRecovered(error)) return false;
  const shape = lostShape(plan, error);
  if (!shape) return true;
  return holds(shape) || shape.keys.length > 0 || (shape.items?.keys.length ?? 0) > 0;
}
