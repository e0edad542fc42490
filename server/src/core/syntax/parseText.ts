/**
 * The parser: text (and the tree of the version before) to tree. Never throws; what cannot be read is an error in it.
 *
 * The text is cut by indentation into blocks that are small enough to be read one by one with the `yaml` library. That has
 * two effects: a mistake is confined to its block (an unclosed quote does not swallow the rest of the file), and a block
 * whose text did not change is taken from the version before. For text without errors the result is the same as reading it
 * whole; tests hold it to that.
 */

import type { Shape } from '../schema/schema.ts';
import { withLineFeeds } from '../text/lines.ts';
import { misread } from '../text/misread.ts';
import type { Span } from '../text/span.ts';
import { asWritten } from './asWritten.ts';
import { firstDocument } from './firstDocument.ts';
import { longestPlan } from './limits.ts';
import { type Lines, readable } from './lines.ts';
import { type ParseError, placed } from './parseError.ts';
import { withoutPasted } from './pasted.ts';
import { readBlock } from './reader/readBlock.ts';
import { type Grammar, Reader } from './reader/reader.ts';
import { readList } from './reader/readList.ts';
import { readMapping } from './reader/readMapping.ts';
import { readPairs, readValue } from './reader/readPair.ts';
import { type RepairedIndentation, repairIndentation } from './repairIndentation.ts';
import { repairPlacement } from './repairPlacement.ts';
import { type Piece, type ReadPart, reparse } from './reparse.ts';
import { binaryAt, mayBeStray, plainOf, settled, straysIn } from './strayCharacters.ts';
import { brokenTree, type SyntaxTree } from './syntaxTree.ts';
import type { YamlBlock } from './yamlBlock.ts';

const grammar: Grammar = { block: readBlock, mapping: readMapping, pairs: readPairs, value: readValue };

/** Reads a part of a text, as `reparse` asks for it. */
function readPiece(piece: Piece, known: ReadonlyMap<string, YamlBlock>): ReadPart | undefined {
  const { lines, cut, column, kind, depth } = piece;
  const reader = new Reader(grammar, lines, known);
  const range = { from: 0, to: lines.starts.length, cut };
  const at = (kind === 'list' ? readList : readMapping)(reader, range, column, depth, piece.shape);
  if (reader.swallows || reader.errors.length > 0) return undefined;
  const { node, start } = at;
  const [only, more] = node.kind === 'list' ? node.items : node.kind === 'map' ? node.pairs : [];
  if (!only || more) return undefined;
  const shape = 'name' in only ? piece.shape?.key(only.name) : piece.shape?.items;
  const inner =
    'name' in only ? { node: only.value, start: start + only.valueAt } : { node: only.node, start: start + only.at };
  const errors: ParseError[] = [];
  const found = shape && repairPlacement(lines.text, inner, shape, errors);
  if (!found || found.unknown || errors.length > 0 || found.root !== inner) return undefined;
  return { at, ambiguities: reader.ambiguities.map(placed).sort((a, b) => a.start - b.start) };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * Reads a text of the format with that shape. `previous` is the tree of any earlier version, best of the one before the
 * last edit: blocks of text that it holds too are not read again. The result depends on `written` alone. Never throws.
 */
export function parseText(written: string, shape: Shape, previous?: SyntaxTree): SyntaxTree {
  const text = withLineFeeds(written);
  if (previous?.text === text) return previous;
  const lost = misread(text);
  if (lost >= 0) return brokenTree(text, { kind: 'encoding', start: lost, end: lost + 1 });
  const changed = previous && reparse(text, previous, shape, (piece) => readPiece(piece, previous.blocks));
  if (previous && changed) return { text, ...changed, errors: [], blocks: previous.blocks, reparsable: true };
  const stray = mayBeStray(text);
  const binary = stray ? binaryAt(text) : undefined;
  if (binary !== undefined) return brokenTree(text, { kind: 'binary', start: binary, end: binary + 1 });
  if (text.length > longestPlan) {
    return brokenTree(text, { kind: 'too-long', start: 0, end: text.slice(0, 100).search(/\r?\n|$/) });
  }
  const known = previous?.blocks ?? new Map();
  const strays = stray ? straysIn(text) : [];
  if (strays.length === 0) return readWhole(text, shape, known);
  const plain = plainOf(text, strays);
  const tree = readWhole(plain.text, shape, known);
  // What some of them stand for depends on what they stand in.
  const meant = settled(strays, plain, tree.root, shape);
  if (!meant) return asWritten(text, tree, plain, strays);
  const other = plainOf(text, meant);
  return asWritten(text, readWhole(other.text, shape, tree.blocks), other, meant);
}

/** Reads a text that has no stray characters; `known`: blocks of the version before. */
function readWhole(text: string, shape: Shape, known: ReadonlyMap<string, YamlBlock>): SyntaxTree {
  const aside: ParseError[] = [];
  const { lines: whole, blank } = readable(text, aside);
  const lines = withoutPasted(whole, shape, aside);
  const range = firstDocument(lines, aside);
  const read = (from: Lines, blocks: ReadonlyMap<string, YamlBlock>, straight?: RepairedIndentation) => {
    const reader = new Reader(grammar, from, blocks, [straight?.moved, from.moved]);
    reader.errors.push(...aside, ...(straight?.errors ?? []));
    const block = reader.block({ ...range, cut: lines.starts[range.from] ?? text.length }, 0, shape);
    reader.reportOddIndents(text, blank);
    const found = block && repairPlacement(text, block, shape, reader.errors);
    return {
      reader,
      root: found?.root,
      /** Something in it may reach further than the part that it stands in. */
      open: reader.swallows || found?.unknown === true || (found && found.root !== block),
      doubtful: reader.errors.length > aside.length || reader.swallows || found?.unknown,
    };
  };
  let { reader, root, doubtful, open } = read(lines, known);
  const straight = doubtful && repairIndentation(lines, shape);
  if (straight) ({ reader, root, open } = read(straight.lines, reader.blocks, straight));
  const errors = reader.errors.sort(byPlace);
  const ambiguities = reader.ambiguities.map(placed).sort((a, b) => a.start - b.start);
  const entire = range.from === 0 && range.to === lines.starts.length;
  const reparsable =
    entire && !open && !straight && aside.length === 0 && blank.length === 0 && lines.shifts.size === 0;
  return { text, root, errors, ambiguities, blocks: reader.blocks, reparsable };
}
