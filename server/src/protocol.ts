/** Names and shapes of our own messages between client and server; the only file of the server that the client knows. */

/** The section `levers` of an editor's settings. */
export interface Settings {
  /** Severities and options by the codes of rules, as the manifest describes them. */
  readonly rules?: unknown;
  /** Paths of the catalogs of the team. */
  readonly catalogs?: unknown;
  /** Whether the problems of files that are not open are told too. */
  readonly workspaceProblems?: unknown;
  /** What stands above the levers, by kind. */
  readonly codeLens?: unknown;
  /** What stands beside ids, by kind. */
  readonly inlayHints?: unknown;
}
/** The language modes of our documents. */
export const planLanguage = 'levers-plan';
export const catalogLanguage = 'levers-catalog';

/** What a client may tell when it starts the server (`initializationOptions`); everything is optional. */
export interface InitializationOptions {
  /** BCP 47 tag of the language to speak, before that of `InitializeParams.locale`. */
  readonly locale?: string;
  /** Address of the page about a rule; `{code}` stands for its code. Else the page that comes with the server, as a file. */
  readonly rulePage?: string;
  /** The client has VS Code's command `editor.action.triggerSuggest`. */
  readonly suggestCommand?: boolean;
  /** The client has the command `levers.showPlan`; its argument is the address of a plan. */
  readonly showPlanCommand?: boolean;
  /** The client has our commands `levers.newPlan` and `levers.newPlanFromTemplate`, which take the address of a document. */
  readonly startCommands?: boolean;
  /** The client wants `levers/coverage`. */
  readonly coverage?: boolean;
  /** The client may ask for `levers/overviews` or `levers/portfolio`, and wants `levers/overviewsChanged` once it has. */
  readonly overviews?: boolean;
  /** Settings, for clients that cannot be asked for them (`workspace/configuration`) or have none. */
  readonly settings?: { readonly levers?: Settings };
  /** The day to take for today (`YYYY-MM-DD`), for tests and screenshots. */
  readonly today?: string;
}

/** Server → client: how many levers an open plan covers; sent when it is opened and when that changes. */
export const coverageNotification = 'levers/coverage';

export interface CoverageParams {
  readonly uri: string;
  readonly version: number;
  /** How many of the six are covered. */
  readonly count: number;
  /** How many are enough for this reader. */
  readonly enough: number;
  /** Which are covered, which fits best of those that are missing and why, in a sentence or a few. */
  readonly summary: string;
}

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

/** Where something stands in a document, as LSP counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
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

/** Client → server: all plans of the workspace beside each other, and whom they hit at the same time. No parameters. */
export const portfolioRequest = 'levers/portfolio';

export interface PortfolioResult {
  /** The same as it is drawn, in the reader's language. */
  readonly picture: PortfolioPicture;
  /** By their titles. */
  readonly plans: readonly PlanOverview[];
  readonly load: ChangeLoad;
  /** As in `OverviewsResult`. */
  readonly busy: boolean;
}

/** Which groups are hit by how many changes at the same time; plans that have ended are left out. */
export interface ChangeLoad {
  /** `YYYY-MM`, one after the other without a gap. */
  readonly months: readonly string[];
  /** Those hit by the most plans at once first. */
  readonly groups: readonly GroupLoad[];
}

/** A group that has the same id in one or several plans. */
export interface GroupLoad {
  readonly id: string;
  /** Its names, that of most plans first; plans may call it otherwise. */
  readonly names: readonly string[];
  /** The largest number of people that a plan gives. */
  readonly size?: number | undefined;
  /** The highest impact that a plan has on it: `none`, `low`, `medium` or `high`. */
  readonly impact?: string | undefined;
  /** For each month the plans that change something for it, as places in `plans`, and how many of their strategies do. */
  readonly loads: readonly { readonly plans: readonly number[]; readonly strategies: number }[];
  /** The most plans in one month. */
  readonly most: number;
}

/** Client → server: what is drawn of an open plan (`Picture`); null for what is none. All texts are in the reader's language. */
export const pictureRequest = 'levers/picture';

export interface PictureParams {
  readonly textDocument: { readonly uri: string };
}

/** Where a thing that is drawn stands in the text. */
export interface DrawnPlace {
  /** All that belongs to it. */
  readonly whole: Range;
  /** What names it. */
  readonly name: Range;
}

/** A thing that is drawn; `key` leads to its place, and stays while the plan is edited. */
export interface Drawn {
  readonly key: string;
  readonly title: string;
  /** All that there is to say about it, for a pointer that rests on it and for those who do not see it. */
  readonly label: string;
}

/** From nothing (0), named (1), covered (2) and ready (3) to moving (4). */
export type LeverDepth = 0 | 1 | 2 | 3 | 4;

export interface DrawnLever extends Drawn {
  readonly depth: LeverDepth;
  readonly depthTitle: string;
  readonly covered: boolean;
  /** How many strategies, and why those that do not count do not. */
  readonly notes: readonly string[];
}

/** Days are `YYYY-MM-DD`. */
export interface DrawnBar extends Drawn {
  readonly start?: string;
  readonly due?: string;
}

export interface DrawnStrategy extends DrawnBar {
  readonly status: string;
  readonly statusTitle: string;
  readonly owner: string;
  readonly overdue: boolean;
  /** It goes on, or begins, after go-live. */
  readonly after: boolean;
  /** It counts for its lever. */
  readonly counts: boolean;
  /** Why no bar is drawn. */
  readonly undated?: string;
  readonly activities: readonly DrawnBar[];
  /** The keys of the strategies and milestones that it waits for. */
  readonly waitsFor: readonly string[];
}

export interface DrawnLane {
  /** The key of the lever. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly strategies: readonly DrawnStrategy[];
}

/** A single day: a milestone, a review, go-live. */
export interface DrawnDay extends Drawn {
  readonly kind: 'milestone' | 'go-live' | 'review' | 'start' | 'end' | 'today';
  readonly day: string;
}

export interface DrawnTimeline {
  /** The first and the last day; nothing is drawn where no day is written. */
  readonly from?: string;
  readonly to?: string;
  /** The plan's own days and the day on which it is judged. */
  readonly lines: readonly DrawnDay[];
  readonly milestones: readonly DrawnDay[];
  readonly lanes: readonly DrawnLane[];
  /** What is kept up after go-live. */
  readonly sustainment?: DrawnBar & { readonly reviews: readonly DrawnDay[] };
  /** What goes on after go-live, in a sentence. */
  readonly after: string;
}

/** A group, and how many live strategies of each lever reach it. */
export interface DrawnGroup extends Drawn {
  readonly detail: string;
  /** The impact on it is high, and nothing reaches it. */
  readonly forgotten: boolean;
  readonly total: number;
  /** One for each lever; `keys` are those of the strategies. */
  readonly cells: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

export interface DrawnMeasure extends Drawn {
  readonly detail: string;
  /** Values with their unit. */
  readonly baseline: string;
  readonly latest: string;
  readonly target: string;
  readonly by: string;
  /** Values in the order of their days. */
  readonly readings: readonly number[];
  /** How much of the way from baseline to target is done: 0 none, 1 all; less or more are possible. */
  readonly progress?: number;
}

export interface DrawnRisk extends Drawn {
  /** Likelihood and impact: 1 low, 2 medium, 3 high; 0 where there is none. */
  readonly likelihood: 0 | 1 | 2 | 3;
  readonly impact: 0 | 1 | 2 | 3;
  /** In words; empty where there is none. */
  readonly likelihoodTitle: string;
  readonly impactTitle: string;
  readonly status: string;
  /** What is done about it; empty where nothing is. */
  readonly answer: string;
}

export interface DrawnProblem {
  readonly key: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly severityTitle: string;
  readonly message: string;
  readonly code: string;
  /** "line 12". */
  readonly place: string;
}

/** Something that is listed: a strategy that is overdue, or that comes next. */
export interface DrawnNote extends Drawn {
  readonly day: string;
  readonly detail: string;
}

/** What the plan itself has no words for: headings, columns, notes. */
export type PictureWord =
  | 'levers'
  | 'lever'
  | 'depth'
  | 'notes'
  | 'ofSix'
  | 'standing'
  | 'overdue'
  | 'soon'
  | 'nothingOverdue'
  | 'nothingSoon'
  | 'timeline'
  | 'strategy'
  | 'start'
  | 'due'
  | 'status'
  | 'owner'
  | 'milestones'
  | 'afterGoLive'
  | 'noDays'
  | 'heatMap'
  | 'group'
  | 'total'
  | 'reachedByNothing'
  | 'noGroups'
  | 'measures'
  | 'measure'
  | 'baseline'
  | 'latest'
  | 'target'
  | 'by'
  | 'noMeasures'
  | 'risks'
  | 'risk'
  | 'likelihood'
  | 'impact'
  | 'answer'
  | 'noAnswer'
  | 'noRisks'
  | 'problems'
  | 'noProblems'
  | 'place'
  | 'asTable'
  | 'halfTyped'
  | 'unread';

/** Of very many only the first; `more` says in words how many are left out, and is empty where none is. */
export interface DrawnNotes {
  readonly notes: readonly DrawnNote[];
  readonly more: string;
}

/** A plan among others; `key` is its address. */
export interface DrawnPlan extends Drawn {
  /** How it stands, and why. */
  readonly detail: string;
  readonly health: PlanHealth;
  readonly covered: string;
  /** One for each lever. */
  readonly levers: readonly { readonly depth: LeverDepth; readonly title: string; readonly label: string }[];
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
  /** How many plans there are. */
  readonly facts: readonly string[];
  /** The names of the six levers. */
  readonly levers: readonly string[];
  readonly plans: readonly DrawnPlan[];
  /** One after the other without a gap, from the first go-live to the last. */
  readonly calendar: readonly DrawnMonth[];
  /** `YYYY-MM`. */
  readonly months: readonly string[];
  readonly load: readonly DrawnLoad[];
  /** Files are still being looked at. */
  readonly busy: boolean;
}

/** What is drawn of a plan. */
export interface Picture {
  readonly uri: string;
  readonly version: number;
  /** Nothing of the text is lost, as it is while a word is half typed. */
  readonly complete: boolean;
  /** BCP 47 tag of the language of all texts. */
  readonly locale: string;
  readonly words: Readonly<Record<PictureWord, string>>;
  readonly title: string;
  /** Who leads it, how it stands, on which day it is judged. */
  readonly facts: readonly string[];
  /** `floor` says how many levers are enough. */
  readonly coverage: {
    readonly covered: number;
    readonly enough: number;
    readonly sentence: string;
    readonly floor: string;
  };
  /** What the depths mean, from 1 to 4. */
  readonly depths: readonly { readonly depth: LeverDepth; readonly title: string; readonly meaning: string }[];
  readonly levers: readonly DrawnLever[];
  readonly counts: readonly { readonly status: string; readonly title: string; readonly count: number }[];
  readonly overdue: DrawnNotes;
  readonly soon: DrawnNotes;
  readonly timeline: DrawnTimeline;
  readonly groups: readonly DrawnGroup[];
  readonly measures: readonly DrawnMeasure[];
  readonly risks: readonly DrawnRisk[];
  /** How many risks are closed or accepted, in words; empty where none is. */
  readonly settled: string;
  /** The gravest first; of very many only so many. */
  readonly problems: readonly DrawnProblem[];
  /** How many more there are, in words; empty where all are listed. */
  readonly more: string;
  /** How many problems there are of each severity. */
  readonly problemCounts: readonly {
    readonly severity: DrawnProblem['severity'];
    /** "2 warnings". */
    readonly title: string;
  }[];
  /** By the keys of what is drawn. */
  readonly places: Readonly<Record<string, DrawnPlace>>;
}

/** Answers on the way to a new plan, by the keys of their questions: a text, the value of a choice, or those of several. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** One of several answers to choose from. */
export interface Choice {
  /** What is answered by it; a choice without one only tells something. */
  readonly value?: string;
  /** Under which heading it stands. */
  readonly group?: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** It is shown whatever is typed to narrow the choices. */
  readonly always?: boolean;
}

/** One step: a text to type, one of several choices (or what is typed, read as one), or some of them. */
export interface Question {
  readonly key: string;
  readonly kind: 'text' | 'one' | 'many';
  /** The number of the step, from 0, and how many there are. */
  readonly step: number;
  readonly steps: number;
  /** The heading of the step: what is asked. */
  readonly title: string;
  /** What there is to know for an answer that is typed. */
  readonly prompt: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  /** The values that are chosen as long as nobody has answered. */
  readonly proposed: readonly string[];
  /** What there is to say to the answer as it is. */
  readonly message?: string;
  /** The answer is not enough to go on. */
  readonly blocked: boolean;
  /** It speaks of levers: who does not know what they are can read it up. */
  readonly levers: boolean;
}

/** Client → server: the question at a step on the way to a new plan, given the answers so far; its answer is a `Question`. */
export const questionRequest = 'levers/question';

export interface QuestionParams {
  /** Where the plan will stand: the catalogs and settings that hold there count. */
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

/** Client → server: what to insert when lines are pasted, so that they stand where they belong. */
export const pasteRequest = 'levers/paste';

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** What the paste replaces. */
  readonly range: Range;
  readonly text: string;
}

/** Lines and characters as LSP counts them. */
interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** An edit; its range begins no later than what the paste replaces. `null`: paste as always. */
export type PasteResult = { readonly range: Range; readonly newText: string } | null;
