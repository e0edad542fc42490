/** The edits that rename what stands at the cursor. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { isRefusal, type Refusal, rename } from '../core/edits/rename.ts';
import { rangeOf, type Subject, type View, workspaceEdit } from './view.ts';

/** The edits that give what is named at an offset a new name; why that cannot be; nothing where no name stands. */
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
