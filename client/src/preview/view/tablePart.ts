/** A part of a page that is a table, or a note while that has no rows. */
import { select } from 'd3-selection';
import { type Go, part } from './part.ts';
import { type Row, table } from './table.ts';

export interface TablePart {
  readonly body: HTMLElement;
  /** Sets the heading and a remark beside it, the note, and the table, which is not seen without rows. */
  update(title: string, note: string, columns: readonly string[], rows: readonly Row[], remark?: string): void;
}

/** Adds the part to the page; `name` is its id. */
export function tablePart(page: HTMLElement, name: string, className: string, go: Go): TablePart {
  const { body, head } = part(page, name);
  const empty = select(body).append('p').attr('class', 'empty');
  const whole = table(body, className, go);
  return {
    body,
    update(title, note, columns, rows, remark) {
      head(title, remark);
      empty.text(note);
      select(body)
        .select('table')
        .classed('hidden', rows.length === 0);
      whole.update(title, columns, rows);
    },
  };
}
