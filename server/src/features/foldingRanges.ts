/** Folding ranges: sections, levers, entries, long texts, and runs of comments. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Node } from '../core/syntax/tree.ts';
import { lineEnd, trimmedEnd } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import { Places } from './places.ts';
import { isPlan, type Subject } from './view.ts';

/** Collects folding ranges from top to bottom. */
class Collector {
  readonly ranges: FoldingRange[] = [];
  /** Scalars over several lines. */
  readonly texts: Span[] = [];

  /** `levers`: the offsets of the keys of levers. */
  constructor(
    private readonly text: string,
    private readonly levers: ReadonlySet<number>,
    private readonly places: Places,
  ) {}

  /** Adds the ranges in a node that begins at `start`. */
  inside(node: Node, start: number): void {
    if (node.kind === 'scalar') this.texts.push({ start, end: start + node.length });
    else if (node.kind === 'list')
      for (const item of node.items) this.part(start + item.at, item.node, start + item.at);
    else if (node.kind === 'map')
      for (const pair of node.pairs) this.part(start + pair.at, pair.value, start + pair.valueAt);
  }

  /** Adds an item or pair that begins at `start`, and whose value is at `at`. */
  private part(start: number, node: Node, at: number): void {
    const { ranges } = this;
    const end = at + node.length;
    const next = this.text.indexOf('\n', start);
    // A node on one line has nothing to fold.
    if (next < 0 || next >= end) return;
    const last = trimmedEnd(this.text, { start: at, end });
    if (next >= last) return;
    const startLine = this.places.goTo(start).line;
    if (ranges.at(-1)?.startLine === startLine) this.inside(node, at);
    else {
      const range: FoldingRange = { startLine, endLine: startLine };
      // For the command *Fold All Regions*.
      if (this.levers.has(start)) range.kind = FoldingRangeKind.Region;
      ranges.push(range);
      this.inside(node, at);
      // Not earlier: `Places` goes from top to bottom.
      range.endLine = this.places.goTo(last).line;
    }
  }
}

/** Runs of two or more comment lines; lines of `texts` are no comments. */
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

/** All folding ranges, at most one per first line. Each lever is a region. */
export function foldingRanges(subject: Subject): FoldingRange[] {
  const { text, root } = subject.reading;
  const levers = new Set(isPlan(subject) ? subject.reading.leverKeys.map(({ key }) => key.start) : []);
  const folds = new Collector(text, levers, new Places(subject));
  if (root) folds.inside(root.node, root.start);
  return [...folds.ranges, ...comments(text, folds.texts, new Places(subject))].sort(
    (a, b) => a.startLine - b.startLine,
  );
}
