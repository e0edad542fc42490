/** Keys that stand in a map twice. */
import type { Fault } from './syntaxError.ts';
import type { Pair } from './tree.ts';

/** A fault for each key that stands in a map for the second time; offsets as those of the pairs. */
export function repeatedKeys(pairs: readonly Pair[]): Fault[] {
  const seen = new Map<string, Pair>();
  const faults: Fault[] = [];
  for (const pair of pairs) {
    const first = seen.get(pair.name);
    if (!first) seen.set(pair.name, pair);
    else {
      faults.push({
        reason: 'repeated-key',
        start: pair.at,
        end: pair.at + pair.keyLength,
        word: pair.name,
        first: { start: first.at, end: first.at + first.keyLength },
      });
    }
  }
  return faults;
}
