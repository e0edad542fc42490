/** What a kind gives of one difference or thing: its sentence, with the places where it stands. */
import type { Data, Text } from '../i18n/message.ts';
import { spanOf } from '../syntax/tree.ts';
import type { Found, Level } from './change.ts';
import type { Difference } from './difference.ts';
import { placeOf, type Thing } from './thing.ts';
import { aboutOf } from './words.ts';

/** A change of one value. */
export function ofValue(difference: Difference, text: Text, data: Data, level?: Level): Found {
  const { thing, key, from, to, before, after } = difference;
  return {
    text,
    data,
    ...(level && { level }),
    about: [...aboutOf(thing), key, ...[from, to].map((value) => JSON.stringify(value ?? null))],
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
