/** Code actions: fixes, exceptions, and all safe fixes at once. */
import { type CodeAction, CodeActionKind, type Range, type SnippetTextEdit } from 'vscode-languageserver-types';
import { check } from '../core/check/check.ts';
import { fixAll } from '../core/check/fixAll.ts';
import { type Allowance, allowances } from '../core/check/suppress.ts';
import type { Problem } from '../core/diagnostics/problem.ts';
import { keyOrder } from '../core/formatter/keyOrder.ts';
import { say, sayMessage, type Text } from '../core/i18n/message.ts';
import type { Edit } from '../core/text/edit.ts';
import { diagnosticOf } from './diagnostics.ts';
import { snippetText } from './snippet.ts';
import { rangeOf, type Subject, textEdit, type View, workspaceEdit } from './view.ts';

/** The kind of *Fix all*, which `editor.codeActionsOnSave` names. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.levers`;

/** The kind of *Put keys in their usual order*. */
export const sortKeysKind = `${CodeActionKind.Source}.sortKeys.levers`;

/** Actions on a whole file, requested by their kind. */
const wholeFile: readonly {
  readonly kind: string;
  readonly title: Text;
  readonly edits: (subject: Subject, view: View) => readonly Edit[];
}[] = [
  {
    kind: fixAllKind,
    title: { en: 'Fix all problems that need no decision', 'zh-CN': '修复所有无需决定的问题' },
    edits: ({ reading }, view) => fixAll(reading, view),
  },
  {
    kind: sortKeysKind,
    title: { en: 'Put keys in their usual order', 'zh-CN': '按通常顺序排列各项' },
    edits: ({ reading }) => keyOrder(reading),
  },
];

/** Whether a kind is requested; `source` includes `source.fixAll` and all below it. */
function isRequested(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function fixes(subject: Subject, problem: Problem, view: View): CodeAction[] {
  return problem.fixes().map((fix) => ({
    title: sayMessage(fix.title, view.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(subject, problem, view)],
    edit: workspaceEdit(
      subject,
      fix.edits.map((edit) => textEdit(subject, edit)),
      view,
    ),
    ...(fix.preferred && { isPreferred: true }),
  }));
}

function allow(subject: Subject, { title, problems, at, before, after }: Allowance, view: View): CodeAction {
  const { document } = subject;
  const range = rangeOf(subject, { start: at, end: at });
  const snippet: SnippetTextEdit = {
    range,
    snippet: { kind: 'snippet', value: `${snippetText(before)}$0${snippetText(after)}` },
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

/** Quick fixes for the problems that touch a range: first the fixes, then exceptions. */
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

/** The actions of the requested kinds; without any, quick fixes for the problems that touch the range. */
export function codeActions(
  subject: Subject,
  range: Range,
  only: readonly string[] | undefined,
  view: View,
): CodeAction[] {
  const actions = isRequested(only ?? [CodeActionKind.QuickFix], CodeActionKind.QuickFix)
    ? quickFixes(subject, range, view)
    : [];
  for (const { kind, title, edits } of wholeFile) {
    if (!only || !isRequested(only, kind)) continue;
    const made = edits(subject, view).map((edit) => textEdit(subject, edit));
    if (made.length > 0)
      actions.push({ title: say(title, view.locale), kind, edit: workspaceEdit(subject, made, view) });
  }
  return actions;
}
