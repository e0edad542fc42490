/** Syntax tree: result of the parser, below any model of what the text says. */
import type { Fault, PlacedDoubt } from './syntaxError.ts';
import type { At } from './tree.ts';
import type { Leaf } from './yamlBlock.ts';

/** A text as far as it could be read; fully determined by the text. Offsets are UTF-16 units of it. */
export interface SyntaxTree {
  readonly text: string;
  /** The whole, as far as it could be read; undefined for a text without content. */
  readonly root: At | undefined;
  /** Syntax errors, in the order of the text. */
  readonly faults: readonly Fault[];
  /** Ambiguities, in the order of the text. */
  readonly doubts: readonly PlacedDoubt[];
  /** The blocks that were read one by one when the whole was read last, by their text: what the next version may take. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** Every part of the tree was read by itself from its own lines, as they are written: it can be exchanged alone. */
  readonly plain: boolean;
}

/** The tree of a text of which nothing could be read, for one reason. */
export function unreadTree(text: string, fault: Fault): SyntaxTree {
  return { text, root: undefined, faults: [fault], doubts: [], leaves: new Map(), plain: false };
}
