/** `levers/coverage`: how a plan stands, and how many levers it covers. */

/** Server → client: how an open plan stands and how many levers it covers; sent when it is opened and when that changes. */
export const coverageNotification = 'levers/coverage';

export interface CoverageParams {
  readonly uri: string;
  readonly version: number;
  /** How many of the six are covered. */
  readonly count: number;
  /** How many are enough for this reader. */
  readonly enough: number;
  /** In a line: how the plan stands, how many levers are covered, and which are missing, left out or cannot be read. */
  readonly line: string;
  /** How the plan stands and why: "At risk: 5 strategies are overdue". */
  readonly standing: string;
  /** Which are covered, which fits best of those that are missing and why, in a sentence or a few. */
  readonly summary: string;
}
