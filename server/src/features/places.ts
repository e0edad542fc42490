/** Converts ascending offsets to positions: a step from the previous line is cheaper than a search for each. */
import type { Subject } from './view.ts';

/** How many lines are stepped over one by one before a search is cheaper. */
const near = 40;

/** Past any offset, and still a Smi (31 bits), so V8 stores it unboxed. */
const beyond = 0x3fffffff;

/** The position of the current offset, as `positionAt` gives it; fast if each offset is on the line of the previous one or soon after. */
export class Places {
  /** The position of the last `goTo`, from 0. */
  line = 0;
  character = 0;
  private readonly document: Subject['document'];
  private readonly lineCount: number;
  private readonly query = { line: 0, character: 0 };
  /** Offsets of the starts of the line and of the next one. */
  private start = 0;
  private next = 0;

  constructor({ document }: Subject) {
    this.document = document;
    this.lineCount = document.lineCount;
    this.goToLine(0);
  }

  goTo(offset: number): this {
    for (let steps = 0; steps < near && offset >= this.next; steps++) {
      this.line++;
      this.start = this.next;
      this.next = this.startOf(this.line + 1);
    }
    if (offset < this.start || offset >= this.next) this.goToLine(this.document.positionAt(offset).line);
    this.character = offset - this.start;
    return this;
  }

  /** Whether an offset is on the current line. */
  isHere(offset: number): boolean {
    return this.start <= offset && offset < this.next;
  }

  private goToLine(line: number): void {
    this.line = line;
    this.start = this.startOf(line);
    this.next = this.startOf(line + 1);
  }

  private startOf(line: number): number {
    if (line >= this.lineCount) return beyond;
    this.query.line = line;
    return this.document.offsetAt(this.query);
  }
}
