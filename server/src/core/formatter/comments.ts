/** Columns of comments that stand on lines of their own: in line with what they stand at. */
import type { Lines } from '../syntax/lines.ts';

/** A column as it is and as it will be. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** Where a line begins an entry, a key or a text of its own: what comments beside it go by. */
export interface Row extends Shift {
  readonly line: number;
  /** Nothing stands after its colon yet: what is below it may be deeper. */
  readonly bare: boolean;
}

/** A space or tab. */
export const isBlank = (code: number) => code === 0x20 || code === 0x09;

/**
 * By line: the column of each comment. `rows` are in the order of the text; `claimed` is not 0 for lines that are part of
 * something else; `step` is how much deeper one level stands.
 */
export function commentColumns(
  text: string,
  lines: Lines,
  rows: readonly Row[],
  claimed: Uint8Array,
  step: number,
): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  /** The rows that the line at hand stands below, outermost first. */
  const stack: Row[] = [];
  const root = { line: -1, from: 0, to: 0, bare: false };
  let next = 0;
  for (const [line, start] of lines.starts.entries()) {
    for (let row = rows[next]; row && row.line <= line; row = rows[++next]) {
      while (stack.length && (stack.at(-1) as Row).from >= row.from) stack.pop();
      stack.push(row);
    }
    if (claimed[line] || (lines.indents[line] as number) >= 0) continue;
    let at = start;
    while (isBlank(text.charCodeAt(at))) at++;
    if (text[at] !== '#') continue;
    const beside = rows[next] ?? root;
    const column = at - start;
    const above = stack.at(-1);
    let to = beside.to;
    if (column > beside.from && above && above.from >= beside.from) {
      const frame = stack.findLast(({ from }) => from <= column) ?? beside;
      const deeper = frame === above && above.bare && column > above.from;
      to = Math.max(to, deeper ? above.to + step : frame.to);
    }
    columns.set(line, to);
  }
  return columns;
}
