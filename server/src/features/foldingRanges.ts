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
  const line = (offset: number) => subject.document.positionAt(offset).line;
  const fold = (startLine: number, endLine: number) => {
    if (endLine > startLine && ranges.at(-1)?.startLine !== startLine) ranges.push({ startLine, endLine });
  };
  if (isMap(at)) {
    for (const pair of pairsOf(at)) {
      fold(line(pair.key.start), lastLine(subject, pair.value));
      collect(subject, pair.value, ranges);
    }
  } else {
    for (const item of itemsOf(at)) {
      fold(line(item.start), lastLine(subject, item));
      collect(subject, item, ranges);
    }
  }
}

function comments({ reading }: Subject): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let start = -1;
  const lines = reading.text.split('\n');
  lines.push('');
  for (const [index, line] of lines.entries()) {
    const comment = /^\s*#/.test(line);
    if (comment && start < 0) start = index;
    if (!comment && start >= 0) {
      if (index - start > 1) ranges.push({ startLine: start, endLine: index - 1, kind: FoldingRangeKind.Comment });
      start = -1;
    }
  }
  return ranges;
}

/** All folding ranges; at most one begins on a line. */
export function foldingRanges(subject: Subject): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  if (subject.reading.root) collect(subject, subject.reading.root, ranges);
  return [...ranges, ...comments(subject)].sort((a, b) => a.startLine - b.startLine);
}
