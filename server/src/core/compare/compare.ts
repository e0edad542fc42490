/** Compares two versions of a plan: what changed, in the words of those who decide, the gravest first. */
import { type Change, levels } from './change.ts';
import type { Comparison } from './comparison.ts';
import { kinds } from './kinds/index.ts';

/**
 * The changes that a new comparison finds, the gravest first, those of a level in the order of the kinds. None where both
 * say the same, however it is written.
 */
export function compare(comparison: Comparison): readonly Change[] {
  const changes: Change[] = [];
  for (const kind of kinds) {
    for (const { text, data, level = kind.level, about, before, after } of kind.find(comparison)) {
      const identity = JSON.stringify([kind.id, ...about.map((word) => word ?? null)]);
      changes.push({ kind: kind.id, level, message: { text, ...(data && { data }) }, identity, before, after });
    }
    if (kind.alone && changes.length > 0) break;
  }
  return levels.flatMap((level) => changes.filter((change) => change.level === level));
}
