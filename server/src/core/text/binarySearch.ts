/** Binary search. */

/** The index of the first item for which `behind` holds, as it must for all that follow; the length where it holds for none. */
export function binarySearch<T>(items: readonly T[], behind: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (behind(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
