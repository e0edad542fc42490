/** Texts and their quotes. */

/** A text in quotes that stand for nothing inside it; line breaks stay as they are. */
export function inQuotes(text: string): string {
  const curly = /^[“”„‟«]([^“”„‟«»"]*)[“”‟»]$/s.exec(text)?.[1];
  if (curly !== undefined) return inQuotes(curly);
  if (/["\\]/.test(text) && !text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The text without a comment at its end. */
export function withoutComment(text: string): string {
  return text.replace(/[ \t]+#(?:[ \t].*)?$/, '').trimEnd();
}
