/** "Did you mean" for strategies of the catalog. */

import { distance } from '../text/spelling.ts';
import type { Catalog } from './catalog.ts';

/** So many texts of a plan, times strategies of the catalog, are compared letter by letter; further texts must be the same. */
export const mostCompared = 250_000;

/** Catalog ids near a word that may be a misspelt id, or a title in either language; of this lever first. */
export function strategyMeant(word: string, catalog: Catalog, lever?: string): string[] {
  const limit = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length / 2);
  const near = (name: string) => Math.abs(name.length - word.length) <= limit;
  return catalog.strategies
    .map((strategy) => ({
      id: strategy.id,
      here: strategy.lever === lever ? 0 : 1,
      score: Math.min(
        ...[strategy.id, ...Object.values(strategy.title)].filter(near).map((name) => distance(word, name)),
      ),
    }))
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score || a.here - b.here)
    .slice(0, 3)
    .map(({ id }) => id);
}
