/** The shape of a sub-command of `levers`: what its help, its completion and the reading of its arguments derive from. */
import type { Data, Locale, Text } from '../core/i18n/message.ts';
import type { Machine } from './machine.ts';

/** Says a text in the language of this run, as a line to print. */
export type Speak = (text: Text, data?: Data) => string;

/** A mistake in the arguments; the message is for the user, as a line to print. */
export class UsageError extends Error {}

/** The type of the values that stand for a day, as the help shows it; such a value is checked. */
export const dayForm = 'YYYY-MM-DD';

/** An option: `--name`, by its name in `Options`. */
export interface Option {
  /** Its value, as the help shows it: one of these words, or any text (`FILE`). Undefined: it has none. */
  readonly takes?: string | readonly string[];
  /** Whether it may be given several times. */
  readonly many?: true;
  /** What it does. Line breaks are those of the help. */
  readonly text: Text;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { takes: string; many: true }
  ? readonly string[]
  : O extends { takes: readonly (infer Word)[] }
    ? Word | undefined
    : O extends { takes: string }
      ? string | undefined
      : boolean;

/** What was given for each option; undefined, false or an empty list where it was not. */
export type Values<O extends Options> = { readonly [Name in keyof O]: ValueOf<O[Name]> };

/** One call of a command. */
export interface Call<O extends Options = Options> {
  readonly values: Values<O>;
  /** The arguments that are no options. */
  readonly operands: readonly string[];
  readonly locale: Locale;
  readonly speak: Speak;
}

/** 0: as it should be; 1: something was found; 2: it could not be done. */
export type ExitCode = 0 | 1 | 2;

export interface Command<O extends Options = Options> {
  /** What it does, in one line of the list of commands. */
  readonly summary: Text;
  /** The arguments that are no options, as the help shows them. */
  readonly operands: Text;
  /** The words that its first operand can be, if these are known. */
  readonly operandWords?: (machine: Machine) => readonly string[];
  /** Further paragraphs of its help, before the options. */
  readonly about?: Text;
  /** Its own options; `commonOptions` come with every command. */
  readonly options: O;
  /** What stands below the options. */
  readonly notes?: Text;
  /** Calls without the word `levers`, each with what it is for. */
  readonly examples: readonly { readonly call: string; readonly text: Text }[];
  /** Throws `UsageError` where the arguments are wrong. */
  run(call: Call<O>, machine: Machine): ExitCode | Promise<ExitCode>;
}

/** A command whose `run` knows the types of its options. */
export function command<const O extends Options>(definition: Command<O>): Command<O> {
  return definition;
}
