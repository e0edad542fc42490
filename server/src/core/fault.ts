/** What in a text could not be read, and why; rules put it into words. */
import type { Span } from './tree.ts';

/** Why a piece of text cannot be read. */
export type Reason =
  | 'tab'
  | 'special-start'
  | 'colon-in-text'
  | 'no-colon'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'indent'
  | 'stray-item'
  | 'stray-key'
  | 'escape'
  | 'tag'
  | 'copy'
  | 'odd-key'
  | 'repeated-key'
  | 'too-deep'
  | 'second-document'
  | 'directive'
  | 'binary'
  | 'too-long'
  | 'unexpected'
  | Unopened;

/** Why a file could not be opened at all: it is not there, a link leads out of the folder, the system refuses it. */
export type Unopened = 'absent' | 'outside' | 'inaccessible';

/** A piece of text that could not be read. Offsets count from the start of whatever holds the fault. */
export interface Fault extends Span {
  readonly reason: Reason;
  /** The word that it is about, as written. */
  readonly word?: string;
  /** Where the same thing stands for the first time. */
  readonly first?: Span;
}
