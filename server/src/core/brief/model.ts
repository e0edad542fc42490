/** The data of a brief: a plan on one page, with all its words said in the reader's language. */

import type { Course } from '../analysis/measures.ts';
import type { Locale } from '../i18n/message.ts';
import type { Health } from '../overview/health.ts';

/** A line of the page: what it is about, and more about it. `key` is that of the picture (`pictureKeys`). */
export interface BriefItem {
  readonly key?: string;
  readonly title: string;
  readonly detail: string;
}

/** A value of the head of the plan as it is shown; `label` names it for those who may fill it in. */
export interface BriefValue {
  /** Its key under `plan`. */
  readonly name: string;
  readonly text: string;
  readonly label: string;
}

/** A heading and what stands below it. */
export interface BriefList {
  readonly heading: string;
  readonly items: readonly BriefItem[];
  /** What is said of those that are not listed; empty where there is nothing to say. */
  readonly more: string;
}

/** A measure with a reading. */
export interface BriefMeasure {
  readonly key: string;
  readonly title: string;
  /** Shares of the way from baseline to target, from 0 to 1. */
  readonly done?: number;
  readonly expected?: number;
  /** "47% → 100% by May 28". */
  readonly values: string;
  readonly course?: Course;
  /** A sign and a word for the course; empty where nothing was expected. */
  readonly verdict: string;
}

export interface BriefMeasures {
  readonly heading: string;
  /** By their days. */
  readonly rows: readonly BriefMeasure[];
  /** What is said of all others. */
  readonly rest: string;
}

/**
 * How a bar is drawn: `late` is overdue, `stopped` paused or cancelled, `was` only in the version with which the plan is
 * compared.
 */
export type BriefLook = 'done' | 'running' | 'planned' | 'late' | 'stopped' | 'was';

/** Days as shares of those that are drawn, from 0 to 1. */
export interface BriefDays {
  readonly from: number;
  readonly to: number;
}

/** A strategy in time. */
export interface BriefBar extends BriefDays {
  readonly key?: string;
  readonly look: BriefLook;
  /** Its title, how it is drawn, its last day; of one that moved, where it was. */
  readonly label: string;
  /** Where it was in the version with which the plan is compared. */
  readonly was?: BriefDays;
}

/** A lever. */
export interface BriefLane {
  readonly key: string;
  readonly title: string;
  readonly bars: readonly BriefBar[];
  /** Why it has no bars, or what is to be known of them; may be empty. */
  readonly note: string;
}

/** A day or month on the lanes: its share of the days that are drawn, and its name. */
export interface BriefMark {
  readonly at: number;
  readonly label: string;
}

/** The six levers over time. */
export interface BriefLanes {
  readonly heading: string;
  readonly lanes: readonly BriefLane[];
  /** The first days of months. */
  readonly months: readonly BriefMark[];
  readonly goLives: readonly BriefMark[];
  /** Go-lives of the version with which the plan is compared, on days that are none any more. */
  readonly past: readonly BriefMark[];
  /** The day on which the plan is judged, where it is among the days that are drawn. */
  readonly now?: BriefMark;
  /** The looks that occur. */
  readonly legend: readonly { readonly look: BriefLook; readonly word: string }[];
}

/** What is otherwise than in the version with which a plan is compared. */
export interface BriefSince {
  /** How many changes there are, and the gravest. */
  readonly summary: string;
  /** The names of what is new, and of what is gone, in a sentence each; empty where nothing is. */
  readonly added: string;
  readonly gone: string;
}

/** A plan on one page. Texts are in the reader's language and may be empty; lists may be. */
export interface Brief {
  readonly locale: Locale;
  /** Of a plan that is compared. */
  readonly since?: BriefSince;
  readonly title: string;
  /** Organization, revision, confidentiality, status. */
  readonly about: readonly string[];
  /** Sponsor, change lead. */
  readonly people: readonly BriefValue[];
  /** The day on which the plan is judged, where that is not today. */
  readonly asOf: string;
  readonly health: { readonly health: Health; readonly word: string; readonly reason: string };
  readonly why: {
    readonly heading: string;
    readonly need: string;
    readonly solution: string;
    readonly unchanged: string;
  };
  readonly goLive: {
    readonly heading: string;
    /** The number of days to the next go-live, or since the last. */
    readonly days: string;
    /** What that number counts: "days to Jun 14, 2027". */
    readonly of: string;
    /** Set where that is the day of the plan itself. */
    readonly own?: Omit<BriefValue, 'text'>;
    /** The other go-lives. */
    readonly others: readonly string[];
    /** For whom, and how many. */
    readonly people: string;
  };
  readonly asked: BriefList;
  readonly lanes: BriefLanes;
  readonly measures: BriefMeasures;
  readonly risks: BriefList;
  readonly dates: BriefList;
  readonly groups: BriefList;
  readonly exceptions: BriefList;
  /** Places to fill in and problems, in words. */
  readonly state: readonly string[];
}
