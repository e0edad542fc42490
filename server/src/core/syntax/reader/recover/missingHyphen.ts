/**
 * An item without its hyphen: the first key of the item above begins again in the same column.
 *
 *     - id: a
 *       name: A
 *       id: b      # another item
 *       name: B
 */
import { keyAt } from '../../keyPattern.ts';
import type { ListPiece } from '../places.ts';
import type { Recovery } from '../reader.ts';

export const missingHyphen: Recovery<ListPiece, true> = (reader, { list, lines, at }) => {
  if (!lines.withoutHyphen) return undefined;
  const key = keyAt(reader.text, at) as { source: string };
  const repair = [{ start: at - 2, end: at, text: '- ' }];
  reader.report('missing-dash', at, at + key.source.length, { word: key.source, repair });
  const content = reader.valueAfter(at, { ...lines, cut: at }, list.depth + 1, list.shape);
  list.items.push({ at: content.start - list.start, node: content.node });
  return true;
};
