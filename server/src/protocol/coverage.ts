/** `levers/coverage`: how many levers a plan covers. */

/** Server → client: how many levers an open plan covers; sent when it is opened and when that changes. */
export const coverageNotification = 'levers/coverage';

export interface CoverageParams {
  readonly uri: string;
  readonly version: number;
  /** How many of the six are covered. */
  readonly count: number;
  /** How many are enough for this reader. */
  readonly enough: number;
  /** The same in a line, with the levers that are missing, left out or cannot be read. */
  readonly line: string;
  /** Which are covered, which fits best of those that are missing and why, in a sentence or a few. */
  readonly summary: string;
}
