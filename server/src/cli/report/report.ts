/** What a report is made of: a part for each file, made where the file was checked, and the whole around the parts. */

import type { Coverage } from '../../core/analysis/coverage.ts';
import type { Problem } from '../../core/diagnostics/problem.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import type { Locale } from '../../core/i18n/message.ts';
import type { CatalogFile } from '../../core/model/catalogFile.ts';

/** A plan, or the catalog of a team, that was checked. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  /** Of a plan. */
  readonly coverage?: Coverage;
  /** The catalog, if it is one. */
  readonly catalog?: CatalogFile;
  readonly problems: readonly Problem[];
  /** Whether the file was changed; undefined without `--fix`. */
  readonly fixed?: boolean;
}

/** How many problems of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** How much was checked, and what was found. */
export interface Sum {
  readonly plans: number;
  readonly catalogs: number;
  readonly counts: Counts;
}

/** A format of a report. */
export interface Report {
  /** What is said about one file. */
  part(file: Checked, locale: Locale): string;
  /** All that is said, with the parts in their order. */
  whole(parts: readonly string[], sum: Sum, locale: Locale): string;
}

/** How many problems of each severity are among these. */
export function countsOf(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}
