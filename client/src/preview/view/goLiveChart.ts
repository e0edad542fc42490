/** The go-lives of all plans on one time axis: a row for each plan, weeks in which several go live marked. */

import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import type { DrawnClash, DrawnDay, DrawnGoLives, PortfolioPicture } from '../../../../server/src/protocol.ts';
import { button, label } from './button.ts';
import type { Go } from './part.ts';
import { onPicture } from './savedPicture.ts';
import { axis } from './timeline/axis.ts';
import { axisY, day, titleRow } from './timeline/layout.ts';
import { Wrapper } from './wrap.ts';

/** Draws the rows of some plans for a width in pixels. `left` is where the time begins. */
export type GoLiveChart = (
  picture: PortfolioPicture,
  rows: readonly DrawnGoLives[],
  width: number,
  left: number,
) => void;

const rowHeight = 22;
const top = axisY + 6;

/** A diamond around a point; a triangle where the day lies before or after the months that are drawn. */
const shapes = { within: 'M0,-7L5,0L0,7L-5,0Z', before: 'M-5,0L4,-6V6Z', after: 'M5,0L-4,-6V6Z' };

/** The first day of the month (`YYYY-MM`) so many months later. */
export function monthStart(month: string, later = 0): Date {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + later, 1));
}

/** Adds the chart. */
export function goLiveChart(parent: HTMLElement, go: Go): GoLiveChart {
  const svg = select(parent)
    .append('svg')
    .attr('class', 'timeline go-lives')
    .attr('role', 'group')
    .attr('data-vscode-context', onPicture);
  const bands = svg.append('g').attr('aria-hidden', 'true');
  const drawAxis = axis(svg);
  const today = svg.append('g').attr('class', 'day today').attr('aria-hidden', 'true');
  today.append('path').attr('class', 'line');
  today.append('text').attr('x', 5).attr('y', 12);
  const layer = svg.append('g');
  let font: Wrapper | undefined;

  return ({ months, clashes, words, locale, today: now }, rows, width, left) => {
    const [first, last] = [months[0], months.at(-1)];
    const shown = first !== undefined && last !== undefined && rows.length > 0;
    svg.classed('hidden', !shown);
    if (!shown) return;
    font ??= new Wrapper(`12px ${getComputedStyle(parent).fontFamily}`);
    const wrapper = font;
    const ends: [Date, Date] = [monthStart(first), monthStart(last, 1)];
    const x = scaleUtc(ends, [left, width - 8]).clamp(true);
    const height = top + rows.length * rowHeight + 4;
    svg.attr('width', width).attr('height', height).attr('aria-label', words.goLives);
    drawAxis(locale, { x, width, left }, height);
    const seen = day(now) >= ends[0] && day(now) < ends[1];
    today.classed('hidden', !seen).attr('transform', `translate(${x(day(now))},0)`);
    today.select('path').attr('d', `M0,2V${height}`);
    today.select('text').text(words.today);

    const band = bands
      .selectAll<SVGGElement, DrawnClash>(':scope > g')
      .data(clashes, ({ from }) => from)
      .join((enter) => {
        const made = enter.append('g').attr('class', 'clash');
        made.append('rect');
        made.append('text').attr('text-anchor', 'middle');
        return made;
      });
    const middle = ({ from, to }: DrawnClash) => (x(day(from)) + x(day(to))) / 2;
    const half = ({ from, to }: DrawnClash) => (x(day(to)) - x(day(from))) / 2 + 9;
    const rect = band
      .select('rect')
      .attr('y', axisY)
      .attr('height', height - axisY);
    rect.attr('x', (one) => middle(one) - half(one)).attr('width', (one) => 2 * half(one));
    band
      .select('text')
      .attr('x', middle)
      .attr('y', 2 * titleRow - 5)
      .text('▲');

    const lines = layer
      .selectAll<SVGGElement, DrawnGoLives>(':scope > g')
      .data(rows, ({ key }) => key)
      .join((enter) => {
        const made = enter.append('g').attr('class', 'plan');
        made.append('title');
        made.append('text').attr('class', 'row-title').attr('dy', '0.33em');
        made.append('path').attr('class', 'grid');
        return made;
      })
      .order()
      .attr('transform', (_, index) => `translate(0,${top + (index + 0.5) * rowHeight})`);
    lines.select('title').text(({ title }) => title);
    lines.select('.row-title').text(({ title }) => wrapper.lines(title, left - 16, 1)[0] ?? '');
    lines.select('.grid').attr('d', `M${left},0H${width}`);
    const marks = lines
      .selectAll<SVGGElement, DrawnDay>(':scope > .mark')
      .data(
        ({ days }) => days,
        ({ day: on }) => on,
      )
      .join((enter) => {
        const made = button(enter.append('g').attr('class', 'mark'));
        made.append('path');
        return made.on('click', (_, { key }) => go(key));
      })
      .order();
    label(marks, (one) => one);
    marks.attr('transform', ({ day: on }) => `translate(${x(day(on))},0)`);
    const shape = (on: Date) => (on < ends[0] ? shapes.before : on >= ends[1] ? shapes.after : shapes.within);
    marks.select('path').attr('d', ({ day: on }) => shape(day(on)));
  };
}
