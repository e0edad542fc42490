/** Paste: re-indents lines that come from another depth, and turns what another program copied into what was meant. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { check } from '../core/check/check.ts';
import { pasting } from '../core/formatter/paste.ts';
import { readAgain } from '../core/model/parse.ts';
import { apply, type Edit } from '../core/text/edit.ts';
import { type Subject, textEdit, type View } from './view.ts';

/** Rules whose fix turns a pasted block into what was meant: a list, the rows of a table, a plan in a fence. */
const blockRules: ReadonlySet<string> = new Set([
  'look-alike-dash',
  'pasted-table',
  'unreadable-text',
  'wrong-kind',
  'missing-colon',
]);

/** How often a fix may bring another one to light. */
const mostFixes = 5;

/** The text of an edit after the proposed fixes of what is found in it, and nowhere else. */
function asMeant({ reading }: Subject, { span, text }: Edit, view: View): string {
  let pasted = text;
  for (let count = 0; count < mostFixes; count++) {
    const whole = apply(reading.text, [{ span, text: pasted }]);
    const end = span.start + pasted.length;
    const inside = (part: { readonly start: number; readonly end: number }) =>
      part.start >= span.start && part.end <= end;
    const fix = check(readAgain(whole, reading), view)
      .filter((problem) => blockRules.has(problem.code) && inside(problem.span))
      .flatMap((problem) => problem.fixes().filter(({ preferred }) => preferred))
      .find(({ edits }) => edits.every((edit) => inside(edit.span)));
    if (!fix) break;
    const own = fix.edits.map((edit) => ({
      ...edit,
      span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
    }));
    pasted = apply(pasted, own);
  }
  return pasted;
}

/** The edit in place of a paste of `text`; undefined if it can be pasted as it is. */
export function paste(subject: Subject, range: Range, text: string, view: View): TextEdit | undefined {
  const { document, reading } = subject;
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const placed = pasting(reading, span, text);
  const edit = placed ?? { span, text };
  const meant = asMeant(subject, edit, view);
  return placed || meant !== text ? textEdit(subject, { span: edit.span, text: meant }) : undefined;
}
