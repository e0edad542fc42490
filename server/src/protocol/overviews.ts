/** `levers/overviews`: the plans of the workspace as a list. */
import type { Place } from './position.ts';

/**
 * Client → server: overviews of all plans of the workspace, or of some. Open plans are taken from the editor, others from
 * the disk, as far as they have been scanned: `busy` says that more is to come.
 */
export const overviewsRequest = 'levers/overviews';

export interface OverviewsParams {
  /** Only these plans; the answer leaves out what is no plan, or gone. */
  readonly uris?: readonly string[];
  /** Include the strategies under the levers. */
  readonly strategies?: boolean;
}

export interface OverviewsResult {
  /** In no order. */
  readonly plans: readonly PlanOverview[];
  /** Files are being scanned, for the first time or again; `levers/overviewsChanged` reports the end. */
  readonly busy: boolean;
}

/**
 * Server → client: overviews have changed since the client last requested any. The next such notification comes only
 * after another request.
 */
export const overviewsChangedNotification = 'levers/overviewsChanged';

export interface OverviewsChangedParams {
  /** The plans that changed, came or went; none where only `busy` changed. */
  readonly uris: readonly string[];
  readonly busy: boolean;
}

/** How a plan stands (core/overview/health.ts, docs/domain.md 2.4). */
export type PlanHealth = 'on-track' | 'attention' | 'at-risk' | 'draft' | 'ended';

/** A day and its event. */
export interface DateOverview {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** In the user's language. */
  readonly text: string;
}

/** The overview of one plan; texts are plain, in the user's language. */
export interface PlanOverview {
  readonly uri: string;
  /** Empty where the plan has none. */
  readonly title: string;
  /** Something of a plan is written in the file. */
  readonly begun: boolean;
  /** The change lead, where the plan names somebody. */
  readonly owner?: string;
  /** How many people its groups have together, where it says so. */
  readonly people?: number;
  /** `draft`, `active`, `sustaining`, `closed` or `cancelled`, and what that is called. */
  readonly status: string;
  readonly statusName: string;
  readonly health: PlanHealth;
  /** How it stands and why: "At risk: 5 strategies are overdue". */
  readonly standing: string;
  /** Why. */
  readonly reason: string;
  /** The first of the gravest problems that count for `health`. */
  readonly gravest?: string;
  /** "Start with: …": at most three problems to put right first. */
  readonly startWith?: string;
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

/** The overview of one lever. */
export interface LeverOverview {
  readonly lever: string;
  readonly title: string;
  readonly covered: boolean;
  /** The plan says why it leaves the lever out. */
  readonly leftOut: boolean;
  /** From 0, nothing, to 4, work going on; covered from 2. */
  readonly depth: number;
  /** What there is under it, and why that does not count where it does not: "1 strategy, but it has no owner". */
  readonly text: string;
  /** In the order of the text; only where the request asks for them. */
  readonly strategies?: readonly StrategyOverview[];
}

/** The overview of one strategy. */
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
  /** Its position in the plan. */
  readonly place: Place;
}
