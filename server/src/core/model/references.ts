/** Index of occurrences: every place of an id or a person's name. Cached per node, relative to its start, so an edit re-indexes only what it changed. */

import { planShape, type RefKind, type Shape } from '../schema/schema.ts';
import { type At, type Mapping, type Node, NodeCache, type Pair, type Scalar } from '../syntax/tree.ts';
import { getOrMake } from '../text/getOrMake.ts';
import type { Span } from '../text/span.ts';
import { phrases } from './entry.ts';
import { folded, isPlaceholder } from './personName.ts';
import { leverOf } from './plan.ts';
import type { Reading } from './reading.ts';

/** Kinds of names: everything that has an id, and people. */
export type NameKind = RefKind | 'person';

/** An occurrence of a name; offsets are those of the whole text. */
export interface Occurrence {
  readonly kind: NameKind;
  /** The id, or the name of a person without blanks around it. */
  readonly name: string;
  /**
   * The characters of the name, without quotes. Of a value that is written otherwise than it reads (`\u0041`, a name over
   * two lines) the whole value with its quotes: there the text of the span is not `name`.
   */
  readonly span: Span;
  /** Bounds of `span`, for loops over all occurrences that should not allocate. */
  readonly start: number;
  readonly end: number;
  /** Gives something its name, so that others can refer to it. A plan does not list people: theirs are only used. */
  readonly introduces: boolean;
  /** The value that it is, or that holds it among others. */
  readonly value: At<Scalar>;
}

/** An occurrence inside of a map; offsets are relative to the start of the map. */
interface Place {
  readonly node: Scalar;
  readonly at: number;
  /** What the name may be that of; the first unless something else is introduced by it. */
  readonly kinds: readonly NameKind[];
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly introduces: boolean;
}

/** A nested map; its offset is relative to the start of the outer map. */
interface Inner {
  readonly at: number;
  readonly parts: Parts;
  /** It is written under a key that came before: what it introduces does not count. */
  readonly repeated: boolean;
}

/** The contents of a map that matter for names, in text order. */
type Parts = readonly (Place | Inner)[];

const none: Parts = [];

/** Cache: the contents of a map node, for one shape. */
const partsOf = new NodeCache<{ readonly shape: Shape; readonly parts: Parts }>();

const leversShape = planShape.key('levers');

/** What may stand under each key of a map with these pairs, also where a lever is called by another of its names. */
export function shapesUnder(shape: Shape, pairs: readonly Pair[]): (key: string) => Shape | undefined {
  if (shape !== leversShape) return shape.key;
  const keys = new Set(pairs.map(({ name }) => name));
  return (key) => {
    const lever = leverOf(key, keys);
    return shape.key(key) ?? (lever && shape.key(lever));
  };
}

/** The key whose id an entry goes by if it has none of its own, and what that makes it: `use` makes a strategy. */
function standIn(shape: Shape, { pairs }: Mapping): { readonly key: string; readonly kind: RefKind } | undefined {
  const own = shape.keys.find((key) => shape.key(key)?.introduces);
  const other = own && shape.keys.find((key) => shape.key(key)?.refs.includes('catalog') && !shape.key(key)?.items);
  const kind = own && shape.key(own)?.introduces;
  if (!other || !kind) return undefined;
  const id = pairs.find(({ name }) => name === own)?.value;
  return id && isWord(id) ? undefined : { key: other, kind };
}

function isWord(node: Node): node is Scalar & { readonly value: string } {
  return node.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '';
}

/** Collects the occurrences of one map. */
class Search {
  private readonly parts: (Place | Inner)[] = [];

  constructor(
    private readonly text: string,
    private readonly map: At<Mapping>,
    private readonly shape: Shape,
  ) {}

  run(): Parts {
    const { pairs } = this.map.node;
    const goesBy = standIn(this.shape, this.map.node);
    const shapeOf = shapesUnder(this.shape, pairs);
    const seen = new Set<string>();
    for (const pair of pairs) {
      const inner = shapeOf(pair.name);
      if (!inner) continue;
      const repeated = seen.has(pair.name);
      seen.add(pair.name);
      this.value(pair.value, pair.valueAt, inner, repeated);
      if (goesBy?.key === pair.name && !repeated) this.word(pair.value, pair.valueAt, [goesBy.kind], true);
    }
    return this.parts.length ? this.parts : none;
  }

  private value(node: Node, at: number, shape: Shape, repeated: boolean): void {
    if (node.kind === 'map') {
      const parts = found(this.text, { node, start: this.map.start + at }, shape);
      if (parts.length) this.parts.push({ at, parts, repeated });
    } else if (node.kind === 'list') {
      const { items } = shape;
      if (items) for (const item of node.items) this.value(item.node, at + item.at, items, repeated);
    } else if (shape.items) {
      this.listInText(node, at, shape.items);
    } else if (shape.introduces) {
      this.word(node, at, [shape.introduces], !repeated);
    } else if (shape.refs.length) {
      this.word(node, at, shape.refs, false, shape.also);
    } else if (shape.person && isWord(node) && !isPlaceholder(node.value)) {
      this.name(node, at, ['person'], node.value.trim(), false);
    }
  }

  private word(
    node: Node,
    at: number,
    kinds: readonly NameKind[],
    introduces: boolean,
    also?: readonly string[],
  ): void {
    if (isWord(node) && !also?.includes(node.value)) this.name(node, at, kinds, node.value, introduces);
  }

  private name(node: Scalar, at: number, kinds: readonly NameKind[], name: string, introduces: boolean): void {
    const source = this.sourceOf(node, at);
    const place = literally(node, source, name, 0) ?? { start: 0, end: source.trimEnd().length };
    this.parts.push({ node, at, kinds, name, from: at + place.start, to: at + place.end, introduces });
  }

  /** A single text in place of a list, split at commas. */
  private listInText(node: Node, at: number, { refs, also }: Shape): void {
    if (!refs.length || !isWord(node)) return;
    const source = this.sourceOf(node, at);
    let behind = 0;
    for (const { value } of phrases(node.value)) {
      const place = literally(node, source, value, behind);
      if (place) behind = place.end;
      if (also.includes(value)) continue;
      const { start, end } = place ?? { start: 0, end: source.trimEnd().length };
      this.parts.push({ node, at, kinds: refs, name: value, from: at + start, to: at + end, introduces: false });
    }
  }

  private sourceOf(node: Node, at: number): string {
    const start = this.map.start + at;
    return this.text.slice(start, start + node.length);
  }
}

/** Where a part of a value stands in its source, letter by letter; undefined where it is written otherwise. */
function literally({ style }: Scalar, source: string, word: string, from: number): Span | undefined {
  if (style === 'double' && source.includes('\\')) return undefined;
  const start = source.indexOf(word, from);
  return start < 0 ? undefined : { start, end: start + word.length };
}

function found(text: string, map: At<Mapping>, shape: Shape): Parts {
  const known = partsOf.get(map.node);
  if (known?.shape === shape) return known.parts;
  const parts = new Search(text, map, shape).run();
  partsOf.set(map.node, { shape, parts });
  return parts;
}

/** A cached occurrence, moved to its current place. */
class Located implements Occurrence {
  kind: NameKind;

  constructor(
    readonly place: Place,
    private readonly base: number,
    private readonly repeated: boolean,
  ) {
    this.kind = place.kinds[0] as NameKind;
  }

  get name(): string {
    return this.place.name;
  }

  get start(): number {
    return this.base + this.place.from;
  }

  get end(): number {
    return this.base + this.place.to;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get introduces(): boolean {
    return this.place.introduces && !this.repeated;
  }

  get value(): At<Scalar> {
    return { node: this.place.node, start: this.base + this.place.at };
  }
}

/** Adds the names inside of a map that are those of people, or all others. */
function collect(parts: Parts, people: boolean, result: Set<string>): void {
  for (const part of parts) {
    if ('parts' in part) collect(part.parts, people, result);
    else if ((part.kinds[0] === 'person') === people) result.add(part.name);
  }
}

/** The parts of a whole plan or catalog. */
function partsIn({ root, text, format }: Reading): Parts {
  return root?.node.kind === 'map' ? found(text, root as At<Mapping>, format.shape) : none;
}

/** The names of people in a plan or catalog, or all others, each once. Cheaper than `occurrences`: nothing is placed. */
export function namesWritten(reading: Reading, of: 'people' | 'things'): ReadonlySet<string> {
  const result = new Set<string>();
  collect(partsIn(reading), of === 'people', result);
  return result;
}

/** Turns node-relative occurrences into absolute ones. */
function placed(parts: Parts, start: number, repeated: boolean, result: Located[]): void {
  // Index loops: with this many items, iterators would dominate the cost.
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Place | Inner;
    if ('parts' in part) placed(part.parts, start + part.at, repeated || part.repeated, result);
    else result.push(new Located(part, start, repeated));
  }
}

/** A reference that may be to one of several kinds is to that of which something has the name. */
function settle(all: readonly Located[]): void {
  const open = all.filter(({ place }) => place.kinds.length > 1);
  if (open.length === 0) return;
  const introduced = new Map<NameKind, Set<string>>();
  for (const one of all) if (one.introduces) getOrMake(introduced, one.kind, () => new Set<string>()).add(one.name);
  for (const one of open) {
    one.kind = one.place.kinds.find((kind) => introduced.get(kind)?.has(one.name)) ?? one.kind;
  }
}

const occurrencesOf = new WeakMap<Reading, readonly Occurrence[]>();

/**
 * All names in a plan or catalog, in the order of the text. The value of `use` stands for two things where the strategy
 * has no id of its own: for a strategy of the catalog (`catalog`), and, introduced by it, for that of the plan. The word
 * for "every group" and words for "nobody yet" are no names.
 */
export function occurrences(reading: Reading): readonly Occurrence[] {
  let result = occurrencesOf.get(reading);
  if (!result) {
    const all: Located[] = [];
    placed(partsIn(reading), reading.root?.start ?? 0, false, all);
    settle(all);
    // A key that stands at a wrong depth is read where it belongs, which may be out of turn.
    if (all.some((one, index) => index > 0 && one.start < (all[index - 1] as Located).start))
      all.sort((a, b) => a.start - b.start);
    result = all;
    occurrencesOf.set(reading, result);
  }
  return result;
}

/** The names at an offset: two where one stands for two things, none where none stands. */
export function occurrencesAt(reading: Reading, offset: number): readonly Occurrence[] {
  return occurrences(reading).filter(({ start, end }) => start <= offset && offset <= end);
}

/** The name space of a kind: strategies and milestones share one (docs/domain.md 2.2). */
export function familyOf(kind: NameKind): NameKind {
  return kind === 'milestone' ? 'strategy' : kind;
}

/** Whether a strategy of the plan goes by that id of the catalog, because it has none of its own. */
export function goesByUse(reading: Reading, id: string): boolean {
  const uses = new Set<number>();
  for (const { kind, name, start } of occurrences(reading)) {
    if (name !== id) continue;
    if (kind === 'catalog') uses.add(start);
    else if (kind === 'strategy' && uses.has(start)) return true;
  }
  return false;
}

/**
 * All places where the same thing is named as in one of them, each once and in the order of the text, those that introduce
 * it among them. A strategy that goes by its id of the catalog is one thing with it.
 */
export function sameNamed(reading: Reading, { kind, name }: Occurrence): readonly Occurrence[] {
  const all = occurrences(reading);
  if (kind === 'person') {
    const plain = folded(name);
    return all.filter((other) => other.kind === 'person' && folded(other.name) === plain);
  }
  const own = familyOf(kind);
  const both = (own === 'strategy' || own === 'catalog') && goesByUse(reading, name);
  const families: readonly NameKind[] = both ? ['strategy', 'catalog'] : [own];
  const same = all.filter((other) => other.name === name && families.includes(familyOf(other.kind)));
  // Of two at one place the second, which introduces.
  return same.filter((one, index) => one.start !== same[index + 1]?.start);
}
