/** Vertical lines of the timeline: today, go-live, and where the plan begins and ends. */
import type { Selection } from 'd3-selection';
import type { DrawnDay, DrawnTimeline } from '../../../../../server/src/protocol.ts';
import { button, label } from '../button.ts';
import type { Go } from '../part.ts';
import { day, type Layout, packed, titleRow } from './layout.ts';

/** Adds the lines, which are as high as the chart. */
export function dayLines(svg: Selection<SVGSVGElement, unknown, null, undefined>, go: Go) {
  const layer = svg.append('g');
  return ({ from = '', to = '', lines }: DrawnTimeline, layout: Layout, height: number): void => {
    const seen = lines.filter(({ day: one }) => from <= one && one <= to);
    // Where the plan begins and ends needs no title: the axis shows it.
    const titled = seen.filter(({ kind }) => kind === 'today' || kind === 'go-live' || kind === 'past');
    const titles = new Map(packed(titled, layout, layout.bold, 5).map((placed) => [placed.day.key, placed]));
    const drawn = layer
      .selectAll<SVGGElement, DrawnDay>(':scope > g')
      .data(seen, ({ key }) => key)
      .join((enter) => {
        const made = button(enter.append('g'));
        made.append('path').attr('class', 'wide');
        made.append('path').attr('class', 'line');
        made.append('text');
        return made.on('click', (_, { key }) => go(key));
      });
    label(drawn, (one) => one);
    drawn
      .attr('class', ({ kind }) => `day ${kind}`)
      .attr('transform', ({ day: one }) => `translate(${layout.x(day(one))},0)`);
    const top = ({ key }: DrawnDay) => (titles.get(key)?.row ?? 2) * titleRow;
    for (const path of ['.wide', '.line']) drawn.select(path).attr('d', (one) => `M0,${top(one) + 2}V${height}`);
    drawn
      .select('text')
      .attr('y', (one) => top(one) + 12)
      .attr('x', ({ key }) => (titles.get(key)?.before ? -5 : 5))
      .attr('text-anchor', ({ key }) => (titles.get(key)?.before ? 'end' : 'start'))
      .text(({ key }) => titles.get(key)?.text ?? '');
  };
}
