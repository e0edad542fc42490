/** Formatting of a document, or of some ranges of it. */
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { formatting as changes } from '../core/formatter/format.ts';
import { type Subject, textEdit } from './view.ts';

/** The lines that a range touches; one that ends at the start of a line does not touch it. */
function linesOf({ start, end }: Range): { first: number; last: number } {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { first: start.line, last };
}

/** The edits that format a document, or only the lines that `ranges` touch. */
export function formatting(subject: Subject, options: FormattingOptions, ranges?: readonly Range[]): TextEdit[] {
  return changes(subject.reading, options, ranges?.map(linesOf)).map((edit) => textEdit(subject, edit));
}
