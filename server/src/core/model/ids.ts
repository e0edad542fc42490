/** Slugs: text to id, id to title, and the next free id. */

/** Slug of a text: `Back Office!` → `back-office`; empty if nothing is left (a Chinese text, say). */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
    .replace(/-$/, '');
}

/** Title of a slug: `back-office` → `Back office`; any other text is returned unchanged. */
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

/** Whether a text has the form of an id, as the format takes it. */
export function isId(text: string): boolean {
  return text.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** All ids that are written in a plan, also where it cannot be read: those that a new one must not be. */
export function writtenIds(plan: string): Set<string> {
  return new Set([...plan.matchAll(/\bid: *([\w-]+)/g)].map(([, id]) => id as string));
}
