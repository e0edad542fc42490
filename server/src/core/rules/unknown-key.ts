/** A key that the format does not know, nearly always a typing mistake. */
import { nearest } from '../nearest.ts';
import type { FormatRule } from '../rule.ts';
import { violations } from '../schema.ts';
import type { Value } from '../text.ts';
import { pairOf } from '../tree.ts';
import { alternatives, quoted } from '../words.ts';

export const rule: FormatRule = {
  code: 'unknown-key',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A key that the format does not know, usually misspelt.',
    'zh-CN': '格式中没有的键，通常是拼写错误。',
  },
  doc: {
    why: {
      en: 'A misspelt key would be ignored by every tool: the owner is written down and still nobody sees one.',
      'zh-CN': '拼错的键会被所有工具忽略：负责人明明写了，却没有人看得到。',
    },
    fix: {
      en: 'Choose the key that is meant. For something of your own, begin the key with `x-`.',
      'zh-CN': '请改成正确的键。要记录自己的内容，键名以 `x-` 开头。',
    },
    allow: { en: 'Never; use a key that begins with `x-`.', 'zh-CN': '不应允许；请改用以 `x-` 开头的键。' },
  },
  *check(plan) {
    const written = new Map<number, ReadonlySet<string>>();
    for (const violation of violations(plan)) {
      if (violation.kind !== 'unknown-key' || violation.key === undefined) continue;
      const { key, at, shape, span } = violation;
      const pair = pairOf(at, key);
      const keys =
        written.get(at.start) ?? new Set(at.node.kind === 'map' ? at.node.pairs.map(({ name }) => name) : []);
      written.set(at.start, keys);
      const free = shape.keys.filter((candidate) => !keys.has(candidate));
      const near = nearest(key, free);
      const flow = at.node.kind === 'map' && at.node.flow;
      const cut = flow && pair?.value.node.kind === 'scalar' && pair.value.node.value === null && near.length === 0;
      const where: Value = shape.title ?? { en: 'this part', 'zh-CN': '这一部分' };
      yield {
        span,
        text: cut
          ? {
              en: '{key} is not a key here. Did the text before it contain a comma? Put that text in quotes.',
              'zh-CN': '{key} 不是这里的键。前面的文字里是不是有逗号？请给那段文字加上引号。',
            }
          : near.length
            ? {
                en: '{key} is not a key of “{where}”. Did you mean {near}?',
                'zh-CN': '“{where}”中没有 {key} 这个键。是不是想写 {near}？',
              }
            : !shape.extensible
              ? {
                  en: '{key} is not a key of “{where}”, which takes only {keys}.',
                  'zh-CN': '“{where}”中没有 {key} 这个键，只能写 {keys}。',
                }
              : {
                  en: '{key} is not a key of “{where}”. Keys of your own begin with `x-`.',
                  'zh-CN': '“{where}”中没有 {key} 这个键。自定义的键请以 `x-` 开头。',
                },
        data: {
          key: quoted(key),
          where,
          near: alternatives(near.map(quoted)),
          keys: alternatives(shape.keys.map(quoted)),
        },
        fixes: () =>
          near.map((name, index) => ({
            title: { text: { en: 'Change to {name}', 'zh-CN': '改为 {name}' }, data: { name: quoted(name) } },
            edits: [{ span, text: name }],
            preferred: index === 0,
          })),
      };
    }
  },
};
