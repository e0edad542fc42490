/** What can be done about problems: one-click fixes, exceptions, and all safe fixes at once. */
import { type CodeAction, CodeActionKind, type Range, type SnippetTextEdit } from 'vscode-languageserver-types';
import { type Allowance, allowances } from '../core/allow.ts';
import { check } from '../core/check.ts';
import { fixAll } from '../core/fixAll.ts';
import type { Problem } from '../core/problem.ts';
import { say, sayMessage, type Text } from '../core/text.ts';
import { diagnosticOf } from './diagnostics.ts';
import { rangeOf, type Subject, type View, workspaceEdit } from './view.ts';

/** All that can be fixed without asking; what `editor.codeActionsOnSave` names. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.levers`;

const fixAllTitle: Text = { en: 'Fix all problems that need no decision', 'zh-CN': '修复所有无需决定的问题' };

/** Whether a kind is among those that are asked for; `source` asks for `source.fixAll` and all below it. */
function asked(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function fixes(subject: Subject, problem: Problem, view: View): CodeAction[] {
  return problem.fixes().map((fix) => ({
    title: sayMessage(fix.title, view.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(subject, problem, view)],
    edit: workspaceEdit(
      subject,
      fix.edits.map((edit) => ({ range: rangeOf(subject, edit.span), newText: edit.text })),
      view,
    ),
    ...(fix.preferred && { isPreferred: true }),
  }));
}

/** Text as a snippet means it: nothing in it is a tab stop. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function allow(subject: Subject, { title, problems, at, before, after }: Allowance, view: View): CodeAction {
  const { document } = subject;
  const range = rangeOf(subject, { start: at, end: at });
  const snippet: SnippetTextEdit = {
    range,
    snippet: { kind: 'snippet', value: `${literal(before)}$0${literal(after)}` },
  };
  const textDocument = { uri: document.uri, version: document.version };
  return {
    title: sayMessage(title, view.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: problems.map((problem) => diagnosticOf(subject, problem, view)),
    edit:
      view.documentChanges && view.snippetEdits
        ? { documentChanges: [{ textDocument, edits: [snippet] }] }
        : workspaceEdit(subject, [{ range, newText: before + after }], view),
  };
}

/** Everything for the problems that touch a range: first the fixes, then exceptions. */
function quickFixes(subject: Subject, range: Range, view: View): CodeAction[] {
  const { document, reading: plan } = subject;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const touched = check(plan, view).filter(({ span }) => span.start <= end && start <= span.end);
  return [
    ...touched.flatMap((problem) => fixes(subject, problem, view)),
    ...allowances(plan, touched).map((allowance) => allow(subject, allowance, view)),
  ];
}

/** The actions of the kinds that are asked for; without a wish those for the problems that touch the range. */
export function codeActions(
  subject: Subject,
  range: Range,
  only: readonly string[] | undefined,
  view: View,
): CodeAction[] {
  const actions = asked(only ?? [CodeActionKind.QuickFix], CodeActionKind.QuickFix)
    ? quickFixes(subject, range, view)
    : [];
  if (!only || !asked(only, fixAllKind)) return actions;
  const edits = fixAll(subject.reading, view).map(({ span, text }) => ({
    range: rangeOf(subject, span),
    newText: text,
  }));
  if (edits.length === 0) return actions;
  const title = say(fixAllTitle, view.locale);
  return [...actions, { title, kind: fixAllKind, edit: workspaceEdit(subject, edits, view) }];
}
