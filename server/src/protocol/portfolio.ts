/** `levers/portfolio`: all plans beside each other, as data and as a picture. */
import type { PlanHealth, PlanOverview } from './overviews.ts';
import type { Drawn, DrawnNote, LeverDepth } from './picture.ts';

/** Client → server: all plans of the workspace side by side, and the change load of groups. No parameters. */
export const portfolioRequest = 'levers/portfolio';

export interface PortfolioResult {
  /** The same as a picture, in the user's language. */
  readonly picture: PortfolioPicture;
  /** By their titles; files that are no plans yet come last. */
  readonly plans: readonly PlanOverview[];
  readonly load: ChangeLoad;
  /** As in `OverviewsResult`. */
  readonly busy: boolean;
}

/** Change load: how much reaches groups that two or more plans change something for; without plans that have ended. */
export interface ChangeLoad {
  /** `YYYY-MM`, one after the other without a gap: those in which a plan goes live, or two plans meet in a group. */
  readonly months: readonly string[];
  /** By their highest load, descending. */
  readonly groups: readonly GroupLoad[];
}

/** A group that has the same id and the same name in two or more plans. */
export interface GroupLoad {
  readonly id: string;
  readonly name: string;
  /** The largest number of people that a plan gives. */
  readonly size?: number | undefined;
  /** The highest impact that a plan has on it: `low`, `medium` or `high`. */
  readonly impact?: string | undefined;
  /**
   * For each month the plans that change something for it, as places in `plans`, how many of their strategies do, their
   * impact added up (low, or not said, 1; medium 2; high 3), and how many of them go live then.
   */
  readonly loads: readonly {
    readonly plans: readonly number[];
    readonly strategies: number;
    readonly weight: number;
    readonly goLives: number;
  }[];
  /** The most plans in one month. */
  readonly most: number;
}

/** A plan among others; `key` is its address. */
export interface DrawnPlan extends Drawn {
  /** Its health, and why. */
  readonly detail: string;
  readonly health: PlanHealth;
  readonly covered: string;
  /** One for each lever. */
  readonly levers: readonly {
    readonly depth: LeverDepth;
    readonly leftOut: boolean;
    readonly title: string;
    readonly label: string;
  }[];
}

/** The go-lives of a month (`YYYY-MM`). */
export interface DrawnMonth {
  readonly month: string;
  /** `key` is the address of the plan, `detail` what goes live. */
  readonly goLives: readonly DrawnNote[];
}

/** A group, and how much changes for it in each month. */
export interface DrawnLoad extends Drawn {
  readonly detail: string;
  /** How many plans change something, and which: their addresses. */
  readonly cells: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

export type PortfolioWord =
  | 'portfolio'
  | 'plans'
  | 'plan'
  | 'levers'
  | 'goLives'
  | 'load'
  | 'loadNote'
  | 'group'
  | 'noPlans'
  | 'noGoLives'
  | 'noLoad'
  | 'busy';

/** What is drawn of all plans of the workspace. */
export interface PortfolioPicture {
  readonly locale: string;
  readonly words: Readonly<Record<PortfolioWord, string>>;
  /** What matters, in one line. */
  readonly news: string;
  /** The names of the six levers. */
  readonly levers: readonly string[];
  readonly plans: readonly DrawnPlan[];
  /** One after the other without a gap, from the first go-live to the last. */
  readonly calendar: readonly DrawnMonth[];
  /** `YYYY-MM`. */
  readonly months: readonly string[];
  readonly load: readonly DrawnLoad[];
  /** Files are still being scanned. */
  readonly busy: boolean;
}
