/** Fixes for a reference that leads nowhere. */
import { nearest } from './nearest.ts';
import type { Spanned } from './plan.ts';
import type { Fix } from './rule.ts';
import { quoted } from './words.ts';

/** Of so many dangling references the nearest ids are looked for; a file with more has another problem. */
const mostCorrected = 200;

/** Ids near a dangling reference, and the fixes that put them in its place. */
export function corrections(use: Spanned<string>, known: Iterable<string>, nth = 0): { near: string[]; fixes: Fix[] } {
  const near = nth < mostCorrected ? nearest(use.value, known) : [];
  const fixes = near.map(
    (id, index): Fix => ({
      title: { text: { en: 'Change to {id}', 'zh-CN': '改为 {id}' }, data: { id: quoted(id) } },
      edits: [{ span: use.span, text: id }],
      preferred: index === 0,
    }),
  );
  return { near, fixes };
}
