/**
 * What is done to the row that the pointer or the focus is on: *Edit*, and grips at the ends of its bar, which are dragged,
 * or moved by the arrow keys. There is one set of them for the whole chart.
 */
import { pointer, type Selection } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';
import { type Filling, filledWords } from '../filling/filling.ts';
import { day, dayFormat, dayLength, extent, type Lane, type Layout, type Row } from './layout.ts';

type End = 'start' | 'due';
const ends: readonly End[] = ['start', 'due'];

/** The width of a grip, in pixels. */
const gripWidth = 10;

/** A day as it is written, some days after another. */
function after(from: string, days: number): string {
  return new Date(day(from).getTime() + days * dayLength).toISOString().slice(0, 10);
}

/** How far the arrow keys move an end, in days; undefined for other keys. */
function step({ key, shiftKey }: KeyboardEvent): number | undefined {
  const days = shiftKey ? 7 : 1;
  return key === 'ArrowRight' ? days : key === 'ArrowLeft' ? -days : undefined;
}

/** The shapes, hidden until they are put somewhere. */
function shapesIn(svg: Selection<SVGSVGElement, unknown, null, undefined>) {
  const layer = svg.append('g').attr('class', 'handles hidden');
  const ghost = layer.append('rect').attr('class', 'ghost').attr('rx', 2);
  const tip = layer.append('text').attr('class', 'tip').attr('aria-hidden', 'true').attr('text-anchor', 'middle');
  const edit = layer.append('g').attr('class', 'edit').attr('role', 'button').attr('tabindex', 0);
  edit.append('title');
  edit.append('rect').attr('class', 'hit').attr('width', 16).attr('height', 16);
  edit.append('path').attr('d', 'M3.5,12.5V10.3L10.6,3.2L12.8,5.4L5.7,12.5Z');
  const grips = layer
    .selectAll<SVGGElement, End>('.grip')
    .data(ends)
    .join('g')
    .attr('class', (end) => `grip ${end}`)
    .attr('role', 'slider')
    .attr('tabindex', 0);
  grips.append('rect').attr('class', 'hit').attr('width', gripWidth);
  grips.append('rect').attr('class', 'hold').attr('width', 4).attr('height', 14).attr('x', 3).attr('rx', 2);
  return { layer, ghost, tip, edit, grips };
}

/** An end that is being moved, and the day at which it is now. */
interface Moved {
  readonly end: End;
  readonly to: string;
}

/** Puts the shapes at a row. */
function put(
  { layer, ghost, tip, edit, grips }: ReturnType<typeof shapesIn>,
  { strategy: written, y, height }: Row,
  { words, locale }: Picture,
  layout: Layout,
  moved: Moved | undefined,
): void {
  const strategy = moved ? { ...written, [moved.end]: moved.to } : written;
  const format = dayFormat(locale);
  const bar = extent(strategy, layout);
  layer.attr('transform', `translate(0,${y})`);
  const title = filledWords(words.editPart, { title: strategy.title });
  edit
    .attr('data-fill', strategy.key)
    .attr('aria-label', title)
    .attr('transform', `translate(0,${height / 2 - 8})`);
  edit.select('title').text(title);
  grips
    // An end that is not written has no day to begin from: the form and the table add one.
    .classed('hidden', (end) => strategy[end] === undefined)
    .attr('transform', (end) => `translate(${bar ? (end === 'start' ? bar.x1 - gripWidth : bar.x2) : 0},0)`)
    .attr('aria-label', (end) => filledWords(words.move, { title: words[end], value: strategy.title }))
    .attr('aria-valuenow', (end) => (strategy[end] ? day(strategy[end]).getTime() / dayLength : null))
    .attr('aria-valuetext', (end) => (strategy[end] ? format.format(day(strategy[end])) : null));
  grips.select('.hit').attr('height', height);
  grips.select('.hold').attr('y', height / 2 - 7);
  ghost
    .classed('hidden', !moved)
    .attr('x', bar?.x1 ?? 0)
    .attr('width', bar ? bar.x2 - bar.x1 : 0)
    .attr('y', height / 2 - 7)
    .attr('height', 14);
  const at = moved?.end === 'due' ? bar?.x2 : bar?.x1;
  tip
    .text(moved ? format.format(day(moved.to)) : '')
    .attr('x', Math.min(at ?? 0, layout.width - 40))
    .attr('y', -4);
}

/** Adds them; `over` puts them at the row of a strategy. */
export function handles(svg: Selection<SVGSVGElement, unknown, null, undefined>, filling: Filling) {
  const shapes = shapesIn(svg);
  const { layer, edit, grips } = shapes;
  let picture: Picture | undefined;
  let layout: Layout | undefined;
  let rows = new Map<string, Row>();
  /** The strategy whose row they are at, and the end of it that is being moved. */
  let current = '';
  let moved: Moved | undefined;

  const strategyNow = () => rows.get(current)?.strategy;

  function place(): void {
    const row = filling.enabled() ? rows.get(current) : undefined;
    layer.classed('hidden', !row);
    if (row && picture && layout) put(shapes, row, picture, layout, moved);
  }

  /** Moves an end, but never past the other. */
  function move(end: End, to: string): void {
    const strategy = strategyNow();
    if (!strategy) return;
    const { start = to, due = to } = strategy;
    const within = end === 'start' ? (to > due ? due : to) : to < start ? start : to;
    moved = { end, to: within };
    place();
  }

  function drop(): void {
    moved = undefined;
    place();
  }

  /** Writes the day to which an end was moved; it is shown there until the picture is drawn anew. */
  async function take(): Promise<void> {
    const strategy = strategyNow();
    if (!moved || !strategy || moved.to === strategy[moved.end]) return drop();
    if (!(await filling.write(strategy.key, moved.end, moved.to))) drop();
  }

  /** Where a drag began: the pointer, and the day of the end. */
  let from: { readonly x: number; readonly day: string } | undefined;
  grips
    .on('pointerdown', function (event: PointerEvent, end) {
      const own = strategyNow()?.[end];
      if (own === undefined || event.button !== 0) return;
      this.setPointerCapture(event.pointerId);
      from = { x: pointer(event, svg.node())[0], day: own };
    })
    .on('pointermove', (event: PointerEvent, end) => {
      if (!from || !layout) return;
      const { x } = layout;
      const at = x(day(from.day)) + pointer(event, svg.node())[0] - from.x;
      const days = Math.round((x.invert(at).getTime() - day(from.day).getTime()) / dayLength);
      move(end, after(from.day, days));
    })
    .on('pointerup', () => {
      from = undefined;
      void take();
    })
    .on('pointercancel', () => {
      from = undefined;
      drop();
    })
    .on('keydown', (event: KeyboardEvent, end) => {
      const days = step(event);
      const now = moved?.end === end ? moved.to : strategyNow()?.[end];
      if (days !== undefined && now !== undefined) move(end, after(now, days));
      else if (event.key === 'Enter') void take();
      else if (event.key === 'Escape') {
        from = undefined;
        drop();
      } else return;
      event.preventDefault();
    })
    // Whoever leaves it without Enter has only tried.
    .on('blur', () => {
      if (!from) drop();
    });
  edit.on('keydown', (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    edit.node()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });

  return {
    /** The pointer or the focus is on the row of this strategy. */
    over(key: string): void {
      // What is being moved stays, and the focus goes before the pointer.
      const focused = svg.node()?.querySelector('.row:focus, .handles :focus');
      if (moved || from || (focused && focused.getAttribute('data-key') !== key)) return;
      current = key;
      place();
    },
    draw(drawn: Picture, drawnLayout: Layout, lanes: readonly Lane[]): void {
      picture = drawn;
      layout = drawnLayout;
      rows = new Map(
        lanes.flatMap(({ y, rows: all }) => all.map((row) => [row.strategy.key, { ...row, y: y + row.y }] as const)),
      );
      if (!from) moved = undefined;
      place();
    },
  };
}
