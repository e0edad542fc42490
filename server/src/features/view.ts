/** What every feature gets: a document with what it says, and the view of the client. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Context } from '../core/diagnostics/rule.ts';
import { CatalogFile } from '../core/model/catalogFile.ts';
import { ConfigFile } from '../core/model/configFile.ts';
import { Plan } from '../core/model/plan.ts';
import type { Reading } from '../core/model/reading.ts';
import type { Edit } from '../core/text/edit.ts';
import type { Span } from '../core/text/span.ts';

/** A document without its text: its identity and line index. */
export type Lined = Pick<TextDocument, 'uri' | 'languageId' | 'version' | 'lineCount' | 'positionAt' | 'offsetAt'>;

/** A document at one version, with its reading: a plan, or a file of a team. */
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

export function isConfig(subject: Subject): subject is Subject<ConfigFile> {
  return subject.reading instanceof ConfigFile;
}

/** What an answer depends on besides the document: the context of rules, and what the editor supports. */
export interface View extends Context {
  /** Snippets in completions. */
  readonly snippets: boolean;
  /** Insert-and-replace edits in completions. */
  readonly insertReplace: boolean;
  /** VS Code's command that opens suggestions. */
  readonly suggestCommand: boolean;
  /** The command that shows the picture of a plan. */
  readonly showPlan: boolean;
  /** The commands that begin a plan in an empty file. */
  readonly startCommands: boolean;
  /** The commands that ask for the reason of an exception, and tell what *Fix all* did. */
  readonly codeActionCommands: boolean;
  /** Versioned workspace edits. */
  readonly documentChanges: boolean;
  /** Snippets in the edits of code actions. */
  readonly snippetEdits: boolean;
  /** `LocationLink`s as definitions. */
  readonly definitionLinks: boolean;
  /** Address of the page about a rule; `{code}` stands for its code. */
  readonly rulePage: string;
}

/** The range of a span of document offsets. */
export function rangeOf({ document }: Subject, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Edits of a document as a workspace edit, versioned if the editor supports that. */
export function workspaceEdit({ document }: Subject, edits: TextEdit[], view: View): WorkspaceEdit {
  return view.documentChanges
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
    : { changes: { [document.uri]: edits } };
}

/** An edit of document offsets as an LSP text edit. */
export function textEdit(subject: Subject, { span, text }: Edit): TextEdit {
  return { range: rangeOf(subject, span), newText: text };
}
