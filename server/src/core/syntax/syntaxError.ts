/** What in a text could not be read, or reads otherwise than its author may think; rules put it into words. */
import type { Span } from '../text/span.ts';

/**
 * Why a piece of text is a fault. Those of the first group are read as they were meant, so that nothing else has to be
 * said about them; what those of the second group stand on is lost.
 */
export type Reason =
  // Read as meant.
  | 'odd-indentation'
  | 'indent'
  | 'misplaced-key'
  | 'missing-space'
  | 'missing-colon'
  | 'full-width'
  | 'look-alike-dash'
  | 'curly-quotes'
  | 'unopened'
  | 'merge-conflict'
  | 'repeated-key'
  | 'missing-dash'
  | 'items-below'
  | 'keys-behind'
  | 'text-above'
  // Cannot be read.
  | 'pasted-table'
  | 'tab'
  | 'unaligned'
  | 'cut'
  | 'special-start'
  | 'colon-in-text'
  | 'behind-quotes'
  | 'no-colon'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'stray-item'
  | 'backslash'
  | 'copy'
  | 'mark'
  | 'odd-key'
  | 'too-deep'
  | 'second-document'
  | 'directive'
  | 'binary'
  | 'too-long'
  | 'unexpected'
  | Unopened;

/** Why a file could not be opened at all: it is not there, a link leads out of the folder, the system refuses it. */
export type Unopened = 'absent' | 'outside' | 'inaccessible';

const asMeant: ReadonlySet<Reason> = new Set<Reason>([
  'odd-indentation',
  'indent',
  'misplaced-key',
  'missing-space',
  'missing-colon',
  'full-width',
  'look-alike-dash',
  'curly-quotes',
  'unopened',
  'merge-conflict',
  'repeated-key',
  'missing-dash',
  'items-below',
  'keys-behind',
  'text-above',
]);

/** A replacement of text; offsets count from the start of whatever holds the fault. */
export interface Mend extends Span {
  readonly text: string;
}

/** A piece of text that is not written as it must be. Offsets count from the start of whatever holds the fault. */
export interface Fault extends Span {
  readonly reason: Reason;
  /** The word that it is about, as written. */
  readonly word?: string;
  /** What helps to understand it: the same thing for the first time, or what this belongs to. */
  readonly first?: Span;
  /** Makes of the text what was meant. */
  readonly mend?: readonly Mend[];
  /** The change is a guess: it is offered, and never made without asking. */
  readonly unsure?: true;
  /** What it stands on could not be read for it, although its like mostly can. */
  readonly lost?: true;
}

/** Whether what a fault stands on was read all the same, as it was meant. */
export function readAsMeant({ reason, lost }: Fault): boolean {
  return !lost && asMeant.has(reason);
}

/** Whether a fault concerns no more than one value, so that the block around it can be taken as it was read. */
export function confined(fault: Fault): boolean {
  return readAsMeant(fault) || fault.reason === 'copy' || fault.reason === 'mark';
}

/** The same, `by` characters further on. */
export function shifted<T extends Fault | Doubt>(fault: T, by: number): T {
  const moved = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
  const { first, mend } = fault as Fault;
  return {
    ...moved(fault),
    ...('value' in fault && { value: fault.value + by }),
    ...(first && { first: moved(first) }),
    ...(mend && { mend: mend.map(moved) }),
  };
}

/** What is well written and yet may be read otherwise than its author thinks, depending on what its place takes. */
export interface Doubt extends Span {
  readonly kind: 'cut' | 'note' | 'curly' | 'nothing' | 'backslash' | 'comma' | 'empty-block' | 'items' | 'no-day';
  /** Start of the value that it is about. */
  readonly value: number;
}

/** A doubt in a text. */
export interface PlacedDoubt extends Doubt {
  /** Stands for the way through the tree that leads to its value: the same object as long as that is the same way. */
  readonly way: object;
}

/** A doubt `by` characters further on. */
export function moved({ kind, start, end, value, way }: PlacedDoubt, by: number): PlacedDoubt {
  return { start: start + by, end: end + by, kind, value: value + by, way };
}

/** A doubt of something that was just read. */
export function placed(doubt: Doubt): PlacedDoubt {
  return { ...doubt, way: {} };
}
