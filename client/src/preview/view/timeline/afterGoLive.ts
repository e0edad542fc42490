/** The zone of the timeline after go-live, with its title. */
import type { Selection } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';
import { day, type Layout, titleRow } from './layout.ts';

/** Adds the zone, which is as high as the chart. */
export function afterGoLive(svg: Selection<SVGSVGElement, unknown, null, undefined>) {
  const zone = svg
    .append('rect')
    .attr('class', 'after')
    .attr('y', 2 * titleRow + 2);
  const title = svg
    .append('text')
    .attr('class', 'zone-title')
    .attr('y', titleRow + 12)
    .attr('text-anchor', 'end');
  return ({ timeline, words }: Picture, { x, width, plain, bold }: Layout, height: number): void => {
    const goLive = timeline.lines.find(({ kind }) => kind === 'go-live');
    const begins = goLive ? x(day(goLive.day)) : width;
    zone
      .attr('x', begins)
      .attr('width', Math.max(0, width - begins))
      .attr('height', height - 2 * titleRow - 2);
    // The title is left out where it would meet that of go-live.
    const room = width - begins - bold.width(goLive?.title ?? '') - 24;
    const fits = goLive && plain.width(words.afterGoLive) < room;
    title.attr('x', width - 6).text(fits ? words.afterGoLive : '');
  };
}
