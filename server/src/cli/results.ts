/** What the files of a run add up to. */
import { severities } from '../core/diagnostics/severity.ts';
import type { Fingerprints } from './baseline.ts';
import type { Complaints } from './complaints.ts';
import type { PlanResult } from './plans.ts';
import type { Codes, Sum } from './report/report.ts';

export class Results {
  /** The parts of the report. */
  readonly parts: string[] = [];
  readonly counts = { error: 0, warning: 0, info: 0, hint: 0 };
  /** The counts of each file by rule. */
  readonly codes: Codes[] = [];
  /** What was found in each file, with a baseline. */
  readonly found = new Map<string, Fingerprints>();
  /** Number of problems that the baseline has. */
  known = 0;

  constructor(private readonly complaints: Complaints) {}

  add(path: string, { part, counts, codes, known, failures }: PlanResult): void {
    if (part !== undefined) this.parts.push(part);
    for (const severity of severities) this.counts[severity] += counts[severity];
    this.codes.push(codes);
    if (known) this.found.set(path, known.found);
    this.known += known?.count ?? 0;
    for (const message of failures) this.complaints.failure(message);
  }

  /** `catalogs`, `configs`: how many of the files were catalogs and configurations. */
  sum(
    catalogs: number,
    configs: number,
  ): Pick<Sum, 'plans' | 'catalogs' | 'configs' | 'counts' | 'known' | 'failures'> {
    const { parts, counts, known, complaints } = this;
    const plans = parts.length - catalogs - configs;
    return { plans, catalogs, configs, counts, known, failures: complaints.failures };
  }
}
