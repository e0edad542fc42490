/** A typed text as one line. */

/** One line without blanks around: what cannot be printed, and half a letter, is left out. Empty for what is no text. */
export function lineOf(value: unknown): string {
  return typeof value !== 'string'
    ? ''
    : value
        .replace(/[\s\p{Cc}\uFEFF]+/gu, ' ')
        .replace(/[\p{Cs}\p{Cn}\p{Co}\u202A-\u202E\u2066-\u2069]/gu, '')
        .trim();
}
