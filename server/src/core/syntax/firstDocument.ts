/** Which lines belong to the first document of a file: a plan is one document. */
import type { Lines } from './lines.ts';
import type { ParseError } from './parseError.ts';

/** The lines of the first document; a second one, and lines with a percent sign that mean nothing, are errors. */
export function firstDocument(lines: Lines, errors: ParseError[]): { from: number; to: number } {
  const { text, starts, indents } = lines;
  const directives: number[] = [];
  const end = (line: number) => starts[line + 1] ?? text.length;
  const refuse = (line: number) => {
    const start = starts[line] as number;
    errors.push({ kind: 'directive', start, end: start + 1 });
  };
  let from = 0;
  let seen = false;
  let to = starts.length;
  for (let line = 0; line < starts.length; line++) {
    const at = starts[line] as number;
    if (!seen && text[at] === '%') {
      indents[line] = -1;
      directives.push(line);
      continue;
    }
    const three = text.slice(at, at + 3);
    const marker = (three === '---' || three === '...') && /^\s?$/.test(text.slice(at + 3, at + 4));
    if (!marker) {
      if ((indents[line] as number) >= 0) seen = true;
      continue;
    }
    const bare = /^[ \t\r\n]*(#.*)?$/.test(text.slice(at + 3, end(line)).trimEnd());
    if (!seen && three === '---' && bare) {
      indents[line] = -1;
      from = line + 1;
      seen = true;
      for (const directive of directives.splice(0)) {
        if (!/^%(YAML|TAG)\s/.test(text.slice(starts[directive] as number, end(directive)))) refuse(directive);
      }
      continue;
    }
    // Only an end marker with nothing behind it (`... owner: Ana`) or below it is no second document.
    const more = !bare || indents.some((indent, other) => other > line && indent >= 0);
    if (more || three === '---') errors.push({ kind: 'second-document', start: at, end: at + 3 });
    to = line;
    break;
  }
  for (const directive of directives) refuse(directive);
  return { from, to };
}
