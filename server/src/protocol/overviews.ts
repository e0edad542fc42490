/** `levers/overviews`: the plans of the workspace as a list. */
import type { Place } from './position.ts';

/**
 * Client → server: what a list of plans says of each; all of the workspace, or some. Open plans are answered for as they
 * are in the editor, others as they are on the disk, as far as that is known: `busy` says that more is to come.
 */
export const overviewsRequest = 'levers/overviews';

export interface OverviewsParams {
  /** Only these plans; what is no plan, or no longer there, is left out of the answer. */
  readonly uris?: readonly string[];
  /** With the strategies under the levers. */
  readonly strategies?: boolean;
}

export interface OverviewsResult {
  /** In no order. */
  readonly plans: readonly PlanOverview[];
  /** Files are still being looked at for the first time, or again; `levers/overviewsChanged` says when that is over. */
  readonly busy: boolean;
}

/**
 * Server → client: overviews have changed since the client asked for any. The next such message comes only when the
 * client has asked again, so that it is never told more than it wants to know.
 */
export const overviewsChangedNotification = 'levers/overviewsChanged';

export interface OverviewsChangedParams {
  /** The plans that changed, came or went; none where only `busy` changed. */
  readonly uris: readonly string[];
  readonly busy: boolean;
}

/** How a plan stands: an error or overdue work; a warning; neither; closed or cancelled (core/overview/overview.ts). */
export type PlanHealth = 'on-track' | 'attention' | 'at-risk' | 'ended';

/** A day and what happens on it. */
export interface DateOverview {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** In the reader's language. */
  readonly text: string;
}

/** What a list of plans says of one; texts are plain, in the reader's language. */
export interface PlanOverview {
  readonly uri: string;
  /** Empty where the plan has none. */
  readonly title: string;
  /** `draft`, `active`, `sustaining`, `closed` or `cancelled`, and what that is called. */
  readonly status: string;
  readonly statusName: string;
  readonly health: PlanHealth;
  /** Why it stands so: "2 errors and 1 strategy overdue". */
  readonly reason: string;
  /** The first of the gravest problems that count for `health`. */
  readonly gravest?: string;
  /** How many problems of each severity. */
  readonly problems: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  /** `YYYY-MM-DD`. */
  readonly start?: string;
  readonly goLive?: string;
  readonly end?: string;
  /** What comes next. */
  readonly next?: DateOverview;
  /** All go-lives of the plan by their days. */
  readonly goLives: readonly DateOverview[];
  /** How many of the six levers are covered, and how many are enough for this reader. */
  readonly covered: number;
  readonly enough: number;
  /** All six, in the model's order. */
  readonly levers: readonly LeverOverview[];
}

/** What is said of one lever of a plan. */
export interface LeverOverview {
  readonly lever: string;
  readonly title: string;
  readonly covered: boolean;
  /** From 0, nothing, to 4, work going on; covered from 2. */
  readonly depth: number;
  /** What there is under it, and why that does not count where it does not: "1 strategy, but it has no owner". */
  readonly text: string;
  /** In the order of the text; only where the request asks for them. */
  readonly strategies?: readonly StrategyOverview[];
}

/** What is said of one strategy. */
export interface StrategyOverview {
  readonly title: string;
  /** `planned`, `in-progress`, `done`, `paused` or `cancelled`; empty where it is none of these. */
  readonly status: string;
  readonly statusName: string;
  readonly owner?: string;
  /** When it starts next, is due, or was: "due 2027-05-14", "overdue since 2027-03-01". */
  readonly when?: string;
  readonly overdue: boolean;
  /** The gravest of the problems in it. */
  readonly problem?: 'error' | 'warning' | 'info' | 'hint';
  /** Why it does not count for its lever. */
  readonly notCounted?: string;
  /** Where it stands in the plan. */
  readonly place: Place;
}
