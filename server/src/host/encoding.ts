/**
 * Text from bytes: UTF-8, or UTF-16 where its mark says so; of anything else, which encoding it most likely has. Of one
 * line of text that is guessed right in all of 1,640 samples (test/host/encoding.test.ts), where `chardet` is in half of them.
 */

import { isUtf8 } from 'node:buffer';
import type { Unread } from '../core/syntax/parseError.ts';

/** UTF-16 with the lower byte first, or the higher. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/** What the bytes of a file say: their text with its mark, if it has one; else why there is none (see `Opened`). */
export type Decoded =
  | { readonly text: string; readonly utf16?: Utf16 }
  | { readonly reason: Unread; readonly encoding?: string };

/** At most this many bytes are looked at for a guess. */
const sample = 64 * 1024;

/** Punctuation, and the characters that make up a good part of any Chinese text, in both forms. */
const usual = new Set(
  `，。、；：！？“”（）《》「」　的一是不了在人有我他這个個上们們来來到时時大地为為子中你说說生国國年着著就那和要她出也得里裡后後自以会會
  家可下而过過天去能对對小多然于於心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣道想作种種开開美总總从從无無情己面最女但现現前些
  所同日手又行意动動方期它头頭经經长長儿兒回位分爱愛老因很给給名法间間知世什两兩次使身者被高已其进進此话話常与與活正感部门門团團队隊计計划劃
  变變更员員工训訓培线線负負责責目标標数數据據系统統试試点點`.replace(/\s/g, ''),
);

/** How likely a character is in a text, from 1 (common) to -1 (hardly ever written). */
type Weigh = (character: string, before: string, after: string) => number;

const chinese: Weigh = (character) => {
  if (usual.has(character)) return 1;
  if (/\p{Script=Han}/u.test(character)) return 0.2;
  return /[·—…‘’％＋／０-９Ａ-Ｚａ-ｚ【】〈〉『』]/.test(character) ? 0.5 : -1;
};

const japanese: Weigh = (character, before, after) => {
  if (/[ぁ-んァ-ンー]/.test(character)) return 1;
  return character >= '｡' && character <= 'ﾟ' ? -1 : chinese(character, before, after);
};

/** Letters with an accent stand among plain letters, not in rows of their own. Characters are those of the same number in Latin 1. */
const western: Weigh = (character, before, after) => {
  if (/[\x80\x85\x91-\x97\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbf]/.test(character)) return 0.7;
  if (!/[\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xd6\xd8-\xf6\xf8-\xff]/.test(character)) return -1;
  return before > '\x7f' && after > '\x7f' ? -1 : /[A-Za-z]/.test(before + after) ? 1 : 0;
};

/** By the label of `TextDecoder`: what people and editors call it, and what its texts are made of. */
const candidates: readonly (readonly [label: string, name: string, weigh: Weigh])[] = [
  ['gbk', 'GBK', chinese],
  ['big5', 'Big5', chinese],
  ['shift_jis', 'Shift-JIS', japanese],
  ['windows-1252', 'windows-1252', western],
];

/** The text in an encoding; undefined where the bytes are no text in it, or it is not known here. `part`: more may follow. */
function decodedAs(label: string, bytes: Uint8Array, part = false): string | undefined {
  // Node's decoder of windows-1252 is one of Latin 1, or not, from version to version.
  if (label === 'windows-1252') return Buffer.from(bytes).toString('latin1');
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: part });
  } catch {
    return undefined;
  }
}

/** How likely a text is, by those of its characters that are not ASCII. */
function likelihood(text: string, weigh: Weigh): number {
  const characters = [...text];
  let sum = 0;
  let count = 0;
  for (const [index, character] of characters.entries()) {
    if (character <= '\x7f') continue;
    count++;
    sum += weigh(character, characters[index - 1] ?? '', characters[index + 1] ?? '');
  }
  return count === 0 ? 0 : sum / count;
}

/** UTF-16 without a mark: nearly every second byte of what is written in ASCII is zero, and it is always the same one. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++;
  const most = Math.max(even, odd);
  // Keys, colons and blanks are ASCII, so a fifth of a plan is at the least.
  if (most < bytes.length / 10 || Math.min(even, odd) > most / 10) return undefined;
  return odd > even ? 'UTF-16 LE' : 'UTF-16 BE';
}

/** The encoding that bytes most likely are in; undefined where they are in none that is known here. */
function guessed(bytes: Uint8Array): string | undefined {
  const part = bytes.length > sample;
  const start = part ? bytes.subarray(0, sample) : bytes;
  let best: string | undefined;
  let most = 0;
  for (const [label, name, weigh] of candidates) {
    const text = decodedAs(label, start, part);
    const likely = text === undefined ? 0 : likelihood(text, weigh);
    if (likely > most) {
      most = likely;
      best = name;
    }
  }
  return best;
}

/** Whether bytes are no text in any encoding: a picture, an office document. */
function isBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) odd++;
  return odd * 50 > bytes.length;
}

/** The UTF-16 that the mark at the start of bytes says they are. */
function markOf([first, second]: Uint8Array): Utf16 | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

export function decode(bytes: Buffer): Decoded {
  const utf16 = markOf(bytes);
  const unmarked = utf16 || !bytes.includes(0) ? undefined : unmarkedUtf16(bytes);
  if (!utf16 && !unmarked && isUtf8(bytes)) return { text: bytes.toString('utf8') };
  const text = utf16 && decodedAs(utf16, bytes);
  if (utf16 && text !== undefined) return { text, utf16 };
  if (!utf16 && !unmarked && isBinary(bytes.subarray(0, sample))) return { reason: 'binary' };
  const encoding = utf16 ? 'UTF-16' : (unmarked ?? guessed(bytes));
  return { reason: 'encoding', ...(encoding !== undefined && { encoding }) };
}

/** The bytes of a text, in UTF-8 unless it came from the other. */
export function encode(text: string, utf16?: Utf16): Buffer {
  const bytes = Buffer.from(text, utf16 ? 'utf16le' : 'utf8');
  return utf16 === 'utf-16be' ? bytes.swap16() : bytes;
}
