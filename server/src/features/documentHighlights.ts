/** The places to mark while the cursor stands on a name: all that name the same. */
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { occurrencesAt, sameNamed } from '../core/model/references.ts';
import { rangeOf, type Subject } from './view.ts';

/** All places of the name at an offset; one that introduces it counts as written, the others as read. */
export function documentHighlights(subject: Subject, offset: number): DocumentHighlight[] {
  const one = occurrencesAt(subject.reading, offset).at(-1);
  if (!one) return [];
  return sameNamed(subject.reading, one).map(({ span, introduces }) => ({
    range: rangeOf(subject, span),
    kind: introduces ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
