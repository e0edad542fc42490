/** Rename: whether a name can be changed, and the edits that change it everywhere. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { isRefusal, type Refusal, renamable, rename } from '../core/edits/rename.ts';
import { rangeOf, type Subject, type View, workspaceEdit } from './view.ts';

/** The name at an offset, as the initial text of the input box; a refusal with its reason; undefined if there is no name. */
export function prepareRename(
  subject: Subject,
  offset: number,
): { range: Range; placeholder: string } | Refusal | undefined {
  const one = renamable(subject.reading, offset);
  return one && !isRefusal(one) ? { range: rangeOf(subject, one.span), placeholder: one.name } : one;
}

/** The edits that rename what is named at an offset; a refusal with its reason; undefined if there is no name. */
export function renameEdit(
  subject: Subject,
  offset: number,
  newName: string,
  view: View,
): WorkspaceEdit | Refusal | undefined {
  const edits = rename(subject.reading, offset, newName);
  if (!edits || isRefusal(edits)) return edits;
  return workspaceEdit(
    subject,
    edits.map(({ span, text }) => ({ range: rangeOf(subject, span), newText: text })),
    view,
  );
}
