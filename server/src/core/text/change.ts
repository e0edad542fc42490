/** Where two versions of a text differ. */

/** What an edit took out of a text and put in: from `start` to `end` in the old, to `newEnd` in the new text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

const chunk = 4096;

/**
 * The smallest change that makes one text of another. Chunks are compared at once: that is many times faster than
 * character by character.
 */
export function changeOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + chunk <= most && before.slice(start, start + chunk) === after.slice(start, start + chunk))
    start += chunk;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let left = most - start;
  let end = before.length;
  let newEnd = after.length;
  while (left >= chunk && before.slice(end - chunk, end) === after.slice(newEnd - chunk, newEnd)) {
    end -= chunk;
    newEnd -= chunk;
    left -= chunk;
  }
  while (left > 0 && before.charCodeAt(end - 1) === after.charCodeAt(newEnd - 1)) {
    end--;
    newEnd--;
    left--;
  }
  return { start, end, newEnd };
}
