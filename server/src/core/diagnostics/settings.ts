/** Types of `levers.rules` once parsed: severities and options by rule. */

import type { Severity } from './severity.ts';

/** What is set for one rule. */
export interface RuleSetting {
  /** Overrides the rule's own severity, in drafts too; `off` silences the rule. */
  readonly severity?: Severity | 'off';
  /** Numbers by the names of options. */
  readonly options: Readonly<Record<string, number>>;
}

/** Settings by the code of the rule. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Nothing is set. */
export const defaultSettings: RuleSettings = new Map();
