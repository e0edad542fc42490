/** The progress of a measure from baseline to target, with a sparkline of its readings. */
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import type { DrawnMeasure } from '../../../../server/src/protocol.ts';

const width = 104;
const height = 22;

/** Draws into an element: the way, how much of it is done, how much is expected by now, and from three readings on how they went. */
export function measureTrack(element: HTMLElement, { progress, expected, course, readings }: DrawnMeasure): void {
  const svg = select(element).selectAll('svg').data([0]).join('svg').attr('width', width).attr('height', height);
  const known = progress === undefined ? [] : [progress];
  // A reading worse than the baseline, or better than the target, stands beside the way.
  const x = scaleLinear([-0.15, 1.15], [0, width]).clamp(true);
  const way = svg.selectAll('path.way').data(known).join('path').attr('class', 'way');
  way.attr('d', `M${x(0)},15H${x(1)}M${x(0)},11v8M${x(1)},11v8m-5,-8l5,4l-5,4`);
  const done = svg
    .selectAll('path.way-done')
    .data(known)
    .join('path')
    .attr('class', `way-done ${course ?? ''}`);
  done.attr('d', (part) => `M${x(0)},15H${x(part)}`);
  const due = progress === undefined || expected === undefined ? [] : [expected];
  const tick = svg.selectAll('path.expected').data(due).join('path').attr('class', 'expected');
  tick.attr('d', (part) => `M${x(part)},9v12`);
  const now = svg.selectAll('circle').data(known).join('circle').attr('cy', 15).attr('r', 4);
  now.attr('cx', (part) => x(part));
  const [low, high] = [Math.min(...readings), Math.max(...readings)];
  const spark = svg.selectAll<SVGPathElement, readonly number[]>('path.spark');
  const shown = spark
    .data(readings.length >= 3 ? [readings] : [])
    .join('path')
    .attr('class', 'spark');
  const across = scaleLinear([0, readings.length - 1], [x(0), x(1)]);
  const up = scaleLinear([low, high === low ? low + 1 : high], [8, 1]);
  shown.attr('d', (values) => `M${values.map((value, index) => `${across(index)},${up(value)}`).join('L')}`);
}
