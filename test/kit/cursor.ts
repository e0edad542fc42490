/** Marks in test texts for the position of the cursor. */

/** Splits a text at its one `‸`: the text without it, and its offset. */
export function cursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0 || marked.indexOf('‸', offset + 1) >= 0) throw new Error('one ‸ is needed');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
