/**
 * What stands in front of the items of a list that was copied from Word, Outlook, PowerPoint or a chat: bullets, ticks and
 * enumerations. Only where nothing but a list can stand, since a text may begin with any of them.
 */
import { bulletAt, numeralAt } from './keyPattern.ts';

/** What an item begins with instead of a hyphen and a blank. */
export interface ItemSign {
  /** How long the sign is, and how long with the blanks after it. */
  readonly length: number;
  readonly width: number;
  /** It is a mere bullet: nothing is lost without it. */
  readonly sure: boolean;
}

interface Candidate extends ItemSign {
  /** Signs of one kind are the same text, or belong together as ticks do. */
  readonly kind: string;
  /** What it may count, by its kind; empty where it counts nothing. */
  readonly counts: ReadonlyMap<string, number>;
  /** It needs no second one to be a sign. */
  readonly alone: boolean;
}

const blank = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
const aBlank = new RegExp(blank);
const blanks = new RegExp(`${blank}*`, 'y');

/** Dashes, arrows, geometric shapes, dingbats, and what Word has for bullets in its own fonts (U+F000–F0FF). */
const symbol =
  /(?:[\u2010-\u2015\u2022\u2023\u203b\u2043\u204c\u204d\u2190-\u21ff\u2212\u2219\u22c4\u22c5\u23e9-\u23fa\u25a0-\u27ff\u2900-\u297f\u2b00-\u2bff\u00a7\u00b7\u3013\u30fb\uff65\ue000-\uf8ff\uff0d\uff0a\uff0b\uff5e\uffed\uffee]|[\u{1f300}-\u{1faff}])[\ufe0e\ufe0f]?/uy;
const ascii = new RegExp(`(?:[+~*>oO]|-{2,})(?=${blank}*[^\\s])(?=${blank})`, 'y');
const doubled = new RegExp(`-${blank}+(?=[-–—―‐‑‒−－•·●○◦▪■□‣⁃∙・►▶✓✔]${blank})`, 'y');
/** A hyphen after a bullet, with the blanks in front of it. */
const doubledBehind = new RegExp(`${blank}+[-–—](?=${blank})`, 'y');
const checkbox = new RegExp(`\\[[ xX✓✔√]?\\](?=${blank})`, 'y');
/** A hyphen of the author's without its blank. */
const tight = /-(?=\p{L})/uy;
const ticks = /^[☐☑☒✅❎❌❏❑❒✓✔✗✘✕✖⬜⬛□■▢○●◻◼⚪⚫]/;
const plain =
  /^[\u2010-\u2015\u2022\u2023\u2043\u204c\u204d\u2212\u2219\u25a0-\u25ff\u2605\u2606\u2756\u2794\u27a2-\u27a4\u2192\u21d2\u2713\u2714\u00b7\u30fb\uff65\uf000-\uf0ff\uff0d\uff0a-]/;

/** `1.`, `(2)`, `1.1`, `a)`, `iv.`, `一、`, `（二）`: numbers and letters with what ends them. */
const counted = new RegExp(
  `([（(]?)(\\d{1,3}(?:[.．]\\d{1,2}){0,3}|[a-z]{1,5}|[A-Z]{1,5}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸])([.．、)）]?)(?=(${blank}|\\p{Script=Han})?)`,
  'uy',
);
/** Numbers and letters in one sign: `①`, `⑴`, `ⓐ`, `Ⅰ`, `㈠`, `❶`. */
const inOne = /[\u2160-\u217b\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]/y;
const keycap = /(\d)\ufe0f?\u20e3/y;

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const chinese = '一二三四五六七八九';

function roman(text: string): number | undefined {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const own = romans[text[index] as string];
    if (own === undefined) return undefined;
    sum += own < (romans[text[index + 1] ?? ''] ?? 0) ? -own : own;
  }
  return sum;
}

function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (chinese.indexOf(tens) + 1 || 1) * 10 : 0) + chinese.indexOf(ones) + 1;
}

/** What a number or a letter may count, by kind. */
function countsOf(word: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (/^\d/.test(word)) {
    const parts = word.split(/[.．]/);
    counts.set(`${parts.slice(0, -1).join('.')}.`, Number(parts.at(-1)));
  } else if (/^[a-zA-Z]/.test(word)) {
    const lower = word.toLowerCase();
    if (word.length === 1) counts.set('letter', lower.charCodeAt(0));
    const number = roman(lower);
    if (number !== undefined) counts.set('roman', number);
  } else if (/[一二三四五六七八九十]/.test(word)) counts.set('chinese', chineseNumber(word));
  else counts.set('stem', '甲乙丙丁戊己庚辛壬癸'.indexOf(word));
  return counts;
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** What may be the sign of an item at an offset. */
function candidateAt(text: string, at: number): Candidate | undefined {
  const made = (length: number, more: Partial<Candidate>): Candidate => {
    const width = length + (matched(blanks, text, at + length)?.[0].length ?? 0);
    return { length, width, kind: text.slice(at, at + length), counts: new Map(), sure: false, alone: false, ...more };
  };
  const single = matched(inOne, text, at)?.[0];
  if (single)
    return made(1, { kind: 'one', counts: new Map([['one', single.charCodeAt(0)]]), sure: true, alone: true });
  const key = matched(keycap, text, at);
  if (key) return made(key[0].length, { kind: 'cap', counts: new Map([['cap', Number(key[1])]]) });
  const box = matched(checkbox, text, at)?.[0];
  if (box) return made(box.length, { kind: 'tick' });
  const two = matched(doubled, text, at)?.[0];
  if (two) return made(two.length + 1, { kind: 'doubled', sure: true, alone: true });
  const sign = (matched(symbol, text, at) ?? matched(ascii, text, at))?.[0];
  if (sign) {
    let length = sign.length;
    // A hyphen of the author after the bullet of a word processor.
    const more = /^[-–—―‐‑‒−－•]/.test(sign) && matched(doubledBehind, text, at + length)?.[0];
    if (more) length += more.length;
    const hyphens = /^--/.test(sign);
    const tick = ticks.test(sign);
    const pure = hyphens || plain.test(sign) || (/^o/i.test(sign) && text[at + length] === '\t');
    return made(length, {
      kind: tick ? 'tick' : /^o$/i.test(sign) ? 'o' : sign,
      sure: pure,
      alone: hyphens || pure || bulletAt(text, at) > 0,
    });
  }
  if (matched(tight, text, at)) return made(1, { kind: '-', sure: true });
  const number = matched(counted, text, at);
  if (!number) return undefined;
  const [all, open = '', word = '', close = '', next] = number;
  const path = /^\d+[.．]/.test(word);
  const tab = text[at + all.length] === '\t';
  if (open !== '' ? !/[)）]/.test(close) : close === '' && !path && !(tab && /^\d/.test(word))) return undefined;
  if (next === undefined || (!/[、．）]/.test(close) && !aBlank.test(next))) return undefined;
  const known = numeralAt(text, at) > 0;
  return made(all.length, { kind: `${open}${close}`, counts: countsOf(word), sure: known, alone: known });
}

/** Whether a sign counts one further than the one before, or repeats its number. */
function follows(before: Candidate, next: Candidate): boolean {
  if (before.kind !== next.kind) return false;
  for (const [kind, count] of next.counts) {
    const own = before.counts.get(kind);
    if (own !== undefined && (count === own + 1 || (count === own && kind === '.'))) return true;
  }
  return false;
}

/** For each sign, the last one of its kind before it. */
function neighbours(all: readonly (Candidate | undefined)[]): (Candidate | undefined)[] {
  const last = new Map<string, Candidate>();
  return all.map((one) => {
    if (!one) return undefined;
    const before = last.get(one.kind);
    last.set(one.kind, one);
    return before;
  });
}

/** The signs of lines that stand below each other in one column, each where it begins at an offset: undefined where none does. */
export function itemSigns(text: string, starts: readonly number[]): (ItemSign | undefined)[] {
  const all = starts.map((at) => candidateAt(text, at));
  const times = new Map<string, number>();
  for (const one of all) if (one && one.counts.size === 0) times.set(one.kind, (times.get(one.kind) ?? 0) + 1);
  const before = neighbours(all);
  const next = neighbours(all.toReversed()).reverse();
  const found = all.map((one, index) => {
    if (!one || one.alone) return one;
    if (one.counts.size === 0) return (times.get(one.kind) ?? 0) > 1 ? one : undefined;
    const [above, below] = [before[index], next[index]];
    return (above && follows(above, one)) || (below && follows(one, below)) ? one : undefined;
  });
  // Ticks that differ say something.
  const shown = new Set(
    found.flatMap((one, index) =>
      one?.kind === 'tick' ? text.slice(starts[index], (starts[index] as number) + one.length) : [],
    ),
  );
  const sure = shown.size < 2 && found.every((one) => !one || one.sure);
  return found.map((one) => one && { length: one.length, width: one.width, sure });
}

/** Whether a line of a text may begin with such a sign. */
export const mayBeginItem =
  /^[ \t\u00a0\u2000-\u200a\u3000]*(?:[^\x00-\x7f\p{L}\s"“”‘’「」『』《》【】]|[+~*>oO][ \t\u00a0\u3000]|--|-[ \t]+[-–—•·●○◦▪■□‣⁃∙・►▶✓✔][ \t]|[(（]?(?:\d{1,3}[\t.．、)）]|[a-zA-Z]{1,5}[.．、)）]|[一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]{1,3}[、)）.．])|\[[ xX✓✔√]?\][ \t])/mu;
