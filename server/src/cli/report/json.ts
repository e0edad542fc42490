/** The report as one JSON object, version 1. */
import { type Locale, sayMessage } from '../../core/text.ts';
import { type Checked, tally } from '../run.ts';
import { positions } from './position.ts';

/** Lines and columns count from 1. */
export function jsonReport(files: readonly Checked[], locale: Locale): string {
  const counts = tally(files);
  const report = {
    version: 1,
    files: files.map(({ path, text, coverage, catalog, problems, fixed }) => {
      const at = positions(text);
      return {
        path,
        ...(fixed !== undefined && { fixed }),
        ...(coverage && { coverage: { covered: coverage.covered, count: coverage.covered.length } }),
        ...(catalog && { catalog: { strategies: catalog.strategies.length, hidden: catalog.hide.length } }),
        problems: problems.map((problem) => ({
          code: problem.code,
          severity: problem.severity,
          message: sayMessage(problem.message, locale),
          range: { start: at(problem.span.start), end: at(problem.span.end) },
          fixable: problem.fixes().length > 0,
        })),
      };
    }),
    summary: {
      files: files.length,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      hints: counts.hint,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
