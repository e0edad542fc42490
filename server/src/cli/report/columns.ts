/** Texts in the columns of a terminal, where Chinese characters take two. */
import stringWidth from 'string-width';

/** How many columns a text takes; what is written must be safe for a terminal already. */
export const columnsOf = (text: string): number => stringWidth(text);

const cut = '…';

/** The longest beginning of parts that takes at most so many columns, as a number of parts. */
function fitting(parts: readonly string[], most: number): number {
  let room = most;
  return parts.filter((part) => {
    room -= columnsOf(part);
    return room >= 0;
  }).length;
}

const graphemes = new Intl.Segmenter();
const charactersOf = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** A text in at most so many columns: its beginning, and a sign that there is more. */
export function beginning(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  const parts = charactersOf(text);
  return parts.slice(0, fitting(parts, most - 1)).join('') + cut;
}

/** A text in at most so many columns: its end, after a sign that there is more. */
export function ending(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  const parts = charactersOf(text).reverse();
  return (
    cut +
    parts
      .slice(0, fitting(parts, most - 1))
      .reverse()
      .join('')
  );
}

/** Where a line may end: after blanks and Chinese punctuation, and between two characters of scripts without blanks. */
const breaks =
  /(?<=\s)(?=\S)|(?<=[，。、；：？！])(?=[^\s，。、；：？！）》」』】”’])|(?<=[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}，。、；：？！）》」』】”’])(?=[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}（《「『【“‘])/u;

/** A text in lines of at most so many columns, but for words that are longer; in one line where the width is not known. */
export function wrapped(text: string, most: number | undefined): string[] {
  if (most === undefined) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(breaks)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
