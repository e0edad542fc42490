/** `levers/compare`: what changed in a plan from another version of it. */
import type { Range } from './position.ts';

/** Client → server: the changes up to an open plan, in the user's language; null for a document that is no plan. */
export const compareRequest = 'levers/compare';

export interface CompareParams {
  readonly textDocument: { readonly uri: string };
  /** The text of the version that the plan is compared with. It is judged as the plan is. */
  readonly before: string;
  /** Whether both versions are wanted in words too. */
  readonly words?: boolean;
}

export interface ComparedChange {
  /** The id of its kind: `go-live-moved`. */
  readonly kind: string;
  readonly message: string;
  /** Where it stands in either version; missing where it stands in the other alone. */
  readonly before?: Range;
  readonly after?: Range;
}

/** Changes that are equally grave. */
export interface ComparedGroup {
  readonly level: 'decide' | 'note' | 'quiet';
  /** "To decide". */
  readonly heading: string;
  readonly changes: readonly ComparedChange[];
}

export interface CompareResult {
  /** The version of the document. */
  readonly version: number;
  /** What the plan is called; empty where it has no title. */
  readonly title: string;
  /** How many changes there are, and the gravest; that there is none. */
  readonly summary: string;
  /** From the gravest on; none is empty. */
  readonly groups: readonly ComparedGroup[];
  /** Both versions as plain text: what their briefs say. */
  readonly words?: { readonly before: string; readonly after: string };
}
