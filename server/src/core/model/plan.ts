/** Model of a change plan: typed access to the syntax tree, with spans in offsets of the whole text. */

import { type LeverId, leverIds, type PlanStatus, planStatusValues } from '../schema/format.gen.ts';
import { planFormat } from '../schema/schema.ts';
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
  pairsOf,
  spanOf,
  valueUnder,
} from '../syntax/tree.ts';
import { isDay } from '../text/day.ts';
import type { Span } from '../text/span.ts';
import { leverMeant } from './leverName.ts';
import { Reading } from './reading.ts';

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
    if (pair?.value.kind !== 'list') return noEntries;
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
const noEntries: readonly Entry[] = [];

/** Memoizes a function of an entry on its node. `work` may use the entry's text only: neither its place nor its lever. */
export function remembered<D extends readonly unknown[], T>(
  work: (entry: Entry, ...deps: D) => T,
): (entry: Entry, ...deps: D) => T {
  return derived((entry: Entry) => entry.at.node, work);
}

/** Memoizes a function of a plan; recomputed when a dependency is a different object than last time. */
export function ofPlan<D extends readonly unknown[], T>(
  work: (plan: Plan, ...deps: D) => T,
): (plan: Plan, ...deps: D) => T {
  const results = new WeakMap<Plan, { readonly deps: D; readonly result: T }>();
  return (plan, ...deps) => {
    const known = results.get(plan);
    if (known?.deps.every((dep, index) => dep === deps[index])) return known.result;
    const result = work(plan, ...deps);
    results.set(plan, { deps, result });
    return result;
  };
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

function mapsOf(list: At | undefined): At<Mapping>[] {
  return itemsOf(list).filter(isMap);
}

/** One of the six levers, where a plan has it. */
export class Lever extends Entry {
  private written: readonly Strategy[] | undefined;

  constructor(
    at: At<Mapping>,
    readonly id: LeverId,
    readonly key: Span,
  ) {
    super(at);
  }

  /** The strategies under it, in the order of the text. */
  get strategies(): readonly Strategy[] {
    const list = this.pair('strategies')?.value;
    this.written ??= mapsOf(list).map((at) => new Strategy(at, this));
    return this.written;
  }
}

/**
 * Memoizes a function per lever, on the lever's node, its id and `deps`: an edit recomputes one lever. While the document
 * has a syntax error, which may affect any lever, nothing is reused.
 */
export function ofLevers<D extends readonly unknown[], T>(
  work: (plan: Plan, lever: Lever, ...deps: D) => T,
): (plan: Plan, ...deps: D) => readonly T[] {
  // Levers with equal text share one node, so the id is a dependency too.
  const ofLever = derived(
    ({ lever }: { plan: Plan; lever: Lever }) => lever.at.node,
    ({ plan, lever }, _id: LeverId, ...deps: D) => work(plan, lever, ...deps),
  );
  return (plan, ...deps) =>
    plan.levers.map((lever) =>
      plan.faults.length > 0 ? work(plan, lever, ...deps) : ofLever({ plan, lever }, lever.id, ...deps),
    );
}

/** The references of a strategy, without spans: what most rules ask of every strategy at every keystroke. */
export interface StrategySays {
  readonly use: string | undefined;
  /** The id by which others refer to it: its own, else the catalog's. */
  readonly id: string | undefined;
  readonly audience: readonly string[];
  /** Its audience and those of its activities, each once. */
  readonly groups: readonly string[];
  readonly measures: readonly string[];
  readonly dependsOn: readonly string[];
}

/** What an entry says as a strategy. */
export const strategySays = remembered((strategy): StrategySays => {
  const use = strategy.text('use');
  const audience = strategy.texts('audience');
  const groups = new Set(audience);
  for (const activity of strategy.entries('activities')) for (const id of activity.texts('audience')) groups.add(id);
  return {
    use,
    id: strategy.text('id') ?? use,
    audience,
    groups: groups.size === audience.length ? audience : [...groups],
    measures: strategy.texts('measures'),
    dependsOn: strategy.texts('dependsOn'),
  };
});

/** Start and due day of a strategy or activity, `YYYY-MM-DD`; undefined if not a calendar day. */
export interface WorkTime {
  readonly start: string | undefined;
  readonly due: string | undefined;
}

/** When a strategy or an activity is to be worked on. */
export const workTime = remembered((entry): WorkTime => ({ start: entry.date('start'), due: entry.date('due') }));

const strategyStatus = remembered((strategy) => strategy.text('status') ?? 'planned');
const strategyCancelled = remembered((strategy) => strategyStatus(strategy) === 'cancelled');
const strategyLive = remembered((strategy) => !strategyCancelled(strategy) && strategyStatus(strategy) !== 'paused');
const strategyIdKey = remembered((strategy) => ['id', 'use'].find((key) => strategy.kept(key)) ?? null);

/** A strategy under a lever: one of the catalog (`use`), or a custom one (`id` and `title`). */
export class Strategy extends Entry {
  constructor(
    at: At<Mapping>,
    /** The lever under which it is written. */
    readonly lever: Lever,
  ) {
    super(at);
  }

  get says(): StrategySays {
    return strategySays(this);
  }

  get use(): Spanned<string> | undefined {
    return this.word('use');
  }

  /** The id by which others refer to it: its own, else the catalog's. */
  get id(): Spanned<string> | undefined {
    const key = strategyIdKey(this);
    return key === null ? undefined : this.word(key);
  }

  get time(): WorkTime {
    return workTime(this);
  }

  /** The status as written; `planned` if there is none. */
  get status(): string {
    return strategyStatus(this);
  }

  get cancelled(): boolean {
    return strategyCancelled(this);
  }

  /** Neither paused nor cancelled. */
  get live(): boolean {
    return strategyLive(this);
  }

  /** Where a finding about the strategy as a whole stands: the value of `use`, else `id`, else `title`, else its first key. */
  get place(): Span {
    const named = this.use ?? this.word('id') ?? this.word('title');
    return named?.span ?? pairsOf(this.at)[0]?.key ?? { start: this.at.start, end: this.at.start + 1 };
  }
}

/** The id by which others refer to an entry of a list; a strategy without one goes by its catalog id. */
export function idOf(entry: Entry): Spanned<string> | undefined {
  return entry instanceof Strategy ? entry.id : entry.word('id');
}

/** The lever that a key names: by id, or by another name (`Value`) of a lever that is not among `names`. */
export function leverOf(name: string, names: ReadonlySet<string>): LeverId | undefined {
  return leverIds.find((lever) => lever === name) ?? leverMeant(name).find((lever) => !names.has(lever));
}

/** A lever key in a plan, with or without anything under it. */
export interface LeverKey {
  readonly id: LeverId;
  readonly key: Span;
  readonly value: At;
}

/** What the name of a plan's file ends in. The manifest, the client and the command line are held to it. */
export const planEndings = ['.levers.yaml', '.levers.yml'] as const;

/** A change plan, a pure function of its text. Members are computed on first use and kept. */
export class Plan extends Reading {
  readonly format = planFormat;

  private section(key: string): At | undefined {
    return valueUnder(this.root, key);
  }

  /** The section `plan`. */
  get head(): Entry | undefined {
    return this.once('head', () => {
      const at = this.section('plan');
      return isMap(at) ? new Entry(at) : undefined;
    });
  }

  get sustainment(): Entry | undefined {
    const at = this.section('sustainment');
    return isMap(at) ? new Entry(at) : undefined;
  }

  /** `draft` unless the plan says another status that exists. */
  get status(): PlanStatus {
    const word = this.head?.word('status')?.value;
    return planStatusValues.find((status) => status === word) ?? 'draft';
  }

  /** Closed or cancelled: kept as a record, and no longer judged. */
  get ended(): boolean {
    return this.status === 'closed' || this.status === 'cancelled';
  }

  /** The pair `levers` of the plan. */
  get leversPair(): PairAt | undefined {
    return pairOf(this.root, 'levers');
  }

  /** The lever keys that are written, in the order of the text. */
  get leverKeys(): readonly LeverKey[] {
    return this.once('leverKeys', () => {
      const written = pairsOf(this.leversPair?.value);
      const names = new Set(written.map(({ name }) => name));
      return written.flatMap((pair, index, all) => {
        const id = leverOf(pair.name, names);
        // Of a repeated lever the first counts, as of any repeated key.
        const first = id && all.findIndex(({ name }) => leverOf(name, names) === id) === index;
        return id && first ? [{ id, key: pair.key, value: pair.value }] : [];
      });
    });
  }

  /** The levers that hold something. */
  get levers(): readonly Lever[] {
    return this.once('levers', () =>
      this.leverKeys.flatMap(({ id, key, value }) => (isMap(value) ? [new Lever(value, id, key)] : [])),
    );
  }

  /** All strategies, in the order of the text. */
  get strategies(): readonly Strategy[] {
    return this.once('strategies', () => this.levers.flatMap(({ strategies }) => strategies));
  }

  /** The entries of a list at the top of the plan. */
  list(key: 'stakeholders' | 'measures' | 'risks' | 'milestones' | 'decisions' | 'approvals'): readonly Entry[] {
    return this.once(key, () => mapsOf(this.section(key)).map((at) => new Entry(at)));
  }
}
