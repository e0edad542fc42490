/** Pair reader. Reads a key and what stands after its colon. */
import type { Shape } from '../../schema/schema.ts';
import { bulletAt, keyAt, keyName } from '../keyPattern.ts';
import { isConfined } from '../parseError.ts';
import type { At } from '../tree.ts';
import type { Range } from './lineCursor.ts';
import type { KeyLine, WrittenPair } from './places.ts';
import { type PlacedPair, type Reader, type Recovery, recovered } from './reader.ts';
import { badColon } from './recover/badColon.ts';
import { bracketsBehindKey } from './recover/bracketsOutOfPlace.ts';
import { itemBehindKey } from './recover/itemBehindKey.ts';
import { itemsBelowBrackets } from './recover/itemsBelowBrackets.ts';
import { keyInOtherForm } from './recover/keyInOtherForm.ts';
import { keysAfterKey } from './recover/keysAfterKey.ts';
import { keysInOneLine } from './recover/keysInOneLine.ts';
import { keysTooFarRight } from './recover/keysTooFarRight.ts';
import { misalignedText } from './recover/misalignedText.ts';
import { strayLine } from './recover/strayLine.ts';
import { titleAsKey } from './recover/titleAsKey.ts';
import { unclosedKey } from './recover/unclosedKey.ts';

/** What may have been meant as a key where none is written. */
const keyRecoveries: readonly Recovery<KeyLine, readonly PlacedPair[]>[] = [titleAsKey, badColon, keyInOtherForm];

/** What may have been meant by a pair that the library cannot read. */
const pairRecoveries: readonly Recovery<WrittenPair, readonly PlacedPair[]>[] = [
  itemsBelowBrackets,
  keysAfterKey,
  keysTooFarRight,
  keysInOneLine,
  bracketsBehindKey,
];

/** What stands after the colon of a key, on its line or below it; `shape` is that of the value. */
export function readValue(reader: Reader, range: Range, after: number, depth: number, shape: Shape | undefined): At {
  const { cursor, text } = reader;
  const cut = cursor.afterBlanks(after);
  const inner = cursor.inner(range, cut);
  // On the line of its key a text may begin with a bullet, as with any other sign.
  if (inner.cut === cut && bulletAt(text, cut) > 0) {
    const block = reader.parseBlock(inner);
    if (block.node.kind === 'scalar' && block.errors.every(isConfined)) return reader.take(inner, block);
  }
  return reader.valueAfter(after, inner, depth + 1, shape);
}

/** The pairs that begin in a run of lines with a key at `at`; `shape` is that of their map. */
export function readPairs(
  reader: Reader,
  lines: Range,
  at: number,
  depth: number,
  shape: Shape | undefined,
): readonly PlacedPair[] {
  const { cursor, text } = reader;
  const line = { lines, at, depth, shape };
  const unclosed = unclosedKey(reader, line);
  if (unclosed) return unclosed;
  const found = keyAt(text, at);
  if (!found || found.after > cursor.end(lines)) {
    const pairs = recovered(keyRecoveries, reader, line);
    if (!pairs) strayLine(reader, line);
    return pairs ?? [];
  }
  const { source, after } = found;
  const key = { name: keyName(source), length: source.length };
  if (cursor.bareKeyAt(at, lines.from))
    return [{ at, key, value: readValue(reader, lines, after, depth, shape?.key(key.name)) }];
  const whole = { from: lines.from, to: lines.to, cut: at };
  const misaligned = misalignedText(reader, { ...line, key, after });
  if (misaligned) return misaligned;
  const behind = itemBehindKey(reader, { ...line, key, after });
  if (behind) return behind;
  const block = reader.parseBlock(whole);
  const sound = block.errors.every(isConfined);
  const only = block.node.kind === 'map' && block.node.pairs.length === 1 ? block.node.pairs[0] : undefined;
  if (sound && only) {
    const { start } = reader.take(whole, block);
    return [{ at, key, value: { node: only.value, start: start + only.valueAt } }];
  }
  const meant = recovered(pairRecoveries, reader, { ...line, key, after, sound });
  if (meant) return meant;
  const value = cursor.afterBlanks(after);
  if (sound) reader.report('unexpected', value, Math.min(value + 1, cursor.end(lines)));
  return [{ at, key, value: reader.broken(whole, block, value) }];
}
