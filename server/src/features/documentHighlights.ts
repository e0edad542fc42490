/** Document highlights: all places that name what is at the cursor. */
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { occurrencesAt, sameNamed } from '../core/model/references.ts';
import { rangeOf, type Subject } from './view.ts';

/** All places of the name at an offset; those that introduce it are writes, the others reads. */
export function documentHighlights(subject: Subject, offset: number): DocumentHighlight[] {
  const one = occurrencesAt(subject.reading, offset).at(-1);
  if (!one) return [];
  return sameNamed(subject.reading, one).map(({ span, introduces }) => ({
    range: rangeOf(subject, span),
    kind: introduces ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
