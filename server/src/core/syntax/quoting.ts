/** Texts and their quotes. */

/** A text in quotes that stand for nothing inside it; line breaks stay as they are. */
export function inQuotes(text: string): string {
  const curly = /^[“”„‟«]([^“”„‟«»"]*)[“”‟»]$/s.exec(text)?.[1];
  if (curly !== undefined) return inQuotes(curly);
  if (/["\\]/.test(text) && !text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The text without a comment at the end of its last line. */
export function withoutComment(text: string): string {
  const line = text.lastIndexOf('\n') + 1;
  const comment = text.slice(line).search(/[ \t]#(?=[ \t]|$)/);
  return (comment < 0 ? text : text.slice(0, line + comment)).trimEnd();
}
