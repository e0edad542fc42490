/** Keys and signs at the start of a line, as they must be written and as they were meant: one pattern for reading and completion. */
import { formatKeys } from '../schema/format.gen.ts';

/** Quoted, or plain, followed by a colon and a blank or the line's end. Linear: no two parts can match the same blank. */
const pattern =
  /("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s]))(?:[^\s:]|:(?=[^\s])|[ \t]+(?=[^\s:#]))*)[ \t]*:(?=[ \t\r\n]|$)/y;

/** The column in which the key or the text of a line begins: behind its blanks and the hyphens of items. */
export function columnBehindHyphens(line: string): number {
  return (/^ *(?:- +)*/.exec(line) as RegExpExecArray)[0].length;
}

/** A key as written, and the offset after its colon; undefined where none begins at `at`. */
export function keyAt(text: string, at: number): { readonly source: string; readonly after: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { source: match[1] as string, after: pattern.lastIndex } : undefined;
}

/** Interned name of a key of the format: the same string everywhere, so that comparing costs next to nothing. Undefined for others. */
export function formatKey(name: string): string | undefined {
  return known.get(name);
}

/** A key's name: what its quotes hold, or the key as it is. */
export function keyName(source: string): string {
  const own = known.get(source);
  if (own !== undefined) return own;
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.startsWith('"')) return source;
  try {
    return String(JSON.parse(source));
  } catch {
    return source.slice(1, -1);
  }
}

/** A key of the format, whose colon is full-width, lacks its space, is another sign, or is missing. */
export interface AlmostKey {
  readonly source: string;
  readonly kind: 'full-width' | 'missing-space' | 'missing-colon';
  /** The malformed separator: its offset, its length, and its correction. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** With the blanks that no one can tell from a space, in front of the colon. */
const word =
  /([a-zA-Z][\w-]*)([ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]*)(：|:|[=＝]|(?<=[ \t])[-–—](?=[ \t]))?([ \t\u00a0\u3000]*)/y;
/** The keys of the formats, each once: a name that is cut from a text would keep that in memory. */
const known: ReadonlyMap<string, string> = new Map(formatKeys.map((name) => [name, name]));

/** Whether some part of the format has a key of this name, or it is one of the author's own. */
export function isFormatKey(name: string): boolean {
  return known.has(name) || /^x-[\w-]/.test(name);
}

/**
 * What was probably meant as a key at `at`, or undefined. `loose`: also a key without any colon, where nothing else than
 * a key can stand.
 */
export function almostKeyAt(text: string, at: number, loose: boolean): AlmostKey | undefined {
  word.lastIndex = at;
  const match = word.exec(text);
  if (!match) return undefined;
  const [, source = '', before = '', sign, after = ''] = match;
  if (!isFormatKey(source)) return undefined;
  const start = at + source.length;
  const end = word.lastIndex;
  const bare = end >= text.length || /[\r\n]/.test(text[end] as string);
  const made = (kind: AlmostKey['kind']): AlmostKey => {
    const length = before.length + (sign ?? '').length + (bare ? 0 : after.length);
    return { source, kind, at: start, length, text: bare ? ':' : ': ' };
  };
  if (sign === '：') return made('full-width');
  if (sign === ':') return bare && !/[^ \t]/.test(before) ? undefined : made('missing-space');
  if (!loose) return undefined;
  if (sign !== undefined) return made('missing-colon');
  return before !== '' && !bare ? made('missing-colon') : undefined;
}

/** What people and word processors put in front of the items of a list: dashes before a blank, and bullets. */
const bullet = /[–—―‐‑‒−－*＊](?=[ \t\u00a0\u3000])|[•·●○◦▪■□‣⁃∙・►▶✓✔]/y;

/** How long the look-alike of an item's hyphen at `at` is; 0 where there is none. */
export function bulletAt(text: string, at: number): number {
  bullet.lastIndex = at;
  return bullet.test(text) ? bullet.lastIndex - at : 0;
}

/** A number as people write it in front of the items of a list: `1.`, `2)`, `①`, `一、`. */
const numeral =
  /(?:\d{1,2}[.)）]|[（(]\d{1,2}[)）])(?=[ \t\u00a0\u3000])|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、．]|[①-⑳]/y;

/** How long the number of an item at `at` is; 0 where there is none. Only where nothing but a list can stand. */
export function numeralAt(text: string, at: number): number {
  numeral.lastIndex = at;
  return numeral.test(text) ? numeral.lastIndex - at : 0;
}

/** What people put between a name and what it says. */
const separator = /[:：=＝\t]|[ \u00a0\u3000](?:\||-+>?|–|—|[=~]>|→|⇒|➔|➜)(?=[ \u00a0\u3000\t])/;

/** The first sign in a line that people put between a name and what it says, if that stands where a name can end. */
export function separatorIn(line: string): RegExpExecArray | null {
  return separator.exec(line.slice(0, 80));
}
