/** On-type formatting: the indentation of a new line, and of a new item. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { newItem } from '../core/formatter/newItem.ts';
import { newLine } from '../core/formatter/newLine.ts';
import { type Subject, textEdit } from './view.ts';

/** The keys after which an editor asks. */
export const typed = { enter: '\n', hyphen: '-' };

/** The edits after a key of `typed`; `position` is that of the cursor behind it. */
export function onTypeFormatting(subject: Subject, position: Position, key: string): TextEdit[] {
  const change = key === typed.hyphen ? newItem : newLine;
  const edit = change(subject.reading, subject.document.offsetAt(position));
  return edit ? [textEdit(subject, edit)] : [];
}
