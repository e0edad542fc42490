/** The rows of strategies that are gone from a plan that is compared: their titles, and bars where their work was. */
import { type Selection, select } from 'd3-selection';
import { button, label } from '../button.ts';
import type { Go } from '../part.ts';
import type { GoneRow, Lane, Layout } from './layout.ts';
import { drawTitle, drawWas } from './rows.ts';

/** Draws the rows of all lanes. */
export function drawGone(lanes: Selection<SVGGElement, Lane, SVGGElement, unknown>, layout: Layout, go: Go): void {
  const rows = lanes
    .selectAll<SVGGElement, GoneRow>(':scope > g')
    .data(
      ({ gone }) => gone,
      ({ bar: { key } }) => key,
    )
    .join((enter) => {
      const made = button(enter.append('g').attr('class', 'row gone'));
      made.append('rect').attr('class', 'hit').attr('x', 0);
      made.append('text').attr('class', 'row-title');
      made.append('rect').attr('class', 'was');
      return made.on('click', (_, { bar: { key } }) => go(key));
    });
  label(rows, ({ bar }) => bar);
  rows
    .order()
    .attr('transform', ({ y }) => `translate(0,${y})`)
    .each(function (row) {
      const group = select<SVGGElement, GoneRow>(this);
      group.select('.hit').attr('width', layout.width).attr('height', row.height);
      drawTitle(group, row, layout);
      drawWas(group, row.bar, layout, row.height);
    });
}
