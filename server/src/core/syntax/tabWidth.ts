/** Tab width: one step of indentation, as the lines that are indented with spaces have it. */
import { lineStart } from '../text/lines.ts';

/** The width of a tab, in columns. */
export interface Tabs {
  readonly width: number;
  /** The lines that are indented with spaces do not agree on a step: the width is a guess. */
  readonly unclear?: true;
}

/** Steps of indentation, from a key without a value to the lines below it, with how often each occurs. */
function steps(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  const open: { readonly key: number; below?: number }[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    let at = start;
    while (text.charCodeAt(at) === 0x20) at++;
    const line = text.slice(at, end).trimEnd();
    const column = at - start;
    start = end + 1;
    // Lines with other blanks say nothing.
    if (line === '' || /^[\s#]/.test(line)) continue;
    while (column <= (open.at(-1)?.key ?? -1)) open.pop();
    const holder = open.at(-1);
    if (holder && column <= (holder.below ?? column)) {
      counts.set(column - holder.key, (counts.get(column - holder.key) ?? 0) + 1);
      holder.below = column;
    }
    if (line[0] !== '-' && /:(?:[ \t]+#.*)?$/.test(line)) open.push({ key: column });
  }
  return counts;
}

/** The least indentation of the lines that are indented with spaces. */
function least(text: string): number {
  let found = Number.POSITIVE_INFINITY;
  for (const [, blanks = ''] of text.matchAll(/^( +)[^\s#-]/gm)) found = Math.min(found, blanks.length);
  return Number.isFinite(found) ? found : 2;
}

function agreed(counts: ReadonlyMap<number, number>): Tabs | undefined {
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return first && { width: first[0], ...(rest * 3 > first[1] && { unclear: true }) };
}

/** Tab widths by part of a text: each section has its own step, or else that of the whole text. */
export class TabWidths {
  private whole: Tabs | undefined;
  private part = { start: 0, end: -1, tabs: { width: 2 } as Tabs };

  constructor(private readonly text: string) {}

  /** The tab width at an offset; two columns where no line is indented with spaces. */
  at(offset: number): Tabs {
    if (offset < this.part.start || offset > this.part.end) {
      const { text } = this;
      // A part begins with a key in the first column.
      let start = lineStart(text, offset);
      while (start > 0 && !/[\w"'\u0080-\uffff]/.test(text[start] ?? '')) start = lineStart(text, start - 1);
      const next = /\n(?=[\w"'\u0080-\uffff])/g;
      next.lastIndex = offset;
      const end = next.exec(text)?.index ?? text.length;
      const tabs = agreed(steps(text.slice(start, end)));
      this.part = { start, end, tabs: tabs ?? this.throughout() };
    }
    return this.part.tabs;
  }

  private throughout(): Tabs {
    this.whole ??= agreed(steps(this.text)) ?? { width: least(this.text) };
    return this.whole;
  }
}

/** The column after a blank at `column`: a tab goes on to the next multiple of its width, a full-width blank takes two. */
export function columnAfter(code: number, column: number, width: number): number {
  if (code === 0x09) return column + width - (column % width);
  return column + (code === 0x3000 ? 2 : 1);
}

/** Blanks in front of a line as spaces. */
export function asSpaces(blanks: string, { width }: Tabs): string {
  let column = 0;
  for (const blank of blanks) column = columnAfter(blank.charCodeAt(0), column, width);
  return ' '.repeat(column);
}
