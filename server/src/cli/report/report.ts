/** The shape of a report format: a part for each file, made on the thread that checked it, and the whole around the parts. */

import type { Coverage } from '../../core/analysis/coverage.ts';
import type { Problem } from '../../core/diagnostics/problem.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import type { Locale } from '../../core/i18n/message.ts';
import type { CatalogFile } from '../../core/model/catalogFile.ts';
import type { HealthReport } from '../../core/overview/health.ts';

/** A plan, or the catalog of a team, that was checked. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  /** Of a plan that could be read. */
  readonly coverage?: Coverage;
  /** How a plan stands that could be read. */
  readonly health?: HealthReport;
  /** The catalog, if it is one. */
  readonly catalog?: CatalogFile;
  readonly problems: readonly Problem[];
  /** Whether the file was changed; undefined without `--fix`. */
  readonly fixed?: boolean;
}

/** Number of problems by severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** The sums of a run. */
export interface Sum {
  readonly plans: number;
  readonly catalogs: number;
  readonly counts: Counts;
}

/** A format of a report. */
export interface Report {
  /** The part of one file. */
  part(file: Checked, locale: Locale): string;
  /** The whole report. */
  whole(parts: readonly string[], sum: Sum, locale: Locale): string;
}

/** The number of problems of each severity. */
export function countsOf(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}
