/**
 * Several keys in one line, with commas between them: each stands on a line of its own.
 *
 *     plan: title: New desk, owner: Ana          - id: calls, title: Calls
 */
import { accepts } from '../../../schema/places.ts';
import type { Shape } from '../../../schema/schema.ts';
import type { Span } from '../../../text/span.ts';
import type { Repair } from '../../parseError.ts';
import { toData } from '../../tree.ts';
import { parseBlock } from '../../yamlBlock.ts';
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Reader, Recovery } from '../reader.ts';

/** A key with a colon at the start of the line or after a comma, a semicolon or a wide gap. */
const keys = /(^|(?:(?<![ \t])[ \t]+)?[,，;；、|][ \t]*|(?<![ \t])[ \t]{2,}|\t)([A-Za-z][\w-]*)[ \t]*:[ \t]+/g;

/** Where each of several keys of a shape stands with its value in a line, and what separates it from the one before. */
function keysIn(source: string, shape: Shape): { readonly sign: Span; readonly end: number }[] {
  const found = [...source.matchAll(keys)].filter(({ 2: name }) => shape.key(name as string));
  if (found.length < 2 || found[0]?.index !== 0) return [];
  return found.map(({ index, 1: sign = '' }, nth) => ({
    sign: { start: index, end: index + sign.length },
    end: found[nth + 1]?.index ?? source.length,
  }));
}

/**
 * The pairs in a text that begins at `at` on its line, and the edits that put all but the first on lines of their own in
 * a column; undefined where there are not several, or one cannot be read.
 */
export function pairsInLine(
  { text }: Reader,
  { start: at, end }: Span,
  shape: Shape,
  lineStart: string,
): { readonly pairs: readonly PlacedPair[]; readonly repair: Repair[] } | undefined {
  const source = text.slice(at, end);
  const pairs: PlacedPair[] = [];
  const repair: Repair[] = [];
  for (const { sign, end: to } of keysIn(source, shape)) {
    const block = parseBlock(source.slice(sign.end, to));
    const only = block.node.kind === 'map' && block.node.pairs.length === 1 ? block.node.pairs[0] : undefined;
    if (!only || block.errors.length > 0 || block.ambiguities.length > 0) return undefined;
    const start = at + sign.end + block.at;
    pairs.push({
      at: start + only.at,
      key: { name: only.name, length: only.keyLength },
      value: { node: only.value, start: start + only.valueAt },
    });
    if (pairs.length > 1) repair.push({ start: at + sign.start, end: at + sign.end, text: lineStart });
  }
  return pairs.length > 1 ? { pairs, repair } : undefined;
}

export const keysInOneLine: Recovery<WrittenPair, readonly PlacedPair[]> = (reader, { lines, at, shape, sound }) => {
  const { cursor } = reader;
  if (sound || !shape || cursor.lineBelow(lines) < lines.to) return undefined;
  const lineStart = `${cursor.breakBefore(lines.from + 1)}${' '.repeat(cursor.columnOf(at))}`;
  const found = pairsInLine(reader, { start: at, end: cursor.lineEnd(lines.from) }, shape, lineStart);
  // In a sentence such words may be no keys: what follows them tells.
  const fits = ({ key, value }: PlacedPair) => {
    const inner = shape.key(key.name);
    return inner !== undefined && accepts(inner, toData(value.node));
  };
  if (!found?.pairs.slice(1).every(fits)) return undefined;
  const [, second] = found.pairs as readonly [PlacedPair, PlacedPair];
  reader.report('keys-behind', second.at, second.at + second.key.length, { repair: found.repair, unsure: true });
  return found.pairs;
};
