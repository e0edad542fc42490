/** Completion: what can be written at the cursor. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { furtherOut, newItem } from '../../core/formatter/newItem.ts';
import type { Reading } from '../../core/model/reading.ts';
import { cursorContext, type Location } from '../../core/syntax/cursorContext.ts';
import { apply, type Edit } from '../../core/text/edit.ts';
import { isCatalog, isPlan, type Subject, type View } from '../view.ts';
import { CatalogCompleter } from './catalogCompleter.ts';
import type { Completer } from './completer.ts';
import type { Offer, Target } from './offer.ts';
import { PlanCompleter } from './planCompleter.ts';

function completerFor(subject: Subject, view: View, target: Target): Completer<Reading> | undefined {
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
  const offers: [Offer, Completer<Reading>][] = [];
  const ask = (indent: Edit | undefined, offersOf: (completer: Completer<Reading>) => Offer[]) => {
    const target = targetAt(reading.text, indent ? Math.max(offset, indent.span.end) : offset, indent);
    const completer = target && completerFor(subject, view, target);
    if (completer)
      offers.push(...offersOf(completer).map((offer) => [offer, completer] as [Offer, Completer<Reading>]));
  };
  ask(newItem(reading, offset), (completer) => completer.offers());
  for (const indent of furtherOut(reading, offset)) ask(indent, (completer) => completer.further());
  const seen = new Set<string>();
  return offers
    .filter(([{ label }]) => !seen.has(label) && seen.add(label))
    .sort(([a], [b]) => Number(a.optional ?? false) - Number(b.optional ?? false))
    .map(([offer, completer], index) => completer.bind(offer, index));
}
