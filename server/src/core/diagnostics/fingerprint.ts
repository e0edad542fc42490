/**
 * Fingerprints of findings: they tell whether a finding is one that was there before. A fingerprint is made of the code of
 * the rule, the keys and the names of entries on the way to the place, and what is written there. It is not made of lines,
 * columns or words of messages, so it stays when lines move, the text is formatted, a message is reworded, or the language
 * changes. Formats that name the way in which it is made call it `v1`.
 */

import type { Reading } from '../model/reading.ts';
import { type At, isList, isMap, itemAt, lastAt, lastPair, pairsOf, plainUnder, spanOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Problem } from './problem.ts';

/** What an entry of a list is called: its id, else the first value in it; empty where it has none. */
function nameOf(item: At): string {
  if (item.node.kind === 'scalar') return '';
  const first = () => pairsOf(item).flatMap(({ name }) => plainUnder(item, name) ?? [])[0];
  return String(plainUnder(item, 'id') ?? plainUnder(item, 'use') ?? first() ?? '');
}

/** The steps from the root to the innermost key or value that covers a span, with what is written there. */
function placeOf({ root, text }: Reading, span: Span): readonly string[] {
  const steps: string[] = [];
  /** Spaces and line breaks do not count: indentation may change. */
  const written = () => text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  let here = root;
  while (here && (isMap(here) || isList(here))) {
    const pair = lastPair(here, span.start);
    const item = isList(here) ? itemAt(here, lastAt(here.node.items, span.start - here.start)) : undefined;
    const child = pair?.span ?? (item && spanOf(item));
    // Between the parts of a list or map, as a comment is.
    if (!child || span.start > child.end) return span.start > here.start ? [...steps, written()] : steps;
    if (span.end > child.end) return steps;
    steps.push(pair?.name ?? nameOf(item as At));
    here = pair?.value ?? item;
    if (pair && span.start < pair.value.start) return steps;
  }
  if (here?.node.kind !== 'scalar') return [...steps, written()];
  const whole = spanOf(here);
  const isPart = span.start > whole.start || span.end < whole.end;
  return [...steps, isPart && span.end > span.start ? written() : String(here.node.value ?? '')];
}

/**
 * The fingerprint of each problem of a document. Problems that are equal but for their place among others of the same
 * kind are counted in the order given, which is that of the text. `digest`: makes a short word of a text, the same each time.
 */
export function fingerprints(
  reading: Reading,
  problems: readonly Problem[],
  digest: (text: string) => string,
): ReadonlyMap<Problem, string> {
  const counts = new Map<string, number>();
  return new Map(
    problems.map((problem) => {
      const identity = JSON.stringify([problem.code, problem.about ?? '', ...placeOf(reading, problem.span)]);
      const count = (counts.get(identity) ?? 0) + 1;
      counts.set(identity, count);
      return [problem, digest(`${identity} ${count}`)];
    }),
  );
}
