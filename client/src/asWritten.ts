/**
 * Words of plans, catalogs and file names, as text where the editor understands signs in it: they are parted by a space
 * without width.
 */

const space = '\u200b';

/** For a label, a status or a message of an input, where `$(name)` is an icon and `[text](address)` a link, also to a command. */
export function asLabel(text: string): string {
  return text.replace(/[$\]](?=\()/g, `$&${space}`);
}

/** For `MarkdownString.appendText`, which leaves addresses, tags and character references as they are. */
export function asMarkdown(text: string): string {
  return text.replace(/:(?=\/\/)|\bwww(?=\.)|[<&]/gi, `$&${space}`);
}
