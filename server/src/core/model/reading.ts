/** A text as far as it could be read, whatever its format. */

import type { Format } from '../schema/schema.ts';
import type { Fault, PlacedDoubt } from '../syntax/syntaxError.ts';
import type { At } from '../syntax/tree.ts';
import type { Leaf } from '../syntax/yamlBlock.ts';

/** What a text says: its tree, and what could not be read. Fully determined by the text. */
export abstract class Reading {
  constructor(
    readonly text: string,
    /** The whole, as far as it could be read; undefined for a text without content. */
    readonly root: At | undefined,
    /** What could not be read, in the order of the text. */
    readonly faults: readonly Fault[],
    /** What is well written and may yet be read otherwise than its author thinks, in the order of the text. */
    readonly doubts: readonly PlacedDoubt[],
    /** The blocks that were read one by one when the whole was read last, by their text: what `parse` may take over. */
    readonly leaves: ReadonlyMap<string, Leaf>,
    /** Every part of the tree was read by itself from its own lines, as they are written: it can be exchanged alone. */
    readonly plain: boolean,
  ) {}

  abstract readonly format: Format;

  readonly #parts = new Map<string, unknown>();

  /** A part that is worked out when first asked for, and once. */
  protected once<T>(name: string, make: () => T): T {
    if (!this.#parts.has(name)) this.#parts.set(name, make());
    return this.#parts.get(name) as T;
  }
}
