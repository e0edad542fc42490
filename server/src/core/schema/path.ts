/** Paths through data: from the whole to a value in it. */

/** One step from a node to a child: a key, or an index in a list. */
export type Step = string | number;

/** The last key on a path: what a value or an item of a list stands under. */
export function lastKey(path: readonly Step[]): string {
  return String(path.findLast((step) => typeof step === 'string'));
}
