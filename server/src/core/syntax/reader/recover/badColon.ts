/** A key of the format with something else in place of its colon and blank: `owner：Ana`, `owner:Ana`, `owner Ana`. */
import { almostKeyAt } from '../../keyPattern.ts';
import type { KeyLine } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';
import { keysOnLineOfKey } from './keysOnLineOfKey.ts';
import { reportKey } from './reportKey.ts';

export const badColon: Recovery<KeyLine, readonly PlacedPair[]> = (reader, { lines, at, depth, shape }) => {
  const almost = almostKeyAt(reader.text, at, true);
  if (!almost || (almost.kind === 'missing-colon' && !shape?.key(almost.source))) return undefined;
  const { source, kind, text } = almost;
  const after = almost.at + almost.length;
  // Arrows and bars between a key and its value are more than a missing colon.
  if (kind === 'missing-colon' && /^(?:[-=~]+>|[→⇒➔➜|])[ \t]/.test(reader.text.slice(after, after + 5)))
    return undefined;
  const inner = shape?.key(source);
  const key = { name: source, length: source.length };
  const written = { start: at, end: almost.at, sign: almost.at };
  const keys = keysOnLineOfKey(reader, { lines, key: written, after, depth, shape: inner });
  if (keys) return [{ at, key, value: keys }];
  const repair = [{ start: almost.at, end: after, text }];
  reportKey(reader, lines.from, { kind, start: almost.at, end: Math.max(after, almost.at + 1), word: source, repair });
  return [{ at, key, value: reader.value(lines, after, depth, inner) }];
};
