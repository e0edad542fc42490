/** Keys on the line of a key that only takes them on lines of their own: `sponsor: name: Ana`. */
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';
import { keysOnLineOfKey } from './keysOnLineOfKey.ts';

export const keysAfterKey: Recovery<WrittenPair, readonly PlacedPair[]> = (reader, pair) => {
  const { lines, at, key, after, depth } = pair;
  const written = { start: at, end: at + key.length, sign: after - 1 };
  const value = keysOnLineOfKey(reader, { lines, key: written, after, depth, shape: pair.shape?.key(key.name) });
  return value && [{ at, key, value }];
};
