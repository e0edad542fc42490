/** Fixes for dangling references: the nearest ids. */

import type { Fix } from '../diagnostics/rule.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import { folded } from '../model/personName.ts';
import { nearest } from '../text/spelling.ts';

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
    meant !== undefined ? [meant] : called.length ? called : nth < mostCorrected ? nearest(use.value, known) : [];
  const fixes = near.map(
    (id, index): Fix => ({
      title: { text: { en: 'Change to {id}', 'zh-CN': '改为 {id}' }, data: { id: quoted(id) } },
      edits: [{ span: use.span, text: id }],
      preferred: index === 0,
    }),
  );
  return { near, fixes };
}
