/** Compares two versions of a plan: what changed, in the words of those who decide, the gravest first. */
import { type Change, changeOf, gravestFirst } from './change.ts';
import type { Comparison } from './comparison.ts';
import { kinds } from './kinds/index.ts';

/**
 * The changes that a new comparison finds, the gravest first, those of a level in the order of the kinds. None where both
 * say the same, however it is written.
 */
export function compare(comparison: Comparison): readonly Change[] {
  const changes: Change[] = [];
  for (const kind of kinds) {
    for (const found of kind.find(comparison)) changes.push(changeOf(kind, found));
    if (kind.alone && changes.length > 0) break;
  }
  return gravestFirst(changes);
}
