/** The rows of a lane: for each strategy its title, its bar, a sign for its status, and its activities. */
import { type Selection, select } from 'd3-selection';
import type { DrawnBar, DrawnStrategy } from '../../../../../server/src/protocol.ts';
import { button, label } from '../button.ts';
import { type Filling, fillMark } from '../filling/filling.ts';
import type { Go } from '../part.ts';
import { ends, extent, type Lane, type Layout, type Row, speck } from './layout.ts';

export interface RowActions {
  readonly go: Go;
  readonly filling: Filling;
  /** The pointer or the focus is on this strategy, or on none any more. */
  hover(strategy: DrawnStrategy | undefined): void;
}

type Group<Datum> = Selection<SVGGElement, Datum, null, undefined>;
type RowGroup = Group<Row>;

/** Draws the rows of all lanes that changed. */
export function drawRows(
  lanes: Selection<SVGGElement, Lane, SVGGElement, unknown>,
  layout: Layout,
  { go, filling, hover }: RowActions,
): void {
  const groups = lanes
    .selectAll<SVGGElement, Row>(':scope > g')
    .data(
      ({ rows }) => rows,
      ({ strategy: { key } }) => key,
    )
    .join((enter) => {
      const made = button(enter.append('g'));
      made.append('rect').attr('class', 'hit').attr('x', 0);
      made.append('text').attr('class', 'row-title');
      made.append('rect').attr('class', 'was');
      made.append('rect').attr('class', 'bar');
      made.append('text').attr('class', 'sign');
      made.append('text').attr('class', 'owner').attr('aria-hidden', 'true');
      made.append('g').attr('class', 'activities');
      return made
        .on('click', (event: MouseEvent, { strategy: { key } }) => {
          // A value in it that can be filled in opens its input.
          if (!(event.target as Element).closest('[data-fill]')) go(key);
        })
        .on('pointerenter focus', (_, { strategy }) => hover(strategy))
        .on('pointerleave blur', () => hover(undefined));
    });
  const form = JSON.stringify([layout.width, layout.slim, layout.x.domain(), filling.enabled()]);
  groups
    .order()
    .attr('transform', ({ y }) => `translate(0,${y})`)
    .each(function (row) {
      // Most rows are as they were.
      const state = `${form} ${JSON.stringify(row.strategy)}`;
      const own = this as SVGGElement & { state?: string };
      if (own.state === state) return;
      own.state = state;
      drawRow(select<SVGGElement, Row>(this), row, layout, go);
      const mark = filling.enabled() ? fillMark(row.strategy.key, 'owner') : null;
      select(this).select('.owner').attr('data-fill', mark);
    });
}

function drawRow(group: RowGroup, row: Row, layout: Layout, go: Go): void {
  const { strategy, height } = row;
  const { slim, width } = layout;
  const marks = [
    'row',
    strategy.status,
    ends(strategy),
    strategy.overdue && 'overdue',
    !strategy.counts && 'uncounted',
  ];
  group.attr('class', marks.filter(Boolean).join(' '));
  label(group, () => strategy);
  group.select('.hit').attr('width', width).attr('height', height);
  drawTitle(group, row, layout);
  const thick = slim ? 9 : 12;
  const withActivities = strategy.activities.length > 0 && !slim;
  const y = withActivities ? (height - thick - 7) / 2 : (height - thick) / 2;
  drawWas(group, strategy.was, layout, height);
  drawBar(group, row, layout, y, thick);
  drawActivities(group, strategy.activities, layout, slim ? y + thick - 3 : y + thick + 2, go);
}

/** The title of a row, in its lines. */
export function drawTitle<Datum>(
  group: Group<Datum>,
  { lines, height }: Pick<Row, 'lines' | 'height'>,
  { lineHeight }: Layout,
): void {
  group
    .select('.row-title')
    .attr('y', (height - lines.length * lineHeight) / 2 + lineHeight * 0.76)
    .selectAll('tspan')
    .data(lines)
    .join('tspan')
    .attr('x', 18)
    .attr('dy', (_, index) => (index === 0 ? 0 : lineHeight))
    .text((words) => words);
}

/** A ghost where the work was in the version with which the plan is compared, in the middle of the row. */
export function drawWas<Datum>(group: Group<Datum>, was: DrawnStrategy['was'], layout: Layout, height: number): void {
  const bar = was && extent(was, layout);
  const thick = layout.slim ? 11 : 18;
  group
    .select('.was')
    .attr('x', bar?.x1 ?? 0)
    .attr('y', (height - thick) / 2)
    .attr('width', bar ? bar.x2 - bar.x1 : 0)
    .attr('height', bar ? thick : 0)
    .attr('rx', 2);
}

/** The bar with its sign after it; without days, why there is none. */
function drawBar(group: RowGroup, { strategy, height }: Row, layout: Layout, y: number, thick: number): void {
  const bar = extent(strategy, layout);
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
    .attr('x', bar ? Math.min(bar.x2 + 4, layout.width - 10) : layout.left + 8)
    .attr('y', bar ? y + thick - 2 : height / 2 + 4)
    .text(bar ? sign : (strategy.undated ?? ''));
  drawOwner(group, strategy, layout, bar, y + thick - 2);
}

/** The owner beside the bar, where there is room: after it, else before it. */
function drawOwner(
  group: RowGroup,
  { owner }: DrawnStrategy,
  { slim, width, left, plain }: Layout,
  bar: ReturnType<typeof extent>,
  y: number,
): void {
  const space = plain.width(owner) + 24;
  const after = bar !== undefined && bar.x2 + space < width;
  const shown = bar !== undefined && !slim && (after || bar.x1 - space > left);
  group
    .select('.owner')
    .attr('x', bar ? (after ? bar.x2 + 16 : bar.x1 - 5) : 0)
    .attr('y', y)
    .attr('text-anchor', after ? 'start' : 'end')
    .text(shown ? owner : '');
}

function drawActivities(group: RowGroup, all: readonly DrawnBar[], layout: Layout, y: number, go: Go): void {
  const activities = group
    .select('.activities')
    .selectAll<SVGRectElement, DrawnBar>('rect')
    .data(all, ({ key }) => key)
    .join((enter) =>
      button(enter.append('rect').attr('rx', 1)).on('click', (event: MouseEvent, { key }) => {
        // It stands in a row, which is a button too.
        event.stopPropagation();
        go(key);
      }),
    );
  label(activities, (one) => one);
  activities
    .attr('class', (one) => `activity ${ends(one)}`)
    .attr('x', (one) => (one.start ? (extent(one, layout)?.x1 ?? 0) : (extent(one, layout)?.x2 ?? 0) - speck))
    .attr('width', (one) => {
      const own = one.start && one.due ? extent(one, layout) : undefined;
      return own ? Math.max(speck, own.x2 - own.x1) : speck;
    })
    .attr('y', y)
    .attr('height', layout.slim ? 3 : 5);
}
