/**
 * A text under edit: what it was once, as a whole, and what stands now in place of one part of it. What is typed in one
 * place copies only what stands around it; the whole is put together when somebody asks for it.
 */

/** What can be asked of a text, whole or not; what is looked for is a single character. Offsets count UTF-16 units. */
export type TextLike = Pick<string, 'length' | 'slice' | 'charAt' | 'indexOf' | 'lastIndexOf'>;

/** A carriage return that is not part of a line break of two characters. */
const loneReturn = /\r(?!\n)/;

/** A text as it was once; texts made of the same one are compared where they differ. */
export class Base {
  #loneReturns: boolean | undefined;
  private readonly words = new Map<string, boolean>();

  constructor(readonly text: string) {}

  get loneReturns(): boolean {
    this.#loneReturns ??= loneReturn.test(this.text);
    return this.#loneReturns;
  }

  /** Whether a word stands in it; looked for once. */
  holds(word: string): boolean {
    let known = this.words.get(word);
    if (known === undefined) {
      known = this.text.includes(word);
      this.words.set(word, known);
    }
    return known;
  }
}

export class Source implements TextLike {
  readonly length: number;
  /** By how much what stands behind the part has moved. */
  private readonly by: number;
  /** Where the part ends now. */
  private readonly partEnd: number;
  #text: string | undefined;

  /** `base` with `part` in place of what stands there from `start` to `end`. */
  constructor(
    readonly base: Base,
    readonly start: number,
    readonly end: number,
    readonly part: string,
  ) {
    this.by = part.length - (end - start);
    this.partEnd = start + part.length;
    this.length = base.text.length + this.by;
  }

  static of(text: string): Source {
    return new Source(new Base(text), text.length, text.length, '');
  }

  /** The whole text. */
  get text(): string {
    const { base, start, end, part } = this;
    this.#text ??= part === '' && start === end ? base.text : base.text.slice(0, start) + part + base.text.slice(end);
    return this.#text;
  }

  slice(from: number, to = this.length): string {
    const { base, start, end, part, by, partEnd } = this;
    if (to <= start) return base.text.slice(from, to);
    if (from >= partEnd) return base.text.slice(from - by, to - by);
    const before = from < start ? base.text.slice(from, start) : '';
    const behind = to > partEnd ? base.text.slice(end, to - by) : '';
    return before + part.slice(Math.max(0, from - start), to - start) + behind;
  }

  charAt(at: number): string {
    if (at < this.start) return this.base.text.charAt(at);
    return at < this.partEnd ? this.part.charAt(at - this.start) : this.base.text.charAt(at - this.by);
  }

  indexOf(character: string, from: number): number {
    const { base, start, end, part, by, partEnd } = this;
    if (from < start) {
      const at = base.text.indexOf(character, from);
      if (at >= 0 && at < start) return at;
    }
    if (from < partEnd) {
      const at = part.indexOf(character, Math.max(0, from - start));
      if (at >= 0) return at + start;
    }
    const at = base.text.indexOf(character, Math.max(end, from - by));
    return at < 0 ? -1 : at + by;
  }

  lastIndexOf(character: string, from: number): number {
    const { base, start, end, part, by, partEnd } = this;
    if (from >= partEnd) {
      const at = base.text.lastIndexOf(character, from - by);
      if (at >= end) return at + by;
    }
    if (from >= start && part !== '') {
      const at = part.lastIndexOf(character, from - start);
      if (at >= 0) return at + start;
    }
    return start === 0 ? -1 : base.text.lastIndexOf(character, Math.min(start - 1, from));
  }

  /** Whether a word stands in it. */
  includes(word: string): boolean {
    if (this.base.holds(word)) return this.text.includes(word);
    return this.slice(Math.max(0, this.start - word.length), this.partEnd + word.length).includes(word);
  }

  /** The same text where a carriage return alone is a line break as any other: offsets stay as they are. */
  withLineFeeds(): Source {
    const around = this.slice(Math.max(0, this.start - 1), this.partEnd + 1);
    if (!this.base.loneReturns && !loneReturn.test(around)) return this;
    return Source.of(this.text.replace(/\r(?!\n)/g, '\n'));
  }

  /** Whether it is the same text as another. */
  equals(other: Source): boolean {
    if (this === other) return true;
    if (this.length !== other.length) return false;
    if (this.base !== other.base) return this.text === other.text;
    const [from, to] = [Math.min(this.start, other.start), Math.max(this.partEnd, other.partEnd)];
    return this.slice(from, to) === other.slice(from, to);
  }
}

/** What an edit took out of a text and put in: from `start` to `end` in the old, to `newEnd` in the new text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

const chunk = 4096;

/** Where two whole texts differ. Chunks are compared at once: that is many times faster than character by character. */
function difference(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + chunk <= most && before.slice(start, start + chunk) === after.slice(start, start + chunk))
    start += chunk;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let left = most - start;
  let end = before.length;
  let newEnd = after.length;
  while (left >= chunk && before.slice(end - chunk, end) === after.slice(newEnd - chunk, newEnd)) {
    end -= chunk;
    newEnd -= chunk;
    left -= chunk;
  }
  while (left > 0 && before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)) {
    end--;
    newEnd--;
    left--;
  }
  return { start, end, newEnd };
}

/** Where two texts differ: of those made of the same one only their parts are compared. */
export function changeOf(before: Source, after: Source): Change {
  if (before.base !== after.base) return difference(before.text, after.text);
  const from = Math.min(before.start, after.start);
  const to = Math.max(before.end, after.end);
  const own = (source: Source) => source.slice(from, to + source.length - source.base.text.length);
  const { start, end, newEnd } = difference(own(before), own(after));
  return { start: from + start, end: from + end, newEnd: from + newEnd };
}
