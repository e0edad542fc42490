/** Paste: re-indents lines that come from another depth. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { pasting } from '../core/formatter/paste.ts';
import { type Subject, textEdit } from './view.ts';

/** The edit in place of a paste of `text`; undefined if it can be pasted as it is. */
export function paste(subject: Subject, range: Range, text: string): TextEdit | undefined {
  const { document, reading } = subject;
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const edit = pasting(reading, span, text);
  return edit && textEdit(subject, edit);
}
