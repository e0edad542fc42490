/** What can be folded: sections, levers, entries, long texts, and runs of comments. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type At, isMap, itemsOf, pairsOf, spanOf } from '../core/tree.ts';
import type { Subject } from './view.ts';

/** The line of the last character of a node that is not blank. */
function lastLine({ document, reading }: Subject, at: At): number {
  let { end } = spanOf(at);
  while (end > at.start && /\s/.test(reading.text[end - 1] ?? '')) end--;
  return document.positionAt(end).line;
}

function collect(subject: Subject, at: At, ranges: FoldingRange[]): void {
  const inside = isMap(at)
    ? pairsOf(at).map(({ key, value }) => ({ start: key.start, value }))
    : itemsOf(at).map((value) => ({ start: value.start, value }));
  for (const { start, value } of inside) {
    const next = subject.reading.text.indexOf('\n', start);
    // What stands on one line folds nowhere, nor does anything in it.
    if (next < 0 || next >= spanOf(value).end) continue;
    const startLine = subject.document.positionAt(start).line;
    const endLine = lastLine(subject, value);
    if (endLine > startLine && ranges.at(-1)?.startLine !== startLine) ranges.push({ startLine, endLine });
    collect(subject, value, ranges);
  }
}

function comments({ document, reading: { text } }: Subject): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const { index, 0: block } of text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)) {
    const startLine = document.positionAt(index).line;
    ranges.push({
      startLine,
      endLine: startLine + block.split('\n').length - 1,
      kind: FoldingRangeKind.Comment,
    });
  }
  return ranges;
}

/** All folding ranges; at most one begins on a line. */
export function foldingRanges(subject: Subject): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  if (subject.reading.root) collect(subject, subject.reading.root, ranges);
  return [...ranges, ...comments(subject)].sort((a, b) => a.startLine - b.startLine);
}
