/** Table cells that several tables use. */
import type { Picture } from '../../../../server/src/protocol.ts';
import { type Filling, filledWords, fillMark } from './filling/filling.ts';
import type { Cell } from './table.ts';

/** A text, and more below it. */
export const cell = (text: string, detail?: string): Cell => ({ text, ...(detail && { detail }) });

/** A cell whose text leads to the place of what it is about. */
export const link = (key: string, text: string, detail?: string): Cell => ({ ...cell(text, detail), keys: [key] });

/** A value under `name` of what has this key: it can be filled in where the text can be written. */
export function value(
  filling: Filling,
  words: Picture['words'],
  { key, name, title, text }: { key: string; name: string; title: string; text: string },
): Cell {
  if (!filling.enabled()) return cell(text);
  const shown = text || '–';
  return { text: shown, fill: fillMark(key, name), label: filledWords(words.fill, { title, value: shown }) };
}

/** Cells of a heat map: how many things each has, colored in quarters of the most that any has. */
export function heatCells(
  most: number,
  cells: readonly { readonly label: string; readonly keys: readonly string[] }[],
) {
  return cells.map(({ keys, label }) => ({
    text: keys.length ? String(keys.length) : '–',
    keys,
    label,
    className: `heat-${Math.ceil((keys.length / most) * 4)}`,
  }));
}

/** The most things that a cell of a heat map has, at least 1. */
export function mostIn(rows: readonly { readonly cells: readonly { readonly keys: readonly string[] }[] }[]): number {
  return Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ keys }) => keys.length)));
}
