/** Bullets and enumerators under the key of a list, put in one form before the text is read: as long as they are, a `•` and blanks. */
import { takesItems } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import type { Holders } from './holders.ts';
import { type ItemSign, itemSigns, mayBeginItem } from './itemSigns.ts';
import type { Lines } from './lines.ts';

/** Whether nothing but a list can stand in a place. */
export function onlyList(shape: Shape | undefined): boolean {
  return shape?.items !== undefined && (!shape.types.includes('string') || takesItems(shape, ''));
}

/** The lines with the signs of items that were found in them; the same object where there are none. */
export function maskSigns(lines: Lines, holders: () => Holders): Lines {
  const { text, starts, indents, shifts } = lines;
  if (!mayBeginItem.test(text)) return lines;
  const signs = new Map<number, ItemSign>();
  const seen = new Set<number>();
  const begin = (line: number) => (starts[line] as number) + (indents[line] as number) - (shifts.get(line) ?? 0);
  const candidate = (line: number) => mayBeginItem.test(text.slice(begin(line), starts[line + 1] ?? text.length));
  for (let line = 0; line < starts.length; line++) {
    const column = indents[line] as number;
    if (column < 0 || seen.has(line) || !candidate(line)) continue;
    const run = [line];
    let end = line + 1;
    for (; end < starts.length; end++) {
      const own = indents[end] as number;
      if (own < 0 || own > column) continue;
      if (own < column || !candidate(end)) break;
      run.push(end);
    }
    const holder = holders().of(line);
    if (holder && onlyList(holder.shape)) {
      const places = run.map(begin);
      for (const [index, sign] of itemSigns(text, places).entries()) {
        if (sign) signs.set(places[index] as number, sign);
      }
    }
    for (const each of run) seen.add(each);
  }
  if (signs.size === 0) return lines;
  const parts: string[] = [];
  let done = 0;
  for (const [at, { width }] of [...signs].sort(([a], [b]) => a - b)) {
    parts.push(text.slice(done, at), '•'.padEnd(width));
    done = at + width;
  }
  parts.push(text.slice(done));
  return { ...lines, text: parts.join(''), signs };
}
