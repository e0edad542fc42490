/** `withoutEnd`: a text without the signs at its end. */

/** A text without the characters at its end that are of a kind, which is a pattern of one UTF-16 unit. In linear time, unlike `…+$`. */
export function withoutEnd(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0 && kind.test(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
