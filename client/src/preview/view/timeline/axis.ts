/** The axis of the timeline: months above, a grid line down from each. */
import { axisTop } from 'd3-axis';
import type { Selection } from 'd3-selection';
import { axisY, type Layout, tickText } from './layout.ts';

/** Half of the widest month, with its year, in pixels. */
const halfMonth = 30;

/** Adds the axis; the grid is as high as the chart. */
export function axis(svg: Selection<SVGSVGElement, unknown, null, undefined>) {
  const whole = svg.append('g').attr('class', 'axis').attr('aria-hidden', 'true');
  return (locale: string, { x, width, left }: Pick<Layout, 'x' | 'width' | 'left'>, height: number): void => {
    const ticks = x.ticks(Math.max(2, Math.round((width - left) / 78)));
    const text = tickText(locale, ticks);
    const months = axisTop(x).tickValues(ticks).tickSizeInner(0).tickSizeOuter(0).tickPadding(5);
    whole.attr('transform', `translate(0,${axisY})`);
    whole.call(months.tickFormat((date, index) => text(date as Date, index)));
    whole
      .selectAll<SVGTextElement, Date>('.tick text')
      .attr('text-anchor', (date) => (x(date) + halfMonth > width ? 'end' : 'middle'));
    whole
      .selectAll<SVGLineElement, Date>('.tick line')
      .attr('y2', height - axisY)
      .attr('class', 'grid');
  };
}
