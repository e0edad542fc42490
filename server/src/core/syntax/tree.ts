/** The tree of a plan's text: immutable nodes that know their length but not their place, so that an edit elsewhere leaves them as they are. */

import type { Step } from '../schema/path.ts';
import { binarySearch } from '../text/binarySearch.ts';
import type { Span } from '../text/span.ts';

/** A single value: text, number, yes/no or nothing. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly length: number;
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

/** Number of cache slots handed out so far; each `NodeCache` owns one. */
let slots = 0;

/** A list or a map. */
abstract class Branch {
  #cache: unknown[] | undefined;

  constructor(
    readonly length: number,
    /** Written in brackets or braces. */
    readonly flow: boolean,
  ) {}

  /** The value in a slot; undefined where nothing is cached. */
  cached(slot: number): unknown {
    return this.#cache?.[slot];
  }

  cache(slot: number, value: unknown): void {
    this.#cache ??= new Array(slots);
    this.#cache[slot] = value;
  }
}

/**
 * A cache of one value on each list or map, like a `WeakMap` by nodes but stored in them: it is dropped with the node. A
 * value holds no offsets of the text, so it stays true while the node moves. It is no part of what a tree says.
 */
export class NodeCache<T> {
  private readonly slot = slots++;

  get(node: List | Mapping): T | undefined {
    return node.cached(this.slot) as T | undefined;
  }

  set(node: List | Mapping, value: T): void {
    node.cache(this.slot, value);
  }
}

/** A value with the dependencies from which it was derived. */
interface Derived<D, T> {
  readonly deps: D;
  readonly value: T;
}

/** Whether all dependencies are the same. A loop: this runs for each derived value at each keystroke. */
export function sameDeps(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let index = 0; index < before.length; index++) if (before[index] !== now[index]) return false;
  return true;
}

/**
 * Derived data: computed once for each node, and again when a dependency is another object (or primitive) than last time.
 * It may depend on nothing else: `of` is read for what stands in its node alone, neither for its place nor for what is
 * around it. `nodeOf` gives the node on which the result is kept.
 */
export function derived<Of, D extends readonly unknown[], T>(
  nodeOf: (of: Of) => List | Mapping,
  compute: (of: Of, ...deps: D) => T,
): (of: Of, ...deps: D) => T {
  const cache = new NodeCache<Derived<D, T>>();
  return (of, ...deps) => {
    const node = nodeOf(of);
    const known = cache.get(node);
    if (known && sameDeps(known.deps, deps)) return known.value;
    const value = compute(of, ...deps);
    cache.set(node, { deps, value });
    return value;
  };
}

/** A list; `at` of an item counts from the list's start. */
export class List extends Branch {
  readonly kind = 'list';

  constructor(
    length: number,
    flow: boolean,
    readonly items: readonly Item[],
  ) {
    super(length, flow);
  }
}

export interface Item {
  readonly at: number;
  readonly node: Node;
}

/** Key–value pairs in the order in which they are written. */
export class Mapping extends Branch {
  readonly kind = 'map';

  constructor(
    length: number,
    flow: boolean,
    readonly pairs: readonly Pair[],
  ) {
    super(length, flow);
  }
}

/** A pair; `at` and `valueAt` count from the start of the map. */
export interface Pair {
  readonly name: string;
  readonly at: number;
  readonly keyLength: number;
  readonly valueAt: number;
  readonly value: Node;
}

/** Where a pair ends: its key, or its value where that ends later; counts as its offsets do. */
export function pairEnd({ at, keyLength, valueAt, value }: Pair): number {
  return Math.max(at + keyLength, valueAt + value.length);
}

/** A pair `by` characters further on, with another value if one is given. Written out: all pairs share one hidden class. */
export function pairMoved({ name, at, keyLength, valueAt, value }: Pair, by: number, other: Node = value): Pair {
  return { name, at: at + by, keyLength, valueAt: valueAt + by, value: other };
}

/** Text that could not be read: an error says why, and everything else leaves it alone. */
export interface Broken {
  readonly kind: 'broken';
  readonly length: number;
}

export type Node = Scalar | List | Mapping | Broken;

/** A node together with the offset of its start in the text. */
export interface At<N extends Node = Node> {
  readonly node: N;
  readonly start: number;
}

/** A pair of a map, placed in the text. */
export interface PairAt {
  readonly name: string;
  readonly key: Span;
  readonly value: At;
  /** From the key's first to the value's last character. */
  readonly span: Span;
}

export function spanOf(at: At): Span {
  return { start: at.start, end: at.start + at.node.length };
}

export function isMap(at: At | undefined): at is At<Mapping> {
  return at?.node.kind === 'map';
}

export function isList(at: At | undefined): at is At<List> {
  return at?.node.kind === 'list';
}

export function isScalar(at: At | undefined): at is At<Scalar> {
  return at?.node.kind === 'scalar';
}

function placed(map: At<Mapping>, pair: Pair): PairAt {
  const start = map.start + pair.at;
  const value = { node: pair.value, start: map.start + pair.valueAt };
  return {
    name: pair.name,
    key: { start, end: start + pair.keyLength },
    value,
    span: { start, end: Math.max(start + pair.keyLength, value.start + pair.value.length) },
  };
}

/** The pairs of a map in the order of the text; none for anything else. */
export function pairsOf(at: At | undefined): PairAt[] {
  return isMap(at) ? at.node.pairs.map((pair) => placed(at, pair)) : [];
}

/** The first pair with that key. */
export function pairOf(at: At | undefined, name: string): PairAt | undefined {
  if (!isMap(at)) return undefined;
  for (const pair of at.node.pairs) if (pair.name === name) return placed(at, pair);
  return undefined;
}

/** The last pair of a map that begins at or before an offset; undefined for anything else, and where none does. */
export function lastPair(at: At | undefined, offset: number): PairAt | undefined {
  if (!isMap(at)) return undefined;
  const pair = at.node.pairs[lastAt(at.node.pairs, offset - at.start)];
  return pair && placed(at, pair);
}

/** The value after a key. */
export function valueUnder(at: At | undefined, name: string): At | undefined {
  return pairOf(at, name)?.value;
}

/** The text or number after a key; nothing where another kind of value or only blanks stand there. */
export function plainUnder(at: At | undefined, name: string): string | number | undefined {
  const node = valueUnder(at, name)?.node;
  const value = node?.kind === 'scalar' ? node.value : undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The items of a list; none for anything else. */
export function itemsOf(at: At | undefined): At[] {
  return isList(at) ? at.node.items.map((item) => ({ node: item.node, start: at.start + item.at })) : [];
}

/** The index of the item of a list that begins at an offset; -1 for anything else, and where none does. */
export function indexOfItem(at: At | undefined, start: number): number {
  if (!isList(at)) return -1;
  const index = lastAt(at.node.items, start - at.start);
  return at.node.items[index]?.at === start - at.start ? index : -1;
}

/** One item of a list; undefined for anything else, and where the list has none of that index. */
export function itemAt(at: At | undefined, index: number): At | undefined {
  const item = isList(at) ? at.node.items[index] : undefined;
  return at && item && { node: item.node, start: at.start + item.at };
}

/** The value at the end of `path`; undefined where the path leaves the tree. */
export function follow(at: At | undefined, path: readonly Step[]): At | undefined {
  let here = at;
  for (const step of path) here = typeof step === 'number' ? itemAt(here, step) : valueUnder(here, step);
  return here;
}

/** Makes objects without inherited keys; unlike those of `Object.create(null)`, engines keep them as fast as others. */
function Data() {}
Data.prototype = Object.create(null);

/** Stands for text that could not be read in the data of a plan. */
export const unreadable = Symbol('unreadable');

/** An object for what stands under keys. It has no prototype, so that no key can be mistaken for an inherited one. */
export function newData(): Record<string, unknown> {
  return new (Data as unknown as new () => Record<string, unknown>)();
}

/** The plain value of a node, as JSON would have it. Of a key written twice the first counts. */
export function toData(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'broken':
      return unreadable;
    case 'list':
      return node.items.map((item) => toData(item.node));
    default: {
      const data = newData();
      for (const pair of node.pairs) if (!(pair.name in data)) data[pair.name] = toData(pair.value);
      return data;
    }
  }
}

/** The innermost key or value at an offset, with the path to it from the root. */
export interface Spot {
  readonly path: readonly Step[];
  readonly on: 'key' | 'value';
  /** The key, or the value itself. */
  readonly span: Span;
  readonly value: At;
}

/** The index of the last child that begins at or before `offset`, -1 if there is none; children stand in order. */
export function lastAt(children: readonly { readonly at: number }[], offset: number): number {
  return binarySearch(children, ({ at }) => at > offset) - 1;
}

/** The innermost key or value around an offset; undefined outside of everything. */
export function spotAt(root: At | undefined, offset: number): Spot | undefined {
  let spot: Spot | undefined;
  let here = root;
  let path: readonly Step[] = [];
  while (here) {
    const span = spanOf(here);
    if (offset < span.start || offset > span.end) break;
    spot = { path, on: 'value', span, value: here };
    let next: At | undefined;
    if (isMap(here)) {
      const pair = lastPair(here, offset);
      if (pair && offset <= pair.span.end) {
        if (offset <= pair.key.end) return { path: [...path, pair.name], on: 'key', span: pair.key, value: pair.value };
        next = pair.value;
        path = [...path, pair.name];
      }
    } else if (isList(here)) {
      const index = lastAt(here.node.items, offset - here.start);
      const item = itemAt(here, index);
      if (item && offset <= spanOf(item).end) {
        next = item;
        path = [...path, index];
      }
    }
    here = next;
  }
  return spot;
}
