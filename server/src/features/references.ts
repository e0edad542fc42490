/** References: every place that names the same thing. */
import type { Location } from 'vscode-languageserver-types';
import { occurrencesAt, sameNamed } from '../core/model/references.ts';
import { rangeOf, type Subject } from './view.ts';

/**
 * The places of the name at an offset, in the order of the text; `declaration`: including those that introduce it. A
 * strategy without an id of its own is introduced by its `use`.
 */
export function references(subject: Subject, offset: number, declaration: boolean): Location[] {
  const one = occurrencesAt(subject.reading, offset).at(-1);
  if (!one) return [];
  return sameNamed(subject.reading, one)
    .filter(({ introduces }) => declaration || !introduces)
    .map(({ span }) => ({ uri: subject.document.uri, range: rangeOf(subject, span) }));
}
