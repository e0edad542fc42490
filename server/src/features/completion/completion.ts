/** Completion: what can be written at the cursor. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { type FurtherOut, furtherOut, newItem } from '../../core/formatter/newItem.ts';
import type { Reading } from '../../core/model/reading.ts';
import { cursorContext, type Location } from '../../core/syntax/cursorContext.ts';
import { isMap, pairsOf } from '../../core/syntax/tree.ts';
import { apply } from '../../core/text/edit.ts';
import { lineEnd } from '../../core/text/lines.ts';
import { isCatalog, isConfig, isPlan, type Subject, type View } from '../view.ts';
import { CatalogCompleter } from './catalogCompleter.ts';
import type { Completer } from './completer.ts';
import { ConfigCompleter } from './configCompleter.ts';
import type { Offer, Target } from './offer.ts';
import { PlanCompleter } from './planCompleter.ts';

function completerFor(subject: Subject, view: View, target: Target): Completer<Reading> | undefined {
  if (isPlan(subject)) return new PlanCompleter(subject, view, target);
  if (isConfig(subject)) return new ConfigCompleter(subject, view, target);
  return isCatalog(subject) ? new CatalogCompleter(subject, view, target) : undefined;
}

/** What can be written at an offset; an item that stands too far right, as if it stood where it belongs. */
function targetAt(reading: Reading, offset: number): Target | undefined {
  const { text } = reading;
  const indent = newItem(reading, offset);
  if (!indent) {
    const place = cursorContext(text, offset);
    return place && { place, offset };
  }
  const shift = indent.text.length - (indent.span.end - indent.span.start);
  const place = cursorContext(apply(text, [indent]), offset + shift);
  const word = place && { start: place.word.start - shift, end: place.word.end - shift };
  return word && { place: { ...place, word }, offset, indent };
}

/** The place of a key or hyphen in a list or section further out; the keys that are there, the nearest above first. */
function targetIn({ part, indent }: FurtherOut, text: string, offset: number): Target {
  const { at, column, path } = part;
  const pairs = isMap(at) ? pairsOf(at) : [];
  const above = pairs.filter(({ key }) => key.start < offset).toReversed();
  const below = pairs.filter(({ key }) => key.start >= offset);
  const place: Location = {
    role: 'key',
    path,
    word: { start: indent.span.end, end: lineEnd(text, indent.span.end) },
    present: new Set([...above, ...below].map(({ name }) => name)),
    items: new Set(),
    flow: false,
    column,
    newItem: false,
    needsSpace: false,
    colonFollows: false,
  };
  return { place, offset: Math.max(offset, indent.span.end), indent };
}

/** The completions at an offset: distinct, without what is already there, the likeliest first. */
export function completion(subject: Subject, offset: number, view: View): CompletionItem[] {
  const { reading } = subject;
  const offers: [Offer, Completer<Reading>][] = [];
  const ask = (target: Target | undefined, offersOf: (completer: Completer<Reading>) => Offer[]) => {
    const completer = target && completerFor(subject, view, target);
    for (const offer of completer ? offersOf(completer) : []) offers.push([offer, completer as Completer<Reading>]);
  };
  ask(targetAt(reading, offset), (completer) => completer.offers());
  for (const further of furtherOut(reading, offset))
    ask(targetIn(further, reading.text, offset), (completer) => completer.further());
  const seen = new Set<string>();
  return offers
    .filter(([{ label }]) => !seen.has(label) && seen.add(label))
    .sort(([a], [b]) => Number(a.optional ?? false) - Number(b.optional ?? false))
    .map(([offer, completer], index) => completer.bind(offer, index));
}
