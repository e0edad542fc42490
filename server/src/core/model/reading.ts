/** A parsed document of either format: its syntax tree and its schema. */

import type { Format } from '../schema/schema.ts';
import type { ParseError, PlacedAmbiguity } from '../syntax/parseError.ts';
import type { SyntaxTree } from '../syntax/syntaxTree.ts';
import type { At } from '../syntax/tree.ts';

/** A parsed document; `Plan` and `CatalogFile` are its kinds. */
export abstract class Reading {
  constructor(readonly syntax: SyntaxTree) {}

  get text(): string {
    return this.syntax.text;
  }

  get root(): At | undefined {
    return this.syntax.root;
  }

  get errors(): readonly ParseError[] {
    return this.syntax.errors;
  }

  get ambiguities(): readonly PlacedAmbiguity[] {
    return this.syntax.ambiguities;
  }

  abstract readonly format: Format;

  readonly #parts = new Map<string, unknown>();

  /** Computes a member on first use and keeps it. */
  protected once<T>(name: string, make: () => T): T {
    if (!this.#parts.has(name)) this.#parts.set(name, make());
    return this.#parts.get(name) as T;
  }
}
