/**
 * What can be written at a place in a text, also where the text around it is half typed. Looks at lines, columns and
 * brackets only, so that no mistake elsewhere can mislead it.
 */

import type { Step } from '../schema/path.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { keyAt, keyName } from './keyPattern.ts';

/** What stands, or could stand, at a place. Indexes in paths are always 0: the format is the same for every item. */
export interface Location {
  /**
   * `key`: the first word on a line or behind a dash, so a key of the map at `path`, unless the format says that `path`
   * is a text or a list; `value`: the value at `path`.
   */
  readonly role: 'key' | 'value';
  readonly path: readonly Step[];
  /** The word that is being written: from its first character to its last, also behind the cursor. */
  readonly word: Span;
  /** Keys that the map already has, or values that the list already has; without the one at the cursor. */
  readonly present: ReadonlySet<string>;
  /** Texts of the other items, behind the dash of a list. */
  readonly items: ReadonlySet<string>;
  /** In brackets or braces. */
  readonly flow: boolean;
  /** The column of the key or dash; further lines of an insertion are indented from here. */
  readonly column: number;
  /** The first key of a list item that has no other yet. */
  readonly newItem: boolean;
  /** A value directly behind the colon, without the space that must stand there. */
  readonly needsSpace: boolean;
  /** A colon already follows the word. */
  readonly colonFollows: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Column of the first character that is not a space; -1 for a line without content. */
  readonly indent: number;
}

/** The parts of a line in block style: its dashes, and the key or text behind them. */
interface Parts {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key: string | undefined;
  /** Of the key as written. */
  readonly keyLength: number;
  /** What follows the colon (or stands instead of a key), without a comment. */
  readonly rest: string;
  /** Offset in the line behind the colon. */
  readonly behind: number;
}

function partsOf(line: string): Parts {
  let column = line.length - line.trimStart().length;
  const dashes: number[] = [];
  while (line[column] === '-' && (column + 1 >= line.length || /\s/.test(line[column + 1] ?? ''))) {
    dashes.push(column);
    column++;
    while (line[column] === ' ' || line[column] === '\t') column++;
  }
  const found = keyAt(line, column);
  const behind = found?.behind ?? column;
  return {
    dashes,
    column,
    key: found && keyName(found.source),
    keyLength: found?.source.length ?? 0,
    rest: withoutComment(line.slice(behind)).trim(),
    behind,
  };
}

/** A line's text without the comment at its end; quotes are respected. */
function withoutComment(text: string): string {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quote) {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /^[\s[{,:]?$/.test(text[i - 1] ?? '')) quote = c;
    else if (c === '#' && /^\s?$/.test(text[i - 1] ?? '')) return text.slice(0, i);
  }
  return text;
}

/** Brackets that a piece of text opens and does not close, from outside to inside. */
function openBrackets(text: string): number {
  let depth = 0;
  for (const token of flowTokens(text)) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close' && depth > 0) depth--;
  }
  return depth;
}

interface Token {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'text';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts of text in brackets: punctuation, and words between it. Line breaks and comments are passed over. */
function* flowTokens(text: string): Iterable<Token> {
  for (let i = 0; i < text.length; ) {
    const c = text[i] as string;
    const start = i;
    if (/\s/.test(c)) {
      i++;
    } else if (c === '#' && /^\s?$/.test(text[i - 1] ?? '')) {
      while (i < text.length && text[i] !== '\n') i++;
    } else if (c === '[' || c === '{') {
      yield { kind: 'open', start, end: ++i, text: c };
    } else if (c === ']' || c === '}') {
      yield { kind: 'close', start, end: ++i, text: c };
    } else if (c === ',') {
      yield { kind: 'comma', start, end: ++i, text: c };
    } else if (c === ':' && /^[\s,\]}]?$/.test(text[i + 1] ?? '')) {
      yield { kind: 'colon', start, end: ++i, text: c };
    } else if (c === '"' || c === "'") {
      for (i++; i < text.length && text[i] !== c; i++) if (text[i] === '\\' && c === '"') i++;
      const closed = i < text.length;
      i = Math.min(i + 1, text.length);
      yield { kind: 'text', start, end: i, text: text.slice(start + 1, closed ? i - 1 : i) };
    } else {
      while (i < text.length && !/[[\]{},\n]/.test(text[i] as string)) {
        if (text[i] === ':' && /^[\s,\]}]?$/.test(text[i + 1] ?? '')) break;
        if (text[i] === '#' && /\s/.test(text[i - 1] ?? '')) break;
        i++;
      }
      const source = text.slice(start, i).trimEnd();
      yield { kind: 'text', start, end: start + source.length, text: source };
    }
  }
}

/** The first lines that are looked for above another stand within so many characters. */
const nearby = 1000;

const patterns = new Map<number, RegExp>();

/** A line with content that does not stand deeper than a column, from the break before it. The same pattern again: that is quicker. */
function notDeeper(column: number): RegExp {
  let pattern = patterns.get(column);
  if (!pattern) {
    pattern = new RegExp(`\\n {0,${column === Number.POSITIVE_INFINITY ? '' : column}}[^ \\r\\n]`, 'g');
    patterns.set(column, pattern);
  }
  return pattern;
}

class Locator {
  constructor(
    readonly text: string,
    readonly offset: number,
  ) {}

  private line(start: number): Line {
    const end = lineEnd(this.text, start);
    let at = start;
    while (at < end && this.text.charAt(at) === ' ') at++;
    const blank = at === end || this.text.charAt(at) === '#' || this.text.slice(at, end).trim() === '';
    return { start, end, indent: blank ? -1 : at - start };
  }

  /**
   * The lines with content above an offset, the nearest first; those that stand deeper than `most.column`, which may
   * become less on the way, are passed over. In parts, because to look forward is many times faster than backward.
   */
  private *above(offset: number, most = { column: Number.POSITIVE_INFINITY }): Iterable<Line> {
    let end = lineStart(this.text, offset);
    for (let size = nearby; end > 0 && most.column >= 0; size *= 2) {
      const from = lineStart(this.text, end - size);
      const part = from > 0 ? this.text.slice(from - 1, end - 1) : `\n${this.text.slice(0, end - 1)}`;
      const starts = [...part.matchAll(notDeeper(most.column))].map(({ index }) => from + index);
      for (const start of starts.reverse()) {
        const line = this.line(start);
        if (line.indent >= 0 && line.indent <= most.column) yield line;
      }
      end = from;
    }
  }

  private *below(offset: number): Iterable<Line> {
    for (let end = this.text.indexOf('\n', offset); end >= 0; end = this.text.indexOf('\n', end + 1)) {
      const line = this.line(end + 1);
      if (line.indent >= 0) yield line;
    }
  }

  private source(line: Line): string {
    return this.text.slice(line.start, line.end);
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

  /** Keys beside a key at `column` on the line of `offset`. `first`: it stands behind the dash of its item. */
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
    const line = this.line(start);
    const source = this.source(line);
    const before = this.text.slice(start, this.offset);
    if (withoutComment(before).length < before.length) return undefined;
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
    // A value behind `key:`.
    if (written.key !== undefined) {
      const path = this.containerOf(start, column, written.dashes);
      if (!path) return undefined;
      let value = written.behind;
      while (source[value] === ' ' && value < cursor) value++;
      const tail = withoutComment(source.slice(value)).trimEnd().length;
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
    if (/["'[\]{}&*!|>%@`]/.test(head)) return undefined;
    // A key: alone on the line, behind a dash, or in front of its colon.
    const colonFollows = parts.key !== undefined && parts.column === column && cursor <= parts.behind;
    const wordEnd = colonFollows ? start + column + parts.keyLength : start + withoutComment(source).trimEnd().length;
    const present = this.keysBeside(start, column, dash !== undefined);
    // Directly behind a dash: what is written needs a space before it, and its further lines stand behind that.
    const needsSpace = dash !== undefined && column === dash + 1 && cursor === column;
    return {
      role: 'key',
      path,
      word: { start: start + Math.min(column, cursor), end: Math.max(this.offset, wordEnd) },
      present,
      items: this.itemsBeside(start, dash ?? column),
      flow: false,
      column: needsSpace ? column + 1 : column,
      newItem: dash !== undefined && present.size === 0 && !colonFollows,
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
    const outermost = readBrackets(this.text.slice(at, this.endOfBrackets(at)), base);
    const frame = outermost && innermost(outermost, cursor);
    if (!frame) return undefined;
    const index = frame.entries.findLastIndex((entry) => entry.start <= cursor);
    const entry = frame.entries[index] as BracketEntry;
    const behindColon = frame.type === '{' && entry.colon !== undefined && cursor >= entry.colon;
    const token = behindColon || frame.type === '[' ? entry.value : entry.key;
    const touched = token && token.start <= cursor && cursor <= token.end ? token : undefined;
    if (touched && /["']/.test(this.text.charAt(at + touched.start))) return undefined;
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
    const opening = this.line(lineStart(this.text, at));
    for (const line of this.below(at)) {
      if (line.start <= this.offset) continue;
      const first = this.text.charAt(line.start + line.indent);
      const parts = partsOf(this.source(line));
      const block = parts.dashes.length > 0 || (parts.key !== undefined && openBrackets(parts.rest) === 0);
      if (block || (line.indent <= opening.indent && first !== ']' && first !== '}')) return line.start;
    }
    return this.text.length;
  }

  /** Where the outermost bracket that is open at the cursor stands, and the path of what it holds. */
  private opening(line: Line, before: string, indent: number): { at: number; base: Step[] } | undefined {
    const inLine = (start: number, source: string): { at: number; base: Step[] } | undefined => {
      const parts = partsOf(source);
      const value = source.slice(parts.behind);
      const lead = value.length - value.trimStart().length;
      if (!/^[[{]/.test(value.trimStart())) return undefined;
      const at = start + parts.behind + lead;
      if (at >= this.offset || openBrackets(this.text.slice(at, this.offset)) === 0) return undefined;
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
      if (openBrackets(partsOf(source).rest) > 0) return inLine(upper.start, source);
      if (limit === 0) break;
    }
    return undefined;
  }
}

/** What stands between two commas, by its offsets in the text in brackets. */
interface BracketEntry {
  readonly start: number;
  key: Token | undefined;
  /** Offset behind the colon. */
  colon: number | undefined;
  value: Token | undefined;
  inner: Brackets | undefined;
}

/** Text in brackets or braces, as far as it goes. */
interface Brackets {
  readonly type: '[' | '{';
  readonly path: readonly Step[];
  readonly start: number;
  /** Offset of the closing bracket; the end of the text where there is none. */
  end: number;
  readonly entries: BracketEntry[];
}

/** Reads text that begins with a bracket; `path` is that of what the brackets hold. */
function readBrackets(text: string, path: readonly Step[]): Brackets | undefined {
  const begin = (start: number): BracketEntry => ({
    start,
    key: undefined,
    colon: undefined,
    value: undefined,
    inner: undefined,
  });
  const open: Brackets[] = [];
  let outermost: Brackets | undefined;
  for (const token of flowTokens(text)) {
    const frame = open.at(-1);
    const entry = frame?.entries.at(-1);
    if (token.kind === 'open') {
      const inner: Brackets = {
        type: token.text as '[' | '{',
        path: !frame ? path : [...frame.path, frame.type === '[' ? 0 : (entry?.key?.text ?? '')],
        start: token.start,
        end: text.length,
        entries: [begin(token.end)],
      };
      outermost ??= inner;
      if (entry) entry.inner = inner;
      open.push(inner);
    } else if (!frame || !entry) {
      break;
    } else if (token.kind === 'close') {
      frame.end = token.start;
      open.pop();
    } else if (token.kind === 'comma') {
      frame.entries.push(begin(token.end));
    } else if (token.kind === 'colon') {
      entry.colon = token.end;
    } else if (frame.type === '{' && entry.colon === undefined) {
      entry.key ??= token;
    } else {
      entry.value ??= token;
    }
  }
  return outermost;
}

/** The innermost brackets around an offset. */
function innermost(brackets: Brackets, offset: number): Brackets | undefined {
  if (offset <= brackets.start || offset > brackets.end) return undefined;
  for (const { inner } of brackets.entries) {
    const found = inner && innermost(inner, offset);
    if (found) return found;
  }
  return brackets;
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

/** What can be written at an offset; undefined in comments, in running text, and where nothing can stand. */
export function cursorContext(text: string, offset: number): Location | undefined {
  return new Locator(text, offset).cursorContext();
}
