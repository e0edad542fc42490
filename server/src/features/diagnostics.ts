/** LSP diagnostics of a plan or catalog. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Location } from 'vscode-languageserver-types';
import { check } from '../core/check/check.ts';
import type { Problem } from '../core/diagnostics/problem.ts';
import type { Related } from '../core/diagnostics/rule.ts';
import type { Severity } from '../core/diagnostics/severity.ts';
import { sayMessage } from '../core/i18n/message.ts';
import { rangeOf, type Subject, type View } from './view.ts';

const severity: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tag = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** `Diagnostic.source`. */
export const source = 'levers';

/** The location of related information, maybe in another file. */
function locationOf(subject: Subject, { span, in: other }: Related): Location {
  if (!other) return { uri: subject.document.uri, range: rangeOf(subject, span) };
  const document = TextDocument.create(other.uri, '', 0, other.file.text);
  return { uri: other.uri, range: rangeOf({ document, reading: other.file }, span) };
}

/** One problem as a diagnostic. */
export function diagnosticOf(subject: Subject, problem: Problem, view: View): Diagnostic {
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
        location: locationOf(subject, related),
        message: sayMessage(related.message, view.locale),
      })),
    }),
  };
}

/** All diagnostics of a document, in the order of the text. */
export function diagnostics(subject: Subject, view: View): Diagnostic[] {
  return check(subject.reading, view).map((problem) => diagnosticOf(subject, problem, view));
}
