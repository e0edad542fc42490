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
  /** Its rule speaks of a text, which quotes would help: where no text can stand, something else is to be said. */
  readonly ofText?: true;
  /** Nothing of the file was read, so nothing else can be said about it. */
  readonly whole?: true;
}

const kinds = {
  'odd-indentation': { recovered: true },
  indent: { recovered: true, likely: true, depth: true },
  'misplaced-key': { recovered: true, likely: true, depth: true },
  'missing-space': { recovered: true },
  'missing-colon': { recovered: true, likely: true },
  'full-width': { recovered: true },
  'look-alike-dash': { recovered: true },
  'look-alike-hyphen': { recovered: true },
  'curly-quotes': { recovered: true },
  unopened: { recovered: true },
  'merge-conflict': { recovered: true },
  'repeated-key': { recovered: true },
  'missing-dash': { recovered: true },
  'missing-hyphen': { recovered: true, likely: true },
  'items-below': { recovered: true },
  'item-behind': { recovered: true, likely: true },
  'bare-items': { recovered: true, likely: true },
  'keys-behind': { recovered: true },
  invisible: { recovered: true },
  'lost-character': { recovered: true },
  'text-above': { recovered: true, likely: true },
  'pasted-table': {},
  fence: { recovered: true, likely: true },
  tab: {},
  unaligned: { depth: true },
  cut: { likely: true },
  'special-start': { ofText: true },
  'colon-in-text': { depth: true, ofText: true },
  'behind-quotes': { likely: true, ofText: true },
  'no-colon': { likely: true, depth: true },
  'unclosed-quote': { likely: true, ofText: true },
  'unclosed-bracket': { likely: true },
  'stray-item': { likely: true, depth: true },
  backslash: { ofText: true },
  copy: { oneValue: true, final: true, ofText: true },
  mark: { oneValue: true, final: true, ofText: true },
  'odd-key': { final: true, ofText: true },
  'too-deep': { final: true },
  'second-document': {},
  directive: { ofText: true },
  binary: { whole: true },
  'too-long': { whole: true },
  // The text came from bytes of another encoding than the one that it was read in.
  encoding: { whole: true },
  unexpected: { depth: true, ofText: true },
  // The file could not be opened: it is not there, a link leads out of the folder, the system refuses it.
  absent: {},
  outside: {},
  inaccessible: {},
} as const satisfies Readonly<Record<string, Traits>>;

/** Why a piece of text is an error. */
export type ErrorKind = keyof typeof kinds;

/** Why a file could not be opened at all. */
export type Unopened = 'absent' | 'outside' | 'inaccessible';

/** Why nothing of a file could be read. */
export type Unread = Unopened | 'too-long' | 'binary' | 'encoding';

/** What is known of a kind of error. */
export function traitsOf(kind: ErrorKind): Traits {
  return kinds[kind];
}

/** A replacement of text; offsets count from the start of whatever holds the error. */
export interface Repair extends Span {
  readonly text: string;
}

/** A piece of text that is not written as it must be. Offsets count from the start of whatever holds the error. */
export interface ParseError extends Span {
  readonly kind: ErrorKind;
  /** The word that it is about, as written. */
  readonly word?: string;
  /** A related place: the first of two equal keys, or what this belongs to. */
  readonly first?: Span;
  /** Makes of the text what was meant. */
  readonly repair?: readonly Repair[];
  /** The change is a guess: it is offered, and never made without asking. */
  readonly unsure?: true;
  /** It could not be recovered from, although others of its kind can. */
  readonly lost?: true;
}

/** Whether what an error stands on was read all the same, as it was meant. */
export function isRecovered({ kind, lost }: ParseError): boolean {
  return !lost && traitsOf(kind).recovered === true;
}

/** Whether nothing of the file was read. */
export function isWhole({ kind }: ParseError): boolean {
  return traitsOf(kind).whole === true;
}

/** Whether an error concerns no more than one value, so that the block around it can be taken as it was read. */
export function isConfined(error: ParseError): boolean {
  return isRecovered(error) || traitsOf(error.kind).oneValue === true;
}

/** The same, `by` characters further on. */
export function shifted<T extends ParseError | Ambiguity>(error: T, by: number): T {
  const moved = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
  const { first, repair } = error as ParseError;
  return {
    ...moved(error),
    ...('value' in error && { value: error.value + by }),
    ...(first && { first: moved(first) }),
    ...(repair && { repair: repair.map(moved) }),
  };
}

/** An ambiguity: legal YAML that may mean something else than its author thinks, depending on its place. */
export interface Ambiguity extends Span {
  readonly kind: 'cut' | 'note' | 'curly' | 'backslash' | 'comma' | 'empty-block' | 'items' | 'no-day' | 'thousands';
  /** Start of the value that it is about. */
  readonly value: number;
}

/** An ambiguity in a text. */
export interface PlacedAmbiguity extends Ambiguity {
  /** Stands for the way through the tree that leads to its value: the same object as long as that is the same way. */
  readonly way: object;
}

/** An ambiguity `by` characters further on. */
export function moved({ kind, start, end, value, way }: PlacedAmbiguity, by: number): PlacedAmbiguity {
  return { start: start + by, end: end + by, kind, value: value + by, way };
}

/** An ambiguity of something that was just read. */
export function placed(ambiguity: Ambiguity): PlacedAmbiguity {
  return { ...ambiguity, way: {} };
}
