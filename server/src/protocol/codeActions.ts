/** Commands of the client that code actions run: one asks for a reason, one tells what *Fix all* did. */
import type { Place } from './position.ts';

/** Asks for the reason of an exception and writes both at once; its argument is an `Allow`. */
export const allowCommand = 'levers.allow';

/** Shows a text with numbers of ours and no words of others, as a message; its argument. */
export const tellCommand = 'levers.tell';

/** An exception that lacks its reason. */
export interface Allow {
  readonly uri: string;
  /** Of the document for which the place holds. */
  readonly version: number;
  readonly position: Place;
  readonly title: string;
  /** What is written before the reason, and after it. */
  readonly before: string;
  readonly after: string;
}
