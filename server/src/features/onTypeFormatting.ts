/** On-type formatting: the indentation of a new line. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { newLine } from '../core/formatter/newLine.ts';
import { type Subject, textEdit } from './view.ts';

/** The edits after Enter, `position` being that of the cursor on the new line. */
export function onTypeFormatting(subject: Subject, position: Position): TextEdit[] {
  const edit = newLine(subject.reading, subject.document.offsetAt(position));
  return edit ? [textEdit(subject, edit)] : [];
}
