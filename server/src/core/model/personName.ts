/** Names of people as they are typed: what counts as a name, and when two are the same. */

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

/** The form in which names are compared: compatibility forms, blanks around and case folded away. */
export function folded(name: string): string {
  // Most names are plain letters, which no form changes.
  return (/^[\x20-\x7e]*$/.test(name) ? name : name.normalize('NFKC')).trim().toLowerCase();
}

/** Empty, or a word that stands for "nobody yet". */
export function isPlaceholder(name: string): boolean {
  const plain = folded(name);
  return plain === '' || placeholders.has(plain);
}
