/** The shape of a report format: a part for each file, made on the thread that checked it, and the whole around the parts. */

import type { Coverage } from '../../core/analysis/coverage.ts';
import type { Problem } from '../../core/diagnostics/problem.ts';
import type { Fix } from '../../core/diagnostics/rule.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import type { Locale, Text } from '../../core/i18n/message.ts';
import type { CatalogFile } from '../../core/model/catalogFile.ts';
import type { ConfigFile } from '../../core/model/configFile.ts';
import type { HealthReport } from '../../core/overview/health.ts';

/** A plan, or a file of a team, that was checked. */
export interface Checked {
  /** Relative to the working directory, with `/`, where the file is in there; else as it was named. */
  readonly path: string;
  readonly text: string;
  /** Of a plan that could be read. */
  readonly coverage?: Coverage;
  /** How a plan stands that could be read. */
  readonly health?: HealthReport;
  /** The catalog, if it is one. */
  readonly catalog?: CatalogFile;
  /** The configuration, if it is one. */
  readonly config?: ConfigFile;
  readonly problems: readonly Problem[];
  /** Whether the file was changed; undefined without `--fix`. */
  readonly fixed?: boolean;
  /**
   * The fingerprint of each problem. With `path` in it, it differs from those of other files too. Computed on each call.
   */
  fingerprints(path?: string): ReadonlyMap<Problem, string>;
  /** The fixes that `--fix` would make first, by problem. Computed on each call. */
  firstFixes(): ReadonlyMap<Problem, Fix>;
}

/** Number of problems by severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** Number of problems by the code of their rule. */
export type Codes = Readonly<Record<string, number>>;

/** The sums of a run, and what a report says besides what was found. */
export interface Sum {
  readonly plans: number;
  readonly catalogs: number;
  readonly configs: number;
  readonly counts: Counts;
  /** Number of problems that a baseline has, which are not reported. */
  readonly known: number;
  /** What could not be checked, a message each; where there is one, nothing in the report means that all is well. */
  readonly failures: readonly string[];
  /** The mildest severity that fails the run. */
  readonly failOn: Severity;
  /** Version of the program. */
  readonly version: string;
  /** The pages about the rules, as Markdown, by code and language. */
  rulePages(): Readonly<Record<string, Text>>;
}

/** A format of a report. */
export interface Report {
  /** The part of one file. */
  part(file: Checked, locale: Locale): string;
  /** The whole report. */
  whole(parts: readonly string[], sum: Sum, locale: Locale): string;
  /** What is added to the summary of a job, in at most so many bytes of UTF-8. */
  summary?(parts: readonly string[], sum: Sum, locale: Locale, most: number): string;
}

/** A format whose parts are data: `part` says of a file what the format needs, `whole` makes the report of that. */
export function dataReport<T>(
  part: (file: Checked, locale: Locale) => T,
  whole: (files: readonly T[], sum: Sum, locale: Locale) => string,
  summary?: (files: readonly T[], sum: Sum, locale: Locale, most: number) => string,
): Report {
  const dataOf = (parts: readonly string[]): T[] => parts.map((json) => JSON.parse(json));
  return {
    part: (file, locale) => JSON.stringify(part(file, locale)),
    whole: (parts, sum, locale) => whole(dataOf(parts), sum, locale),
    ...(summary && { summary: (parts, sum, locale, most) => summary(dataOf(parts), sum, locale, most) }),
  };
}

/** The number of problems of each severity. */
export function countsOf(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** The number of problems of each rule. */
export function codesOf(problems: readonly Problem[]): Codes {
  const codes: Record<string, number> = {};
  for (const { code } of problems) codes[code] = (codes[code] ?? 0) + 1;
  return codes;
}
