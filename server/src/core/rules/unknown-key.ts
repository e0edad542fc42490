/** A key that the format does not know, nearly always a typing mistake. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import type { Value } from '../i18n/message.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { ambiguitiesIn } from '../model/ambiguities.ts';
import { violations } from '../model/formatCheck.ts';
import { leverMeant } from '../model/leverName.ts';
import type { Reading } from '../model/reading.ts';
import { takesText } from '../schema/places.ts';
import { keyTitled, type Shape } from '../schema/schema.ts';
import { inQuotes } from '../syntax/quoting.ts';
import { type At, isScalar, pairOf, pairsOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { nearest } from '../text/spelling.ts';
import { cutNumbers } from './ambiguous-number.ts';

/** Of more keys than this, a message does not name all. */
const mostNamed = 30;

/** A number that a comma between its thousands cuts in braces. */
const thousands = /^[-+]?\d{1,3}(?:,\d{3})+$/;

/** The value in braces that a comma cut off, together with what follows the comma and became a key; `shape` is that of the map. */
function cutByComma({ text }: Reading, at: At, key: string, shape: Shape): Span | undefined {
  const pairs = pairsOf(at);
  const index = pairs.findIndex(({ name }) => name === key);
  const last = pairs[index];
  const first = pairs.slice(0, index).findLastIndex(({ value }) => value.node.length > 0);
  const before = pairs[first];
  if (!before || !last || !isScalar(before.value) || before.value.node.style !== 'plain') return undefined;
  // A key with its colon between them, whose value is still missing, was not cut off from that text.
  if (pairs.slice(first + 1, index).some(({ key: { end } }) => /^\s*:/.test(text.slice(end, end + 10))))
    return undefined;
  const span = { start: before.value.start, end: last.key.end };
  const source = text.slice(span.start, span.end);
  const inner = shape.key(before.name);
  return !inner || takesText(inner) || thousands.test(source) ? span : undefined;
}

/** What a comma cut off, as one value again: in quotes if it is a text. */
function joined({ text }: Reading, span: Span): Fix[] {
  const source = text.slice(span.start, span.end);
  if (source.includes('\n')) return [];
  if (thousands.test(source)) {
    const number = source.replaceAll(',', '');
    const title = { text: { en: 'Change to {number}', 'zh-CN': '改为 {number}' }, data: { number } };
    return [{ title, edits: [{ span, text: number }], preferred: true }];
  }
  const title = { text: { en: 'Put the whole text in quotes', 'zh-CN': '给整段文字加上引号' } };
  return [{ title, edits: [{ span, text: inQuotes(source) }], preferred: true }];
}

/** A key that the format does not know, kept as one of the author's own. */
function ownKey(key: string, { extensible }: Shape, span: Span): Fix[] {
  const name = `x-${key.replace(/^x-?/i, '')}`;
  if (!extensible || !/^x-[A-Za-z][\w-]*$/.test(name)) return [];
  const title = {
    text: { en: 'Keep it as your own: {name}', 'zh-CN': '保留为自定义的字段：{name}' },
    data: { name: quoted(name) },
  };
  return [{ title, edits: [{ span, text: name }] }];
}

export const rule: FormatRule = {
  code: 'unknown-key',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A key that the format does not know, usually misspelt.',
    'zh-CN': '格式中没有的字段，通常是拼写错误。',
  },
  doc: {
    why: {
      en: 'A misspelt key would be ignored by every tool: the owner is written down and still nobody sees one.',
      'zh-CN': '拼错的字段会被所有工具忽略：负责人明明写了，却没有人看得到。',
    },
    fix: {
      en: 'Choose the key that is meant. For something of your own, begin the key with `x-`.',
      'zh-CN': '请改成正确的字段。要记录自己的内容，字段名以 `x-` 开头。',
    },
  },
  *check(plan) {
    const written = new Map<number, ReadonlySet<string>>();
    // A comma inside a number ended the text before it: `text-cut-short` says so, or `ambiguous-number`.
    const cutOff = new Set([...ambiguitiesIn(plan, 'comma', takesText)].map(({ span }) => span.end));
    for (const { ambiguity } of cutNumbers(plan)) cutOff.add(ambiguity.end);
    for (const violation of violations(plan)) {
      if (violation.kind !== 'unknown-key' || violation.key === undefined) continue;
      const { key, at, shape, span, path } = violation;
      if (cutOff.has(span.start)) continue;
      if (path.length === 1 && path[0] === 'levers' && leverMeant(key).length) continue;
      const pair = pairOf(at, key);
      const keys =
        written.get(at.start) ?? new Set(at.node.kind === 'map' ? at.node.pairs.map(({ name }) => name) : []);
      written.set(at.start, keys);
      const free = shape.keys.filter((candidate) => !keys.has(candidate));
      const titled = keyTitled(shape, key);
      const near = titled && free.includes(titled) ? [titled] : nearest(key, free);
      const flow = at.node.kind === 'map' && at.node.flow;
      const bare = flow && pair?.value.node.kind === 'scalar' && pair.value.node.value === null && near.length === 0;
      const cut = bare ? cutByComma(plan, at, key, shape) : undefined;
      const where: Value = shape.title ?? { en: 'this part', 'zh-CN': '这一部分' };
      yield {
        span,
        text: cut
          ? {
              en: '{key} is not a key here. Did the text before it contain a comma? Put that text in quotes.',
              'zh-CN': '{key} 不是这里的字段。前面的文字里是不是有逗号？请给那段文字加上引号。',
            }
          : near.length
            ? {
                en: '{key} is not a key of “{where}”. Did you mean {near}?',
                'zh-CN': '“{where}”中没有 {key} 这个字段。是不是想写 {near}？',
              }
            : shape.keys.length > mostNamed
              ? {
                  en: '{key} is not a key of “{where}”, and none is called like it.',
                  'zh-CN': '“{where}”中没有 {key} 这个字段，也没有名称相近的字段。',
                }
              : !shape.extensible
                ? {
                    en: '{key} is not a key of “{where}”, which takes only {keys}.',
                    'zh-CN': '“{where}”中没有 {key} 这个字段，只能写 {keys}。',
                  }
                : {
                    en: '{key} is not a key of “{where}”. Custom keys begin with `x-`.',
                    'zh-CN': '“{where}”中没有 {key} 这个字段。自定义的字段请以 `x-` 开头。',
                  },
        data: {
          key: quoted(key),
          where,
          near: alternatives(near.map(quoted)),
          keys: alternatives(shape.keys.map(quoted)),
        },
        fixes: (): Fix[] =>
          cut
            ? joined(plan, cut)
            : near.length
              ? near.map((name, index) => ({
                  title: { text: { en: 'Change to {name}', 'zh-CN': '改为 {name}' }, data: { name: quoted(name) } },
                  edits: [{ span, text: name }],
                  preferred: index === 0,
                }))
              : ownKey(key, shape, span),
      };
    }
  },
};
