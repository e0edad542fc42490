/** Pairing: which entries of two lists are the same thing. */
import type { Entry } from '../model/entry.ts';

/** How entries of a kind are known again. */
export interface Known {
  /** Names, the surest first: an id, a role, a title. Entries are paired by the first of them that is equal and stands once. */
  readonly names: readonly ((entry: Entry) => string | undefined)[];
  /** How alike two entries are that share no name: 0 (not at all) to 1. */
  readonly likeness?: (before: Entry, after: Entry) => number;
}

/** Below this likeness two entries are two things. */
const leastLikeness = 0.6;

/** More entries than so many on each side that share no name are not compared with each other. */
const mostCompared = 200;

export type Pairs = readonly (readonly [before: Entry | undefined, after: Entry | undefined])[];

/** Pairs the entries of two lists, in the order of the second; what the first has alone comes last. */
export function paired(before: readonly Entry[], after: readonly Entry[], { names, likeness }: Known): Pairs {
  const partner = new Map<Entry, Entry>();
  const free = new Set(before);
  for (const nameOf of names) {
    const byName = new Map<string, Entry[]>();
    for (const entry of free) {
      const name = nameOf(entry);
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), entry]);
    }
    for (const entry of after) {
      if (partner.has(entry)) continue;
      const name = nameOf(entry);
      const found = name === undefined ? undefined : byName.get(name)?.shift();
      if (!found) continue;
      partner.set(entry, found);
      free.delete(found);
    }
  }
  const left = after.filter((entry) => !partner.has(entry));
  if (likeness && left.length <= mostCompared && free.size <= mostCompared) {
    const scores = [...free].flatMap((one) => left.map((other) => ({ one, other, score: likeness(one, other) })));
    scores.sort((a, b) => b.score - a.score);
    for (const { one, other, score } of scores) {
      if (score < leastLikeness) break;
      if (!free.has(one) || partner.has(other)) continue;
      partner.set(other, one);
      free.delete(one);
    }
  }
  return [
    ...after.map((entry) => [partner.get(entry), entry] as const),
    ...[...free].map((entry) => [entry, undefined] as const),
  ];
}
