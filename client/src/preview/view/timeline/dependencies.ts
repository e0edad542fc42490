/** Arrows on the timeline from the dependencies of a strategy to the strategy. */
import type { Selection } from 'd3-selection';
import type { DrawnStrategy } from '../../../../../server/src/protocol.ts';

/** Where bars and milestones are drawn, by key: their two ends and their middle. */
export type Spots = Map<string, { readonly x1: number; readonly x2: number; readonly y: number }>;

/** Curves from the ends of what a strategy waits for to its beginning. */
function arrowsTo({ key, waitsFor }: DrawnStrategy, spots: Spots): string[] {
  const to = spots.get(key);
  if (!to) return [];
  return waitsFor.flatMap((other) => {
    const from = spots.get(other);
    if (!from) return [];
    const middle = (from.x2 + to.x1) / 2;
    return `M${from.x2},${from.y}C${middle},${from.y},${middle},${to.y},${to.x1},${to.y}`;
  });
}

/** Adds the arrows: those of one strategy at a time, or none. */
export function dependencies(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  defs: Selection<SVGDefsElement, unknown, null, undefined>,
) {
  const tip = defs.append('marker').attr('id', 'tip').attr('viewBox', '0 0 8 8').attr('refX', 7).attr('refY', 4);
  tip.attr('markerWidth', 7).attr('markerHeight', 7).attr('orient', 'auto').append('path').attr('d', 'M0,0L8,4L0,8Z');
  const layer = svg.append('g').attr('class', 'links').attr('aria-hidden', 'true');
  return (strategy: DrawnStrategy | undefined, spots: Spots): void => {
    layer
      .selectAll('path')
      .data(strategy ? arrowsTo(strategy, spots) : [])
      .join('path')
      .attr('marker-end', 'url(#tip)')
      .attr('d', (path) => path);
  };
}
