/** Pages about rules, as they are shown outside of the documentation. */

/** The Markdown of a page without its note to those who would edit it. */
export function withoutNote(page: string): string {
  return page.replace(/^<!--.*-->\s*/, '');
}
