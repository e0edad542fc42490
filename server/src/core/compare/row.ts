/** What a kind gives of one difference or thing: its sentence, with the places where it stands. */
import type { Data, Text } from '../i18n/message.ts';
import { spanOf } from '../syntax/tree.ts';
import type { Found, Level } from './change.ts';
import type { Comparison } from './comparison.ts';
import { type Difference, isFreeText } from './difference.ts';
import { placeOf, type Thing } from './thing.ts';
import { aboutOf, besides, itemsText, listChange, shiftOf, shiftText, valueText } from './words.ts';

/** A change of one value. */
export function ofValue(difference: Difference, text: Text, data: Data, level?: Level): Found {
  const { thing, key, shape, from, to, before, after } = difference;
  const { less, more } = listChange(difference);
  // Of words it counts how many there are.
  const values = isFreeText(shape?.items)
    ? [less.length, more.length]
    : isFreeText(shape)
      ? [from === undefined, to === undefined]
      : [from, to].map((value) => JSON.stringify(value ?? null));
  return {
    text,
    data,
    ...(level && { level }),
    about: [...aboutOf(thing), key, ...values],
    before: before ? spanOf(before) : placeOf(thing.before),
    after: after ? spanOf(after) : placeOf(thing.after),
  };
}

/** A change of a thing as a whole. */
export function ofThing(thing: Thing, how: string, text: Text, data: Data, level?: Level): Found {
  return {
    text,
    data,
    ...(level && { level }),
    about: [how, ...aboutOf(thing)],
    before: placeOf(thing.before),
    after: placeOf(thing.after),
  };
}

/** What is said of a value that is another, that is new, and that is gone. */
export interface ValueWords {
  readonly changed: Text;
  readonly set: Text;
  readonly gone: Text;
}

/** The same words whether a value is another, new or gone. */
export function alike(text: Text): ValueWords {
  return { changed: text, set: text, gone: text };
}

/** What is said of a list to which something was added, from which something was taken, and both. */
export interface ListWords {
  readonly more: Text;
  readonly less: Text;
  readonly both: Text;
}

/** What a sentence has beside its values: another level than its kind, more data. */
interface More {
  readonly level?: Level | undefined;
  readonly data?: Data;
}

/** Data of all sentences about a thing: `{thing}`, and `{whole}`, of which it is a part. */
function thingData({ thing }: Difference, comparison: Comparison): Data {
  return { thing: comparison.called(thing), whole: thing.parent ? comparison.called(thing.parent) : '' };
}

/** A change of one value, `{from}` to `{to}`; of a day `{shift}`: how far it has moved. */
export function ofSingle(difference: Difference, words: ValueWords, comparison: Comparison, more: More = {}): Found {
  const { shape, from, to } = difference;
  const isReworded = isFreeText(shape) && typeof from === 'string' && typeof to === 'string';
  const [was, is] = isReworded ? [besides(from, to), besides(to, from)] : [from, to];
  const text = from === undefined ? words.set : to === undefined ? words.gone : words.changed;
  const data: Data = {
    ...thingData(difference, comparison),
    from: valueText(was, difference, comparison),
    to: valueText(is, difference, comparison),
    shift: shiftText(shiftOf(difference) ?? 0),
    ...more.data,
  };
  return ofValue(difference, text, data, more.level);
}

/** A change of a list, to which `{more}` was added, and from which `{less}` was taken. */
export function ofList(difference: Difference, words: ListWords, comparison: Comparison, more: More = {}): Found {
  const { less, more: added } = listChange(difference);
  const [[was], [is]] = [less, added];
  // One item in the place of another is often the same in other words.
  const isReworded = less.length === 1 && added.length === 1 && isFreeText(difference.shape?.items);
  const said = (items: readonly string[], other = '') =>
    itemsText(isReworded ? items.map((item) => besides(item, other)) : items, difference, comparison);
  const text = less.length === 0 ? words.more : added.length === 0 ? words.less : words.both;
  const data = { ...thingData(difference, comparison), less: said(less, is), more: said(added, was), ...more.data };
  return ofValue(difference, text, data, more.level);
}
