/** Completion: what can be written at the cursor. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { cursorContext, type Location } from '../../core/syntax/cursorContext.ts';
import { isCatalog, isPlan, type Subject, type View } from '../view.ts';
import { CatalogCompleter } from './catalogCompleter.ts';
import { PlanCompleter } from './planCompleter.ts';

function completerFor(subject: Subject, view: View, place: Location, offset: number) {
  if (isPlan(subject)) return new PlanCompleter(subject, view, place, offset);
  return isCatalog(subject) ? new CatalogCompleter(subject, view, place, offset) : undefined;
}

/** The completions at an offset: distinct, without what is already there, the likeliest first. */
export function completion(subject: Subject, offset: number, view: View): CompletionItem[] {
  const place = cursorContext(subject.reading.text, offset);
  const completer = place && completerFor(subject, view, place, offset);
  if (!completer) return [];
  const seen = new Set<string>();
  return completer
    .offers()
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map((offer, index) => completer.bind(offer, index));
}
