/** What completion knows of a command, in one language. */

export interface CompletedOption {
  /** Without its hyphens. */
  readonly name: string;
  /** In one line. */
  readonly text: string;
  /** Whether a value follows. */
  readonly takes: boolean;
  /** The words that the value can be; empty: a file, or any text. */
  readonly values: readonly string[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  /** The words that its first operand can be; empty: a file. */
  readonly words: readonly string[];
  readonly options: readonly CompletedOption[];
}

/** A text in single quotation marks, as a word of bash, zsh and fish. `escaped`: how a quotation mark stands in it. */
export function quoted(text: string, escaped: string): string {
  return `'${text.replaceAll("'", escaped)}'`;
}
