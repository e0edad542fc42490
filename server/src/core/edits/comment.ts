/** Wraps comments at a fixed width. */

/** The width of a comment, in columns. */
const width = 118;

/** Display width: a Chinese character takes two columns. */
export function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\uFFEF]/.test(letter) ? 2 : 1), 0);
}

/** A comment on lines of its own, none of them too long to read; lines but the first are indented by `hanging`. */
export function comment(text: string, indent = 0, hanging = 0): string[] {
  const lines: string[] = [];
  let line = '';
  // Words of a team's catalog must not begin an exception.
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').replaceAll('levers-ignore', 'levers ignore');
  // English breaks at blanks, Chinese before any character that is no punctuation.
  for (const part of plain.match(/ ?(?:\p{Script=Han}[^\p{Script=Han} ]*|[^\p{Script=Han} ]+)/gu) ?? []) {
    if (line !== '' && columns(line + part) > width - indent - 2 - (lines.length ? hanging : 0)) {
      lines.push(line);
      line = part.trimStart();
    } else line += part;
  }
  if (line) lines.push(line);
  return lines.map((words, index) => `${' '.repeat(indent)}# ${index ? ' '.repeat(hanging) : ''}${words.trimStart()}`);
}
