/** Places in a document one behind the other: a step from the one before is cheaper than to look for each anew. */
import type { Subject } from './view.ts';

/** So many lines ahead are stepped over one by one. */
const near = 40;

/** Behind any offset; a small number for engines too, which keep those without an object. */
const beyond = 0x3fffffff;

/** Where an offset stands, as `positionAt` has it; quick where each stands on the line of the one before or soon after it. */
export class Places {
  /** Of the offset that was gone to last. */
  line = 0;
  character = 0;
  private readonly document: Subject['document'];
  private readonly lineCount: number;
  private readonly asked = { line: 0, character: 0 };
  /** Where the line starts, and the next one. */
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

  /** Whether an offset stands on this line. */
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
    this.asked.line = line;
    return this.document.offsetAt(this.asked);
  }
}
