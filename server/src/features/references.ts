/** Every place that names the same thing. */
import type { Location } from 'vscode-languageserver-types';
import { occurrencesAt, sameNamed } from '../core/model/references.ts';
import { rangeOf, type Subject } from './view.ts';

/**
 * The places where what is named at an offset is named, in the order of the text; `declaration`: with those that introduce
 * it. Of a strategy that goes by its id of the catalog `use` introduces it.
 */
export function references(subject: Subject, offset: number, declaration: boolean): Location[] {
  const one = occurrencesAt(subject.reading, offset).at(-1);
  if (!one) return [];
  return sameNamed(subject.reading, one)
    .filter(({ introduces }) => declaration || !introduces)
    .map(({ span }) => ({ uri: subject.document.uri, range: rangeOf(subject, span) }));
}
