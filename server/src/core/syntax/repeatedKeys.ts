/** Keys that stand in a map twice. */
import type { ParseError } from './parseError.ts';
import type { Pair } from './tree.ts';

/** An error for each key that stands in a map for the second time; offsets as those of the pairs. */
export function repeatedKeys(pairs: readonly Pair[]): ParseError[] {
  const seen = new Map<string, Pair>();
  const errors: ParseError[] = [];
  for (const pair of pairs) {
    const first = seen.get(pair.name);
    if (!first) seen.set(pair.name, pair);
    else {
      errors.push({
        kind: 'repeated-key',
        start: pair.at,
        end: pair.at + pair.keyLength,
        word: pair.name,
        first: { start: first.at, end: first.at + first.keyLength },
      });
    }
  }
  return errors;
}
