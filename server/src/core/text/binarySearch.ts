/** Where what stands in order is cut in two. */

/** The index of the first item that is behind the cut, as all are that follow it; the length where none is. */
export function bisect<T>(items: readonly T[], behind: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (behind(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
