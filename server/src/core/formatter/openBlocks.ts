/** Open blocks: the maps and lists that the next line can continue. */

import type { Reading } from '../model/reading.ts';
import type { Step } from '../schema/path.ts';
import type { Shape } from '../schema/schema.ts';
import { type At, isList, isMap, itemAt, type List, lastAt, lastPair, type Mapping } from '../syntax/tree.ts';
import { column, lineStart } from '../text/lines.ts';

/** A list or a set of keys in block style, and the column in which its hyphens or keys stand. */
export interface OpenPart {
  readonly at: At<List> | At<Mapping>;
  readonly column: number;
  readonly shape: Shape | undefined;
  /** In the format, so that indexes are 0. */
  readonly path: readonly Step[];
}

/** A key or hyphen after which nothing stands yet. */
export interface Pending {
  readonly start: number;
  readonly column: number;
  readonly kind: 'key' | 'dash';
  /** What may stand there. */
  readonly shape: Shape | undefined;
}

/** What is open in front of an offset: parts, outermost first, and what the last of them ends with. */
export interface Opening {
  readonly parts: readonly OpenPart[];
  readonly pending?: Pending;
  /** The text, or what stands in brackets, that comes last. */
  readonly leaf?: At;
}

/** What is open in front of `offset`: what begins there or after it does not count. */
export function openingAt(reading: Reading, offset: number): Opening {
  const { text } = reading;
  const parts: OpenPart[] = [];
  let here: At | undefined = reading.root;
  let shape: Shape | undefined = reading.format.shape;
  let path: readonly Step[] = [];
  while (here && here.start < offset) {
    if (isMap(here) && !here.node.flow) {
      parts.push({ at: here, column: column(text, here.start), shape, path });
      const pair = lastPair(here, offset - 1);
      if (!pair) return { parts };
      shape = shape?.key(pair.name);
      path = [...path, pair.name];
      if (pair.value.node.length === 0 || pair.value.start >= offset)
        return { parts, pending: { start: pair.key.start, column: column(text, pair.key.start), kind: 'key', shape } };
      here = pair.value;
    } else if (isList(here) && !here.node.flow) {
      const own = column(text, here.start);
      parts.push({ at: here, column: own, shape, path });
      const item: At | undefined = itemAt(here, lastAt(here.node.items, offset - here.start));
      if (!item) return { parts };
      shape = shape?.items;
      path = [...path, 0];
      if (item.node.length === 0) {
        const start = lineStart(text, item.start) + own;
        return { parts, pending: { start, column: own, kind: 'dash', shape } };
      }
      here = item;
    } else return { parts, leaf: here };
  }
  return { parts };
}
