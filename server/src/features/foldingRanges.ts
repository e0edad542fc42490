/** What can be folded: sections, levers, entries, long texts, and runs of comments. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Node } from '../core/syntax/tree.ts';
import { lineEnd, trimmedEnd } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import { Places } from './places.ts';
import { isPlan, type Subject } from './view.ts';

/** Collects what folds, from top to bottom. */
class Collector {
  readonly ranges: FoldingRange[] = [];
  /** The texts over several lines. */
  readonly texts: Span[] = [];

  /** `levers` are the starts of what is a lever. */
  constructor(
    private readonly text: string,
    private readonly levers: ReadonlySet<number>,
    private readonly places: Places,
  ) {}

  /** What folds in a node that begins at `start`. */
  inside(node: Node, start: number): void {
    if (node.kind === 'scalar') this.texts.push({ start, end: start + node.length });
    else if (node.kind === 'list')
      for (const item of node.items) this.part(start + item.at, item.node, start + item.at);
    else if (node.kind === 'map')
      for (const pair of node.pairs) this.part(start + pair.at, pair.value, start + pair.valueAt);
  }

  /** An item or pair that begins at `start`, and its value at `at`. */
  private part(start: number, node: Node, at: number): void {
    const { ranges } = this;
    const end = at + node.length;
    const next = this.text.indexOf('\n', start);
    // What stands on one line folds nowhere, nor does anything in it.
    if (next < 0 || next >= end) return;
    const last = trimmedEnd(this.text, { start: at, end });
    if (next >= last) return;
    const startLine = this.places.goTo(start).line;
    if (ranges.at(-1)?.startLine === startLine) this.inside(node, at);
    else {
      const range: FoldingRange = { startLine, endLine: startLine };
      // So that the command that folds all regions folds all levers.
      if (this.levers.has(start)) range.kind = FoldingRangeKind.Region;
      ranges.push(range);
      this.inside(node, at);
      // Only now: lines are found from top to bottom.
      range.endLine = this.places.goTo(last).line;
    }
  }
}

/** Comments on lines of their own, two or more in a row; lines of `texts` are none. */
function comments(text: string, texts: readonly Span[], places: Places): FoldingRange[] {
  const runs: FoldingRange[] = [];
  let passed = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', lineEnd(text, at))) {
    if (text.slice(text.lastIndexOf('\n', at) + 1, at).trim() !== '') continue;
    while ((texts[passed]?.end ?? at) < at) passed++;
    if ((texts[passed]?.start ?? at) < at) continue;
    const { line } = places.goTo(at);
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
  const folds = new Collector(text, levers, new Places(subject));
  if (root) folds.inside(root.node, root.start);
  return [...folds.ranges, ...comments(text, folds.texts, new Places(subject))].sort(
    (a, b) => a.startLine - b.startLine,
  );
}
