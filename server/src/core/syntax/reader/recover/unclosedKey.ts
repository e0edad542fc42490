/** A key after a quotation mark that is not closed: `"owner: Ana`. */
import { keyAt } from '../../keyPattern.ts';
import type { KeyLine } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';

export const unclosedKey: Recovery<KeyLine, readonly PlacedPair[]> = (reader, { lines, at, depth, shape }) => {
  if (!reader.cursor.unclosedKeyAt(at)) return undefined;
  const word = keyAt(reader.text, at + 1)?.source as string;
  reader.report('unclosed-quote', at, at + 1, { word, repair: [{ start: at, end: at + 1, text: '' }] });
  return reader.pairs({ ...lines, cut: at + 1 }, at + 1, depth, shape);
};
