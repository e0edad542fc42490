/** Differences: the single values that are other in two versions of a thing, whatever the way in which they are written. */
import { everyone } from '../model/declaredIds.ts';
import { phrases } from '../model/entry.ts';
import type { RefKind, Shape } from '../schema/schema.ts';
import { type At, isList, isMap, isScalar, itemsOf, pairOf, pairsOf, plainUnder, toData } from '../syntax/tree.ts';
import { readings } from '../text/dateFormats.ts';
import type { Thing } from './thing.ts';

/** A value as it counts: a text with single blanks, a number, yes or no, several in alphabetical order; undefined where there is none. */
export type Plain = string | number | boolean | readonly string[] | undefined;

export interface Difference {
  readonly thing: Thing;
  /** The way to it in the thing: `goLive`, `handover.on`. */
  readonly key: string;
  readonly shape: Shape | undefined;
  readonly from: Plain;
  readonly to: Plain;
  /** The values, where they are written. */
  readonly before: At | undefined;
  readonly after: At | undefined;
}

/** Whether a value is a text that people write freely: no choice, day, name, id or reference. */
export function isFreeText(shape: Shape | undefined): boolean {
  if (!shape || shape.enum || shape.date || shape.person || shape.id || shape.refs.length || shape.items) return false;
  return shape.types.includes('string');
}

/** By kind, the ids that are called otherwise in the second version. */
export type Renames = ReadonlyMap<RefKind, ReadonlyMap<string, string>>;

/** The renamed ids that each version may still use; the second where a reference was left behind. */
export type RenamesBySide = Readonly<Record<'before' | 'after', Renames>>;

/** A value that cannot be read, in one of the versions: nobody knows whether it is other. */
export interface Unread {
  readonly thing: Thing;
  readonly before: At | undefined;
  readonly after: At | undefined;
}

/** Parts of a thing that are things themselves. */
const parts: ReadonlySet<string> = new Set(['strategies', 'activities', 'readings']);

/** A single value as it counts at its place. */
function single(at: At, shape: Shape | undefined): string | number | boolean | undefined {
  if (!isScalar(at)) return isMap(at) ? String(plainUnder(at, 'title') ?? JSON.stringify(toData(at.node))) : undefined;
  const { value } = at.node;
  if (value === null) return undefined;
  const text = String(value).replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  if (shape?.date) return readings(text).length === 1 ? readings(text)[0] : text;
  if (shape?.types.includes('string')) return text;
  if (typeof value !== 'string') return value;
  const number = Number(text);
  return shape?.types.some((type) => type === 'number' || type === 'integer') && Number.isFinite(number)
    ? number
    : text;
}

function plain(at: At | undefined, shape: Shape | undefined): Plain {
  if (!at) return undefined;
  if (isList(at)) {
    const all = itemsOf(at).flatMap((item) => {
      const value = single(item, shape?.items);
      return value === undefined ? [] : String(value);
    });
    return all.length > 0 ? all.sort() : undefined;
  }
  if (isMap(at)) return JSON.stringify(toData(at.node));
  const value = single(at, shape);
  // One text where several may stand: `audience: agents, leads`.
  if (shape?.items && typeof value === 'string')
    return phrases(value)
      .map((part) => part.value)
      .sort();
  return value;
}

/** A value as it reads in the second version: ids by the names that they have there. */
function renamed(value: Plain, shape: Shape | undefined, renames: Renames): Plain {
  const refs = [...(shape?.refs ?? []), ...(shape?.items?.refs ?? [])];
  if (refs.length === 0) return value;
  const now = (id: string) =>
    id === everyone ? id : (refs.map((kind) => renames.get(kind)?.get(id)).find((name) => name !== undefined) ?? id);
  if (typeof value === 'string') return now(value);
  return Array.isArray(value) ? value.map(now).sort() : value;
}

function isSame(one: Plain, other: Plain): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

/** What is other in one thing, and what of it cannot be read. */
export interface Differences {
  readonly found: readonly Difference[];
  readonly unread: readonly Unread[];
}

/** What is compared of a thing: two values, and which of their keys. */
interface Part {
  readonly before: At | undefined;
  readonly after: At | undefined;
  readonly shape: Shape | undefined;
  readonly has: (key: string) => boolean;
}

/** A thing without the parts that are things themselves. */
function ownPart({ before, after, shape }: Thing): Part {
  return { before: before?.at, after: after?.at, shape, has: (key) => !parts.has(key) };
}

/**
 * Compares the two versions of a thing, or of a part that is told as its own, value by value; an entry or a section that
 * stands in one version alone has none that differ.
 */
export function differencesIn(thing: Thing, renames: RenamesBySide, part: Part = ownPart(thing)): Differences {
  const found: Difference[] = [];
  const unread: Unread[] = [];
  const walk = (before: At | undefined, after: At | undefined, shape: Shape | undefined, way: string): void => {
    for (const name of new Set([...pairsOf(before), ...pairsOf(after)].map((pair) => pair.name))) {
      if (way === '' && !part.has(name)) continue;
      const [one, other] = [pairOf(before, name)?.value, pairOf(after, name)?.value];
      value(one, other, shape?.key(name), way ? `${way}.${name}` : name);
    }
  };
  const broken = (at: At | undefined) => at && [at, ...itemsOf(at)].find(({ node }) => node.kind === 'broken');
  const value = (before: At | undefined, after: At | undefined, shape: Shape | undefined, key: string): void => {
    const [one, other] = [broken(before), broken(after)];
    if (one || other) {
      unread.push({ thing, before: one, after: other });
      return;
    }
    // What people keep for themselves has no shape.
    const isWhole = shape ? shape.keys.length > 0 && (isMap(before) || isMap(after)) : isMap(before) && isMap(after);
    if (isWhole) {
      walk(before, after, shape, key);
      return;
    }
    const from = renamed(plain(before, shape), shape, renames.before);
    const to = renamed(plain(after, shape), shape, renames.after);
    const usual = shape?.default as Plain;
    if (!isSame(from ?? usual, to ?? usual)) found.push({ thing, key, shape, from, to, before, after });
  };
  // A lever that is not written says what an empty one does.
  const inBoth = thing.before && thing.after;
  if (inBoth || thing.kind === 'lever' || thing.kind === 'plan') walk(part.before, part.after, part.shape, '');
  return { found, unread };
}
