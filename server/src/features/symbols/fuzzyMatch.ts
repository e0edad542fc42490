/** Fuzzy matching of names. */
import { folded } from '../../core/model/personName.ts';

/** Rank of a match, the best first: the name starts with the query, contains it, or has its letters in order. */
type Fit = 0 | 1 | 2;

/** A matcher for a query: the rank of a name, undefined if it does not match. An empty query matches all. */
export function searchFor(typed: string): (name: string) => Fit | undefined {
  const whole = folded(typed);
  const letters = [...whole.replace(/\s/g, '')];
  return (name) => {
    const text = folded(name);
    const at = text.indexOf(whole);
    if (at >= 0) return at === 0 ? 0 : 1;
    let from = 0;
    for (const letter of letters) {
      from = text.indexOf(letter, from) + 1;
      if (from === 0) return undefined;
    }
    return 2;
  };
}
