/** Ids: made of texts, shown as titles, told from those that are taken. */

/** A text as an id: lower case, hyphens for all else; empty where nothing is left of it (Chinese, say). */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}

/** An id as a title: "Back office" for `back-office`; other texts as they are. */
export function titleOf(id: string): string {
  return slug(id) === id ? id.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()) : id;
}

/** `base`, or `base-2`, `base-3` …: the first that is not taken. */
export function freeId(base: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}
