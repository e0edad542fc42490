/** The timeline: a lane for each lever with a bar for each strategy, milestones, go-live, today, and what is kept up after. */
import { axisTop } from 'd3-axis';
import { type Selection, select } from 'd3-selection';
import type { DrawnBar, DrawnDay, DrawnStrategy, Picture } from '../../../../../server/src/protocol.ts';
import { hatch } from '../hatch.ts';
import type { Go } from '../part.ts';
import { Wrapper } from '../wrap.ts';
import {
  day,
  ends,
  extent,
  type Lane,
  type Layout,
  laneHead,
  lanesOf,
  layoutOf,
  type Placed,
  packed,
  type Row,
  speck,
  tickText,
} from './layout.ts';

/** A diamond around a point. */
const diamond = 'M0,-8L4.6,0L0,8L-4.6,0Z';

const titleRow = 17;
const milestoneRow = 18;

export interface TimelineChart {
  draw(picture: Picture, width: number): void;
}

/** Adds a timeline. `folded` holds the keys of the lanes whose strategies are hidden; `changed` is called when that changes. */
export function timelineChart(parent: HTMLElement, go: Go, folded: Set<string>, changed: () => void): TimelineChart {
  const svg = select(parent).append('svg').attr('class', 'timeline').attr('role', 'group');
  const defs = svg.append('defs');
  const tip = defs.append('marker').attr('id', 'tip').attr('viewBox', '0 0 8 8').attr('refX', 7).attr('refY', 4);
  tip.attr('markerWidth', 7).attr('markerHeight', 7).attr('orient', 'auto').append('path').attr('d', 'M0,0L8,4L0,8Z');
  hatch(defs, 'paused');
  const zone = svg.append('rect').attr('class', 'after');
  const zoneTitle = svg.append('text').attr('class', 'zone-title');
  const axis = svg.append('g').attr('class', 'axis').attr('aria-hidden', 'true');
  const lineLayer = svg.append('g');
  const milestoneLayer = svg.append('g');
  const milestoneTitle = svg.append('text').attr('class', 'lane-title').attr('x', 0);
  const laneLayer = svg.append('g');
  const care = svg.append('g').attr('class', 'sustainment');
  const reviewLayer = care.append('g');
  const linkLayer = svg.append('g').attr('class', 'links').attr('aria-hidden', 'true');
  let wrapper: Wrapper | undefined;
  let bold: Wrapper | undefined;
  /** Where each bar and milestone stands: what waits for it is joined to its end. */
  let spots = new Map<string, { readonly x1: number; readonly x2: number; readonly y: number }>();

  function join(strategy: DrawnStrategy | undefined): void {
    const to = strategy && spots.get(strategy.key);
    const links = (to ? strategy.waitsFor : []).flatMap((key) => {
      const from = spots.get(key);
      if (!from || !to) return [];
      const middle = (from.x2 + to.x1) / 2;
      return `M${from.x2},${from.y}C${middle},${from.y},${middle},${to.y},${to.x1},${to.y}`;
    });
    linkLayer
      .selectAll('path')
      .data(links)
      .join('path')
      .attr('marker-end', 'url(#tip)')
      .attr('d', (path) => path);
  }

  function drawDays(
    layer: Selection<SVGGElement, unknown, null, undefined>,
    days: readonly DrawnDay[],
    layout: Layout,
    top: number,
  ): number {
    const placed = packed(days, layout, wrapper as Wrapper, 12);
    const marks = layer
      .selectAll<SVGGElement, Placed>(':scope > g')
      // Reviews share a place in the text.
      .data(placed, ({ day: { key, kind, day: on } }) => (kind === 'review' ? `${key} ${on}` : key))
      .join((enter) => {
        const made = enter.append('g').attr('role', 'button').attr('data-stop', '').attr('data-home', '');
        made.append('title');
        made.append('path').attr('d', diamond);
        made.append('text').attr('dy', '0.33em');
        return made.on('click', (_, { day: { key } }) => go(key));
      });
    marks
      .order()
      .attr('class', ({ day: { kind } }) => `mark ${kind}`)
      .attr('data-key', ({ day: { key } }) => key)
      .attr('aria-label', ({ day: { label } }) => label)
      .attr('transform', ({ x, row }) => `translate(${x},${top + row * milestoneRow + milestoneRow / 2})`);
    marks.select('title').text(({ day: { label } }) => label);
    marks
      .select('text')
      .attr('x', ({ before }) => (before ? -9 : 9))
      .attr('text-anchor', ({ before }) => (before ? 'end' : 'start'))
      .text(({ text }) => text);
    for (const { day: one, x, row } of placed) {
      spots.set(one.key, { x1: x - 6, x2: x + 6, y: top + row * milestoneRow + milestoneRow / 2 });
    }
    return placed.reduce((most, { row }) => Math.max(most, row + 1), 0) * milestoneRow;
  }

  function drawLines({ timeline, words }: Picture, layout: Layout, height: number): void {
    const { x, width } = layout;
    const [from = '', to = ''] = [timeline.from, timeline.to];
    const seen = timeline.lines.filter(({ day: one }) => from <= one && one <= to);
    // Where the plan begins and ends needs no title: the axis shows it.
    const titled = seen.filter(({ kind }) => kind === 'today' || kind === 'go-live');
    const texts = new Map(packed(titled, layout, bold as Wrapper, 5).map((placed) => [placed.day.key, placed]));
    const lines = lineLayer
      .selectAll<SVGGElement, DrawnDay>(':scope > g')
      .data(seen, ({ key }) => key)
      .join((enter) => {
        const made = enter.append('g').attr('role', 'button').attr('data-stop', '').attr('data-home', '');
        made.append('title');
        made.append('path').attr('class', 'wide');
        made.append('path').attr('class', 'line');
        made.append('text');
        return made.on('click', (_, { key }) => go(key));
      });
    lines
      .attr('class', ({ kind }) => `day ${kind}`)
      .attr('data-key', ({ key }) => key)
      .attr('aria-label', ({ label }) => label)
      .attr('transform', ({ day: one }) => `translate(${x(day(one))},0)`);
    lines.select('title').text(({ label }) => label);
    const top = ({ key }: DrawnDay) => (texts.get(key)?.row ?? 2) * titleRow;
    for (const path of ['.wide', '.line']) lines.select(path).attr('d', (one) => `M0,${top(one) + 2}V${height}`);
    lines
      .select('text')
      .attr('y', (one) => top(one) + 12)
      .attr('x', ({ key }) => (texts.get(key)?.before ? -5 : 5))
      .attr('text-anchor', ({ key }) => (texts.get(key)?.before ? 'end' : 'start'))
      .text(({ key }) => texts.get(key)?.text ?? '');
    const goLive = timeline.lines.find(({ kind }) => kind === 'go-live');
    const begins = goLive ? x(day(goLive.day)) : width;
    zone
      .attr('x', begins)
      .attr('y', 2 * titleRow + 2)
      .attr('width', Math.max(0, width - begins))
      .attr('height', height - 2 * titleRow - 2);
    // Only where it does not meet the title of go-live.
    const room = width - begins - (bold as Wrapper).width(goLive?.title ?? '') - 24;
    const fits = goLive && (wrapper as Wrapper).width(words.afterGoLive) < room;
    zoneTitle
      .attr('x', width - 6)
      .attr('y', titleRow + 12)
      .attr('text-anchor', 'end');
    zoneTitle.text(fits ? words.afterGoLive : '');
  }

  function drawRows(lanes: Selection<SVGGElement, Lane, SVGGElement, unknown>, layout: Layout): void {
    const rows = lanes
      .select<SVGGElement>('.rows')
      .selectAll<SVGGElement, Row>(':scope > g')
      .data(
        ({ rows: own }) => own,
        ({ strategy: { key } }) => key,
      )
      .join((enter) => {
        const made = enter.append('g').attr('role', 'button').attr('data-stop', '').attr('data-home', '');
        made.append('title');
        made.append('rect').attr('class', 'hit').attr('x', 0);
        made.append('text').attr('class', 'row-title');
        made.append('rect').attr('class', 'bar');
        made.append('text').attr('class', 'sign');
        made.append('g').attr('class', 'activities');
        return made
          .on('click', (_, { strategy: { key } }) => go(key))
          .on('pointerenter focus', (_, { strategy }) => join(strategy))
          .on('pointerleave blur', () => join(undefined));
      });
    const form = JSON.stringify([layout.width, layout.slim, layout.x.domain()]);
    rows
      .order()
      .attr('transform', ({ y }) => `translate(0,${y})`)
      .each(function (row) {
        // Most rows are as they were.
        const state = `${form} ${JSON.stringify(row.strategy)}`;
        const own = this as SVGGElement & { state?: string };
        if (own.state === state) return;
        own.state = state;
        drawRow(select<SVGGElement, Row>(this), row, layout);
      });
  }

  function drawRow(group: Selection<SVGGElement, Row, null, undefined>, row: Row, layout: Layout): void {
    const { strategy, lines, height } = row;
    const { slim, lineHeight, left, width } = layout;
    const bar = extent(strategy, layout);
    const thick = slim ? 9 : 12;
    const withActivities = strategy.activities.length > 0 && !slim;
    const y = withActivities ? (height - thick - 7) / 2 : (height - thick) / 2;
    const marks = [
      'row',
      strategy.status,
      ends(strategy),
      strategy.overdue && 'overdue',
      !strategy.counts && 'uncounted',
    ];
    group
      .attr('class', marks.filter(Boolean).join(' '))
      .attr('data-key', strategy.key)
      .attr('aria-label', strategy.label);
    group.select('title').text(strategy.label);
    group.select('.hit').attr('width', width).attr('height', height);
    const first = (height - lines.length * lineHeight) / 2 + lineHeight * 0.76;
    group
      .select('.row-title')
      .attr('y', first)
      .selectAll('tspan')
      .data(lines)
      .join('tspan')
      .attr('x', 18)
      .attr('dy', (_, index) => (index === 0 ? 0 : lineHeight))
      .text((words) => words);
    group
      .select('.bar')
      .attr('x', bar?.x1 ?? 0)
      .attr('y', y)
      .attr('width', bar ? bar.x2 - bar.x1 : 0)
      .attr('height', bar ? thick : 0)
      .attr('rx', 2);
    const sign = strategy.overdue ? '!' : strategy.status === 'done' ? '✓' : strategy.status === 'paused' ? '‖' : '';
    group
      .select('.sign')
      .attr('class', bar ? 'sign' : 'sign undated')
      .attr('x', bar ? Math.min(bar.x2 + 4, width - 10) : left + 8)
      .attr('y', bar ? y + thick - 2 : height / 2 + 4)
      .text(bar ? sign : (strategy.undated ?? ''));
    const activities = group
      .select('.activities')
      .selectAll<SVGRectElement, DrawnBar>('rect')
      .data(strategy.activities, ({ key }) => key)
      .join((enter) => {
        const made = enter
          .append('rect')
          .attr('role', 'button')
          .attr('data-stop', '')
          .attr('data-home', '')
          .attr('rx', 1);
        made.append('title');
        return made.on('click', (event: MouseEvent, { key }) => {
          event.stopPropagation();
          go(key);
        });
      });
    activities
      .attr('class', (one) => `activity ${ends(one)}`)
      .attr('data-key', ({ key }) => key)
      .attr('aria-label', ({ label }) => label)
      .attr('x', (one) => (one.start ? (extent(one, layout)?.x1 ?? 0) : (extent(one, layout)?.x2 ?? 0) - speck))
      .attr('width', (one) => {
        const own = one.start && one.due ? extent(one, layout) : undefined;
        return own ? Math.max(speck, own.x2 - own.x1) : speck;
      })
      .attr('y', slim ? y + thick - 3 : y + thick + 2)
      .attr('height', slim ? 3 : 5);
    activities.select('title').text(({ label }) => label);
  }

  function drawLanes(lanes: readonly Lane[], layout: Layout): void {
    const groups = laneLayer
      .selectAll<SVGGElement, Lane>(':scope > g')
      .data(lanes, ({ lane: { key } }) => key)
      .join((enter) => {
        const made = enter.append('g').attr('class', 'lane');
        const head = made.append('g').attr('class', 'lane-head').attr('role', 'button').attr('data-stop', '');
        head.append('rect').attr('class', 'hit');
        head.append('path').attr('class', 'caret');
        head.append('text').attr('class', 'lane-title').attr('x', 16).attr('y', 18);
        head.append('text').attr('class', 'lane-note').attr('y', 18);
        made.append('g').attr('class', 'rows');
        head.on('click', (_, { lane: { key } }) => {
          if (!folded.delete(key)) folded.add(key);
          changed();
        });
        return made;
      })
      .attr('transform', ({ y }) => `translate(0,${y})`);
    const heads = groups
      .select<SVGGElement>('.lane-head')
      .attr('aria-label', ({ lane: { title, note } }) => `${title}: ${note}`)
      .attr('aria-expanded', (one) => String(!one.folded));
    heads.select('.hit').attr('width', layout.width).attr('height', laneHead);
    heads.select('.caret').attr('d', (one) => (one.folded ? 'M4,9l5,4.5l-5,4.5Z' : 'M2,11h9l-4.5,5Z'));
    heads.select('.lane-title').text(({ lane: { title } }) => title);
    heads
      .select('.lane-note')
      .attr('x', ({ lane: { title } }) => 24 + (bold as Wrapper).width(title))
      .text(({ lane: { note } }) => note);
    drawRows(groups, layout);
    for (const { y, rows } of lanes) {
      for (const row of rows) {
        const bar = extent(row.strategy, layout);
        if (bar) spots.set(row.strategy.key, { ...bar, y: y + row.y + row.height / 2 });
      }
    }
  }

  function drawCare({ timeline }: Picture, layout: Layout, top: number): number {
    const { sustainment } = timeline;
    care.attr('transform', `translate(0,${top})`);
    const bars = care
      .selectAll<SVGGElement, DrawnBar>(':scope > .care')
      .data(sustainment ? [sustainment] : [])
      .join((enter) => {
        const made = enter
          .append('g')
          .attr('class', 'care')
          .attr('role', 'button')
          .attr('data-stop', '')
          .attr('data-home', '');
        made.append('title');
        made.append('rect').attr('class', 'hit').attr('height', laneHead);
        made.append('text').attr('class', 'lane-title').attr('x', 0).attr('y', 18);
        made.append('path').attr('class', 'care-line');
        return made.on('click', (_, { key }) => go(key));
      })
      .attr('data-key', ({ key }) => key)
      .attr('aria-label', ({ label }) => label);
    bars.select('title').text(({ label }) => label);
    bars.select('.hit').attr('width', layout.width);
    bars.select('.lane-title').text(({ title }) => (bold as Wrapper).lines(title, layout.left - 8, 1)[0] ?? '');
    bars.select('.care-line').attr('d', (one) => {
      const own = one.start ? extent(one, layout) : undefined;
      return own ? `M${own.x1},13.5H${own.x2}` : '';
    });
    // The line says what they are: their titles would only repeat it.
    const reviews = (sustainment?.reviews ?? []).map((review) => ({ ...review, title: '' }));
    drawDays(reviewLayer, reviews, layout, 4.5);
    return sustainment ? laneHead : 0;
  }

  return {
    draw(picture, width) {
      const { timeline, words, locale } = picture;
      const shown = timeline.from !== undefined && timeline.to !== undefined;
      svg.classed('hidden', !shown);
      if (!shown) return;
      const style = getComputedStyle(parent);
      wrapper ??= new Wrapper(`12px ${style.fontFamily}`);
      bold ??= new Wrapper(`600 12px ${style.fontFamily}`);
      const layout = layoutOf(picture, width);
      spots = new Map();
      const axisY = 2 * titleRow + 20;
      const ticks = layout.x.ticks(Math.max(2, Math.round((width - layout.left) / 78)));
      axis.attr('transform', `translate(0,${axisY})`);
      const text = tickText(locale, ticks);
      const months = axisTop(layout.x).tickValues(ticks).tickSizeInner(0).tickSizeOuter(0).tickPadding(5);
      axis.call(months.tickFormat((date, index) => text(date as Date, index)));
      const top = axisY + 8;
      const milestones = drawDays(milestoneLayer, timeline.milestones, layout, top);
      milestoneTitle
        .attr('y', top + 13)
        .text(milestones ? ((bold as Wrapper).lines(words.milestones, layout.left - 8, 1)[0] ?? '') : '');
      const lanes = lanesOf(picture, layout, folded, wrapper, top + milestones + 6);
      drawLanes(lanes, layout);
      const last = lanes.at(-1);
      const below = last ? last.y + laneHead + last.rows.reduce((sum, { height }) => sum + height, 6) : top;
      const height = below + drawCare(picture, layout, below) + 4;
      drawLines(picture, layout, height);
      axis
        .selectAll<SVGLineElement, Date>('.tick line')
        .attr('y2', height - axisY)
        .attr('class', 'grid');
      svg.attr('width', width).attr('height', height).attr('aria-label', `${words.timeline}. ${timeline.after}`);
      svg.classed('slim', layout.slim);
    },
  };
}
