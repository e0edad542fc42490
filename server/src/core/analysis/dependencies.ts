/** Dependency graph of `dependsOn`, and its cycles. */

import { removeFromList } from '../edits/yamlEdit.ts';
import { Entry, remembered, type Spanned } from '../model/entry.ts';
import { ofPlan, type Plan, Strategy } from '../model/plan.ts';
import type { Edit } from '../text/edit.ts';
import { statusOf, strategyDays } from './timeline.ts';

/** One entry of `dependsOn`: `from` waits for `to`, a strategy or a milestone. */
export interface Link {
  readonly from: Strategy;
  readonly to: Entry;
  /** The id by which `from` names `to`. */
  readonly use: Spanned<string>;
}

/** The links of a plan; what is unknown, or could mean two entries, makes none. */
export interface Dependencies {
  readonly links: ReadonlyMap<Strategy, readonly Link[]>;
  /** The links of each circle, beginning at its first strategy in the text. */
  readonly circles: readonly (readonly Link[])[];
  /** All that something waits for. */
  readonly awaited: ReadonlySet<Entry>;
  /** Whether a link is part of a circle. */
  inCircle(link: Link): boolean;
}

/** The dependency graph of a plan. */
export const dependencies = ofPlan((plan): Dependencies => {
  const links = linksOf(plan);
  const { circles, group } = walk(links);
  const inCircle = ({ from, to }: Link) => from === to || (to instanceof Strategy && group.get(from) === group.get(to));
  const awaited = new Set([...links.values()].flatMap((own) => own.map(({ to }) => to)));
  return { links, circles, awaited, inCircle };
});

/** Takes a link out of the text; undefined where more would go with it. */
export function removeLink(plan: Plan, { from, use }: Link): Edit | undefined {
  return removeFromList(plan, from.at, 'dependsOn', use.span);
}

/** An id that can be relied on: not one that only shows because the strategy's own cannot be read. */
function sureId(entry: Entry): string | undefined {
  return (entry instanceof Strategy ? sureStrategyId(entry) : entry.text('id')) ?? undefined;
}

const sureStrategyId = remembered(
  (strategy) => strategy.text('id') ?? (strategy.state('id') === 'missing' ? (strategy.text('use') ?? null) : null),
);

function linksOf(plan: Plan): Map<Strategy, Link[]> {
  const awaited = new Set<string>();
  for (const { says } of plan.strategies) for (const id of says.dependsOn) awaited.add(id);
  const entries = new Map<string, Entry | 'several'>();
  if (awaited.size === 0) return new Map();
  for (const entry of [...plan.strategies, ...plan.list('milestones')]) {
    const id = sureId(entry);
    if (id !== undefined && awaited.has(id)) entries.set(id, entries.has(id) ? 'several' : entry);
  }
  const links = new Map<Strategy, Link[]>();
  for (const from of plan.strategies) {
    if (from.says.dependsOn.length === 0) continue;
    const own = from.words('dependsOn').flatMap((use) => {
      const to = entries.get(use.value);
      return to instanceof Entry ? [{ from, to, use }] : [];
    });
    if (own.length) links.set(from, own);
  }
  return links;
}

/** At most this many cycles are reported; the rest appear once these are fixed. */
const mostCircles = 100;

/** A strategy on the way from where the walk began, and how far its links have been followed. */
interface Stop {
  readonly strategy: Strategy;
  readonly links: readonly Link[];
  next: number;
}

/**
 * Tarjan's algorithm for strongly connected components, without recursion. Two strategies share a component if each
 * depends on the other, however indirectly; an edge back onto the current path closes a cycle: `a → b → a`.
 */
function walk(links: ReadonlyMap<Strategy, readonly Link[]>): { circles: Link[][]; group: Map<Strategy, number> } {
  const number = new Map<Strategy, number>();
  const low = new Map<Strategy, number>();
  const group = new Map<Strategy, number>();
  const circles: Link[][] = [];
  const open: Strategy[] = [];
  const way: Stop[] = [];
  const place = new Map<Strategy, number>();
  // What waits only for milestones closes no circle.
  const among = (own: readonly Link[]) => own.some(({ to }) => to instanceof Strategy);
  const lower = (strategy: Strategy, value: number) => {
    low.set(strategy, Math.min(low.get(strategy) as number, value));
  };
  const enter = (strategy: Strategy) => {
    low.set(strategy, number.size);
    number.set(strategy, number.size);
    open.push(strategy);
    place.set(strategy, way.length);
    way.push({ strategy, links: links.get(strategy) ?? [], next: 0 });
  };
  const leave = ({ strategy }: Stop) => {
    way.pop();
    place.delete(strategy);
    const waiting = way.at(-1);
    if (waiting) lower(waiting.strategy, low.get(strategy) as number);
    if (low.get(strategy) !== number.get(strategy)) return;
    while (!group.has(strategy)) group.set(open.pop() as Strategy, number.get(strategy) as number);
  };
  const follow = ({ strategy }: Stop, { to }: Link) => {
    if (!(to instanceof Strategy)) return;
    if (!number.has(to)) return enter(to);
    if (!group.has(to)) lower(strategy, number.get(to) as number);
    const back = place.get(to);
    if (back !== undefined && circles.length < mostCircles) {
      circles.push(way.slice(back).map((stop) => stop.links[stop.next - 1] as Link));
    }
  };
  for (const [first, own] of links) {
    if (!number.has(first) && among(own)) enter(first);
    for (let stop = way.at(-1); stop; stop = way.at(-1)) {
      const link = stop.links[stop.next++];
      if (link) follow(stop, link);
      else leave(stop);
    }
  }
  return { circles: circles.map(fromFirst), group };
}

/** Rotates a cycle to begin at its first strategy in the text. */
function fromFirst(circle: readonly Link[]): Link[] {
  let first = 0;
  for (const [index, { from }] of circle.entries()) {
    if (from.at.start < (circle[first] as Link).from.at.start) first = index;
  }
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** The day on which what a link waits for is finished; undefined where none is known, or where nothing is waited for any more. */
export function endOf(plan: Plan, { to }: Link): Spanned<string> | undefined {
  if (!(to instanceof Strategy)) return to.day('date');
  const status = statusOf(plan, to);
  return status === 'planned' || status === 'in-progress' || status === 'paused'
    ? strategyDays(plan, to)?.due
    : undefined;
}

/** The day on which the last of all that a strategy waits for is finished. */
export function lastEnd(plan: Plan, strategy: Strategy): string | undefined {
  const ends = (dependencies(plan).links.get(strategy) ?? []).flatMap((link) => endOf(plan, link)?.value ?? []);
  return ends.sort().at(-1);
}
