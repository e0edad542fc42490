/** Entries: parts of a plan that are written as keys and values, and their values with their places. */
import {
  type At,
  derived,
  isMap,
  isScalar,
  itemsOf,
  type Mapping,
  type Node,
  type Pair,
  type PairAt,
  pairOf,
  spanOf,
} from '../syntax/tree.ts';
import { isDay } from '../text/day.ts';
import type { Span } from '../text/span.ts';

/** A value with its span in the text. */
export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

/** A value cached with a node; offsets are relative to the start of that node. */
interface Kept<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** A cached value whose span is computed from the node's current start. */
class Located<T> implements Spanned<T> {
  constructor(
    private readonly kept: Kept<T>,
    private readonly base: number,
  ) {}

  get value(): T {
    return this.kept.value;
  }

  get span(): Span {
    return { start: this.base + this.kept.from, end: this.base + this.kept.to };
  }
}

/** A map in a plan (a section, or an item of a list), with accessors by key. CONTRIBUTING.md tabulates what they return. */
export class Entry {
  private inner: Map<string, readonly Entry[]> | undefined;

  constructor(readonly at: At<Mapping>) {}

  get span(): Span {
    return spanOf(this.at);
  }

  pair(key: string): PairAt | undefined {
    return pairOf(this.at, key);
  }

  /** The first pair with that key, without places: enough for most callers, and cheaper than `pair`. */
  private raw(key: string): Pair | undefined {
    for (const pair of this.at.node.pairs) if (pair.name === key) return pair;
    return undefined;
  }

  /** The node after a key, without its place. */
  value(key: string): Node | undefined {
    return this.raw(key)?.value;
  }

  /**
   * The state of a key: `missing` (no such key), `empty` (no value, or only blanks), `given`, or `unreadable` (a syntax
   * error reports it, nothing else should).
   */
  state(key: string): 'missing' | 'empty' | 'given' | 'unreadable' {
    const node = this.raw(key)?.value;
    if (!node) return 'missing';
    if (node.kind === 'broken') return 'unreadable';
    if (node.kind === 'list') return node.items.length ? 'given' : 'empty';
    if (node.kind === 'map') return 'given';
    return node.value === null || (typeof node.value === 'string' && isBlank(node.value)) ? 'empty' : 'given';
  }

  /** The text after a key with node-relative offsets, for use in `remembered`. */
  kept(key: string): Kept<string> | undefined {
    const pair = this.raw(key);
    return pair && wordIn(pair.value, pair.valueAt);
  }

  /** The text after a key; undefined if missing, blank or not a text. */
  word(key: string): Spanned<string> | undefined {
    const word = this.kept(key);
    return word && new Located(word, this.at.start);
  }

  /** Like `word`, without the span. */
  text(key: string): string | undefined {
    const value = this.raw(key)?.value;
    return value && textIn(value);
  }

  /** The texts of the list after a key. A single text in place of a list is split at commas: `a, b` → `a`, `b`. */
  words(key: string): readonly Spanned<string>[] {
    const words = this.readWords(key);
    return words.length ? words.map((word) => new Located(word, this.at.start)) : none;
  }

  /** The texts of the list after a key; none where something else stands there. */
  items(key: string): readonly Spanned<string>[] {
    return this.raw(key)?.value.kind === 'list' ? this.words(key) : none;
  }

  /** Like `words`, without spans. */
  texts(key: string): readonly string[] {
    const value = this.raw(key)?.value;
    if (value?.kind !== 'list') return value ? this.readWords(key).map((word) => word.value) : none;
    const texts: string[] = [];
    for (const { node } of value.items) {
      const text = textIn(node);
      if (text !== undefined) texts.push(text);
    }
    return texts;
  }

  private readWords(key: string): readonly Kept<string>[] {
    const pair = this.raw(key);
    if (!pair) return none;
    const start = pair.valueAt;
    if (pair.value.kind === 'list') {
      const words: Kept<string>[] = [];
      for (const item of pair.value.items) {
        const word = wordIn(item.node, start + item.at);
        if (word) words.push(word);
      }
      return words;
    }
    const word = wordIn(pair.value, start);
    if (!word || !/[,，、]/.test(word.value)) return word ? [word] : none;
    const quoted = pair.value.kind === 'scalar' && (pair.value.style === 'single' || pair.value.style === 'double');
    const first = quoted ? start + 1 : start;
    return phrases(word.value).map(({ value, at }) => ({ value, from: first + at, to: first + at + value.length }));
  }

  /** The calendar day after a key (`YYYY-MM-DD`); undefined for 2027-02-30 as for any other text. */
  day(key: string): Spanned<string> | undefined {
    const word = this.kept(key);
    return word && isDay(word.value) ? new Located(word, this.at.start) : undefined;
  }

  /** Like `day`, without the span. */
  date(key: string): string | undefined {
    const day = this.text(key);
    return day !== undefined && isDay(day) ? day : undefined;
  }

  number(key: string): Spanned<number> | undefined {
    const value = this.pair(key)?.value;
    if (!isScalar(value) || typeof value.node.value !== 'number') return undefined;
    return { value: value.node.value, span: spanOf(value) };
  }

  /** The maps in the list after a key; items of other kinds are left out. */
  entries(key: string): readonly Entry[] {
    const pair = this.raw(key);
    if (pair?.value.kind !== 'list') return none;
    this.inner ??= new Map();
    let entries = this.inner.get(key);
    if (!entries) {
      entries = mapsOf({ node: pair.value, start: this.at.start + pair.valueAt }).map((at) => new Entry(at));
      this.inner.set(key, entries);
    }
    return entries;
  }
}

const none: readonly never[] = [];

/** Memoizes a function of an entry on its node. `work` may use the entry's text only: neither its place nor its lever. */
export function remembered<D extends readonly unknown[], T>(
  work: (entry: Entry, ...deps: D) => T,
): (entry: Entry, ...deps: D) => T {
  return derived((entry: Entry) => entry.at.node, work);
}

/** Splits a text at commas: `a, b` → `a` at 0, `b` at 3. Offsets are relative to `text`. */
export function phrases(text: string): { readonly value: string; readonly at: number }[] {
  return [...text.matchAll(/[^,，、\s](?:[^,，、]*[^,，、\s])?/g)].map(({ 0: value, index }) => ({ value, at: index }));
}

/** The text of a scalar node; undefined if blank or not a text. */
function textIn(node: Node): string | undefined {
  if (node.kind !== 'scalar') return undefined;
  const { value } = node;
  return typeof value === 'string' && !isBlank(value) ? value : undefined;
}

/** Whether a text is empty or all whitespace. */
function isBlank(text: string): boolean {
  // Fast path: nearly all texts begin with a visible ASCII character.
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && text.trim() === '';
}

function wordIn(node: Node, from: number): Kept<string> | undefined {
  const value = textIn(node);
  return value === undefined ? undefined : { value, from, to: from + node.length };
}

/** The items of a list that are written as keys and values. */
export function mapsOf(list: At | undefined): At<Mapping>[] {
  return itemsOf(list).filter(isMap);
}
