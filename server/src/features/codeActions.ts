/** The one-click fixes for the problems in a range; worked out afresh each time, nothing is remembered. */
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { check } from '../core/check.ts';
import { sayMessage } from '../core/text.ts';
import { diagnosticOf } from './diagnostics.ts';
import { rangeOf, type Subject, type View } from './view.ts';

/** The fixes for all problems that touch a range; none where only other kinds of actions are asked for. */
export function codeActions(
  subject: Subject,
  range: Range,
  only: readonly string[] | undefined,
  view: View,
): CodeAction[] {
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const { document, reading } = subject;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const actions: CodeAction[] = [];
  for (const problem of check(reading, view)) {
    if (problem.span.end < start || problem.span.start > end) continue;
    for (const fix of problem.fixes()) {
      const edits = fix.edits.map((edit) => ({ range: rangeOf(subject, edit.span), newText: edit.text }));
      actions.push({
        title: sayMessage(fix.title, view.locale),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(subject, problem, view)],
        edit: view.documentChanges
          ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
          : { changes: { [document.uri]: edits } },
        ...(fix.preferred && { isPreferred: true }),
      });
    }
  }
  return actions;
}
