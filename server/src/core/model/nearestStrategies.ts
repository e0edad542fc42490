/** "Did you mean" for strategies of the catalog. */

import { distance } from '../text/spelling.ts';
import type { Catalog } from './catalog.ts';

/** Catalog ids near a word that may be a misspelt id, or a title in either language; of this lever first. */
export function strategyMeant(word: string, catalog: Catalog, lever?: string): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return catalog.strategies
    .map((strategy) => ({
      id: strategy.id,
      here: strategy.lever === lever ? 0 : 1,
      score: Math.min(
        distance(word, strategy.id),
        ...Object.values(strategy.title).map((title) => distance(word, title)),
      ),
    }))
    .filter(({ score }) => score <= limit && score * 2 <= word.length)
    .sort((a, b) => a.score - b.score || a.here - b.here)
    .slice(0, 3)
    .map(({ id }) => id);
}
