/** A plan's problems as the editor shows them. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { check } from '../core/check.ts';
import type { Problem } from '../core/problem.ts';
import type { Severity } from '../core/rule.ts';
import { sayMessage } from '../core/text.ts';
import { rangeOf, type Subject, type View } from './view.ts';

const severity: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tag = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** Who says it, in the list of problems. */
export const source = 'levers';

/** One problem as the editor shows it. */
export function diagnosticOf(subject: Subject, problem: Problem, view: View): Diagnostic {
  const { uri } = subject.document;
  return {
    range: rangeOf(subject, problem.span),
    severity: severity[problem.severity],
    code: problem.code,
    codeDescription: { href: view.rulePage.replace('{code}', problem.code) },
    source,
    message: sayMessage(problem.message, view.locale),
    ...(problem.tags.length && { tags: problem.tags.map((name) => tag[name]) }),
    ...(problem.related.length && {
      relatedInformation: problem.related.map((related) => ({
        location: { uri, range: rangeOf(subject, related.span) },
        message: sayMessage(related.message, view.locale),
      })),
    }),
  };
}

/** All problems of a plan, in the order of the text. */
export function diagnostics(subject: Subject, view: View): Diagnostic[] {
  return check(subject.plan, view).map((problem) => diagnosticOf(subject, problem, view));
}
