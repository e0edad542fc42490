/** What the parts of the reader share: the lines, the errors found so far, and each other. */
import type { Shape } from '../../schema/schema.ts';
import { trimmedEnd } from '../../text/lines.ts';
import { cutOff } from '../ambiguities.ts';
import { explainError } from '../explain/explainError.ts';
import type { Lines } from '../lines.ts';
import {
  type Ambiguity,
  type ErrorKind,
  isConfined,
  isRecovered,
  type ParseError,
  type Repair,
  shifted,
  traitsOf,
} from '../parseError.ts';
import type { At, Node, Pair } from '../tree.ts';
import { parseBlock, type YamlBlock } from '../yamlBlock.ts';
import { LineCursor, type Range } from './lineCursor.ts';

/** A key and its value, placed in the text. */
export interface PlacedPair {
  readonly at: number;
  readonly key: { readonly name: string; readonly length: number };
  readonly value: At;
}

/** The same with offsets that count from `base`, the start of its map. */
export function relative({ at, key, value }: PlacedPair, base: number): Pair {
  return { name: key.name, at: at - base, keyLength: key.length, valueAt: value.start - base, value: value.node };
}

/**
 * The parts of the reader, each of which may read any other inside of it. `depth` counts blocks inside each other;
 * `shape` is what the format says of the place, undefined where it knows nothing.
 */
export interface Grammar {
  /** Whatever stands in a run of lines; undefined where they hold only blanks and comments. */
  block(reader: Reader, range: Range, depth: number, shape: Shape | undefined): At | undefined;
  /** A map whose keys stand in the column `indent`. */
  mapping(reader: Reader, range: Range, indent: number, depth: number, shape: Shape | undefined): At;
  /** The pairs that begin in a run of lines with a key at `at`: one, or more where later lines stand too far right. */
  pairs(reader: Reader, range: Range, at: number, depth: number, shape: Shape | undefined): readonly PlacedPair[];
  /** What stands after the colon of a key, which ends at `after`. */
  value(reader: Reader, range: Range, after: number, depth: number, shape: Shape | undefined): At;
}

/**
 * A recovery: reads something that is not written as it must be, as it was meant, and reports the error. Undefined where
 * it is not its mistake. The recoveries for one kind of place stand in a table, and the first that answers wins.
 */
export type Recovery<Place, Result> = (reader: Reader, place: Place) => Result | undefined;

/** The answer of the first recovery that knows the mistake; undefined if none does. */
export function recovered<Place, Result>(
  recoveries: readonly Recovery<Place, Result>[],
  reader: Reader,
  place: Place,
): Result | undefined {
  for (const recover of recoveries) {
    const result = recover(reader, place);
    if (result !== undefined) return result;
  }
  return undefined;
}

const nothing: Node = { kind: 'scalar', length: 0, value: null, style: 'plain' };

/** One reading of a text, with what it has found so far. */
export class Reader {
  readonly cursor: LineCursor;
  readonly text: string;
  readonly errors: ParseError[] = [];
  readonly ambiguities: Ambiguity[] = [];
  /** The blocks that were read with the library, by their text. */
  readonly blocks = new Map<string, YamlBlock>();
  /** A text over several lines holds what may have been meant as an item. */
  swallows = false;
  /** By line: the blanks before one that is not indented with spaces, and what should stand there. */
  private readonly odd = new Map<number, Repair>();

  constructor(
    readonly grammar: Grammar,
    lines: Lines,
    /** Blocks of the version before. */
    private readonly known: ReadonlyMap<string, YamlBlock>,
    /** Lines that were put in their column before: what is wrong with them has been reported. */
    private readonly repaired: readonly (ReadonlySet<number> | undefined)[] = [],
  ) {
    this.cursor = new LineCursor(lines);
    this.text = lines.text;
  }

  block(range: Range, depth: number, shape: Shape | undefined): At | undefined {
    return this.grammar.block(this, range, depth, shape);
  }

  mapping(range: Range, indent: number, depth: number, shape: Shape | undefined): At {
    return this.grammar.mapping(this, range, indent, depth, shape);
  }

  pairs(range: Range, at: number, depth: number, shape: Shape | undefined): readonly PlacedPair[] {
    return this.grammar.pairs(this, range, at, depth, shape);
  }

  value(range: Range, after: number, depth: number, shape: Shape | undefined): At {
    return this.grammar.value(this, range, after, depth, shape);
  }

  report(kind: ErrorKind, start: number, end: number, more: Partial<ParseError> = {}): void {
    this.errors.push({ kind, start, end, ...more });
  }

  /** Reads a run of lines with the library, or takes it from the version before. */
  parseBlock(range: Range): YamlBlock {
    const source = this.text.slice(range.cut, this.cursor.end(range));
    const before = range.cut - this.cursor.base(range);
    // A text of its own: a mere slice, and every word in it, would keep the whole text of this version in memory.
    const text = before > 0 ? ' '.repeat(before) + source : ` ${source}`.slice(1);
    const block = this.blocks.get(text) ?? this.known.get(text) ?? parseBlock(text);
    this.blocks.set(text, block);
    return block;
  }

  /** Takes what the library read, with its errors, at its place in the text. */
  take(range: Range, block: YamlBlock): At {
    const base = this.cursor.base(range);
    for (const error of block.errors) this.errors.push(shifted(error, base));
    this.swallows ||= block.swallows;
    for (const ambiguity of block.ambiguities) this.ambiguities.push(shifted(ambiguity, base));
    return { node: block.node, start: base + block.at };
  }

  /** Reports why the library could not read a run of lines, with a broken node in its place, from `at` on. */
  broken(range: Range, block: YamlBlock, at: number): At {
    const { cursor } = this;
    const end = trimmedEnd(this.text, { start: at, end: cursor.end(range) });
    // Comments below it are no part of the value, as far as one can tell.
    let last = range.to;
    while (last > range.from + 1 && cursor.indent(last - 1) < 0) last--;
    const span = { start: at, end: trimmedEnd(this.text, { start: at, end: cursor.start(last) }) };
    const first = block.errors.find((error) => !isConfined(error));
    const why = first && explainError(this.text, span, shifted(first, cursor.base(range)), cursor.lines.tabs?.at(at));
    if (why) this.errors.push(isRecovered(why) ? { ...why, lost: true } : why);
    return { node: { kind: 'broken', length: Math.max(0, end - at) }, start: at };
  }

  /** What stands after the sign that ends at `after`, where `range` begins to count; an empty value if nothing does. */
  valueAfter(after: number, range: Range, depth: number, shape: Shape | undefined): At {
    const value = this.block(range, depth, shape);
    if (value) return value;
    // What is typed there may begin with `#`.
    const comment = cutOff(this.text, after);
    // After the blanks, where the library puts it too.
    const start = this.cursor.afterBlanks(after);
    if (comment) this.ambiguities.push({ ...comment, value: start });
    return { node: nothing, start };
  }

  /** What stands after the hyphen at an offset. `shape` is that of the list. */
  itemAt(range: Range, at: number, depth: number, shape: Shape | undefined): At {
    const inner = this.cursor.inner(range, this.cursor.afterBlanks(at + 1));
    return this.block(inner, depth + 1, shape?.items) ?? { node: nothing, start: at + 1 };
  }

  /** Notes that a line which begins something is not indented with spaces, and how far it should be. */
  noteIndent(line: number, column: number): void {
    const { cursor } = this;
    if (!cursor.isOdd(line) || this.odd.has(line) || this.repaired.some((lines) => lines?.has(line))) return;
    this.odd.set(line, {
      start: cursor.start(line),
      end: cursor.at(line, cursor.indent(line)),
      text: ' '.repeat(column),
    });
  }

  /**
   * Reports all lines that are not indented with spaces as one error. `text` is the text as written, `blank` the blanks
   * of lines that hold nothing else or a comment.
   */
  reportOddIndents(text: string, blank: readonly Repair[]): void {
    const repair = [...this.odd.values(), ...blank].sort((a, b) => a.start - b.start);
    const [first] = repair;
    if (!first) return;
    const at = first.start + text.slice(first.start, first.end).search(/[^ ]/);
    const more = text[at] === '\t' && { word: '\t' };
    if (!repair.some(({ start }) => this.cursor.lines.tabs?.at(start).unclear))
      this.report('odd-indentation', at, at + 1, { repair, ...more });
    // How deep the lines stand is a guess: what does not fit with it speaks against it.
    else if (this.errors.some(({ kind }) => traitsOf(kind).depth))
      this.report('odd-indentation', at, at + 1, { ...more });
    else this.report('odd-indentation', at, at + 1, { repair, unsure: true, ...more });
  }
}

/** Pieces one after another that stand in the same wrong column: they are reported together. */
export class MisalignedRun {
  private column: number | undefined;
  private repair: Repair[] = [];

  /** Reports a piece, or adds its edits to the report of the piece before. `error` is what a new report says. */
  add(reader: Reader, column: number, repair: Repair[], error: () => Omit<ParseError, 'kind'>): void {
    if (this.column === column) this.repair.push(...repair);
    else {
      reader.errors.push({ kind: 'indent', ...error(), repair });
      this.column = column;
      this.repair = repair;
    }
  }

  end(): void {
    this.column = undefined;
  }
}
