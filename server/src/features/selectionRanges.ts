/** Selection ranges: word, value, pair, entry, list, section, file. */
import type { SelectionRange } from 'vscode-languageserver-types';
import { type At, itemsOf, type PairAt, pairsOf, spanOf } from '../core/syntax/tree.ts';
import type { Span } from '../core/text/span.ts';
import { rangeOf, type Subject } from './view.ts';

/** The spans around an offset, from the whole text to the innermost. */
function spans(root: At, offset: number): Span[] {
  const found: Span[] = [];
  const around = ({ start, end }: Span) => start <= offset && offset <= end;
  for (let here: At | undefined = root; here; ) {
    const span = spanOf(here);
    if (!around(span)) break;
    found.push(span);
    const pair: PairAt | undefined = pairsOf(here).find((candidate) => around(candidate.span));
    if (pair) {
      found.push(pair.span);
      if (around(pair.key)) {
        found.push(pair.key);
        break;
      }
      here = pair.value;
    } else {
      here = itemsOf(here).find((item) => around(spanOf(item)));
    }
  }
  return found;
}

/** One chain of selection ranges for each offset. */
export function selectionRanges(subject: Subject, offsets: readonly number[]): SelectionRange[] {
  const { text, root } = subject.reading;
  return offsets.map((offset) => {
    const whole: Span = { start: 0, end: text.length };
    const chain = [whole, ...(root ? spans(root, offset) : [])];
    let selection: SelectionRange = { range: rangeOf(subject, whole) };
    let last = whole;
    for (const span of chain.slice(1)) {
      if (span.start === last.start && span.end === last.end) continue;
      selection = { range: rangeOf(subject, span), parent: selection };
      last = span;
    }
    return selection;
  });
}
