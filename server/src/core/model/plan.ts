/** The model of a change plan: what a text says, by the names of the domain, every value with its place in the text. */

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

/** A value and where it stands. */
export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

/** A value that is kept with the node in which it stands, and where it stands there. */
interface Kept<T> {
  readonly value: T;
  /** From the start of the node. */
  readonly from: number;
  readonly to: number;
}

/** A kept value in its place in the text. */
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

/** A part of a plan that is written as keys and values: an item of a list, or a section. */
export class Entry {
  private inner: Map<string, readonly Entry[]> | undefined;

  constructor(readonly at: At<Mapping>) {}

  get span(): Span {
    return spanOf(this.at);
  }

  pair(key: string): PairAt | undefined {
    return pairOf(this.at, key);
  }

  /** The first pair with that key, as the tree has it: most of what is asked needs no places. */
  private raw(key: string): Pair | undefined {
    for (const pair of this.at.node.pairs) if (pair.name === key) return pair;
    return undefined;
  }

  /** What stands behind a key, without its place. */
  value(key: string): Node | undefined {
    return this.raw(key)?.value;
  }

  /**
   * What stands behind a key: `missing` (no such key), `empty` (nothing, or only blanks), `given`, or `unreadable`
   * (a fault speaks for it, nothing else should).
   */
  state(key: string): 'missing' | 'empty' | 'given' | 'unreadable' {
    const node = this.raw(key)?.value;
    if (!node) return 'missing';
    if (node.kind === 'broken') return 'unreadable';
    if (node.kind === 'list') return node.items.length ? 'given' : 'empty';
    if (node.kind === 'map') return 'given';
    return node.value === null || (typeof node.value === 'string' && isBlank(node.value)) ? 'empty' : 'given';
  }

  /** The text behind a key as it is kept with the node, for `remembered`. */
  kept(key: string): Kept<string> | undefined {
    const pair = this.raw(key);
    return pair && wordIn(pair.value, pair.valueAt);
  }

  /** The text behind a key; nothing where it is empty or not a text. */
  word(key: string): Spanned<string> | undefined {
    const word = this.kept(key);
    return word && new Located(word, this.at.start);
  }

  /** The same without its place. */
  text(key: string): string | undefined {
    const value = this.raw(key)?.value;
    return value && textIn(value);
  }

  /** The texts of a list behind a key, or of the text that stands there instead of a list, cut at its commas. */
  words(key: string): readonly Spanned<string>[] {
    const words = this.readWords(key);
    return words.length ? words.map((word) => new Located(word, this.at.start)) : none;
  }

  /** The same without their places. */
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

  /** The real calendar day behind a key. */
  day(key: string): Spanned<string> | undefined {
    const word = this.kept(key);
    return word && isDay(word.value) ? new Located(word, this.at.start) : undefined;
  }

  /** The same without its place. */
  date(key: string): string | undefined {
    const day = this.text(key);
    return day !== undefined && isDay(day) ? day : undefined;
  }

  number(key: string): Spanned<number> | undefined {
    const value = this.pair(key)?.value;
    if (!isScalar(value) || typeof value.node.value !== 'number') return undefined;
    return { value: value.node.value, span: spanOf(value) };
  }

  /** The entries of a list behind a key. */
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

/** Derived data of an entry: what its text alone says, with nothing of its place or of the lever above it. */
export function remembered<D extends readonly unknown[], T>(
  work: (entry: Entry, ...deps: D) => T,
): (entry: Entry, ...deps: D) => T {
  return derived((entry: Entry) => entry.at.node, work);
}

/** What is worked out of a whole plan once, and again when a dependency is another one than last time. */
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

/** The words of a text that stands instead of a list, cut at its commas, and where each begins in it. */
export function phrases(text: string): { readonly value: string; readonly at: number }[] {
  return [...text.matchAll(/[^,，、\s](?:[^,，、]*[^,，、\s])?/g)].map(({ 0: value, index }) => ({ value, at: index }));
}

/** The text of a value; nothing where it is empty or not a text. */
function textIn(node: Node): string | undefined {
  if (node.kind !== 'scalar') return undefined;
  const { value } = node;
  return typeof value === 'string' && !isBlank(value) ? value : undefined;
}

/** Whether a text is empty or holds only blanks. */
function isBlank(text: string): boolean {
  // Nearly all texts begin with a sign that can be seen.
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
 * What is worked out for each lever of a plan from the text under it, its id and `deps`: after an edit only the lever with
 * the change is looked through again. While something could not be read, which may be a part of any lever, all are.
 */
export function ofLevers<D extends readonly unknown[], T>(
  work: (plan: Plan, lever: Lever, ...deps: D) => T,
): (plan: Plan, ...deps: D) => readonly T[] {
  // Where two levers hold the same text, it is the same node: the id is a dependency too.
  const ofLever = derived(
    ({ lever }: { plan: Plan; lever: Lever }) => lever.at.node,
    ({ plan, lever }, _id: LeverId, ...deps: D) => work(plan, lever, ...deps),
  );
  return (plan, ...deps) =>
    plan.levers.map((lever) =>
      plan.faults.length > 0 ? work(plan, lever, ...deps) : ofLever({ plan, lever }, lever.id, ...deps),
    );
}

/** What a strategy says of whom and what it is for, without places: what most rules ask of all strategies at every key. */
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

/** When something is to be worked on, as it is written: its days, `YYYY-MM-DD`, where they are any. */
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

  /** As it is written, `planned` where nothing is. */
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

/** The lever that a key names: by its id, or by another name for one that is not written too. */
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

/** A change plan, fully determined by its text. Parts are worked out when first asked for, and once. */
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
        // Of a lever written twice the first counts, as of every key.
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
