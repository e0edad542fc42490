/** Matching: the things of two versions of a plan, each with its other self. */
import type { Entry } from '../model/entry.ts';
import { folded } from '../model/personName.ts';
import { idOf, type Plan, Strategy } from '../model/plan.ts';
import { planShape, type RefKind, type Shape, shapes } from '../schema/schema.ts';
import { type At, isList, isMap, isScalar, pairsOf, plainUnder } from '../syntax/tree.ts';
import type { Renames } from './difference.ts';
import { type Known, paired } from './pairing.ts';
import type { Thing, ThingKind } from './thing.ts';

const under = (key: string) => (entry: Entry) => {
  const value = plainUnder(entry.at, key);
  return value === undefined ? undefined : folded(String(value));
};

/** The values of an entry as words, by their keys. */
function valuesOf({ at }: Entry): Map<string, string> {
  const words = (value: At): string => {
    if (isScalar(value)) return folded(String(value.node.value ?? ''));
    if (isMap(value))
      return pairsOf(value)
        .map((pair) => `${pair.name}: ${words(pair.value)}`)
        .sort()
        .join(', ');
    if (!isList(value)) return '';
    return value.node.items
      .map(({ at: from, node }) => words({ node, start: value.start + from }))
      .sort()
      .join(', ');
  };
  return new Map(pairsOf(at).map(({ name, value }) => [name, words(value)]));
}

/** What is said about an id elsewhere: where it stands, by the entries that name it. */
type Mentions = ReadonlyMap<string, ReadonlySet<string>>;

function mentionsIn(plan: Plan): Mentions {
  const found = new Map<string, Set<string>>();
  const holders = [...plan.strategies, ...plan.list('risks'), ...plan.list('milestones')];
  for (const holder of holders) {
    const name = idOf(holder)?.value ?? '';
    const entries = [holder, ...holder.entries('activities')];
    for (const entry of entries) {
      for (const key of ['audience', 'measures', 'dependsOn', 'addressedBy', 'stakeholders']) {
        for (const id of entry.texts(key)) {
          const places = found.get(id) ?? new Set();
          found.set(id, places.add(`${key} of ${name}`));
        }
      }
    }
  }
  return found;
}

/** What counts double in likeness: what people call it. */
const calls: ReadonlySet<string> = new Set(['title', 'name']);
/** What says nothing of what a thing is. */
const silent: ReadonlySet<string> = new Set(['id', 'use', 'status', 'notes']);

/** How alike two entries are: by the values that are equal, and by who names them. */
function likenessBy(before: Mentions, after: Mentions) {
  const values = new WeakMap<Entry, Map<string, string>>();
  const known = (entry: Entry) => {
    const found = values.get(entry) ?? valuesOf(entry);
    values.set(entry, found);
    return found;
  };
  return (one: Entry, other: Entry): number => {
    const [a, b] = [known(one), known(other)];
    let all = 0;
    let equal = 0;
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      if (silent.has(key)) continue;
      const weight = calls.has(key) ? 2 : 1;
      all += weight;
      if (a.get(key) === b.get(key)) equal += weight;
    }
    const [was, is] = [before.get(idOf(one)?.value ?? ''), after.get(idOf(other)?.value ?? '')];
    if (was && is) {
      all += 2;
      if (was.size === is.size && [...was].every((place) => is.has(place))) equal += 2;
    }
    return all < 3 ? 0 : equal / all;
  };
}

/** The ids that are called otherwise in the second version, by kind. */
export function renamesOf(things: readonly Thing[]): Renames {
  const found = new Map<RefKind, Map<string, string>>();
  for (const { kind, before, after } of things) {
    const from = before && idOf(before)?.value;
    const to = after && idOf(after)?.value;
    if (from === undefined || to === undefined || from === to) continue;
    const ref = kind as RefKind;
    found.set(ref, (found.get(ref) ?? new Map()).set(from, to));
  }
  return found;
}

/** Of these renames, those whose old id nothing else has now: a reference that still says it means the same thing. */
export function leftBehind(renames: Renames, things: readonly Thing[]): Renames {
  const isFree = (kind: RefKind, id: string) =>
    !things.some(({ kind: other, after }) => other === kind && after && idOf(after)?.value === id);
  return new Map(
    [...renames].map(([kind, ids]) => [kind, new Map([...ids].filter(([from]) => isFree(kind, from)))] as const),
  );
}

/** Entries without an id are known by what their people call them. */
const byTitle: Known = { names: [under('title')] };

/** A reading of which nothing has changed. */
const dayAndValue = (reading: Entry) => `${under('on')(reading)} ${under('value')(reading)}`;

/** All things of two versions of a plan: those of the second in its order, then those that are gone. */
export function matched(before: Plan, after: Plan): readonly Thing[] {
  const likeness = likenessBy(mentionsIn(before), mentionsIn(after));
  const things: Thing[] = [];
  const list = (
    kind: ThingKind,
    shape: Shape | undefined,
    [one, other]: readonly [readonly Entry[], readonly Entry[]],
    known: Known,
    parent?: Thing,
  ): Thing[] => {
    const made = paired(one, other, known).map(([before, after]) => {
      return { kind, shape, before, after, ...(parent && { parent }) };
    });
    things.push(...made);
    return made;
  };
  const one = (kind: ThingKind, shape: Shape | undefined, before: Entry | undefined, after: Entry | undefined) => {
    if (before || after) things.push({ kind, shape, before, after });
  };
  one('plan', shapes.plan, before.head, after.head);
  one('purpose', shapes.purpose, before.purpose, after.purpose);
  const top = (kind: ThingKind, key: Parameters<Plan['list']>[0], known: Known) =>
    list(kind, planShape.key(key)?.items, [before.list(key), after.list(key)], known);
  const byId = (...names: string[]): Known => ({ names: [under('id'), ...names.map(under)], likeness });
  top('stakeholder', 'stakeholders', byId('name'));
  for (const id of new Set([...before.levers, ...after.levers].map((lever) => lever.id))) {
    const [was, is] = [before, after].map((plan) => plan.levers.find((lever) => lever.id === id));
    one('lever', shapes.lever, was, is);
  }
  const strategies = list('strategy', shapes.strategy, [before.strategies, after.strategies], {
    names: [
      // The same strategy of the catalog may stand under two levers.
      (entry) => (entry instanceof Strategy ? `${entry.lever.id} ${entry.id?.value ?? ''}` : undefined),
      (entry) => idOf(entry)?.value,
      under('title'),
    ],
    likeness: (one, other) => {
      const isSameLever = one instanceof Strategy && other instanceof Strategy && one.lever.id === other.lever.id;
      return isSameLever ? likeness(one, other) : 0;
    },
  });
  for (const parent of strategies) {
    const { before: was, after: is } = parent;
    if (!was || !is) continue;
    const pairOf = (key: string) => [was.entries(key), is.entries(key)] as const;
    list('activity', shapes.activity, pairOf('activities'), { ...byTitle, likeness }, parent);
    const deliverable = shapes.strategy.key('deliverables')?.items;
    const deliverables = paired(...pairOf('deliverables'), byTitle);
    for (const [before, after] of deliverables)
      if (before && after) things.push({ kind: 'deliverable', shape: deliverable, before, after, parent });
  }
  for (const parent of top('measure', 'measures', byId('title'))) {
    const { before: was, after: is } = parent;
    if (!was || !is) continue;
    const readings = [was.entries('readings'), is.entries('readings')] as const;
    list(
      'reading',
      shapes.measure.key('readings')?.items,
      readings,
      { names: [dayAndValue, under('on'), under('value')] },
      parent,
    );
  }
  top('risk', 'risks', byId('title'));
  top('milestone', 'milestones', byId('title'));
  one('sustainment', shapes.sustainment, before.sustainment, after.sustainment);
  top('decision', 'decisions', { names: [under('title')], likeness });
  top('approval', 'approvals', {
    names: [(entry) => `${under('role')(entry)} ${under('name')(entry)}`, under('role'), under('name')],
  });
  return things;
}

/** The list of a plan in which things of a kind stand, by the names of the format. */
export const sectionOf: Readonly<Record<ThingKind, string>> = {
  plan: 'plan',
  purpose: 'purpose',
  sustainment: 'sustainment',
  lever: 'levers',
  stakeholder: 'stakeholders',
  strategy: 'levers',
  activity: 'levers',
  deliverable: 'levers',
  measure: 'measures',
  reading: 'measures',
  risk: 'risks',
  milestone: 'milestones',
  decision: 'decisions',
  approval: 'approvals',
};
