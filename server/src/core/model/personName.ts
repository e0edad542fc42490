/** Names of people: normalisation and placeholders. */

/** What people write to say "nobody yet" (docs/domain.md 2.2). */
const placeholders = new Set([
  'tbd',
  'tba',
  'tbc',
  'todo',
  '?',
  '??',
  '???',
  '-',
  '--',
  'n/a',
  'na',
  'none',
  'nobody',
  'xxx',
  '待定',
  '待确认',
  '未定',
  '暂无',
  '无',
]);

/** Comparison key of a name: NFKC, trimmed, lower case. `Ａna ` → `ana`. */
export function folded(name: string): string {
  // Fast path: NFKC does not change ASCII.
  return (/^[\x20-\x7e]*$/.test(name) ? name : name.normalize('NFKC')).trim().toLowerCase();
}

/** Empty, or a word that stands for "nobody yet". */
export function isPlaceholder(name: string): boolean {
  const plain = folded(name);
  return plain === '' || placeholders.has(plain);
}
