/** Names and shapes of our own messages between client and server; the only file of the server that the client knows. */

/** The section `levers` of an editor's settings. */
export interface Settings {
  /** Severities and options by the codes of rules, as the manifest describes them. */
  readonly rules?: unknown;
  /** Paths of the catalogs of the team. */
  readonly catalogs?: unknown;
  /** Whether the problems of files that are not open are told too. */
  readonly workspaceProblems?: unknown;
}
/** The language modes of our documents. */
export const planLanguage = 'levers-plan';
export const catalogLanguage = 'levers-catalog';

/** What a client may tell when it starts the server (`initializationOptions`); everything is optional. */
export interface InitializationOptions {
  /** BCP 47 tag of the language to speak, before that of `InitializeParams.locale`. */
  readonly locale?: string;
  /** Address of the page about a rule; `{code}` stands for its code. Else the page that comes with the server, as a file. */
  readonly rulePage?: string;
  /** The client has VS Code's command `editor.action.triggerSuggest`. */
  readonly suggestCommand?: boolean;
  /** The client wants `levers/coverage`. */
  readonly coverage?: boolean;
  /** Settings, for clients that cannot be asked for them (`workspace/configuration`) or have none. */
  readonly settings?: { readonly levers?: Settings };
  /** The day to take for today (`YYYY-MM-DD`), for tests and screenshots. */
  readonly today?: string;
}

/** Server → client: how many levers an open plan covers; sent when it is opened and when that changes. */
export const coverageNotification = 'levers/coverage';

export interface CoverageParams {
  readonly uri: string;
  readonly version: number;
  /** How many of the six are covered. */
  readonly count: number;
  /** How many are enough for this reader. */
  readonly enough: number;
  /** Which are covered, which fits best of those that are missing and why, in a sentence or a few. */
  readonly summary: string;
}

/** Client → server: what to insert when lines are pasted, so that they stand where they belong. */
export const pasteRequest = 'levers/paste';

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** What the paste replaces. */
  readonly range: PasteRange;
  readonly text: string;
}

/** Lines and characters as LSP counts them. */
interface PasteRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** An edit; its range begins no later than what the paste replaces. `null`: paste as always. */
export type PasteResult = { readonly range: PasteRange; readonly newText: string } | null;
