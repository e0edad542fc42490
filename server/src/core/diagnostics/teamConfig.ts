/** The configuration of a team that holds for a plan, as rules see it. */
import type { TeamFile } from '../model/catalogFile.ts';
import type { ConfigFile } from '../model/configFile.ts';
import type { Spanned } from '../model/entry.ts';
import type { WorkCalendar } from '../model/workCalendar.ts';
import type { RuleSettings } from './settings.ts';

/** So many files at most may build on each other. */
export const mostFiles = 10;

/**
 * Why a file that a configuration names cannot be used: its name is none of such files, or it stands outside of the
 * folder that is open (`place`); there is none (`absent`); the configurations build on each other in a circle
 * (`circle`), or are too many (`many`).
 */
export type WhyUnusable = 'place' | 'absent' | 'circle' | 'many';

/** A path in a configuration that leads to no file that can be used. */
export interface UnusableFile {
  readonly name: Spanned<string>;
  readonly why: WhyUnusable;
}

/** Findings of a rule that a team has accepted. */
export interface Acceptance {
  readonly code: string;
  /** The title of the only plan for which it holds; undefined: for all. */
  readonly plan: string | undefined;
  readonly reason: Spanned<string>;
  /** The last day on which it holds. */
  readonly until: Spanned<string>;
  readonly file: TeamFile<ConfigFile>;
}

/** The configuration that holds for a plan: what the nearest file says, and those that it builds on. */
export interface TeamConfig {
  /** The nearest first. */
  readonly files: readonly TeamFile<ConfigFile>[];
  readonly rules: RuleSettings;
  /** Plain paths of catalogs below the top, those of the nearest file first; undefined if none names any. */
  readonly catalogs: readonly string[] | undefined;
  /** Undefined if none says when people work. */
  readonly calendar: WorkCalendar | undefined;
  /** The names of people and of groups that plans may have, those of all files; none where any may stand. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly accepted: readonly Acceptance[];
  /** What is named in the nearest file and cannot be used; what is named in others is told of them. */
  readonly unusable: readonly UnusableFile[];
}
