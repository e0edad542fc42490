/** Names and shapes of our own messages between client and server; the only file of the server that the client knows. */
import type { Choice, Question } from './features/question.ts';

export type { Choice, Question };

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
  /** The client has our commands `levers.newPlan` and `levers.newPlanFromTemplate`, which take the address of a document. */
  readonly startCommands?: boolean;
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

/** Answers on the way to a new plan, by the keys of their questions: a text, the value of a choice, or those of several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Client → server: the question at a step on the way to a new plan, given the answers so far; its answer is a `Question`. */
export const questionRequest = 'levers/question';

export interface QuestionParams {
  /** Where the plan will stand: the catalogs and settings that hold there count. */
  readonly uri: string;
  readonly answers: Answers;
  /** From 0. */
  readonly step: number;
}

/** Client → server: the plan that answers make; its answer is a `DraftResult`. */
export const draftRequest = 'levers/draft';

export interface DraftParams {
  readonly uri: string;
  readonly answers: Answers;
}

export interface DraftResult {
  readonly text: string;
  /** What has to be filled in first: UTF-16 offsets in the text. */
  readonly first: { readonly start: number; readonly end: number };
  /** A name for the file, without `.levers.yaml`. */
  readonly name: string;
}
