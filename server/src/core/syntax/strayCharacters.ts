/**
 * Stray characters: those that nobody sees, which come along when text is pasted, and those that were lost when it was
 * saved. The text is read as if they were not there.
 *
 *     date: ·2027-03-15     # where `·` is a left-to-right mark (U+200E): read as 2027-03-15
 */

import type { Shape } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { columnBehindHyphens, isFormatKey, keyAt } from './keyPattern.ts';
import { type At, spotAt } from './tree.ts';

/** Characters that cannot be seen, as a part of a character class; U+FFFD stands for one that was lost. */
const unseen =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\uffff';

/** Half of a character that takes two UTF-16 units. */
const half = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

/** The hyphen that word processors put into a word which shall not be broken. */
const hyphen = '(?<=[a-zA-Z0-9])[\\u2010\\u2011](?=[a-zA-Z0-9])';

const strays = new RegExp(`[${unseen}]|${half}|${hyphen}`, 'g');

/** All that may be stray but for halves: quick, because every text is asked for it. */
const suspect = new RegExp(`[${unseen}\\u2010\\u2011]`);

/** Whether a text may have a stray character. */
export function mayBeStray(text: string): boolean {
  return suspect.test(text) || !text.isWellFormed();
}

const allUnseen = new RegExp(`[${unseen}]`, 'g');

/** A text of the same length with a space in place of each character that cannot be seen. */
export function blanked(text: string): string {
  return text.replace(allUnseen, ' ');
}

/** What ends a line elsewhere, and joins no words: a soft line break of PowerPoint, a page break, separators of lines. */
const breaks = /[\u000b\u000c\u0085\u2028\u2029]/;

/** U+0000 and its like, of which a file that is no text has many. */
const controls = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g;

/** One character in so many is more than a slip leaves behind. */
const mostControls = 1 / 20;

/** The first of the characters by which a text is no text at all; undefined where a few only came along. */
export function binaryAt(text: string): number | undefined {
  // What was cut off when it was saved may be filled up with zeros.
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0) end--;
  const found = text.slice(0, end).match(controls);
  if (!found || found.length < 2 || found.length < end * mostControls) return undefined;
  return text.search(controls);
}

/**
 * What is wrong with a stray character: it cannot be seen; it was lost, and stands in a value or is all of it; it only
 * looks like a hyphen.
 */
export type StrayKind = 'invisible' | 'lost' | 'lost-value' | 'hyphen';

/** A run of stray characters in a text, and what is read in its place. */
export interface Stray extends Span {
  readonly kind: StrayKind;
  readonly text: string;
  /** What is read in its place instead within a text in the author's own words; of a hyphen, elsewhere. */
  readonly other?: string;
  /** Another thing may have been meant. */
  readonly unsure?: true;
}

/** Letters of scripts that are written with U+200C and U+200D, and those that U+200B parts into words. */
const joining =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}]/u;
const unspaced = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
const emojiBefore = /\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;

/** Whether a character belongs where it stands: a mark at the start of the file, a sign that joins emoji or letters. */
function belongs(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0xfeff) return at === 0;
  if (code < 0x200b || code > 0x200d) return false;
  const before = text.slice(Math.max(0, at - 6), at);
  const after = text.slice(at + 1, at + 3);
  if (code === 0x200b) return unspaced.test(before.slice(-1)) && unspaced.test(after.slice(0, 1));
  if (code === 0x200d && emojiBefore.test(before) && emojiAfter.test(after)) return true;
  return joining.test(before.slice(-1)) && (code === 0x200d || joining.test(after.slice(0, 1)));
}

/** What is read in place of a run. */
type Meant = Omit<Stray, 'start' | 'end'>;

/** So much of the line on each side of a character is looked at. */
const near = 200;

/** The parts of its line before and after a span, without what is stray in them. */
function around(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, start - near), start);
  const after = text.slice(end, end + near);
  return {
    before: before.slice(before.lastIndexOf('\n') + 1).replace(strays, ''),
    after: (/^[^\r\n]*/.exec(after) as RegExpExecArray)[0].replace(strays, ''),
  };
}

/** Whether a line goes on after a hyphen, or after the colon of a key. */
function opensValue(before: string): boolean {
  const inBraces = before.includes('{') ? Math.max(before.lastIndexOf('{'), before.lastIndexOf(',')) : -1;
  const line = before.slice(inBraces + 1).replace(/^[ \t]+/, '');
  const rest = line.slice(columnBehindHyphens(line));
  return rest === '-' || keyAt(rest, 0)?.after === rest.length;
}

/** Whether what follows is a line of its own: a key of the format, or an item that stands deeper. */
function opensLine(after: string): boolean {
  const line = after.replace(/^[ \t]+/, '');
  const key = keyAt(line, columnBehindHyphens(line));
  return /^[ \t]+- /.test(after) || (key !== undefined && isFormatKey(key.source));
}

/** What was meant by a run that holds a line break of another kind. */
function breakMeant(text: string, span: Span): Meant {
  const { before, after } = around(text, span);
  const kind = 'invisible';
  const inBrackets = /[[{]/.test(before) && /[[{,][ \t]*$/.test(before);
  if (/[^\s-]/.test(before) && !inBrackets && opensLine(after)) return { kind, text: '\n', unsure: true };
  if (/(?:^|[ \t])$/.test(before) || /^(?:[ \t]|$)/.test(after)) return { kind, text: '' };
  if (opensValue(before)) return { kind, text: ' ', unsure: true };
  // A blank after a colon, or before a number sign, would make something else of the text.
  if (before.endsWith(':') || after.startsWith('#')) return { kind, text: '', unsure: true };
  return { kind, text: '', other: ' ', unsure: true };
}

/** What is read in place of characters that were lost: themselves in a text, and where they are all there is of a value. */
function lostMeant(text: string, span: Span): Meant {
  const { before, after } = around(text, span);
  const itself = text.slice(span.start, span.end);
  const alone = /(?:[:-][ \t]+|[[{,][ \t]*)["']?$/.test(before) && /^["']?[ \t]*(?:[,\]}#]|$)/.test(after);
  return alone ? { kind: 'lost-value', text: itself } : { kind: 'lost', text: '', other: itself };
}

function meantBy(text: string, span: Span): Meant {
  const run = text.slice(span.start, span.end);
  const kind = kindOf(run);
  if (kind === 'lost') return lostMeant(text, span);
  if (kind === 'hyphen') return { kind, text: run, other: '-' };
  return breaks.test(run) ? breakMeant(text, span) : { kind, text: '' };
}

function kindOf(sign: string): StrayKind {
  if (sign[0] === '\ufffd') return 'lost';
  return sign[0] === '\u2010' || sign[0] === '\u2011' ? 'hyphen' : 'invisible';
}

/** The runs of stray characters in a text, in order. */
export function straysIn(text: string): Stray[] {
  const runs: { start: number; end: number; kind: StrayKind }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(strays)) {
    if (belongs(text, at)) continue;
    const kind = kindOf(sign);
    const last = runs.at(-1);
    if (last?.end === at && last.kind === kind) last.end++;
    else runs.push({ start: at, end: at + 1, kind });
  }
  return runs.map(({ start, end }) => ({ start, end, ...meantBy(text, { start, end }) }));
}

/** A text without its stray characters, and the offsets in it at which one was left out, one for each. */
export interface Plain {
  readonly text: string;
  readonly gaps: readonly number[];
}

/** Reads past the stray characters of a text. */
export function plainOf(text: string, found: readonly Stray[]): Plain {
  const parts: string[] = [];
  const gaps: number[] = [];
  let done = 0;
  for (const { start, end, text: instead } of found) {
    parts.push(text.slice(done, start), instead);
    const at = start - gaps.length;
    for (let left = end - start - instead.length; left > 0; left--) gaps.push(at);
    done = end;
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), gaps };
}

/** Whether a place takes a text in the author's own words, alone or as one of a list. Of places that nobody knows it may. */
export function takesWords(shape: Shape | undefined): boolean {
  const one = shape?.items ?? shape;
  if (!one) return true;
  return one.types.includes('string') && !one.enum && !one.date && !one.id && one.refs.length === 0;
}

/** What an offset stands in: a text in the author's own words (or a comment), another value, a key, or none of these. */
function standsIn(text: string, root: At | undefined, shape: Shape, offset: number, { kind }: Stray) {
  const spot = spotAt(root, offset);
  const node = spot?.value.node;
  if (spot?.on === 'key') return 'value';
  if (spot === undefined || node?.kind !== 'scalar') {
    return /(?:^|\s)#[^\n]*$/.test(text.slice(Math.max(0, offset - near), offset)) ? 'words' : undefined;
  }
  const { start, end } = spot.span;
  // What was lost at either end belongs to a text too.
  const within = (start < offset && offset < end) || (kind === 'lost' && node.style === 'plain' && start < end);
  if (!within) return undefined;
  let at: Shape | undefined = shape;
  for (const step of spot.path) at = typeof step === 'number' ? at?.items : at?.key(step);
  return takesWords(at) ? 'words' : 'value';
}

/**
 * The stray characters of a text as they were meant, by the tree of the text that was read past them; undefined where
 * that is what was read.
 */
export function settled(
  found: readonly Stray[],
  plain: Plain,
  root: At | undefined,
  shape: Shape,
): readonly Stray[] | undefined {
  let gone = 0;
  let changed = false;
  const result = found.map((stray) => {
    const offset = stray.start - gone;
    gone += stray.end - stray.start - stray.text.length;
    const { kind, other } = stray;
    if (other === undefined) return stray;
    if (standsIn(plain.text, root, shape, offset, stray) !== (kind === 'hyphen' ? 'value' : 'words')) return stray;
    changed = true;
    return { ...stray, text: other };
  });
  return changed ? result : undefined;
}
