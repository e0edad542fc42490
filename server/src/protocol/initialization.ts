/** How a client introduces itself: language modes of our documents, and options of `initialize`. */
import type { Settings } from './settings.ts';

/** The language modes of our documents. */
export const planLanguage = 'levers-plan';
export const catalogLanguage = 'levers-catalog';
export const configLanguage = 'levers-config';

/** `initializationOptions`; everything is optional. */
export interface InitializationOptions {
  /** BCP 47 tag of the language; takes precedence over `InitializeParams.locale`. */
  readonly locale?: string;
  /** Address of the page about a rule; `{code}` stands for its code. Else the page that comes with the server, as a file. */
  readonly rulePage?: string;
  /** The client has VS Code's command `editor.action.triggerSuggest`. */
  readonly suggestCommand?: boolean;
  /** The client has the command `levers.showPlan`; its argument is the address of a plan. */
  readonly showPlanCommand?: boolean;
  /** The client has our commands `levers.newPlan` and `levers.newPlanFromTemplate`, which take the address of a document. */
  readonly startCommands?: boolean;
  /** The client has the commands `levers.allow` and `levers.tell`, which code actions run. */
  readonly codeActionCommands?: boolean;
  /** The client wants `levers/coverage`. */
  readonly coverage?: boolean;
  /** The client may request `levers/overviews` or `levers/portfolio`, and then wants `levers/overviewsChanged`. */
  readonly overviews?: boolean;
  /** Settings, for clients without `workspace/configuration`. */
  readonly settings?: { readonly levers?: Settings };
  /** A fixed date for today (`YYYY-MM-DD`), for tests and screenshots. */
  readonly today?: string;
}
