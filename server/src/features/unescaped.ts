/** A part of an address as people read it; as it stands where it is not escaped as addresses are. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
