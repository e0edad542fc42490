/** Lists and maps that are being read, and the piece at hand: what recoveries are asked about. */
import type { Shape } from '../../schema/schema.ts';
import type { Repair } from '../parseError.ts';
import type { Node, Pair } from '../tree.ts';
import type { Range } from './lineCursor.ts';
import type { MisalignedRun, PlacedPair } from './reader.ts';

/** A list that is being read. Offsets of its items count from `start`. */
export interface OpenList {
  readonly start: number;
  /** The column of its hyphens. */
  readonly indent: number;
  readonly depth: number;
  /** Of an item. */
  readonly shape: Shape | undefined;
  readonly items: { readonly at: number; node: Node }[];
  /** Items right below each other that stand in the same other column. */
  readonly misaligned: MisalignedRun;
  /** The edits of the report on bullets, one for the whole list. */
  bullets?: Repair[];
  /** The last item that keys below it were added to, and the edits of the report on them; `by`: how far they all move. */
  extended?: { readonly item: Node; readonly repair: Repair[]; readonly by?: number };
}

/** The lines of an item. */
export interface ItemLines extends Range {
  /** The item begins with a key in the column of the keys above it: its hyphen is missing. */
  readonly withoutHyphen?: true;
}

/** Lines that begin in a list. */
export interface ListPiece {
  readonly list: OpenList;
  readonly lines: ItemLines;
  readonly column: number;
  readonly at: number;
}

/** A list that was found below a key although it cannot begin there. */
export interface MisplacedList {
  /** The key with the list as far as it was read. */
  pair: Pair;
  /** Where its hyphens stand, and by how many columns they should move. */
  readonly column: number;
  readonly by: number;
  readonly repair: Repair[];
}

/** A map that is being read. Offsets of its pairs count from `start`. */
export interface OpenMapping {
  readonly start: number;
  /** The column of its keys. */
  readonly indent: number;
  readonly depth: number;
  readonly shape: Shape | undefined;
  readonly pairs: Pair[];
  /** Pairs right below each other that stand in the same other column. */
  readonly misaligned: MisalignedRun;
  misplacedList?: MisplacedList | undefined;
}

/** Lines that begin in a map. */
export interface MappingPiece {
  readonly mapping: OpenMapping;
  readonly lines: Range;
  readonly column: number;
  readonly at: number;
}

/** Lines that begin with a key, or with what was meant as one; `shape` is that of the map. */
export interface KeyLine {
  readonly lines: Range;
  readonly at: number;
  readonly depth: number;
  readonly shape: Shape | undefined;
}

/** Lines that begin with a key and its colon, which the library cannot read as one pair. */
export interface WrittenPair extends KeyLine {
  readonly key: PlacedPair['key'];
  /** The offset after the colon. */
  readonly after: number;
  /** Whether the library found an error in it that concerns more than one value. */
  readonly sound: boolean;
}
