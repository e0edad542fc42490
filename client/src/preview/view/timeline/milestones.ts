/** The milestones of the timeline, above its lanes. */
import type { Selection } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';
import type { Go } from '../part.ts';
import { drawDayMarks } from './dayMarks.ts';
import type { Spots } from './dependencies.ts';
import type { Layout } from './layout.ts';

/** Adds the milestones; drawing returns their height. */
export function milestones(svg: Selection<SVGSVGElement, unknown, null, undefined>, go: Go) {
  const layer = svg.append('g');
  const title = svg.append('text').attr('class', 'lane-title').attr('x', 0);
  return ({ timeline, words }: Picture, layout: Layout, top: number, spots: Spots): number => {
    const height = drawDayMarks(layer, timeline.milestones, layout, top, spots, go);
    const [text = ''] = height ? layout.bold.lines(words.milestones, layout.left - 8, 1) : [];
    title.attr('y', top + 13).text(text);
    return height;
  };
}
