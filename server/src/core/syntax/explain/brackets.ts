/** Brackets in a value: which are open, and what closes them. */
import type { Span } from '../../text/span.ts';
import type { ParseError, Repair } from '../parseError.ts';

/** The text with its quoted parts blanked out, so that the rest keeps its offsets. */
function withoutQuotes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|(?<=[[{,:\s])'(?:[^']|'')*'/g, (quoted) => ' '.repeat(quoted.length));
}

/** Where a quotation mark opens a text that is not closed on the line; -1 if there is none. */
export function openQuote(line: string): number {
  const plain = withoutQuotes(line);
  return plain.search(/(?<=[[{,:\s])["']/);
}

/** Brackets that are open at the end of a text, outermost first; undefined where one is closed that was not opened. */
export function openBrackets(text: string): string[] | undefined {
  const open: string[] = [];
  const plain = withoutQuotes(text);
  for (const c of plain) {
    if (c === '[') open.push(']');
    else if (c === '{') open.push('}');
    else if ((c === ']' || c === '}') && open.pop() !== c) return undefined;
  }
  return open;
}

/** Whether the bracket with which a text begins is closed by its last character. */
export function closesAtEnd(text: string): boolean {
  const plain = withoutQuotes(text);
  let open = 0;
  for (let at = 0; at < plain.length; at++) {
    if (/[[{]/.test(plain[at] as string)) open++;
    else if (/[\]}]/.test(plain[at] as string) && --open === 0) return at === plain.length - 1;
  }
  return true;
}

/** The brackets that are still open, closed in their way of writing at `at`, where a round bracket may stand instead. */
export function closed(text: string, start: number, at: number, open: readonly string[]): Repair[] {
  const source = text.slice(start, at);
  const round =
    /[)）】]$/.test(source) && (source.match(/[(（【]/g)?.length ?? 0) < (source.match(/[)）】]/g)?.length ?? 0);
  const signs = [...open].reverse();
  const blank = signs[0] === '}' && /\{\s/.test(source) && !/\s$/.test(source) ? ' ' : '';
  return [{ start: round ? at - 1 : at, end: at, text: blank + signs.join('') }];
}

/** Mismatched brackets in one line: one is missing, or one too many. */
export function unmatched(body: string, { start, end }: Span): ParseError | undefined {
  if (openBrackets(body.slice(0, -1))?.length === 0) {
    return {
      kind: 'unclosed-bracket',
      start: end - 1,
      end,
      word: body.slice(-1),
      repair: [{ start: end - 1, end, text: '' }],
    };
  }
  const open: { sign: string; at: number }[] = [];
  const plain = withoutQuotes(body);
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] as string;
    if (sign === '[' || sign === '{') open.push({ sign, at });
    if (sign !== ']' && sign !== '}') continue;
    const last = open.pop();
    if (!last) return undefined;
    const right = last.sign === '[' ? ']' : '}';
    if (sign === right) continue;
    let before = at;
    while (plain[before - 1] === ' ') before--;
    const repaired = `${body.slice(0, before)}${right}${body.slice(before)}`;
    const from = start + last.at;
    const repair =
      openBrackets(repaired)?.length === 0 ? [{ start: start + before, end: start + before, text: right }] : undefined;
    return { kind: 'unclosed-bracket', start: from, end: from + 1, ...(repair && { repair }) };
  }
  return undefined;
}
