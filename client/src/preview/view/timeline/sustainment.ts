/** Sustainment on the timeline: a line from go-live on, and its reviews. */
import type { Selection } from 'd3-selection';
import type { DrawnBar, DrawnTimeline } from '../../../../../server/src/protocol.ts';
import { button, label } from '../button.ts';
import type { Go } from '../part.ts';
import { drawDayMarks } from './dayMarks.ts';
import type { Spots } from './dependencies.ts';
import { extent, type Layout, laneHead } from './layout.ts';

/** Adds the line; drawing returns its height, 0 where a plan has none. */
export function sustainment(svg: Selection<SVGSVGElement, unknown, null, undefined>, go: Go) {
  const group = svg.append('g').attr('class', 'sustainment');
  const reviewLayer = group.append('g');
  return ({ sustainment: care }: DrawnTimeline, layout: Layout, top: number, spots: Spots): number => {
    group.attr('transform', `translate(0,${top})`);
    const lines = group
      .selectAll<SVGGElement, DrawnBar>(':scope > .care')
      .data(care ? [care] : [])
      .join((enter) => {
        const made = button(enter.append('g').attr('class', 'care'));
        made.append('rect').attr('class', 'hit').attr('height', laneHead);
        made.append('text').attr('class', 'lane-title').attr('x', 0).attr('y', 18);
        made.append('path').attr('class', 'care-line');
        return made.on('click', (_, { key }) => go(key));
      });
    label(lines, (one) => one);
    lines.select('.hit').attr('width', layout.width);
    lines.select('.lane-title').text(({ title }) => layout.bold.lines(title, layout.left - 8, 1)[0] ?? '');
    lines.select('.care-line').attr('d', (one) => {
      const own = one.start ? extent(one, layout) : undefined;
      return own ? `M${own.x1},13.5H${own.x2}` : '';
    });
    // The line says what they are: their titles would only repeat it.
    const reviews = (care?.reviews ?? []).map((review) => ({ ...review, title: '' }));
    drawDayMarks(reviewLayer, reviews, layout, 4.5, spots, go);
    return care ? laneHead : 0;
  };
}
