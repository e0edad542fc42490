/** What a place takes, in the words of a message. */

import type { Message, Text } from '../i18n/message.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { lastKey, type Step } from '../schema/path.ts';
import type { Shape } from '../schema/schema.ts';

const kinds: Record<string, Text> = {
  string: { en: 'a text', 'zh-CN': '文字' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'keys and values on lines of their own', 'zh-CN': '逐行书写的字段和值' },
  boolean: { en: '`true` or `false`', 'zh-CN': ' `true` 或 `false`' },
};

/** The kind of value that a place takes, without the words that it may be. */
export function kindTaken(shape: Shape): Text {
  if (shape.date) return { en: 'a date such as `2027-03-15`', 'zh-CN': '日期，例如 `2027-03-15`' };
  if (shape.key('zh-CN'))
    return { en: 'a text with its language, as in `{ en: … }`', 'zh-CN': '注明语言的文字，例如 `{ zh-CN: … }`' };
  const type = shape.types.find((candidate) => candidate !== 'null') ?? 'string';
  return kinds[type] as Text;
}

/** What a place takes, with the words that it may be or an example. */
export function taken(shape: Shape): Message {
  const [example] = shape.examples.en;
  const word = shape.enum ?? (shape.const === undefined ? undefined : [String(shape.const)]);
  if (word) return { text: { en: '{words}', 'zh-CN': ' {words}' }, data: { words: alternatives(word.map(quoted)) } };
  if (shape.items?.refs.length) {
    const text: Text = shape.also.length
      ? {
          en: 'a list of ids in square brackets, or the word {word}',
          'zh-CN': '方括号中的标识列表，或单词 {word}',
        }
      : { en: 'a list of ids in square brackets', 'zh-CN': '方括号中的标识列表' };
    return { text, data: { word: quoted(shape.also[0] ?? '') } };
  }
  if (shape.id || shape.refs.length)
    return {
      text: { en: 'a short name such as {example}', 'zh-CN': '短名，例如 {example}' },
      data: { example: quoted(String(example ?? 'office-staff')) },
    };
  const number = shape.types.includes('number') || shape.types.includes('integer');
  if (number && typeof example === 'number')
    return {
      text: { en: '{kind} such as {example}', 'zh-CN': '{kind}，例如 {example}' },
      data: { kind: kindTaken(shape), example: quoted(String(example)) },
    };
  return { text: kindTaken(shape) };
}

/** A key, or one of the items under it, at the beginning of a sentence; Chinese goes on after it without a blank. */
export function placeNamed(path: readonly Step[]): Message {
  const data = { key: quoted(lastKey(path)) };
  return typeof path.at(-1) === 'number'
    ? { text: { en: 'An item of {key}', 'zh-CN': '{key} 中的一项' }, data }
    : { text: { en: '{key}', 'zh-CN': '{key} ' }, data };
}
