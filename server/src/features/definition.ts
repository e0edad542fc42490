/** Go to definition: the entry that introduces a name, in the plan or in a team catalog. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Catalog } from '../core/model/catalog.ts';
import { type Occurrence, occurrences, occurrencesAt, sameNamed } from '../core/model/references.ts';
import { follow, isMap, spanOf, spotAt } from '../core/syntax/tree.ts';
import type { Span } from '../core/text/span.ts';
import { rangeOf, type Subject, type View } from './view.ts';

/** A place, in this document or in another. */
interface Target {
  readonly subject: Subject;
  readonly name: Span;
}

/** The strategy in a team catalog; undefined for a built-in one. */
function inCatalogs(id: string, subject: Subject, catalog: Catalog): Target[] {
  const introduces = (one: Occurrence) => one.introduces && one.kind === 'catalog' && one.name === id;
  const own = occurrences(subject.reading).find(introduces);
  if (own) return [{ subject, name: own.span }];
  for (const { uri, file } of catalog.strategy(id)?.origin === undefined ? [] : catalog.files) {
    const found = occurrences(file).find(introduces);
    if (found)
      return [{ subject: { document: TextDocument.create(uri, '', 0, file.text), reading: file }, name: found.span }];
  }
  return [];
}

function targets(subject: Subject, named: readonly Occurrence[], catalog: Catalog): Target[] {
  const { reading } = subject;
  const use = named.find(({ kind }) => kind === 'catalog');
  const described = use ? inCatalogs(use.name, subject, catalog) : [];
  if (described.length) return described;
  const one = named.find((other) => other !== use);
  if (!one) return [];
  const same = sameNamed(reading, one);
  // A plan does not list its people: the first mention stands in for a definition.
  const places = one.kind === 'person' ? same.slice(0, 1) : same.filter(({ introduces }) => introduces);
  return places.map(({ span }) => ({ subject, name: span }));
}

/** The entry that has the name. */
function entryAround({ reading }: Subject, name: Span): Span {
  const spot = spotAt(reading.root, name.start);
  const entry = spot && follow(reading.root, spot.path.slice(0, -1));
  return isMap(entry) ? spanOf(entry) : name;
}

/** The places that introduce the name at an offset; none if there is no name, or nothing introduces it. */
export function definition(subject: Subject, offset: number, view: View): LocationLink[] | Location[] {
  const named = occurrencesAt(subject.reading, offset);
  const [one] = named;
  if (!one) return [];
  const found = targets(subject, named, view.catalog);
  if (!view.definitionLinks) {
    return found.map(({ subject: { document }, subject: other, name }) => ({
      uri: document.uri,
      range: rangeOf(other, name),
    }));
  }
  return found.map(({ subject: other, name }) => ({
    originSelectionRange: rangeOf(subject, one.span),
    targetUri: other.document.uri,
    targetRange: rangeOf(other, one.kind === 'person' ? name : entryAround(other, name)),
    targetSelectionRange: rangeOf(other, name),
  }));
}
