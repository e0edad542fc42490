/**
 * Cursor context: what can be written at an offset, also where the text around it is half typed. Looks at lines, columns
 * and brackets only, so that no mistake elsewhere can mislead it.
 *
 *     levers:
 *       values:
 *         strategies:
 *           - us|       # a key in levers / values / strategies / 0
 */

import type { Step } from '../schema/path.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type FlowEntry, innermost, openBracketCount, readFlow, type Token } from './flow.ts';
import { type Line, LinesAround, partsOf, withoutLineComment } from './linesAround.ts';

/** A place in the format, and the word there. Indexes in paths are always 0: the format is the same for every item. */
export interface Location {
  /**
   * `key`: the first word on a line or after a dash, so a key of the map at `path`, unless the format says that `path`
   * is a text or a list; `value`: the value at `path`.
   */
  readonly role: 'key' | 'value';
  readonly path: readonly Step[];
  /** The word that is being written: from its first character to its last, also after the cursor. */
  readonly word: Span;
  /** Keys that the map already has, or values that the list already has; without the one at the cursor. */
  readonly present: ReadonlySet<string>;
  /** Texts of the other items, after the dash of a list. */
  readonly items: ReadonlySet<string>;
  /** In brackets or braces. */
  readonly flow: boolean;
  /** The column of the key or dash; further lines of an insertion are indented from here. */
  readonly column: number;
  /** The first key of a list item that has no other yet. */
  readonly newItem: boolean;
  /** A value directly after the colon, without the space that must stand there. */
  readonly needsSpace: boolean;
  /** A colon already follows the word. */
  readonly colonFollows: boolean;
}

/** Finds the place of one offset. */
class Locator extends LinesAround {
  constructor(
    text: string,
    readonly offset: number,
  ) {
    super(text);
  }

  /**
   * The way from the root to what stands at a column below the lines above `offset`; undefined where nothing can stand
   * there. `dash`: it is the dash of an item, which may stand right under the key of its list.
   */
  private pathTo(offset: number, column: number, dash: boolean): Step[] | undefined {
    const path: Step[] = [];
    let limit = column;
    let level = dash;
    let inner = Number.POSITIVE_INFINITY;
    // What stands in another column below a key matters for what is no item.
    const most = { column: dash ? column : Number.POSITIVE_INFINITY };
    for (const line of this.above(offset, most)) {
      if (line.indent >= limit) inner = Math.min(inner, line.indent);
      if (line.indent > limit) continue;
      // An item beside the one that is looked from.
      const sign = line.start + limit;
      if (level && line.indent === limit && /^-\s?$/.test(this.text.slice(sign, sign + 2))) continue;
      const parts = partsOf(this.source(line));
      // Of the columns that this line has, those at the limit hold siblings, those left of it hold ancestors.
      if (parts.key === undefined && parts.dashes.length === 0) continue;
      if (parts.column < limit || (level && parts.column === limit && parts.dashes.length === 0)) {
        if (parts.key === undefined || (parts.rest !== '' && !/^[&!]/.test(parts.rest))) {
          // A value already stands where something would have to open a block.
          if (parts.column < limit && path.length === 0 && !level) return undefined;
          if (parts.dashes.length === 0) return undefined;
        } else {
          // What stands below that key already stands in another column.
          if (path.length === 0 && !level && inner < Number.POSITIVE_INFINITY && inner !== column) return undefined;
          path.unshift(parts.key);
          limit = parts.column;
          level = false;
        }
      }
      for (const at of [...parts.dashes].reverse()) {
        if (at < limit) {
          path.unshift(0);
          limit = at;
          level = true;
        }
      }
      if (limit === 0 && !level) break;
      if (path.length > 0) most.column = limit;
    }
    return level ? undefined : path;
  }

  /** Keys beside a key at `column` on the line of `offset`. `first`: it stands after the dash of its item. */
  private keysBeside(offset: number, column: number, first: boolean): Set<string> {
    const keys = new Set<string>();
    if (!first) {
      for (const line of this.above(offset, { column })) {
        if (line.indent > column) continue;
        const parts = partsOf(this.source(line));
        if (parts.column === column && parts.key !== undefined) keys.add(parts.key);
        if (parts.column < column || parts.dashes.length > 0) break;
      }
    }
    for (const line of this.below(offset)) {
      if (line.indent > column) continue;
      if (line.indent < column) break;
      const parts = partsOf(this.source(line));
      if (parts.dashes.length > 0) break;
      if (parts.key !== undefined) keys.add(parts.key);
    }
    return keys;
  }

  /** Values beside an item with its dash at `column` on the line of `offset`. */
  private itemsBeside(offset: number, column: number): Set<string> {
    const values = new Set<string>();
    const collect = (lines: Iterable<Line>) => {
      for (const line of lines) {
        if (line.indent > column) continue;
        const parts = partsOf(this.source(line));
        if (line.indent < column || parts.dashes.length === 0) break;
        if (parts.key === undefined && parts.rest) values.add(unquoted(parts.rest));
      }
    };
    collect(this.above(offset, { column }));
    collect(this.below(offset));
    return values;
  }

  /** A list or map already stands below the key at `column` of a line. */
  private blockBelow(line: Line, column: number): boolean {
    for (const lower of this.below(line.end)) {
      return lower.indent > column || (lower.indent === column && partsOf(this.source(lower)).dashes.length > 0);
    }
    return false;
  }

  /** Inside a text that runs over several lines (`|` or `>`). */
  private inBlockText(line: Line, column: number): boolean {
    let limit = column;
    const most = { column: limit - 1 };
    for (const upper of this.above(line.start, most)) {
      if (upper.indent >= limit) continue;
      const parts = partsOf(this.source(upper));
      if (/^[|>][+-]?\d*[+-]?$/.test(parts.rest)) return true;
      limit = upper.indent;
      most.column = limit - 1;
      if (limit === 0) break;
    }
    return false;
  }

  cursorContext(): Location | undefined {
    const start = lineStart(this.text, this.offset);
    const line = this.lineAt(start);
    const source = this.source(line);
    const before = this.text.slice(start, this.offset);
    if (withoutLineComment(before).length < before.length) return undefined;
    const cursor = this.offset - start;
    const indent = line.indent < 0 || line.indent > cursor ? cursor : line.indent;
    if (before.trim() === '' && (before.includes('\t') || line.indent >= 0)) return undefined;
    if (/^(---|\.\.\.)/.test(source)) return undefined;
    if (this.inBlockText(line, indent)) return undefined;
    const flow = this.inBrackets(line, before, indent);
    if (flow !== 'no') return flow;

    const parts = partsOf(source);
    const written = partsOf(before);
    const dash = written.dashes.at(-1);
    const column = before.trim() === '' ? cursor : written.column;
    // A value after `key:`.
    if (written.key !== undefined) {
      const path = this.containerOf(start, column, written.dashes);
      if (!path) return undefined;
      let value = written.after;
      while (source[value] === ' ' && value < cursor) value++;
      const tail = withoutLineComment(source.slice(value)).trimEnd().length;
      if (tail === 0 && this.blockBelow(line, column)) return undefined;
      return {
        role: 'value',
        path: [...path, written.key],
        word: { start: start + value, end: Math.max(this.offset, start + value + tail) },
        present: new Set(),
        items: new Set(),
        flow: false,
        column,
        newItem: false,
        needsSpace: source[value - 1] === ':',
        colonFollows: false,
      };
    }
    const path = this.containerOf(start, column, written.dashes);
    if (!path) return undefined;
    const head = source.slice(column, cursor);
    // Quotes may stand around an item, but around no key.
    const quoted = dash !== undefined && parts.key === undefined && quoteAt(head, 0) !== undefined;
    if (/["'[\]{}&*!|>%@`]/.test(quoted ? head.slice(1) : head)) return undefined;
    // A key: alone on the line, after a dash, or in front of its colon.
    const colonFollows = parts.key !== undefined && parts.column === column && cursor <= parts.after;
    const wordEnd = colonFollows
      ? start + column + parts.keyLength
      : start + withoutLineComment(source).trimEnd().length;
    const present = this.keysBeside(start, column, dash !== undefined);
    // Directly after a dash: what is written needs a space before it, and its further lines stand after that.
    const needsSpace = dash !== undefined && column === dash + 1 && cursor === column;
    return {
      role: 'key',
      path,
      word: { start: start + Math.min(column, cursor), end: Math.max(this.offset, wordEnd) },
      present,
      items: this.itemsBeside(start, dash ?? column),
      flow: false,
      column: needsSpace ? column + 1 : column,
      newItem: dash !== undefined && present.size === 0 && !colonFollows && !quoted,
      needsSpace,
      colonFollows,
    };
  }

  /** The path of the map (or list item) in which a key at `column` stands, dashes on its own line included. */
  private containerOf(start: number, column: number, dashes: readonly number[]): Step[] | undefined {
    const [outer] = dashes;
    if (outer === undefined) return this.pathTo(start, column, false);
    const path = this.pathTo(start, outer, true);
    return path && [...path, ...dashes.map(() => 0)];
  }

  /** `'no'` outside of brackets; inside them what can stand there. */
  private inBrackets(line: Line, before: string, indent: number): Location | undefined | 'no' {
    const opened = this.opening(line, before, indent);
    if (!opened) return 'no';
    const { at, base } = opened;
    const cursor = this.offset - at;
    const outermost = readFlow(this.text.slice(at, this.endOfBrackets(at)), base);
    const frame = outermost && innermost(outermost, cursor);
    if (!frame) return undefined;
    const index = frame.entries.findLastIndex((entry) => entry.start <= cursor);
    const entry = frame.entries[index] as FlowEntry;
    const behindColon = frame.type === '{' && entry.colon !== undefined && cursor >= entry.colon;
    const token = behindColon || frame.type === '[' ? entry.value : entry.key;
    const touched = token && token.start <= cursor && cursor <= token.end ? token : undefined;
    if (touched && quoteAt(this.text, at + touched.start) && !(token === entry.value && inQuotes(touched, cursor)))
      return undefined;
    if (token && !touched) return undefined;
    const word = touched
      ? { start: at + touched.start, end: at + touched.end }
      : { start: this.offset, end: this.offset };
    const present = new Set(
      frame.entries.flatMap((other, i) =>
        i === index ? [] : ((frame.type === '{' ? other.key : other.value)?.text ?? []),
      ),
    );
    const common = {
      word,
      items: new Set<string>(),
      flow: true,
      column: indent,
      newItem: false,
      needsSpace: false,
      colonFollows: false,
    };
    if (frame.type === '[') return { ...common, role: 'value', path: [...frame.path, 0], present };
    if (behindColon) {
      const path = [...frame.path, entry.key?.text ?? ''];
      return {
        ...common,
        role: 'value',
        path,
        present: new Set(),
        needsSpace: this.text.charAt(word.start - 1) === ':',
      };
    }
    return {
      ...common,
      role: 'key',
      path: frame.path,
      present,
      colonFollows: entry.colon !== undefined,
      newItem: typeof frame.path.at(-1) === 'number' && present.size === 0,
    };
  }

  /** Where brackets opened at `at` end at the latest: at a line that is plainly written in block style again. */
  private endOfBrackets(at: number): number {
    const opening = this.lineAt(lineStart(this.text, at));
    for (const line of this.below(at)) {
      if (line.start <= this.offset) continue;
      const first = this.text.charAt(line.start + line.indent);
      const parts = partsOf(this.source(line));
      const block = parts.dashes.length > 0 || (parts.key !== undefined && openBracketCount(parts.rest) === 0);
      if (block || (line.indent <= opening.indent && first !== ']' && first !== '}')) return line.start;
    }
    return this.text.length;
  }

  /** Where the outermost bracket that is open at the cursor stands, and the path of what it holds. */
  private opening(line: Line, before: string, indent: number): { at: number; base: Step[] } | undefined {
    const inLine = (start: number, source: string): { at: number; base: Step[] } | undefined => {
      const parts = partsOf(source);
      const value = source.slice(parts.after);
      const lead = value.length - value.trimStart().length;
      if (!/^[[{]/.test(value.trimStart())) return undefined;
      const at = start + parts.after + lead;
      if (at >= this.offset || openBracketCount(this.text.slice(at, this.offset)) === 0) return undefined;
      const container = this.containerOf(start, parts.column, parts.dashes);
      if (!container) return undefined;
      return { at, base: parts.key === undefined ? container : [...container, parts.key] };
    };
    const here = inLine(line.start, before);
    if (here) return here;
    let limit = Math.max(indent, 1);
    const most = { column: limit - 1 };
    for (const upper of this.above(line.start, most)) {
      if (upper.indent >= limit) continue;
      limit = upper.indent;
      most.column = limit - 1;
      const source = this.source(upper);
      if (openBracketCount(partsOf(source).rest) > 0) return inLine(upper.start, source);
      if (limit === 0) break;
    }
    return undefined;
  }
}

/** The quote that stands at an offset. */
export function quoteAt(text: string, at: number): '"' | "'" | undefined {
  const character = text[at];
  return character === '"' || character === "'" ? character : undefined;
}

/** Whether the cursor is between the quotes of a text; one that is not closed yet seems to go on to the next quote. */
function inQuotes({ start, end, text }: Token, cursor: number): boolean {
  return start < cursor && cursor < end && end - start === text.length + 2 && !/[\r\n,:[\]{}]/.test(text);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** What can be written at an offset; undefined in comments, in running text, and where nothing can stand. */
export function cursorContext(text: string, offset: number): Location | undefined {
  return new Locator(text, offset).cursorContext();
}
