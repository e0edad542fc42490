/** Decodes a part of a URI for display; unchanged if it is not validly escaped. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
