/** What a reader has set for the rules (`levers.rules`): severities and options, read with care from whatever stands there. */

import type { Severity } from './severity.ts';

/** What is set for one rule. */
export interface RuleSetting {
  /** Instead of the rule's own, whatever the state of the plan; `off`: the rule is silent. */
  readonly severity?: Severity | 'off';
  /** Numbers by the names of options. */
  readonly options: Readonly<Record<string, number>>;
}

/** Settings by the code of the rule. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Nothing is set. */
export const defaultSettings: RuleSettings = new Map();
