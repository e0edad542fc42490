/** Code actions: fixes, exceptions, and all safe fixes at once. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
  type SnippetTextEdit,
} from 'vscode-languageserver-types';
import { check } from '../core/check/check.ts';
import { fixedAll } from '../core/check/fixAll.ts';
import { type Allowance, allowances } from '../core/check/suppress.ts';
import type { Problem } from '../core/diagnostics/problem.ts';
import { keyOrder } from '../core/formatter/keyOrder.ts';
import { say, sayMessage, type Text } from '../core/i18n/message.ts';
import type { Edit } from '../core/text/edit.ts';
import { type Allow, allowCommand, tellCommand } from '../protocol.ts';
import { diagnosticOf } from './diagnostics.ts';
import { fixReport } from './fixReport.ts';
import { snippetText } from './snippet.ts';
import { rangeOf, type Subject, textEdit, type View, workspaceEdit } from './view.ts';

/** The kind of *Fix all*, which `editor.codeActionsOnSave` names. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.levers`;

/** The kind of *Put keys in their usual order*. */
export const sortKeysKind = `${CodeActionKind.Source}.sortKeys.levers`;

const titles = {
  fixAll: { en: 'Fix all problems that need no decision', 'zh-CN': '修复所有无需决定的问题' },
  sortKeys: { en: 'Put keys in their usual order', 'zh-CN': '按通常顺序排列各项' },
} satisfies Record<string, Text>;

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
  const action = {
    title: sayMessage(title, view.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: problems.map((problem) => diagnosticOf(subject, problem, view)),
  };
  if (view.codeActionCommands) {
    const { uri, version } = document;
    const asked: Allow = { uri, version, position: range.start, title: action.title, before, after };
    return { ...action, command: { title: action.title, command: allowCommand, arguments: [asked] } };
  }
  const snippet: SnippetTextEdit = {
    range,
    snippet: { kind: 'snippet', value: `${snippetText(before)}$0${snippetText(after)}` },
  };
  const textDocument = { uri: document.uri, version: document.version };
  return {
    ...action,
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

function wholeFile(subject: Subject, kind: string, title: Text, edits: readonly Edit[], view: View): CodeAction {
  const made = edits.map((edit) => textEdit(subject, edit));
  return { title: say(title, view.locale), kind, ...(made.length > 0 && { edit: workspaceEdit(subject, made, view) }) };
}

/** *Fix all*; asked for by hand it tells what it did, also where that is nothing. */
function fixEverything(subject: Subject, byHand: boolean, view: View): CodeAction[] {
  const { reading } = subject;
  const { edits, after, left } = fixedAll(reading, view);
  const report =
    byHand && view.codeActionCommands ? fixReport(check(reading, view), after, left, view.locale) : undefined;
  if (edits.length === 0 && report === undefined) return [];
  const action = wholeFile(subject, fixAllKind, titles.fixAll, edits, view);
  return [{ ...action, ...(report && { command: { title: '', command: tellCommand, arguments: [report] } }) }];
}

/** The actions of the requested kinds; without any, quick fixes for the problems that touch the range. */
export function codeActions(
  subject: Subject,
  range: Range,
  { only, triggerKind }: Pick<CodeActionContext, 'only' | 'triggerKind'>,
  view: View,
): CodeAction[] {
  const actions = isRequested(only ?? [CodeActionKind.QuickFix], CodeActionKind.QuickFix)
    ? quickFixes(subject, range, view)
    : [];
  if (only && isRequested(only, fixAllKind))
    actions.push(...fixEverything(subject, triggerKind === CodeActionTriggerKind.Invoked, view));
  const sorted = only && isRequested(only, sortKeysKind) ? keyOrder(subject.reading) : [];
  if (sorted.length > 0) actions.push(wholeFile(subject, sortKeysKind, titles.sortKeys, sorted, view));
  return actions;
}
