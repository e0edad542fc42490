/** What counts as a key at the start of a line: one pattern for reading and for completion. */

/** Quoted, or plain, followed by a colon and a blank or the line's end. Linear: no two parts can match the same blank. */
const pattern =
  /("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s]))(?:[^\s:]|:(?=[^\s])|[ \t]+(?=[^\s:#]))*)[ \t]*:(?=[ \t\r\n]|$)/y;

/** A key as written, and the offset behind its colon; undefined where none begins at `at`. */
export function keyAt(text: string, at: number): { readonly source: string; readonly behind: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { source: match[1] as string, behind: pattern.lastIndex } : undefined;
}

/** A key's name: what its quotes hold, or the key as it is. */
export function keyName(source: string): string {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.startsWith('"')) return source;
  try {
    return String(JSON.parse(source));
  } catch {
    return source.slice(1, -1);
  }
}
