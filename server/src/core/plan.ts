/** The model of a change plan: what a text says, by the names of the domain, every value with its place in the text. */
import { isDay } from './date.ts';
import { type LeverId, leverIds, type PlanStatus, planStatusValues } from './format.gen.ts';
import { leverMeant } from './lever.ts';
import { answering, aside, ask, newQuery, type Query } from './queries.ts';
import { Reading } from './reading.ts';
import { planFormat } from './schema.ts';
import {
  type At,
  isMap,
  isScalar,
  itemsOf,
  type Mapping,
  type Node,
  Notes,
  type Pair,
  type PairAt,
  pairOf,
  pairsOf,
  type Span,
  spanOf,
  valueUnder,
} from './tree.ts';

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

/** What was found out about a node by itself. It holds no places in the text, so it stays true while others change. */
class Memory {
  quietIn: object | undefined;
  /** What `remembered` queries were answered, each at its number. */
  readonly answers: unknown[] = new Array(memos.length);
}

const memories = new Notes<Memory>();

/** By what an entry is (`strategies`, `plan`, …) the queries for what stands under each key. */
const queriesOf = new Map<string, Map<string, Query>>();

function keysOf(kind: string): Map<string, Query> {
  let keys = queriesOf.get(kind);
  if (!keys) {
    keys = new Map();
    queriesOf.set(kind, keys);
  }
  return keys;
}

/** The queries for what stands under a key in entries of a kind, also where the kind is not told. */
export function keyQueries(kind: string, key: string): Query[] {
  return [kind, ''].map((name) => keyQuery(keysOf(name), key));
}

function keyQuery(keys: Map<string, Query>, key: string): Query {
  let query = keys.get(key);
  if (query === undefined) {
    query = newQuery();
    keys.set(key, query);
  }
  return query;
}

/** A part of a plan that is written as keys and values: an item of a list, or a section. */
export class Entry {
  private readonly memory: Memory;
  private readonly keys: Map<string, Query>;
  private inner: Map<string, readonly Entry[]> | undefined;

  /** `kind` is the key under which entries like this stand; without it, what is asked here counts for all kinds. */
  constructor(
    readonly at: At<Mapping>,
    kind = '',
  ) {
    let memory = memories.of(at.node);
    if (!memory) {
      memory = new Memory();
      memories.put(at.node, memory);
    }
    this.memory = memory;
    this.keys = keysOf(kind);
  }

  get span(): Span {
    return spanOf(this.at);
  }

  pair(key: string): PairAt | undefined {
    ask(keyQuery(this.keys, key));
    return pairOf(this.at, key);
  }

  /** The first pair with that key, as the tree has it: most of what is asked needs no places. */
  private raw(key: string): Pair | undefined {
    ask(keyQuery(this.keys, key));
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
      entries = mapsOf({ node: pair.value, start: this.at.start + pair.valueAt }).map((at) => new Entry(at, key));
      this.inner.set(key, entries);
    }
    return entries;
  }

  /** Circumstances in which nothing is to be said about this entry (`core/each.ts`). */
  get quietIn(): object | undefined {
    return this.memory.quietIn;
  }

  set quietIn(circumstances: object) {
    this.memory.quietIn = circumstances;
  }

  /** What is kept in a place of the memory. */
  known(place: number): unknown {
    return this.memory.answers[place];
  }

  keep(place: number, answer: Answer): void {
    this.memory.answers[place] = answer;
  }

  /** The answer in a place of the memory; worked out once for each node. */
  answer<T extends Answer>(place: number, work: (entry: Entry) => T): T {
    const known = this.memory.answers[place] as T | undefined;
    if (known !== undefined) return known;
    const answer = aside(() => work(this));
    this.keep(place, answer);
    return answer;
  }

  /** Of what is remembered of this entry, the queries that another one in its place answers otherwise. */
  *answeredOtherwise(by: Entry): Iterable<Query> {
    for (const [place, answer] of this.memory.answers.entries()) {
      const memo = memos[place];
      if (answer === undefined || !memo?.work) continue;
      if (!alike(answer, by.answer(place, memo.work))) yield memo.query;
    }
  }
}

const none: readonly never[] = [];
const noEntries: readonly Entry[] = [];

/** What can be an answer: anything but undefined. */
type Answer = object | string | number | boolean | null;

/** What is remembered of entries, in the order of the places that answers have in the memory of a node. */
const memos: { readonly query: Query; readonly work?: (entry: Entry) => Answer }[] = [];

/** Whether two answers are surely the same: plain data with the same in it. */
function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (!Array.isArray(one) && Object.getPrototypeOf(one) !== Object.prototype) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => alike((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}

/**
 * A query about an entry whose answer is kept with the text of the entry: after an edit elsewhere it costs nothing to
 * ask again. The answer may depend on nothing else (not on where the entry stands, nor under which lever); it is plain
 * data and holds no places and no entries.
 */
export function remembered<T extends Answer>(work: (entry: Entry) => T): (entry: Entry) => T {
  const query = newQuery();
  const place = memos.push({ query, work }) - 1;
  return (entry) => {
    ask(query);
    return entry.answer(place, work);
  };
}

/** An answer that something else than the entry has a part in. */
interface Given {
  by: readonly unknown[] | undefined;
  answer: unknown;
}

const nothing = (): Given => ({ by: undefined, answer: undefined });

/** The answer in a place of an entry's memory, as long as all that has a part in it is the same. */
function answerBy<T>(entry: Entry, place: number, by: readonly unknown[], work: () => T): T {
  const known = entry.answer(place, nothing);
  if (!known.by?.every((value, index) => value === by[index])) {
    known.answer = work();
    known.by = by;
  }
  return known.answer as T;
}

/** An answer that one thing else has a part in. */
interface GivenBy {
  readonly by: object;
  readonly answer: unknown;
}

/** The same for a query that something else has a part in, of which the last is remembered. */
export function rememberedBy<By extends object, T>(work: (entry: Entry, by: By) => T): (entry: Entry, by: By) => T {
  const query = newQuery();
  const place = memos.push({ query }) - 1;
  return (entry, by) => {
    ask(query);
    const known = entry.known(place) as GivenBy | undefined;
    if (known?.by === by) return known.answer as T;
    const answer = answering(query, () => work(entry, by));
    entry.keep(place, { by, answer });
    return answer;
  };
}

/** What is worked out of a whole plan once; who asks for it asks all that it asks. */
export function ofPlan<T>(work: (plan: Plan) => T): (plan: Plan) => T {
  const answer = ofPlanBy(work);
  return (plan) => answer(plan, undefined);
}

/** The same for what something else has a part in, of which the last is kept. */
export function ofPlanBy<By, T>(work: (plan: Plan, by: By) => T): (plan: Plan, by: By) => T {
  const query = newQuery();
  const answers = new WeakMap<Plan, { readonly by: By; readonly answer: T }>();
  return (plan, by) => {
    ask(query);
    let known = answers.get(plan);
    if (known?.by !== by || !known) {
      known = { by, answer: answering(query, () => work(plan, by)) };
      answers.set(plan, known);
    }
    return known.answer;
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
    super(at, 'levers');
  }

  /** The strategies under it, in the order of the text. */
  get strategies(): readonly Strategy[] {
    const list = this.pair('strategies')?.value;
    this.written ??= mapsOf(list).map((at) => new Strategy(at, this));
    return this.written;
  }
}

/**
 * Something that is worked out for each lever of a plan from what stands under it, and from what is given besides: after
 * an edit only the lever with the change is asked again, unless something could not be read, which may be a part of any.
 * An answer holds no places and no entries.
 */
export function ofLevers<By extends readonly unknown[], T>(
  work: (plan: Plan, lever: Lever, ...by: By) => T,
): (plan: Plan, ...by: By) => readonly T[] {
  const query = newQuery();
  const place = memos.push({ query }) - 1;
  return (plan, ...by) => {
    ask(query);
    return plan.levers.map((lever) => {
      const fresh = () => answering(query, () => work(plan, lever, ...by));
      // Where two levers hold the same text, it is the same node.
      return plan.faults.length > 0 ? fresh() : answerBy(lever, place, [lever.id, ...by], fresh);
    });
  };
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
    super(at, 'strategies');
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
      return isMap(at) ? new Entry(at, 'plan') : undefined;
    });
  }

  get sustainment(): Entry | undefined {
    const at = this.section('sustainment');
    return isMap(at) ? new Entry(at, 'sustainment') : undefined;
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
    return this.once(key, () => mapsOf(this.section(key)).map((at) => new Entry(at, key)));
  }
}
