/** The report as one JSON object, version 1. */
import { sayMessage } from '../../core/i18n/message.ts';
import { printed } from '../printed.ts';
import { positions } from './position.ts';
import type { Report } from './report.ts';

/** JSON indented for its depth in other JSON. */
function indented(value: unknown, depth: number): string {
  return printed(JSON.stringify(value, null, 2).split('\n')).replaceAll('\n', `\n${' '.repeat(2 * depth)}`);
}

/** Lines and columns count from 1. */
export const json: Report = {
  part({ path, text, coverage, catalog, problems, fixed }, locale) {
    const at = positions(text);
    const file = {
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
    return `    ${indented(file, 2)}`;
  },

  whole(parts, { plans, catalogs, counts }) {
    const summary = {
      files: plans + catalogs,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      hints: counts.hint,
    };
    const files = parts.length ? `[\n${parts.join(',\n')}\n  ]` : '[]';
    return `{\n  "version": 1,\n  "files": ${files},\n  "summary": ${indented(summary, 1)}\n}\n`;
  },
};
