/** `levers/portfolio`: all plans beside each other, as data and as a picture. */
import type { PlanHealth, PlanOverview } from './overviews.ts';
import type { Drawn, DrawnDay, LeverDepth } from './picture.ts';

/** Client → server: all plans of the workspace side by side, and the change load of groups. */
export const portfolioRequest = 'levers/portfolio';

export interface PortfolioParams {
  /** Loads over it are told and marked; without it, or with 0, none are. */
  readonly loadThreshold?: number;
}

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

/** A plan among others; `key` is its address, `label` has its status, its health and why. Texts are empty where there is nothing to say. */
export interface DrawnPlan extends Drawn {
  /** Something of a plan is written in the file. */
  readonly begun: boolean;
  readonly health: PlanHealth;
  /** A sign and a word for its health, and why it stands so. */
  readonly sign: string;
  readonly word: string;
  readonly reason: string;
  readonly covered: string;
  /** One for each lever. */
  readonly levers: readonly {
    readonly depth: LeverDepth;
    readonly leftOut: boolean;
    /** The letter that it has in the name of the model. */
    readonly letter: string;
    readonly label: string;
  }[];
  /** The next go-live, else since when it is live. */
  readonly goLive: string;
  /** The change lead. */
  readonly owner: string;
  /** How many people its groups have together. */
  readonly people: string;
  readonly next: string;
}

/** An order of the plans, as places in `plans`. */
export interface PortfolioSort {
  readonly key: string;
  readonly title: string;
  readonly order: readonly number[];
}

/** The go-lives of a plan. */
export interface DrawnGoLives {
  /** The address of the plan. */
  readonly key: string;
  readonly title: string;
  readonly days: readonly DrawnDay[];
}

/** Several plans that go live in one week, from the first to the last of their days (`YYYY-MM-DD`). */
export interface DrawnClash {
  readonly from: string;
  readonly to: string;
  /** How many. */
  readonly n: number;
  /** When, and which. */
  readonly label: string;
}

/** A group, and how much changes for it in each month. */
export interface DrawnLoad extends Drawn {
  readonly detail: string;
  readonly cells: readonly {
    /** How many plans change something, with a mark where one of them goes live, and where the load is over the threshold. */
    readonly text: string;
    readonly label: string;
    /** The addresses of these plans. */
    readonly keys: readonly string[];
    /** Their impact, added up. */
    readonly weight: number;
  }[];
}

export type PortfolioWord =
  | 'portfolio'
  | 'plans'
  | 'plan'
  | 'health'
  | 'why'
  | 'levers'
  | 'goLive'
  | 'owner'
  | 'people'
  | 'next'
  | 'sortBy'
  | 'filter'
  /** With `{n}` of `{all}`. */
  | 'shown'
  | 'goLives'
  | 'today'
  | 'load'
  | 'loadNote'
  | 'group'
  | 'noPlans'
  | 'newPlan'
  | 'noGoLives'
  | 'noLoad'
  | 'busy';

/** What is drawn of all plans of the workspace. */
export interface PortfolioPicture {
  readonly locale: string;
  readonly words: Readonly<Record<PortfolioWord, string>>;
  /** What matters, in one line. */
  readonly news: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly plans: readonly DrawnPlan[];
  /** The first is the one to begin with. */
  readonly sorts: readonly PortfolioSort[];
  /** A row for each plan that goes live, by their first days; without plans that have ended. */
  readonly goLives: readonly DrawnGoLives[];
  readonly clashes: readonly DrawnClash[];
  /** `YYYY-MM`: the time axis of go-lives and load. */
  readonly months: readonly string[];
  readonly load: readonly DrawnLoad[];
  /** For each id that groups of different names have: whether they are one, and what to do. */
  readonly asked: readonly string[];
  /** Files are still being scanned. */
  readonly busy: boolean;
}
