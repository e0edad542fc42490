/**
 * An open document. The library's documents do the work, but copy their whole text and move all their lines at every
 * change; here the lines around what is typed are a document of their own, which stands in place of some lines of the
 * whole as it was before.
 */
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { Base, Source } from '../core/source.ts';
import type { Lined } from '../features/view.ts';

/** Lines above and below a change that are taken into its document: no line break may reach beyond it. */
const margin = 1;

/** A part of more lines than this is put back into the whole when something is typed outside of it. */
const mostLines = 400;

/** Some lines of a document as a document of their own. */
interface Part {
  /** The lines that it stands for: from the first to the one behind the last, and their offsets. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** How many lines the whole has behind it. */
  readonly below: number;
  readonly document: TextDocument;
  /** How many lines and characters it has now. */
  lines: number;
  length: number;
}

export class Document implements Lined {
  private whole: TextDocument;
  private base: Base;
  private part: Part | undefined;
  private known: Source | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.whole = TextDocument.create(uri, languageId, version, text);
    this.base = new Base(text);
  }

  /** The text as it is kept. */
  get source(): Source {
    const { part, base } = this;
    this.known ??= part
      ? new Source(base, part.start, part.end, part.document.getText())
      : new Source(base, base.text.length, base.text.length, '');
    return this.known;
  }

  get lineCount(): number {
    const { part } = this;
    return part ? part.first + part.lines + part.below : this.whole.lineCount;
  }

  positionAt(offset: number): Position {
    const { part } = this;
    if (!part || offset < part.start) return this.whole.positionAt(offset);
    if (offset < part.start + part.length || part.below === 0) {
      const { line, character } = part.document.positionAt(offset - part.start);
      return { line: part.first + line, character };
    }
    const { line, character } = this.whole.positionAt(offset - part.start - part.length + part.end);
    return { line: line - part.last + part.first + part.lines, character };
  }

  offsetAt(position: Position): number {
    const { part } = this;
    if (!part || position.line < part.first) return this.whole.offsetAt(position);
    const { character } = position;
    const { lines } = part;
    const line = position.line - part.first;
    if (line < lines || part.below === 0) return part.start + part.document.offsetAt({ line, character });
    const offset = this.whole.offsetAt({ line: part.last + line - lines, character });
    return offset - part.end + part.start + part.length;
  }

  /** Takes in changes, each as it was made after the one before. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change && change.range) this.replace(change.range, change.text, version);
      else this.begin(change.text);
      this.known = undefined;
    }
    this.version = version;
  }

  private begin(text: string): void {
    this.whole = TextDocument.create(this.uri, this.languageId, this.version, text);
    this.base = new Base(text);
    this.part = undefined;
  }

  private replace(range: Range, text: string, version: number): void {
    const offsets = [this.offsetAt(range.start), this.offsetAt(range.end)];
    const [start, end] = [Math.min(...offsets), Math.max(...offsets)].map((offset) => this.positionAt(offset)) as [
      Position,
      Position,
    ];
    const part = this.partAround(start.line, end.line);
    const inside = ({ line, character }: Position) => ({ line: line - part.first, character });
    TextDocument.update(part.document, [{ range: { start: inside(start), end: inside(end) }, text }], version);
    measure(part);
  }

  /** The part that holds some lines and those around them; what stood in another one is put back into the whole. */
  private partAround(from: number, to: number): Part {
    const { part } = this;
    const [top, bottom] = [from - margin, to + margin + 1];
    if (part) {
      const { lines } = part;
      const within = (top >= part.first || part.first === 0) && (bottom <= part.first + lines || part.below === 0);
      if (within && lines <= mostLines + to - from) return part;
      this.known = undefined;
      this.begin(this.source.text);
    }
    const { whole } = this;
    const first = this.openLine(Math.max(0, top));
    let last = Math.min(whole.lineCount, bottom);
    while (last < whole.lineCount && !this.begins(last)) last++;
    const start = whole.offsetAt({ line: first, character: 0 });
    const end = last < whole.lineCount ? whole.offsetAt({ line: last, character: 0 }) : this.base.text.length;
    const document = TextDocument.create(this.uri, this.languageId, this.version, this.base.text.slice(start, end));
    this.part = { first, last, start, end, below: whole.lineCount - last, document, lines: 0, length: 0 };
    measure(this.part);
    return this.part;
  }

  /** The last line up to one with a break above it that no edit behind it can change. */
  private openLine(line: number): number {
    let first = line;
    while (first > 0 && !this.begins(first)) first--;
    return first;
  }

  /** Whether the break above a line ends with a line feed: a carriage return might become a part of another break. */
  private begins(line: number): boolean {
    return this.base.text[this.whole.offsetAt({ line, character: 0 }) - 1] === '\n';
  }
}

/** Sees how large a part is now: behind its last break another line begins that is not its own, unless it ends the whole. */
function measure(part: Part): void {
  const { document, below } = part;
  part.lines = below === 0 ? document.lineCount : document.lineCount - 1;
  part.length = document.getText().length;
}
