/** Layout of the timeline: days across, lanes and rows down, titles where they do not overlap. */
import { type ScaleTime, scaleUtc } from 'd3-scale';
import type { DrawnBar, DrawnDay, DrawnLane, DrawnStrategy, Picture } from '../../../../../server/src/protocol.ts';
import { filledWords } from '../filling/filling.ts';
import type { Wrapper } from '../wrap.ts';

/** With more strategies than this, rows are slim. */
const many = 60;

/** The length of a bar of which only one end is known. */
const stub = 22;

/** The same for an activity; also its least length. */
export const speck = 5;

/** A day as a date, without any time zone. */
export const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** A day as people write it, with its year. */
export function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
}

/** The length of a day, in milliseconds. */
export const dayLength = 86_400_000;

/** The height of a row of titles above the axis, of which there are two. */
export const titleRow = 17;

/** Where the axis is drawn. */
export const axisY = 2 * titleRow + 20;

/** The fonts of the chart. */
export interface Fonts {
  readonly plain: Wrapper;
  readonly bold: Wrapper;
}

/** Sizes and scales for the width at hand, in pixels. */
export interface Layout extends Fonts {
  readonly width: number;
  /** The left edge of the chart; the titles are left of it. */
  readonly left: number;
  readonly slim: boolean;
  readonly lineHeight: number;
  readonly x: ScaleTime<number, number>;
}

/** The layout of a picture that has days. */
export function layoutOf({ timeline }: Picture, width: number, fonts: Fonts): Layout {
  const left = Math.round(Math.max(118, Math.min(280, width * 0.3)));
  const count = timeline.lanes.reduce((sum, { strategies }) => sum + strategies.length, 0);
  const [from, to] = [day(timeline.from as string).getTime(), day(timeline.to as string).getTime() + dayLength];
  const air = (to - from) * 0.015;
  const x = scaleUtc([from - air, to + air], [left + 6, width - 6]).clamp(true);
  const slim = count > many;
  return { width, left, slim, lineHeight: slim ? 13 : 15, x, ...fonts };
}

/** The row of a strategy; `y` counts from the top of its lane. */
export interface Row {
  readonly strategy: DrawnStrategy;
  readonly lines: readonly string[];
  readonly y: number;
  readonly height: number;
}

/** The row of a strategy that is gone; `y` counts from the top of its lane. */
export interface GoneRow extends Omit<Row, 'strategy'> {
  readonly bar: DrawnBar;
}

export interface Lane {
  readonly lane: DrawnLane;
  readonly y: number;
  readonly folded: boolean;
  readonly rows: readonly Row[];
  readonly gone: readonly GoneRow[];
}

/** The height of the heading of a lane. */
export const laneHead = 26;

/** Where bars begin and end; open ends are as long as a stub. */
export function extent(
  { start, due }: Pick<DrawnBar, 'start' | 'due'>,
  { x }: Layout,
): { x1: number; x2: number } | undefined {
  const from = start === undefined ? undefined : x(day(start));
  const to = due === undefined ? undefined : x(new Date(day(due).getTime() + dayLength));
  if (from !== undefined && to !== undefined) return { x1: from, x2: Math.max(to, from + 3) };
  if (from !== undefined) return { x1: from, x2: from + stub };
  return to === undefined ? undefined : { x1: to - stub, x2: to };
}

/** Which ends of a bar are known. */
export function ends({ start, due }: DrawnBar): string {
  return start === undefined ? 'open-start' : due === undefined ? 'open-end' : '';
}

/** The lanes one below the other, from `top` on; rows of folded ones are left out. */
export function lanesOf(picture: Picture, layout: Layout, folded: ReadonlySet<string>, top: number): Lane[] {
  const { slim, lineHeight, left, plain } = layout;
  const { words } = picture;
  let y = top;
  return picture.timeline.lanes.map((lane) => {
    const start = y;
    y += laneHead;
    const isFolded = folded.has(lane.key);
    const placed = (title: string, least: number) => {
      const lines = plain.lines(title, left - 28, slim ? 1 : 2);
      const row = { lines, y: y - start, height: Math.max(lines.length * lineHeight, least) + (slim ? 3 : 8) };
      y += row.height;
      return row;
    };
    const rows = (isFolded ? [] : lane.strategies).map((strategy): Row => {
      const { title, added, activities } = strategy;
      const named = added ? filledWords(words.added, { title }) : title;
      return { strategy, ...placed(named, activities.length && !slim ? 22 : 0) };
    });
    const gone = (isFolded ? [] : lane.gone).map((bar): GoneRow => {
      return { bar, ...placed(filledWords(words.removed, { title: bar.title }), 0) };
    });
    y += rows.length + gone.length ? 6 : 0;
    return { lane, y: start, folded: isFolded, rows, gone };
  });
}

/** Where what comes below the lanes begins. */
export function belowLanes(lanes: readonly Lane[], top: number): number {
  const last = lanes.at(-1);
  return last ? last.y + laneHead + [...last.rows, ...last.gone].reduce((sum, { height }) => sum + height, 6) : top;
}

/** A day with its position and title. */
export interface Placed {
  readonly day: DrawnDay;
  readonly x: number;
  /** Its title, cut to the room there is. */
  readonly text: string;
  readonly row: number;
  /** The title is left of the day, because there is no room to the right. */
  readonly before: boolean;
}

/** Days with their titles in as few rows as keep them apart. */
export function packed(days: readonly DrawnDay[], layout: Layout, wrapper: Wrapper, gap: number): Placed[] {
  const occupied: number[] = [];
  return days.map((one) => {
    const x = layout.x(day(one.day));
    const space = Math.max(layout.width - x, x - layout.left) - gap - 4;
    const [text = ''] = one.title === '' ? [] : wrapper.lines(one.title, Math.min(space, 320), 1);
    const width = wrapper.width(text) + gap;
    const before = x + width > layout.width;
    const [from, to] = before ? [x - width, x + 7] : [x - 7, x + width];
    // Without a title it needs no room.
    if (text === '') return { day: one, x, text, row: 0, before };
    const free = occupied.findIndex((end) => end < from);
    const row = free < 0 ? occupied.length : free;
    occupied[row] = to + 6;
    return { day: one, x, text, row, before };
  });
}

/** The ticks of the axis in the reader's language: months, with the year where one begins; days where there is room. */
export function tickText(locale: string, ticks: readonly Date[]): (date: Date, index: number) => string {
  const [first, second] = ticks;
  const short = first !== undefined && second !== undefined && second.getTime() - first.getTime() < 27 * dayLength;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [days, months, years] = [
    format({ day: 'numeric', month: 'short' }),
    format({ month: 'short' }),
    format({ month: 'short', year: 'numeric' }),
  ];
  return (date, index) => {
    if (index === 0 || (date.getUTCMonth() === 0 && date.getUTCDate() === 1)) return years.format(date);
    return (short ? days : months).format(date);
  };
}
