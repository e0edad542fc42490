/** `levers/picture`: what is drawn of a plan. */
import type { Range } from './position.ts';

/** Client → server: the `Picture` of an open plan; null for a document that is none. All texts are in the user's language. */
export const pictureRequest = 'levers/picture';

export interface PictureParams {
  readonly textDocument: { readonly uri: string };
  /** The version with which the plan is compared, and what it is called. */
  readonly before?: { readonly text: string; readonly name: string };
}

/** The place in the text of a thing that is drawn. */
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
  /** "4 Moving"; of a lever that is left out, that. */
  readonly depthTitle: string;
  readonly covered: boolean;
  /** The plan says why it leaves the lever out. */
  readonly leftOut: boolean;
  /** Some of its work is overdue. */
  readonly late: boolean;
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
  /** In a plan that is compared: it is new, or it was on other days. */
  readonly added: boolean;
  readonly was?: { readonly start?: string; readonly due?: string };
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
  /** Those that the version with which the plan is compared has alone, on its days. */
  readonly gone: readonly DrawnBar[];
}

/** A single day: a milestone, a review, go-live; one that is past is so only in the version with which the plan is compared. */
export interface DrawnDay extends Drawn {
  readonly kind: 'milestone' | 'go-live' | 'review' | 'start' | 'end' | 'today' | 'past';
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
  /** The impact on it is high, and nothing, or no training, reaches it. */
  readonly forgotten: boolean;
  readonly total: number;
  /** One for each lever; `keys` are those of the strategies. */
  readonly cells: readonly { readonly label: string; readonly keys: readonly string[] }[];
  /** Whether it knows how, and whether it chooses to; none where that cannot be told. */
  readonly halves: readonly { readonly mark: string; readonly label: string }[];
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
  /** How much of it is expected by now. */
  readonly expected?: number;
  /** How it stands: `behind` and `missed` are bad. */
  readonly course?: 'reached' | 'ahead' | 'on-course' | 'behind' | 'missed';
  /** The same as a sign and a word; empty where nothing was expected. */
  readonly verdict: string;
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
  /** As it is shown. */
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
  | 'know'
  | 'choose'
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
  | 'activity'
  | 'asTable'
  | 'halfTyped'
  | 'unread'
  | 'fill'
  | 'edit'
  | 'editPart'
  | 'addTo'
  | 'move'
  | 'done'
  | 'inText'
  | 'added'
  | 'removed'
  | 'was'
  | 'gone';

/** Of very many only the first; `more` says in words how many are left out, and is empty where none is. */
export interface DrawnNotes {
  readonly notes: readonly DrawnNote[];
  readonly more: string;
}

/** An element of a page as data; `data-go` is a key of `places`. Texts are those of the plan, and never markup. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PageElement | string)[];
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
  /** The plan on one page. */
  readonly brief: PageElement;
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
  /** Those with a reading first, each kind by their days. */
  readonly measures: readonly DrawnMeasure[];
  /** "2 measures have no reading yet:"; empty where all have one. */
  readonly unread: string;
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
  /** The same of what is drawn of the version with which the plan is compared, in the text of that. */
  readonly before: Readonly<Record<string, DrawnPlace>>;
}
