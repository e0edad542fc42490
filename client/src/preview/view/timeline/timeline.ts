/** The timeline: a lane for each lever with a bar for each strategy; milestones, go-live, today and sustainment. */
import { select } from 'd3-selection';
import type { DrawnStrategy, Picture } from '../../../../../server/src/protocol.ts';
import type { Filling } from '../filling/filling.ts';
import { hatch } from '../hatch.ts';
import type { Go } from '../part.ts';
import { onPicture } from '../savedPicture.ts';
import { Wrapper } from '../wrap.ts';
import { afterGoLive } from './afterGoLive.ts';
import { axis } from './axis.ts';
import { dayLines } from './dayLines.ts';
import { dependencies, type Spots } from './dependencies.ts';
import { handles } from './handles.ts';
import { lanes } from './lanes.ts';
import { axisY, belowLanes, type Fonts, lanesOf, layoutOf } from './layout.ts';
import { milestones } from './milestones.ts';
import { sustainment } from './sustainment.ts';

export interface TimelineChart {
  draw(picture: Picture, width: number): void;
}

/** Adds a timeline. `folded` holds the keys of the lanes whose strategies are hidden; `changed` is called when that changes. */
export function timelineChart(
  parent: HTMLElement,
  go: Go,
  filling: Filling,
  folded: Set<string>,
  changed: () => void,
): TimelineChart {
  const svg = select(parent)
    .append('svg')
    .attr('class', 'timeline')
    .attr('role', 'group')
    .attr('data-vscode-context', onPicture);
  const defs = svg.append('defs');
  hatch(defs, 'paused');
  const spots: Spots = new Map();
  const fold = (lane: string) => {
    if (!folded.delete(lane)) folded.add(lane);
    changed();
  };
  // In the order in which they are painted and the arrow keys walk through them.
  const drawAfterGoLive = afterGoLive(svg);
  const drawAxis = axis(svg);
  const drawDayLines = dayLines(svg, go);
  const drawMilestones = milestones(svg, go);
  const hover = (strategy: DrawnStrategy | undefined) => {
    showDependencies(strategy, spots);
    if (strategy) bars.over(strategy.key);
  };
  const drawLanes = lanes(svg, { go, filling, fold, hover });
  const drawSustainment = sustainment(svg, go);
  const showDependencies = dependencies(svg, defs);
  const bars = handles(svg, filling);
  let fonts: Fonts | undefined;

  return {
    draw(picture, width) {
      const { timeline, words, locale } = picture;
      const shown = timeline.from !== undefined && timeline.to !== undefined;
      svg.classed('hidden', !shown);
      if (!shown) return;
      const { fontFamily } = getComputedStyle(parent);
      fonts ??= { plain: new Wrapper(`12px ${fontFamily}`), bold: new Wrapper(`600 12px ${fontFamily}`) };
      const layout = layoutOf(picture, width, fonts);
      spots.clear();
      const top = axisY + 8;
      const milestoneHeight = drawMilestones(picture, layout, top, spots);
      const placed = lanesOf(picture, layout, folded, top + milestoneHeight + 6);
      drawLanes(placed, layout, spots);
      bars.draw(picture, layout, placed);
      const below = belowLanes(placed, top);
      const height = below + drawSustainment(timeline, layout, below, spots) + 4;
      drawAxis(locale, layout, height);
      drawAfterGoLive(picture, layout, height);
      drawDayLines(timeline, layout, height);
      svg.attr('width', width).attr('height', height).attr('aria-label', `${words.timeline}. ${timeline.after}`);
      svg.classed('slim', layout.slim);
    },
  };
}
