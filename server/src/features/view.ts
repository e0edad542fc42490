/** What every feature is given: a document with what it says, and the eyes of its reader. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Context } from '../core/diagnostics/rule.ts';
import { CatalogFile } from '../core/model/catalogFile.ts';
import { Plan } from '../core/model/plan.ts';
import type { Reading } from '../core/model/reading.ts';
import type { Edit } from '../core/text/edit.ts';
import type { Span } from '../core/text/span.ts';

/** What of a document is no matter of its text: its name, and where its lines stand. */
export type Lined = Pick<TextDocument, 'uri' | 'languageId' | 'version' | 'lineCount' | 'positionAt' | 'offsetAt'>;

/** A document at one version, and what its text says: a plan, or the catalog of a team. */
export interface Subject<R extends Reading = Reading> {
  readonly document: Lined;
  readonly reading: R;
}

export function isPlan(subject: Subject): subject is Subject<Plan> {
  return subject.reading instanceof Plan;
}

export function isCatalog(subject: Subject): subject is Subject<CatalogFile> {
  return subject.reading instanceof CatalogFile;
}

/** For whom an answer is made: rules' context, and what the reader's editor can show. */
export interface View extends Context {
  /** The editor takes tab stops in completions. */
  readonly snippets: boolean;
  /** The editor tells inserting from replacing in completions. */
  readonly insertReplace: boolean;
  /** The editor has VS Code's command that opens the suggestions. */
  readonly suggestCommand: boolean;
  /** The editor has the command that shows the picture of a plan. */
  readonly showPlan: boolean;
  /** The editor has the commands that begin a plan in an empty file. */
  readonly startCommands: boolean;
  /** The editor takes edits with the version that they are for. */
  readonly documentChanges: boolean;
  /** The editor takes tab stops in the edits of code actions. */
  readonly snippetEdits: boolean;
  /** The editor takes the place of a definition together with the name that leads there. */
  readonly definitionLinks: boolean;
  /** Address of the page about a rule; `{code}` stands for its code. */
  readonly rulePage: string;
}

/** A span as lines and characters. */
export function rangeOf({ document }: Subject, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Edits of a document as the editor takes them, with the version that they are for where it can. */
export function workspaceEdit({ document }: Subject, edits: TextEdit[], view: View): WorkspaceEdit {
  return view.documentChanges
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
    : { changes: { [document.uri]: edits } };
}

/** An edit as clients take it. */
export function textEdit(subject: Subject, { span, text }: Edit): TextEdit {
  return { range: rangeOf(subject, span), newText: text };
}
