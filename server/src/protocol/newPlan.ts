/** `levers/question`, `levers/draft` and `levers/template`: the ways to a new plan. */

/** Answers on the way to a new plan, by the keys of their questions: a text, the value of a choice, or those of several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** One of several answers to choose from. */
export interface Choice {
  /** The answer; a choice without one is only information. */
  readonly value?: string;
  /** The heading of its group. */
  readonly group?: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Shown whatever is typed to filter the choices. */
  readonly always?: boolean;
}

/** One step: a text to type, one of several choices or what is typed, read as one (`one`), one of several (`pick`), or some of them. */
export interface Question {
  readonly key: string;
  readonly kind: 'text' | 'one' | 'pick' | 'many';
  /** The number of the step, from 0, and how many there are. */
  readonly step: number;
  readonly steps: number;
  /** The heading of the step. */
  readonly title: string;
  /** A prompt for typed answers. */
  readonly prompt: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  /** The values that are chosen until the user has answered; of several to choose one from, the likeliest. */
  readonly proposed: readonly string[];
  /** A message about the answer as it is. */
  readonly message?: string;
  /** The answer is not enough to go on. */
  readonly blocked: boolean;
  /** It mentions levers: the client offers to explain them. */
  readonly levers: boolean;
}

/** Client → server: the question at a step on the way to a new plan, given the answers so far; its answer is a `Question`. */
export const questionRequest = 'levers/question';

export interface QuestionParams {
  /** Where the plan will be saved, which decides about catalogs and settings. */
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

/** Client → server: a small plan to be filled in; its answer is a `TemplateResult`. */
export const templateRequest = 'levers/template';

export interface TemplateParams {
  /** Where the plan will be saved. */
  readonly uri: string;
}

export interface TemplateResult {
  /** With tab stops, in the syntax of the protocol. */
  readonly snippet: string;
}
