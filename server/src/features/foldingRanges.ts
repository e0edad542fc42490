/** What can be folded: sections, levers, entries, long texts, and runs of comments. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { lineEnd } from '../core/edit.ts';
import { type At, isMap, isScalar, itemsOf, pairsOf, type Span, spanOf } from '../core/tree.ts';
import { positions } from './positions.ts';
import { isPlan, type Subject } from './view.ts';

type LineOf = (offset: number) => number;

/** The offset of the last character of a node that is not blank. */
function lastOf(text: string, at: At): number {
  let { end } = spanOf(at);
  while (end > at.start && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** What folds, and the texts over several lines, both from top to bottom. */
interface Folds {
  readonly ranges: FoldingRange[];
  readonly texts: Span[];
}

/** Collects what folds in a node; `levers` are the starts of what is a lever. */
function collect(text: string, at: At, levers: ReadonlySet<number>, lineOf: LineOf, folds: Folds): void {
  const { ranges } = folds;
  if (isScalar(at)) folds.texts.push(spanOf(at));
  const inside = isMap(at)
    ? pairsOf(at).map(({ key, value }) => ({ start: key.start, value }))
    : itemsOf(at).map((value) => ({ start: value.start, value }));
  for (const { start, value } of inside) {
    const next = text.indexOf('\n', start);
    const last = lastOf(text, value);
    // What stands on one line folds nowhere, nor does anything in it.
    if (next < 0 || next >= last) continue;
    const startLine = lineOf(start);
    if (ranges.at(-1)?.startLine === startLine) collect(text, value, levers, lineOf, folds);
    else {
      const range: FoldingRange = { startLine, endLine: startLine };
      // So that the command that folds all regions folds all levers.
      if (levers.has(start)) range.kind = FoldingRangeKind.Region;
      ranges.push(range);
      collect(text, value, levers, lineOf, folds);
      // Only now: lines are found from top to bottom.
      range.endLine = lineOf(last);
    }
  }
}

/** Comments on lines of their own, two or more in a row; lines of `texts` are none. */
function comments(text: string, texts: readonly Span[], lineOf: LineOf): FoldingRange[] {
  const runs: FoldingRange[] = [];
  let passed = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', lineEnd(text, at))) {
    if (text.slice(text.lastIndexOf('\n', at) + 1, at).trim() !== '') continue;
    while ((texts[passed]?.end ?? at) < at) passed++;
    if ((texts[passed]?.start ?? at) < at) continue;
    const line = lineOf(at);
    const run = runs.at(-1);
    if (run?.endLine === line - 1) run.endLine = line;
    else runs.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return runs.filter(({ startLine, endLine }) => endLine > startLine);
}

/** All folding ranges; at most one begins on a line. Each lever is a region. */
export function foldingRanges(subject: Subject): FoldingRange[] {
  const { text, root } = subject.reading;
  const levers = new Set(isPlan(subject) ? subject.reading.leverKeys.map(({ key }) => key.start) : []);
  const lines = (): LineOf => {
    const placeOf = positions(subject);
    return (offset) => placeOf(offset).line;
  };
  const folds: Folds = { ranges: [], texts: [] };
  if (root) collect(text, root, levers, lines(), folds);
  return [...folds.ranges, ...comments(text, folds.texts, lines())].sort((a, b) => a.startLine - b.startLine);
}
