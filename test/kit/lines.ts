/** `assertSameLines`: compares texts; a failure shows only the lines that differ. */
import { AssertionError } from 'node:assert/strict';
import { diffLines } from 'diff';

/** The lines in which two texts differ: `-` was expected, `+` is there, with the number of the line in `expected`. */
export function differingLines(actual: string, expected: string): string {
  let line = 1;
  const shown = diffLines(expected, actual).flatMap(({ value, added = false, removed = false }, part, parts) => {
    const lines = value.replace(/\n$/, '').split('\n');
    const first = line;
    if (!added) line += lines.length;
    const place = (index: number) => String(added ? first : first + index).padStart(5);
    if (added || removed) return lines.map((text, index) => `${place(index)} ${added ? '+' : '-'} ${text}`);
    // The line above says where one is.
    if (part === parts.length - 1) return [];
    return lines.slice(-1).map((text) => `${place(lines.length - 1)}   ${text}`);
  });
  return shown.join('\n');
}

/** Fails unless both texts are the same; `message` says what they are. */
export function assertSameLines(actual: string, expected: string, message: string): void {
  if (actual === expected) return;
  throw new AssertionError({
    message: `${message} (- expected, + actual):\n${differingLines(actual, expected)}`,
    stackStartFn: assertSameLines,
  });
}

/** Those of the first that are not in the second as often. */
export function lost(from: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return from.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
