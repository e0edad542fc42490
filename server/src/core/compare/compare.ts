/** Compares two versions of a plan: what changed, in the words of those who decide, the gravest first. */
import { type Change, levels } from './change.ts';
import type { Comparison } from './comparison.ts';
import { kinds } from './kinds/index.ts';

/**
 * The changes that a new comparison finds, the gravest first, those of a level in the order of the kinds. None where both
 * say the same, however it is written.
 */
export function compare(comparison: Comparison): readonly Change[] {
  const changes = kinds.flatMap((kind) =>
    [...kind.find(comparison)].map(
      (found): Change => ({
        kind: kind.id,
        level: found.level ?? kind.level,
        message: { text: found.text, ...(found.data && { data: found.data }) },
        identity: JSON.stringify([kind.id, ...found.about.map((word) => word ?? null)]),
        before: found.before,
        after: found.after,
      }),
    ),
  );
  return levels.flatMap((level) => changes.filter((change) => change.level === level));
}
