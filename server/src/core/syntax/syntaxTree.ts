/** Syntax tree: result of the parser, below any model of what the text says. */
import type { ParseError, PlacedAmbiguity, Unread } from './parseError.ts';
import type { At } from './tree.ts';
import type { YamlBlock } from './yamlBlock.ts';

/** A text as far as it could be read; fully determined by the text. Offsets are UTF-16 units of it. */
export interface SyntaxTree {
  readonly text: string;
  /** The whole, as far as it could be read; undefined for a text without content. */
  readonly root: At | undefined;
  /** Syntax errors, in the order of the text. */
  readonly errors: readonly ParseError[];
  /** Ambiguities, in the order of the text. */
  readonly ambiguities: readonly PlacedAmbiguity[];
  /** The blocks that were read one by one when the whole was read last, by their text: what the next version may take. */
  readonly blocks: ReadonlyMap<string, YamlBlock>;
  /** Every part of the tree was read by itself from its own lines, as they are written: it can be exchanged alone. */
  readonly reparsable: boolean;
}

/** The tree of a text of which nothing could be read, for one reason. */
export function brokenTree(text: string, error: ParseError): SyntaxTree {
  return { text, root: undefined, errors: [error], ambiguities: [], blocks: new Map(), reparsable: false };
}

/** The tree of a text that is none, or that came out of its file with characters lost; `encoding`: what that most likely has. */
export function unreadTree(text: string, reason: Unread, encoding?: string): SyntaxTree {
  const lost = text.indexOf('\uFFFD');
  const place = lost < 0 ? { start: 0, end: 0 } : { start: lost, end: lost + 1 };
  return brokenTree(text, { kind: reason, ...place, ...(encoding !== undefined && { word: encoding }) });
}
