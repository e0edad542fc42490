/** Completion: what can be written at the cursor. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { newItem } from '../../core/formatter/newItem.ts';
import { cursorContext, type Location } from '../../core/syntax/cursorContext.ts';
import { apply, type Edit } from '../../core/text/edit.ts';
import { isCatalog, isPlan, type Subject, type View } from '../view.ts';
import { CatalogCompleter } from './catalogCompleter.ts';
import type { Target } from './completer.ts';
import { PlanCompleter } from './planCompleter.ts';

function completerFor(subject: Subject, view: View, target: Target) {
  if (isPlan(subject)) return new PlanCompleter(subject, view, target);
  return isCatalog(subject) ? new CatalogCompleter(subject, view, target) : undefined;
}

/** What can be written at an offset once `indent` has moved its line; offsets are those before the move. */
function targetAt(text: string, offset: number, indent: Edit | undefined): Target | undefined {
  if (!indent) {
    const place = cursorContext(text, offset);
    return place && { place, offset };
  }
  const shift = indent.text.length - (indent.span.end - indent.span.start);
  const place: Location | undefined = cursorContext(apply(text, [indent]), offset + shift);
  const word = place && { start: place.word.start - shift, end: place.word.end - shift };
  return word && { place: { ...place, word }, offset, indent };
}

/** The completions at an offset: distinct, without what is already there, the likeliest first. */
export function completion(subject: Subject, offset: number, view: View): CompletionItem[] {
  const { reading } = subject;
  const target = targetAt(reading.text, offset, newItem(reading, offset));
  const completer = target && completerFor(subject, view, target);
  if (!completer) return [];
  const seen = new Set<string>();
  return completer
    .offers()
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map((offer, index) => completer.bind(offer, index));
}
