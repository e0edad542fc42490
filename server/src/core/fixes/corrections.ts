/** Fixes for dangling references: the nearest ids. */

import type { Fix } from '../diagnostics/rule.ts';
import type { Value } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import { isId } from '../model/ids.ts';
import { folded } from '../model/personName.ts';
import { looksAlike, nearest } from '../text/spelling.ts';

/** Spelling search is limited to this many dangling references. */
const mostCorrected = 200;

/** Ids near a dangling reference, or of what `named` calls by that name, or `meant`, and the fixes that put them in its place. */
export function corrections(
  use: Spanned<string>,
  known: Iterable<string>,
  nth = 0,
  named: readonly Entry[] = [],
  meant?: string,
): { near: string[]; fixes: Fix[] } {
  const calls = (entry: Entry) =>
    ['name', 'title'].some((key) => folded(entry.word(key)?.value ?? '') === folded(use.value));
  const called = nth < mostCorrected ? named.filter(calls).flatMap((entry) => entry.word('id')?.value ?? []) : [];
  const near =
    meant !== undefined
      ? [meant]
      : called.some(isId)
        ? called.filter(isId)
        : nth < mostCorrected
          ? // What is no id itself is no correction: its declaration has a finding of its own.
            nearest(use.value, [...known].filter(isId))
          : [];
  const fixes = near.map(
    (id, index): Fix => ({
      title: { text: { en: 'Change to {id}', 'zh-CN': '改为 {id}' }, data: { id: quoted(id) } },
      edits: [{ span: use.span, text: id }],
      preferred: index === 0,
    }),
  );
  return { near, fixes };
}

/** A word as a message shows it beside what may have been meant: said where its reader sees no difference. */
export function shownBeside(word: string, near: readonly string[]): Value {
  return near.some((other) => looksAlike(word, other))
    ? {
        text: {
          en: '{word} (with a sign in it that only looks like another, or cannot be seen)',
          'zh-CN': '{word}（其中有看起来一样、实际不同或看不见的字符）',
        },
        data: { word: quoted(word) },
      }
    : quoted(word);
}
