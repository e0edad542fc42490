/** A comparison: what is other in two versions of a plan, which kinds of changes take from it what they tell. */
import { check } from '../check/check.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Context } from '../diagnostics/rule.ts';
import type { Value } from '../i18n/message.ts';
import type { Entry } from '../model/entry.ts';
import { idOf, type Plan } from '../model/plan.ts';
import { planShape } from '../schema/schema.ts';
import { isRecovered, type ParseError } from '../syntax/parseError.ts';
import { pairsOf, spanOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { type Difference, differencesIn, type Unread } from './difference.ts';
import { leftBehind, matched, renamesOf, sectionOf } from './matching.ts';
import { calledOf, lastOf, type Thing, type ThingKind } from './thing.ts';

/** One version of a plan, and how it is judged. */
export interface Side {
  readonly plan: Plan;
  readonly context: Context;
}

/** Errors behind which something is lost. */
function losses({ errors }: Plan): readonly ParseError[] {
  return errors.filter((error) => !isRecovered(error));
}

/** The name of the section in which an offset stands; undefined outside of all. */
export function sectionAt({ root }: Plan, offset: number): string | undefined {
  return pairsOf(root).find(({ key, value }) => key.start <= offset && offset <= spanOf(value).end)?.name;
}

function holds({ start, end }: Span, { start: at }: Span): boolean {
  return start <= at && at <= end;
}

/** A part of a section that cannot be read in one of the versions, so that nothing can be said of what it holds. */
export interface Lost {
  readonly side: 'before' | 'after';
  readonly section: string | undefined;
  readonly at: Span;
  /** What stood there in the other version and is not found in this one. */
  readonly things: readonly Thing[];
}

export class Comparison {
  readonly things: readonly Thing[];
  readonly lost: readonly Lost[];
  private readonly differences: readonly Difference[];
  private readonly taken = new Set<Difference | Thing>();
  private readonly judged = new Map<Side, readonly Problem[]>();

  constructor(
    readonly before: Side,
    readonly after: Side,
  ) {
    const all = matched(before.plan, after.plan);
    const ids = renamesOf(all);
    const renames = { before: ids, after: leftBehind(ids, all) };
    const lost = (['before', 'after'] as const).flatMap((side) =>
      losses(this[side].plan).map((at) => ({ side, at, section: sectionAt(this[side].plan, at.start) })),
    );
    const unsure = (thing: Thing) =>
      lost.filter(({ side, at, section }) => {
        const own = thing[side];
        return own ? holds(own.span, at) : section === undefined || section === sectionOf[thing.kind];
      });
    // Of a list that cannot be read whole nobody knows what is missing in it.
    const things = all.filter(
      (thing) => unsure(thing).every(({ side }) => thing[side]) || (thing.before && thing.after),
    );
    this.things = things;
    const unread: Unread[] = [];
    const differences: Difference[] = [];
    for (const thing of things) {
      if (unsure(thing).length > 0 && (thing.kind !== 'plan' || !thing.before || !thing.after)) continue;
      const { found, unread: broken } = differencesIn(thing, renames);
      differences.push(...found);
      unread.push(...broken);
      if (thing.kind !== 'plan') continue;
      // Beside the sections stands what people keep for themselves: `x-cost`.
      const own = (key: string) => key.startsWith('x-') && lost.every(({ section }) => section && section !== key);
      const roots = { before: before.plan.root, after: after.plan.root, shape: planShape, has: own };
      const beside = differencesIn(thing, renames, roots);
      differences.push(...beside.found);
      unread.push(...beside.unread);
    }
    this.differences = differences;
    this.lost = [
      ...lost.map((one) => ({ ...one, things: all.filter((thing) => unsure(thing).some(({ at }) => at === one.at)) })),
      ...unread.flatMap(({ thing, before, after }): Lost[] => {
        const section = sectionOf[thing.kind];
        if (after) return [{ side: 'after', section, at: spanOf(after), things: [thing] }];
        return before ? [{ side: 'before', section, at: spanOf(before), things: [thing] }] : [];
      }),
    ].filter(
      ({ side, at }, index, every) =>
        every.findIndex((one) => one.side === side && one.at.start === at.start) === index,
    );
  }

  /** The differences that nobody has told yet, in the order of the things; they stay to be told. */
  open(suits: (difference: Difference) => boolean = () => true): readonly Difference[] {
    return this.differences.filter((difference) => !this.taken.has(difference) && suits(difference));
  }

  /** Those of the value at `key` of a kind of things; who asks tells them, so nobody else gets them. */
  take(kind: ThingKind, key: string, suits: (difference: Difference) => boolean = () => true): readonly Difference[] {
    const found = this.open((one) => one.thing.kind === kind && one.key === key && suits(one));
    this.tell(...found);
    return found;
  }

  /** The difference of one thing at `key`, if nobody has told it yet. */
  takeOf(thing: Thing, key: string): Difference | undefined {
    return this.take(thing.kind, key, (one) => one.thing === thing)[0];
  }

  /** The things of a kind that one version alone has, and that nobody has told yet. */
  private alone(kind: ThingKind, other: 'before' | 'after', suits: (thing: Thing) => boolean): readonly Thing[] {
    const found = this.things.filter((thing) => {
      return thing.kind === kind && !thing[other] && !this.taken.has(thing) && suits(thing);
    });
    this.tell(...found);
    return found;
  }

  /** Those that are new; who asks tells them. */
  added(kind: ThingKind, suits: (thing: Thing) => boolean = () => true): readonly Thing[] {
    return this.alone(kind, 'before', suits);
  }

  /** Those that are gone; who asks tells them. */
  removed(kind: ThingKind, suits: (thing: Thing) => boolean = () => true): readonly Thing[] {
    return this.alone(kind, 'after', suits);
  }

  /** The things of a kind that both versions have. */
  kept(kind: ThingKind): readonly (Thing & { readonly before: Entry; readonly after: Entry })[] {
    return this.things.filter(
      (thing): thing is Thing & { readonly before: Entry; readonly after: Entry } =>
        thing.kind === kind && thing.before !== undefined && thing.after !== undefined,
    );
  }

  /** Nobody else tells these. */
  tell(...told: readonly (Difference | Thing)[]): void {
    for (const one of told) this.taken.add(one);
  }

  /** What is found in a version. */
  problems(side: Side): readonly Problem[] {
    const known = this.judged.get(side) ?? check(side.plan, side.context);
    this.judged.set(side, known);
    return known;
  }

  /** What a thing is called, in the version that counts. */
  called(thing: Thing): Value {
    return calledOf(lastOf(thing), this.after.context.catalog);
  }

  /** What the thing with an id is called; the id where there is none. */
  named(id: string): Value {
    const found = this.things.find(({ before, after }) => {
      return [after, before].some((entry) => entry && idOf(entry)?.value === id);
    });
    return (found && this.called(found)) || id;
  }

  /** The innermost thing in whose text of a version an offset stands. */
  thingAt(side: 'before' | 'after', offset: number): Thing | undefined {
    const around = this.things.filter(
      (thing) => thing[side] && holds((thing[side] as Entry).span, { start: offset, end: offset }),
    );
    return around.reduce<Thing | undefined>((inner, thing) => {
      return inner && (inner[side] as Entry).at.node.length <= (thing[side] as Entry).at.node.length ? inner : thing;
    }, undefined);
  }
}
