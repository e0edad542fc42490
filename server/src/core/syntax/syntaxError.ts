/** Syntax errors and ambiguities: why something could not be read, or may not mean what its author thinks. Rules put them into words. */
import type { Span } from '../text/span.ts';

/** What is known of a kind of error, whatever it stands on. */
interface Traits {
  /** What it stands on is read as it was meant, so that nothing else has to be said about it. Otherwise that is lost. */
  readonly recovered?: true;
  /** It concerns no more than one value: the block around that can be taken as it was read. */
  readonly oneValue?: true;
  /** Its repair is likely, but not certain: where a text ends, or how far a line should move. */
  readonly likely?: true;
  /** It speaks of how deep lines stand. */
  readonly depth?: true;
  /** It says all there is to say: the cause needs no search. */
  readonly final?: true;
}

const kinds = {
  'odd-indentation': { recovered: true },
  indent: { recovered: true, likely: true, depth: true },
  'misplaced-key': { recovered: true, likely: true, depth: true },
  'missing-space': { recovered: true },
  'missing-colon': { recovered: true, likely: true },
  'full-width': { recovered: true },
  'look-alike-dash': { recovered: true },
  'curly-quotes': { recovered: true },
  unopened: { recovered: true },
  'merge-conflict': { recovered: true },
  'repeated-key': { recovered: true },
  'missing-dash': { recovered: true },
  'items-below': { recovered: true },
  'keys-behind': { recovered: true },
  'text-above': { recovered: true, likely: true },
  'pasted-table': {},
  tab: {},
  unaligned: { depth: true },
  cut: { likely: true },
  'special-start': {},
  'colon-in-text': { depth: true },
  'behind-quotes': { likely: true },
  'no-colon': { likely: true, depth: true },
  'unclosed-quote': { likely: true },
  'unclosed-bracket': { likely: true },
  'stray-item': { likely: true, depth: true },
  backslash: {},
  copy: { oneValue: true, final: true },
  mark: { oneValue: true, final: true },
  'odd-key': { final: true },
  'too-deep': { final: true },
  'second-document': {},
  directive: {},
  binary: {},
  'too-long': {},
  unexpected: { depth: true },
  // The file could not be opened: it is not there, a link leads out of the folder, the system refuses it.
  absent: {},
  outside: {},
  inaccessible: {},
} as const satisfies Readonly<Record<string, Traits>>;

/** Why a piece of text is an error. */
export type Reason = keyof typeof kinds;

/** Why a file could not be opened at all. */
export type Unopened = 'absent' | 'outside' | 'inaccessible';

/** What is known of a kind of error. */
export function traitsOf(reason: Reason): Traits {
  return kinds[reason];
}

/** A replacement of text; offsets count from the start of whatever holds the fault. */
export interface Mend extends Span {
  readonly text: string;
}

/** A piece of text that is not written as it must be. Offsets count from the start of whatever holds the fault. */
export interface Fault extends Span {
  readonly reason: Reason;
  /** The word that it is about, as written. */
  readonly word?: string;
  /** A related place: the first of two equal keys, or what this belongs to. */
  readonly first?: Span;
  /** Makes of the text what was meant. */
  readonly mend?: readonly Mend[];
  /** The change is a guess: it is offered, and never made without asking. */
  readonly unsure?: true;
  /** It could not be recovered from, although others of its kind can. */
  readonly lost?: true;
}

/** Whether what a fault stands on was read all the same, as it was meant. */
export function readAsMeant({ reason, lost }: Fault): boolean {
  return !lost && traitsOf(reason).recovered === true;
}

/** Whether a fault concerns no more than one value, so that the block around it can be taken as it was read. */
export function confined(fault: Fault): boolean {
  return readAsMeant(fault) || traitsOf(fault.reason).oneValue === true;
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

/** An ambiguity: legal YAML that may mean something else than its author thinks, depending on its place. */
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
