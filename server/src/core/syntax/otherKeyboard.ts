/** Signs of another keyboard in place of those of YAML, around and between ids: the values that were meant. */
import type { ParseError, Repair } from './parseError.ts';
import { List, type Node } from './tree.ts';

/** A text in quotation marks that YAML does not know. */
export const otherQuotes = /^[“”„‟«»‘’‚「『＂](.*)[“”‟»’」』＂]$/s;

/** What was meant by a text, and the error in it. Offsets are those of the text that holds it. */
interface Meant<T> {
  readonly value: T;
  readonly error: ParseError;
}

/** The ids in a text that begins at `start`, each with its offset. */
function idsIn(source: string, start: number): { readonly at: number; readonly node: Node }[] {
  return [...source.matchAll(/[a-z0-9-]+/g)].map(({ 0: id, index }) => ({
    at: start + index,
    node: { kind: 'scalar', length: id.length, value: id, style: 'plain' },
  }));
}

function commasIn(source: string, start: number): Repair[] {
  return [...source.matchAll(/(?:(?<!\s)\s+)?[，、；]\s*/g)].map(({ 0: sign, index }) => ({
    start: start + index,
    end: start + index + sign.length,
    text: ', ',
  }));
}

/** An item in brackets in which full-width commas stand between ids: `[a，b]`. */
export function itemsBetweenCommas(source: string, start: number): Meant<ReturnType<typeof idsIn>> | undefined {
  if (!/^[a-z0-9-]+(?:\s*[，、；]\s*[a-z0-9-]+)+$/.test(source)) return undefined;
  const repair = commasIn(source, start);
  const [first] = repair as [Repair, ...Repair[]];
  return { value: idsIn(source, start), error: { kind: 'full-width', start: first.start, end: first.end, repair } };
}

/** An id in quotes of another keyboard, or ids in its brackets: `“calls”`, `【a，b】`. */
export function inOtherSigns(source: string, start: number): Meant<Node> | undefined {
  if (!/[^\u0000-\u007f]/.test(source)) return undefined;
  const end = start + source.length;
  const signs = (open: string, close: string): [Repair, Repair] => [
    { start, end: start + 1, text: open },
    { start: end - 1, end, text: close },
  ];
  const quoted = otherQuotes.exec(source)?.[1];
  if (quoted !== undefined && /^[a-z0-9-]+$/.test(quoted)) {
    const value = /^(?:true|false|-?\d+)$/.test(quoted) ? (JSON.parse(quoted) as boolean | number) : quoted;
    return {
      value: { kind: 'scalar', length: source.length, value, style: 'plain' },
      error: { kind: 'curly-quotes', start, end, repair: signs('', '') },
    };
  }
  const list = /^[【［（〔](\s*[a-z0-9-]+(?:\s*[,，、；]\s*[a-z0-9-]+)*\s*)[】］）〕]$/.exec(source)?.[1];
  if (list === undefined) return undefined;
  const [open, close] = signs('[', ']');
  return {
    value: new List(source.length, true, idsIn(list, 1)),
    error: { kind: 'full-width', start, end, repair: [open, ...commasIn(list, start + 1), close] },
  };
}
