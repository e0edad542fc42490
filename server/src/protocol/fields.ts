/** `levers/fields` and `levers/edit`: the values of a part of a plan as people fill them in, and one of them written. */
import type { Range } from './position.ts';

/**
 * Client → server: what can be filled in at something that is drawn; its answer is a `Fields`, null for a document that is
 * no plan, and for a key that leads to nothing.
 */
export const fieldsRequest = 'levers/fields';

export interface FieldsParams {
  readonly textDocument: { readonly uri: string };
  /** A key of a `Picture`, or `plan`; at that of a lever strategies are added. */
  readonly key: string;
}

export interface FieldChoice {
  readonly value: string;
  readonly title: string;
}

/** A value, and what may stand in its place. All words are in the user's language. */
export interface Field {
  /** The key under which it stands. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** A text in a line or in a few, a day (`YYYY-MM-DD`), a word of `choices`, some of `choices`; `fixed`: seen only. */
  readonly kind: 'line' | 'prose' | 'day' | 'choice' | 'items' | 'fixed';
  /** As it is written; empty where nothing is. Of `items`, and of `fixed`, it is empty or says what is there. */
  readonly value: string;
  /** What is chosen of `items`. */
  readonly items: readonly string[];
  /** Of `choice` and `items` all there are, of a line those that are known. */
  readonly choices: readonly FieldChoice[];
}

export interface Fields {
  readonly key: string;
  readonly title: string;
  /** Of the document. */
  readonly version: number;
  readonly fields: readonly Field[];
}

/** Client → server: the edits that write a value; its answer is an `EditResult`, null as for `levers/fields`. */
export const editRequest = 'levers/edit';

export interface EditParams {
  readonly textDocument: { readonly uri: string };
  /** Of the document in which the value was seen: another is not changed. */
  readonly version: number;
  readonly key: string;
  readonly name: string;
  /** A text, or the items of a list. */
  readonly value: string | readonly string[];
}

export interface EditResult {
  /** Of that version; none where nothing changes, and where it is refused. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Why it cannot be, in words; empty where it can. */
  readonly refused: string;
}
