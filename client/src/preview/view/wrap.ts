/** Line breaking for SVG text, which has none. */

/** Pieces between which a line may break: after whitespace and around Chinese characters, but not before closing punctuation. */
const pieces =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef][，。、：；！？）」》”’]*|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu;

/** Measures text in one font. */
export class Wrapper {
  private readonly context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  private readonly known = new Map<string, readonly string[]>();

  constructor(font: string) {
    this.context.font = font;
  }

  /** The width of a text in pixels. */
  width(text: string): number {
    return this.context.measureText(text).width;
  }

  /** Breaks a text into at most `most` lines of at most `width` pixels; cut text ends in an ellipsis. */
  lines(text: string, width: number, most: number): readonly string[] {
    const key = `${width} ${most} ${text}`;
    let lines = this.known.get(key);
    if (!lines) {
      if (this.known.size > 5000) this.known.clear();
      lines = this.broken(text.replace(/\s+/g, ' ').trim(), width, most);
      this.known.set(key, lines);
    }
    return lines;
  }

  private broken(text: string, width: number, most: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const piece of text.match(pieces) ?? []) {
      if (line === '' || this.width((line + piece).trimEnd()) <= width) {
        line += piece;
        continue;
      }
      lines.push(line);
      line = piece;
      // The rest need not be broken: it is cut anyway.
      if (lines.length === most) break;
    }
    if (lines.length < most) return [...lines, line].map((whole) => this.cut(whole.trimEnd(), width, false));
    const rest = lines.join('').length < text.length;
    return lines.map((whole, index) => this.cut(whole.trimEnd(), width, rest && index === most - 1));
  }

  /** Cuts a line to `width` pixels; an ellipsis marks what is `missing` or was cut. */
  private cut(line: string, width: number, missing: boolean): string {
    const end = missing ? '…' : '';
    if (this.width(line + end) <= width) return line + end;
    const characters = [...line];
    while (characters.length > 1 && this.width(`${characters.join('')}…`) > width) characters.pop();
    return `${characters.join('').trimEnd()}…`;
  }
}
