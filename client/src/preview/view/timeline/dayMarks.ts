/** Days of the timeline as diamonds with titles: milestones and reviews. */
import type { Selection } from 'd3-selection';
import type { DrawnDay } from '../../../../../server/src/protocol.ts';
import { button, label } from '../button.ts';
import type { Go } from '../part.ts';
import type { Spots } from './dependencies.ts';
import { type Layout, type Placed, packed } from './layout.ts';

/** A diamond around a point. */
const diamond = 'M0,-8L4.6,0L0,8L-4.6,0Z';

const rowHeight = 18;

/** Draws diamonds in rows from `top` on, notes their spots, and returns the height of the rows. */
export function drawDayMarks(
  layer: Selection<SVGGElement, unknown, null, undefined>,
  days: readonly DrawnDay[],
  layout: Layout,
  top: number,
  spots: Spots,
  go: Go,
): number {
  const placed = packed(days, layout, layout.plain, 12);
  const middle = ({ row }: Placed) => top + row * rowHeight + rowHeight / 2;
  const marks = layer
    .selectAll<SVGGElement, Placed>(':scope > g')
    // All reviews have the same key.
    .data(placed, ({ day: { key, kind, day } }) => (kind === 'review' ? `${key} ${day}` : key))
    .join((enter) => {
      const made = button(enter.append('g'));
      made.append('path').attr('d', diamond);
      made.append('text').attr('dy', '0.33em');
      return made.on('click', (_, { day: { key } }) => go(key));
    });
  label(marks, ({ day }) => day);
  marks
    .order()
    .attr('class', ({ day: { kind } }) => `mark ${kind}`)
    .attr('transform', (one) => `translate(${one.x},${middle(one)})`);
  marks
    .select('text')
    .attr('x', ({ before }) => (before ? -9 : 9))
    .attr('text-anchor', ({ before }) => (before ? 'end' : 'start'))
    .text(({ text }) => text);
  for (const one of placed) spots.set(one.day.key, { x1: one.x - 6, x2: one.x + 6, y: middle(one) });
  return placed.reduce((most, { row }) => Math.max(most, row + 1), 0) * rowHeight;
}
