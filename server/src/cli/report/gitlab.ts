/** The report for GitLab: a Code Quality report, whose findings a merge request shows. */
import type { Severity } from '../../core/diagnostics/severity.ts';
import { sayMessage } from '../../core/i18n/message.ts';
import { printedJson } from '../printed.ts';
import { positions } from './position.ts';
import { dataReport } from './report.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

export const gitlab = dataReport(
  (file, locale) => {
    const at = positions(file.text);
    // Of two findings with one fingerprint GitLab shows one, whatever files they are in.
    const fingerprints = file.fingerprints(file.path);
    return file.problems.map((problem) => ({
      description: sayMessage(problem.message, locale),
      check_name: problem.code,
      fingerprint: fingerprints.get(problem),
      severity: severities[problem.severity],
      location: {
        path: file.path,
        lines: { begin: at(problem.span.start).line, end: at(problem.span.end).line },
      },
    }));
  },

  (files) => printedJson(files.flat()),
);
