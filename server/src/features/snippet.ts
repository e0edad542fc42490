/** Snippets: texts with tab stops, in the syntax of the protocol. Words of plans and catalogs come in only by these functions. */

/** A text with the characters escaped that have a meaning in snippets: it is inserted as it is. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The tab stop that is filled in with `text`, as it is; an empty one for no text. */
export function preset(stop: number, text: string): string {
  return text ? `\${${stop}:${snippetText(text)}}` : `$${stop}`;
}

/** The tab stop at which one of `values` is picked. Nothing but what is escaped here has a meaning within choices. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

/**
 * The id that VS Code makes of what is typed at a stop, as `slug` does: the protocol has no such thing. `otherwise` stands
 * for a text of which nothing can stand in an id, a Chinese one, say.
 */
export function idFrom(stop: number, otherwise: string): string {
  const other = '[^a-zA-Z0-9]+';
  const pattern = `^(${other})$|^${other}|${other}$|([a-zA-Z0-9]+)|(${other})`;
  return `\${${stop}/${pattern}/\${1:+${otherwise}}\${2:/downcase}\${3:+-}/g}`;
}

/**
 * A part of a snippet: an escaped character; what is made of a stop; a choice; a stop with a text, or without. The stops
 * with their numbers.
 */
const part =
  /\\.|\$\{\d+\/(?:\$\{[^}]*\}|[^}])*\}|\$\{(\d+)\|(?:\\.|[^\\|])*\|\}|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$(\d+)/gs;

/**
 * The snippet with an empty final stop in place of its last one, or after the text of that: Tab there ends the snippet,
 * and replaces nothing. A choice cannot be final, nor can a stop from which something is made.
 */
export function finished(snippet: string): string {
  const stops = [...snippet.matchAll(part)].flatMap(([, choice, preset, , stop]) => choice ?? preset ?? stop ?? []);
  const last = Math.max(...stops.map(Number));
  if (stops.includes('0')) return snippet;
  const used = snippet.includes(`\${${last}/`);
  return snippet.replace(part, (whole, _, preset, text, stop) => {
    if (Number(preset ?? stop) !== last) return whole;
    return text || used ? `${whole}$0` : '$0';
  });
}

/** The text that stands there when each stop keeps what it is filled in with, and of choices the first; a stop that comes again repeats it. */
export function settled(snippet: string): string {
  const texts = new Map<string, string>();
  const stops = /\$\{(\d+)([:|])([^}]*)\}|\$(\d+)/g;
  return snippet.replace(stops, (_, stop, kind, inside, again) => {
    if (again) return texts.get(again) ?? '';
    const text = kind === '|' ? inside.split(/[,|]/)[0] : inside;
    texts.set(stop, text);
    return text;
  });
}
