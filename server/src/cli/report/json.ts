/** The report as one JSON object, version 1 (`schemas/levers-json-output.schema.json`). Lines and columns count from 1. */
import { sayMessage } from '../../core/i18n/message.ts';
import { printedJson } from '../printed.ts';
import { ranges } from './position.ts';
import { dataReport } from './report.ts';

export const json = dataReport(
  (file, locale) => {
    const { path, text, coverage, catalog, problems, fixed } = file;
    const rangeOf = ranges(text);
    const fingerprints = file.fingerprints();
    return {
      path,
      ...(fixed !== undefined && { fixed }),
      ...(coverage && { coverage: { covered: coverage.covered, count: coverage.covered.length } }),
      ...(catalog && { catalog: { strategies: catalog.strategies.length, hidden: catalog.hide.length } }),
      problems: problems.map((problem) => ({
        code: problem.code,
        severity: problem.severity,
        message: sayMessage(problem.message, locale),
        range: rangeOf(problem.span),
        fixable: problem.fixes().length > 0,
        fingerprint: fingerprints.get(problem),
      })),
    };
  },

  (files, { plans, catalogs, configs, counts }) =>
    printedJson({
      version: 1,
      files,
      summary: {
        files: plans + catalogs + configs,
        errors: counts.error,
        warnings: counts.warning,
        infos: counts.info,
        hints: counts.hint,
      },
    }),
);
