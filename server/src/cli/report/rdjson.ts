/** The report for reviewdog (its rdjson): with a fix that needs no decision, a reviewer commits it with one click. */
import type { Fix } from '../../core/diagnostics/rule.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import { sayMessage } from '../../core/i18n/message.ts';
import { apply } from '../../core/text/edit.ts';
import { lineEnd, lineStart, withLineFeeds } from '../../core/text/lines.ts';
import { printedJson } from '../printed.ts';
import { type Position, positions } from './position.ts';
import { dataReport } from './report.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

/** A fix as whole lines, which a review can replace: the numbers of the first and the last, and what they become. */
function suggestion(text: string, at: (offset: number) => Position, { edits }: Fix) {
  const lines = withLineFeeds(text);
  const start = lineStart(lines, Math.min(...edits.map(({ span }) => span.start)));
  const end = lineEnd(lines, Math.max(...edits.map(({ span }) => span.end)));
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - start, end: edit.span.end - start },
  }));
  return {
    range: { start: { line: at(start).line }, end: { line: at(end).line } },
    text: apply(text.slice(start, end), moved),
  };
}

export const rdjson = dataReport(
  (file, locale) => {
    const { path, text, problems } = file;
    const fixes = file.firstFixes();
    const at = positions(text);
    /** With the column in bytes of UTF-8, from 1. */
    const place = (offset: number) => {
      const { line, column } = at(offset);
      return { line, column: Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1 };
    };
    return problems.map((problem) => {
      const fix = fixes.get(problem);
      return {
        message: sayMessage(problem.message, locale),
        location: { path, range: { start: place(problem.span.start), end: place(problem.span.end) } },
        severity: severities[problem.severity],
        code: { value: problem.code },
        ...(fix && { suggestions: [suggestion(text, at, fix)] }),
      };
    });
  },

  (files) => printedJson({ source: { name: 'levers' }, diagnostics: files.flat() }),
);
