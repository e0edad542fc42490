/** Model of a change plan: typed access to the syntax tree, with spans in offsets of the whole text. */

import { type LeverId, leverIds, type PlanStatus, planStatusValues } from '../schema/format.gen.ts';
import { planFormat } from '../schema/schema.ts';
import {
  type At,
  derived,
  isMap,
  type Mapping,
  type PairAt,
  pairOf,
  pairsOf,
  sameDeps,
  valueUnder,
} from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { Entry, mapsOf, remembered, type Spanned } from './entry.ts';
import { leverMeant } from './leverName.ts';
import { Reading } from './reading.ts';

/** Memoizes a function of a plan; recomputed when a dependency is a different object than last time. */
export function ofPlan<D extends readonly unknown[], T>(
  work: (plan: Plan, ...deps: D) => T,
): (plan: Plan, ...deps: D) => T {
  const results = new WeakMap<Plan, { readonly deps: D; readonly result: T }>();
  return (plan, ...deps) => {
    const known = results.get(plan);
    if (known && sameDeps(known.deps, deps)) return known.result;
    const result = work(plan, ...deps);
    results.set(plan, { deps, result });
    return result;
  };
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
      plan.errors.length > 0 ? work(plan, lever, ...deps) : ofLever({ plan, lever }, lever.id, ...deps),
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

/** Whether a strategy or an activity does not start after it is due. */
export function isInOrder(entry: Entry): boolean {
  const { start, due } = workTime(entry);
  return start === undefined || due === undefined || start <= due;
}

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

  /** The section `purpose`. */
  get purpose(): Entry | undefined {
    const at = this.section('purpose');
    return isMap(at) ? new Entry(at) : undefined;
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
      const ids = written.map(({ name }) => leverOf(name, names));
      return written.flatMap(({ key, value }, index) => {
        const id = ids[index];
        // Of a repeated lever the first counts, as of any repeated key.
        return id && ids.indexOf(id) === index ? [{ id, key, value }] : [];
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
