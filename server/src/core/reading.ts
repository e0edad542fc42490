/** A text as far as it could be read, whatever its format. */
import type { Fault, PlacedDoubt } from './fault.ts';
import type { Leaf } from './leaf.ts';
import type { Query } from './queries.ts';
import type { Format } from './schema.ts';
import type { Source } from './source.ts';
import type { At } from './tree.ts';

/** What a text says: its tree, and what could not be read. Fully determined by the text. */
export abstract class Reading {
  constructor(
    /** The text; put together only when somebody asks for the whole. */
    readonly source: Source,
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

  /** The whole text. What is asked at each key takes what it needs from `source`. */
  get text(): string {
    return this.source.text;
  }

  /**
   * What was concluded from the whole, each under the query that it answers: plain data without places. The next
   * version takes over what an edit cannot have changed (`core/unaffected.ts`).
   */
  readonly conclusions = new Map<Query, unknown>();

  readonly #parts = new Map<string, unknown>();

  /** A part that is worked out when first asked for, and once. */
  protected once<T>(name: string, make: () => T): T {
    if (!this.#parts.has(name)) this.#parts.set(name, make());
    return this.#parts.get(name) as T;
  }
}
