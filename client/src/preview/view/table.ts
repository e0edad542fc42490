/** A table that is updated in place: a row keeps its elements, and so the focus. */
import { type Selection, select } from 'd3-selection';
import { copyable } from './copyTable.ts';
import type { Go } from './part.ts';

/** A cell: its text, and what may stand below or in place of it. */
export interface Cell {
  readonly text: string;
  readonly detail?: string;
  /** What a click leads to, each time to the next. */
  readonly keys?: readonly string[];
  /** The mark of a value that can be filled in (`filling.ts`), or the key of what has a form. */
  readonly fill?: string;
  /** Says more than the text. */
  readonly label?: string;
  /** Shown whole where the text may be cut. */
  readonly hint?: string;
  readonly className?: string;
  /** Draws into an element in front of the text. */
  readonly draw?: (element: HTMLElement) => void;
}

export interface Row {
  readonly key: string;
  readonly className?: string;
  /** The first is the heading of the row. */
  readonly cells: readonly Cell[];
}

export interface Table {
  update(caption: string, columns: readonly string[], rows: readonly Row[]): void;
}

function fill(element: HTMLElement, cell: Cell, go: Go): void {
  const { keys = [], fill } = cell;
  element.className = cell.className ?? '';
  const wanted = keys.length > 0 || fill !== undefined ? 'button' : 'span';
  let inner = element.querySelector<HTMLElement>(':scope > .text');
  if (inner?.localName !== wanted) {
    inner?.remove();
    inner = document.createElement(wanted);
    inner.className = 'text';
    element.prepend(inner);
    if (inner instanceof HTMLButtonElement) {
      inner.type = 'button';
      inner.dataset.stop = '';
      let turn = 0;
      select<HTMLElement, Cell>(inner).on('click', (_, { keys: ways = [] }) => {
        if (ways.length) go(ways[turn++ % ways.length] as string);
      });
    }
  }
  const text = select<HTMLElement, Cell>(inner).datum(cell).text(cell.text);
  text
    .attr('data-fill', fill ?? null)
    .attr('aria-label', cell.label ?? null)
    .attr('title', cell.label ?? cell.hint ?? null);
  if (wanted === 'span' && cell.label) text.attr('role', 'img');
  const detail = select(element).selectAll<HTMLElement, string>(':scope > .detail');
  detail
    .data(cell.detail ? [cell.detail] : [])
    .join('small')
    .attr('class', 'detail')
    .text((words) => words);
  const drawing = select(element).selectAll<HTMLElement, Cell>(':scope > .drawing');
  drawing
    .data(cell.draw ? [cell] : [])
    .join((enter) => enter.insert('span', '.text').attr('class', 'drawing').attr('aria-hidden', 'true'))
    .each(function ({ draw }) {
      draw?.(this);
    });
}

/** Adds a table; its caption is for those who do not see the heading above it. */
export function table(parent: HTMLElement, className: string, go: Go): Table {
  const whole = select(parent).append('table').attr('class', className);
  copyable(whole.node() as HTMLTableElement);
  const caption = whole.append('caption').attr('class', 'unseen');
  const head = whole.append('thead').append('tr');
  const body = whole.append('tbody');
  return {
    update(title, columns, rows) {
      caption.text(title);
      head
        .selectAll<HTMLElement, string>('th')
        .data(columns)
        .join((enter) => {
          const made = enter.append('th').attr('scope', 'col');
          made.append('span').attr('class', 'words');
          return made;
        })
        .select('.words')
        .text((words) => words);
      body
        .selectAll<HTMLTableRowElement, Row>(':scope > tr')
        .data(rows, ({ key }) => key)
        .join('tr')
        .order()
        .attr('class', ({ className: own }) => own ?? null)
        .attr('data-key', ({ key }) => key)
        .attr('data-home', '')
        .each(function ({ cells }) {
          cellsOf(select(this), cells, go);
        });
    },
  };
}

function cellsOf(row: Selection<HTMLTableRowElement, Row, null, undefined>, cells: readonly Cell[], go: Go): void {
  row
    .selectAll<HTMLElement, Cell>(':scope > th, :scope > td')
    .data(cells)
    .join((enter) => enter.append((_, index) => document.createElement(index === 0 ? 'th' : 'td')))
    .attr('scope', (_, index) => (index === 0 ? 'row' : null))
    .each(function (cell) {
      fill(this, cell, go);
    });
}
