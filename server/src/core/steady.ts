/**
 * Whether all lines of a reading would stay where they stand, if those that stand too far left or right were looked for
 * (`straight.ts`): what is looked at as soon as anything cannot be read. As long as nothing outside of it is wrong, it is
 * enough after a change to look at the part with the change, and at what is open in front of it: rows that stand where
 * they should are judged by where the part begins and ends, which stays as it is. Rows with a fault of their own may be
 * judged by what stands in the part.
 */
import { column, lineEnd, lineStart } from './edit.ts';
import { linesOf } from './lines.ts';
import type { Reading } from './reading.ts';
import type { TextLike } from './source.ts';
import { type Frame, type Open, standStraight, straightened } from './straight.ts';
import type { At, List, Mapping } from './tree.ts';
import { beginning, inside, isLong, type Part, parts } from './wayTo.ts';

/** Of readings that are `plain`, whether that is so; looked at when somebody asks. */
const steady = new WeakMap<Reading, boolean>();

/** Notes that it is so. */
export function knownSteady(reading: Reading): void {
  steady.set(reading, true);
}

/** Whether it is so; without `look`, whether it is known. */
export function isSteady(reading: Reading, look: boolean): boolean {
  let known = steady.get(reading);
  if (known === undefined && look) {
    known = straightened(linesOf(reading.text), reading.format.shape) === undefined;
    steady.set(reading, known);
  }
  return known === true;
}

/** A list or map as what is open below its first `count` parts. */
function frameOf(text: TextLike, { node, start }: At<List | Mapping>, shape: Part['shape'], count: number): Frame {
  const names = node.kind === 'map' ? node.pairs.slice(0, count).map(({ name }) => name) : [];
  return { kind: node.kind, column: column(text, start), shape, names: new Set(names), first: { start, end: start } };
}

/**
 * What is open at an offset in front of the last part on a way, from where on the rows say the rest; undefined where that
 * would be too many.
 */
function openAbove(text: TextLike, way: readonly Part[]): (Open & { readonly from: number }) | undefined {
  const last = way.at(-1) as Part;
  const outer = way.slice(0, -1);
  const frames = outer.map(({ at, shape, index }) => frameOf(text, at, shape, index + 1));
  if (last.index === 0) {
    const holder = outer.at(-1);
    const above = holder ? column(text, holder.from) : -1;
    return {
      frames,
      pending: { column: above, shape: last.shape, dash: holder?.at.node.kind === 'list' },
      from: last.from,
    };
  }
  // The part in front, or as much of its end as is not too long.
  let { at, shape } = last;
  let index = last.index - 1;
  let from = beginning(text, at, index);
  frames.push(frameOf(text, at, shape, last.index));
  while (isLong(text, lineStart(text, from), last.from, 0)) {
    const next = inside(at, index, shape);
    const { node } = next.at;
    if ((node.kind !== 'list' && node.kind !== 'map') || node.flow) return undefined;
    index = parts(node).length - 1;
    if (index < 1) return undefined;
    at = next.at as At<List | Mapping>;
    shape = next.shape;
    from = beginning(text, at, index);
    frames.push(frameOf(text, at, shape, index + 1));
  }
  return { frames, pending: undefined, from };
}

/**
 * Whether the last part on a way, which ends at `to` in a text that is the same up to it, has no line that would be
 * moved. It is known of the reading before.
 */
export function staysSteady(text: TextLike, way: readonly Part[], to: number): boolean {
  const { from } = way.at(-1) as Part;
  const open = openAbove(text, way);
  if (!open) return false;
  const start = lineStart(text, open.from);
  // Where the rows begin, and where the part does, lines begin.
  for (const at of [open.from, from]) if (text.slice(lineStart(text, at), at).trim() !== '') return false;
  // With the line below, on which the next part begins.
  const lines = linesOf(text.slice(start, lineEnd(text, to)));
  const lineOf = (offset: number) => lines.starts.findIndex((other) => other >= offset - start);
  const end = lineOf(to);
  return standStraight(lines, lineOf(lineStart(text, from)), end < 0 ? lines.starts.length : end, open);
}
