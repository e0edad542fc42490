/** Snippets: texts with tab stops, in the syntax of the protocol. Words of plans and catalogs come in only by these functions. */

/** A text with the characters escaped that have a meaning in snippets: it is inserted as it is. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The tab stop at which one of `values` is picked. Nothing but what is escaped here has a meaning within choices. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

/** A part of a snippet: an escaped character; a choice, with its number; another stop, with its brace and its number. */
const part = /\\.|\$\{(\d+)\|(?:\\.|[^\\|])*\|\}|\$(\{?)(\d+)/gs;

/** The snippet with its last stop as the final one, so that filling it in ends the snippet. A choice cannot be final. */
export function finished(snippet: string): string {
  const stops = [...snippet.matchAll(part)].flatMap(([, choice, , stop]) => choice ?? stop ?? []).map(Number);
  const last = Math.max(...stops);
  if (stops.includes(0)) return snippet;
  return snippet.replace(part, (whole, _, brace, stop) => (Number(stop) === last ? `$${brace}0` : whole));
}
