/** Rows that were copied from a table, as the items of a list or the keys of a section. */
import { freeId, slug } from '../model/ids.ts';
import { keyMeant, keyNamed } from '../schema/keyMeant.ts';
import { takesText } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { looksLikeDay } from '../text/day.ts';
import { indented, written } from './yamlEdit.ts';

type Rows = readonly (readonly string[])[];

/** The lines of a cell. */
const linesIn = (text: string) => text.split(/\r?\n/).map((line) => line.trim());

/** The words of a cell, between commas or on lines. */
function listed(text: string): string[] {
  const words = text.split(/[\n,，、;；]/).map((word) => word.trim());
  return words.filter((word) => word !== '');
}

/** A key with what a cell says, as lines. */
function pairOf(key: string, text: string, shape: Shape | undefined): string[] {
  const types = shape?.types ?? [];
  if (text === '') return [`${key}:`];
  if (types.includes('array') && !(types.includes('string') && !shape?.items?.types.includes('string'))) {
    const words = listed(text);
    const only = words.length === 1 && shape?.also.includes(words[0] as string);
    return [`${key}: ${only ? words[0] : `[${words.map(written).join(', ')}]`}`];
  }
  const lines = linesIn(text);
  if (lines.length > 1 && (!shape || takesText(shape))) return [`${key}: |-`, ...indented(lines, 2)];
  const one = lines.filter((line) => line !== '').join(' ');
  const number = types.includes('number') || types.includes('integer') || types.includes('boolean');
  return [`${key}: ${number && /^(?:true|false|[-+]?\d+(?:\.\d+)?)$/.test(one) ? one : written(one)}`];
}

/** A key of the author's own for a head that the format does not know. */
function ownKey(head: string, index: number): string {
  return `x-${slug(head) || `column-${index + 1}`}`;
}

/** What the head of a list's rows is often called: what the list holds. */
function isThing(head: string, list: Shape): boolean {
  const plain = head.trim().toLowerCase();
  const { en = '', 'zh-CN': chinese = '' } = list.title ?? {};
  return plain.length > 1 && (en.toLowerCase().startsWith(plain) || chinese.includes(plain));
}

/** Whether an item must have a key that is not among these; an id can be made. */
function lacks(item: Shape, keys: readonly string[]): boolean {
  return item.required.some((key) => key !== 'id' && !keys.includes(key));
}

/** The keys that the first row names; undefined where it names none. */
function keysOfHead(head: readonly string[], rows: Rows, list: Shape, item: Shape): string[] | undefined {
  const keys = head.map((cell) => keyNamed(item, cell));
  const naming = item.key('title') ? 'title' : 'name';
  if (item.key(naming) && !keys.includes(naming)) {
    const thing = head.findIndex((cell, index) => keys[index] === undefined && isThing(cell, list));
    if (thing >= 0) keys[thing] = naming;
  }
  for (const [index, cell] of head.entries()) keys[index] ??= keyMeant(item, cell);
  if (keys.every((key) => key === undefined) || rows.some((row) => row.slice(head.length).some((cell) => cell !== '')))
    return undefined;
  if (!item.extensible && keys.some((key) => key === undefined)) return undefined;
  const all = keys.map((key, index) => key ?? ownKey(head[index] as string, index));
  return new Set(all).size < all.length || lacks(item, all) ? undefined : all;
}

/** The keys that the columns of rows without a head most likely belong to. */
function keysOfCells(rows: Rows, item: Shape): string[] | undefined {
  const count = Math.max(...rows.map((row) => row.length));
  const keys: string[] = [];
  for (let column = 0; column < count; column++) {
    const cells = rows.flatMap((row) => row[column] || []);
    const fits = (key: string): boolean => {
      const shape = item.key(key);
      if (!shape || keys.includes(key)) return false;
      if (shape.date) return cells.every((cell) => looksLikeDay(cell));
      if (shape.enum) return cells.every((cell) => shape.enum?.includes(cell));
      if (shape.types.includes('number') || shape.types.includes('integer'))
        return cells.every((cell) => /^\d+$/.test(cell));
      return takesText(shape) && !cells.some((cell) => looksLikeDay(cell) || /^\d+$/.test(cell));
    };
    const key = item.keys.find((name) => fits(name));
    if (!key) return undefined;
    keys.push(key);
  }
  return lacks(item, keys) ? undefined : keys;
}

/** Rows as the items of a list, their hyphens in the first column. */
export interface RowItems {
  readonly lines: readonly string[];
  /** No row names the keys. */
  readonly guessed: boolean;
}

/** Rows as items of a list of that shape; `taken` are the ids that there are. Undefined where a cell would be lost. */
export function rowsAsItems(rows: Rows, list: Shape, noun: string, taken: ReadonlySet<string>): RowItems | undefined {
  const item = list.items;
  if (!item || rows.length === 0) return undefined;
  if (item.types.includes('string')) {
    const between = /\p{Script=Han}/u.test(rows.flat().join('')) ? '，' : ', ';
    const lines = rows.map(
      (row) =>
        `- ${written(
          row
            .filter((cell) => cell !== '')
            .map((cell) => linesIn(cell).join(' '))
            .join(between),
        )}`,
    );
    return { lines, guessed: true };
  }
  const [head = [], ...below] = rows;
  const named = keysOfHead(head, below, list, item);
  const keys = named ?? keysOfCells(rows, item);
  const own = named ? below : rows;
  if (!keys || own.length === 0) return undefined;
  const used = new Set(taken);
  const lines = own.flatMap((row) => {
    const pairs = keys.flatMap((key, index) => (row[index] ? [pairOf(key, row[index], item.key(key))] : []));
    if (item.required.includes('id') && !keys.includes('id')) {
      const name = row[keys.findIndex((key) => key === 'title' || key === 'name')] ?? '';
      const id = freeId(slug(name) || `${noun.replace(/s$/, '')}-1`, used);
      used.add(id);
      pairs.unshift([`id: ${id}`]);
    }
    return indented(pairs.flat(), 2).map((line, index) => (index === 0 ? `- ${line.slice(2)}` : line));
  });
  return { lines, guessed: named === undefined };
}

/** Words above the two columns of a form. */
const heads = new Set([
  'field',
  'value',
  'key',
  'item',
  'property',
  'name',
  'content',
  '字段',
  '项目',
  '内容',
  '值',
  '键',
]);

/** Rows of a name and a value each as the keys of a section, from the first column on; undefined where one would be lost. */
export function rowsAsKeys(rows: Rows, section: Shape): string[] | undefined {
  if (section.keys.length === 0 || rows.some((row) => row.slice(2).some((cell) => cell !== ''))) return undefined;
  const named = rows.map(([name = '']) => keyMeant(section, name));
  if (named.every((key) => key === undefined)) return undefined;
  const lines: string[] = [];
  for (const [index, [name = '', value = '']] of rows.entries()) {
    const key = named[index];
    if (!key && index === 0 && heads.has(name.toLowerCase()) && heads.has(value.toLowerCase())) continue;
    if (!key && !section.extensible) return undefined;
    lines.push(...pairOf(key ?? ownKey(name, index), value, key ? section.key(key) : undefined));
  }
  return lines;
}
