/** The lanes of the timeline: one for each lever, with a heading that hides and shows its strategies. */
import type { Selection } from 'd3-selection';
import type { Spots } from './dependencies.ts';
import { drawGone } from './gone.ts';
import { extent, type Lane, type Layout, laneHead } from './layout.ts';
import { drawRows, type RowActions } from './rows.ts';

export interface LaneActions extends RowActions {
  /** Hides the strategies of the lane with this key, or shows them. */
  fold(key: string): void;
}

/** Adds the lanes. */
export function lanes(svg: Selection<SVGSVGElement, unknown, null, undefined>, actions: LaneActions) {
  const layer = svg.append('g');
  return (all: readonly Lane[], layout: Layout, spots: Spots): void => {
    const groups = layer
      .selectAll<SVGGElement, Lane>(':scope > g')
      .data(all, ({ lane: { key } }) => key)
      .join((enter) => {
        const made = enter.append('g').attr('class', 'lane');
        const head = made.append('g').attr('class', 'lane-head').attr('role', 'button').attr('data-stop', '');
        head.append('rect').attr('class', 'hit');
        head.append('path').attr('class', 'caret');
        head.append('text').attr('class', 'lane-title').attr('x', 16).attr('y', 18);
        head.append('text').attr('class', 'lane-note').attr('y', 18);
        made.append('g').attr('class', 'rows');
        made.append('g').attr('class', 'gone-rows');
        head.on('click', (_, { lane: { key } }) => actions.fold(key));
        return made;
      })
      .attr('transform', ({ y }) => `translate(0,${y})`);
    drawHeads(groups.select<SVGGElement>('.lane-head'), layout);
    drawRows(groups.select<SVGGElement>('.rows'), layout, actions);
    drawGone(groups.select<SVGGElement>('.gone-rows'), layout, actions.go);
    for (const { y, rows } of all) {
      for (const row of rows) {
        const bar = extent(row.strategy, layout);
        if (bar) spots.set(row.strategy.key, { ...bar, y: y + row.y + row.height / 2 });
      }
    }
  };
}

function drawHeads(heads: Selection<SVGGElement, Lane, SVGGElement, unknown>, { width, bold }: Layout): void {
  heads
    .attr('aria-label', ({ lane: { title, note } }) => `${title}: ${note}`)
    .attr('aria-expanded', ({ folded }) => String(!folded));
  heads.select('.hit').attr('width', width).attr('height', laneHead);
  heads.select('.caret').attr('d', ({ folded }) => (folded ? 'M4,9l5,4.5l-5,4.5Z' : 'M2,11h9l-4.5,5Z'));
  heads.select('.lane-title').text(({ lane: { title } }) => title);
  heads
    .select('.lane-note')
    .attr('x', ({ lane: { title } }) => 24 + bold.width(title))
    .text(({ lane: { note } }) => note);
}
