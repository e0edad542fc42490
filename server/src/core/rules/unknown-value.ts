/** A word that is not among those a key takes. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { violations } from '../model/formatCheck.ts';
import { lastKey } from '../schema/path.ts';
import { choiceName, type Shape } from '../schema/schema.ts';
import { spanOf } from '../syntax/tree.ts';
import { nearest } from '../text/spelling.ts';

/** The choices whose name, in either language, is this word: 已完成 for `done`. */
function choicesCalled(word: string, shape: Shape): string[] {
  const plain = word.trim().toLowerCase();
  return [...(shape.values?.keys() ?? [])].filter((choice) => {
    const name = choiceName(shape, choice);
    return name.en.toLowerCase() === plain || name['zh-CN'].toLowerCase() === plain;
  });
}

export const rule: FormatRule = {
  code: 'unknown-value',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A word that is not among those a key takes, usually misspelt.',
    'zh-CN': '不在可选范围内的词，通常是拼写错误。',
  },
  doc: {
    why: {
      en: 'Keys such as `status` take one of a few words, so that plans can be compared and pictures drawn. Any other word would count as none.',
      'zh-CN': '`status` 这样的键只接受几个固定的词，这样计划之间才能比较、才能画图。其他词等于没写。',
    },
    fix: {
      en: 'Choose one of the words in the message. Notes of your own go under a key that begins with `x-`.',
      'zh-CN': '请从提示列出的词中选一个。自己的备注请放在以 `x-` 开头的键下。',
    },
  },
  safeFixes: true,
  *check(plan) {
    for (const violation of violations(plan)) {
      if (violation.kind !== 'unknown-value') continue;
      const { at, shape, span, path } = violation;
      const { node } = at;
      if (node.kind === 'scalar' && node.value === null) continue;
      const key = lastKey(path);
      const value = plan.text.slice(spanOf(at).start, spanOf(at).end);
      if (shape.enum === undefined && shape.types.includes('array')) {
        // One group where a list of groups is expected.
        yield {
          span,
          text: {
            en: '{key} takes a list in square brackets, or the word `all`.',
            'zh-CN': '{key} 应为方括号中的列表，或单词 `all`。',
          },
          data: { key: quoted(key) },
          fixes: () =>
            /[\r\n]/.test(value)
              ? []
              : [
                  {
                    title: { text: { en: 'Make it a list', 'zh-CN': '改成列表' } },
                    edits: [{ span, text: `[${value.replace(/\s*[，、]\s*/g, ', ')}]` }],
                    preferred: true,
                    safe: true,
                  },
                ],
        };
        continue;
      }
      const allowed = shape.enum ?? (shape.const === undefined ? [] : [String(shape.const)]);
      const written = node.kind === 'scalar' ? String(node.value) : '';
      const called = node.kind === 'scalar' ? choicesCalled(written, shape) : [];
      const near = called.length ? called : node.kind === 'scalar' ? nearest(written, allowed) : [];
      const choices = near.length ? near : allowed.length === 1 ? allowed : [];
      yield {
        span: node.kind === 'scalar' ? span : { start: span.start, end: span.start + 1 },
        text: near.length
          ? {
              en: '{key} must be one of {allowed}. Did you mean {near}?',
              'zh-CN': '{key} 只能是 {allowed} 之一。是不是想写 {near}？',
            }
          : allowed.length === 1
            ? { en: '{key} must be {allowed}.', 'zh-CN': '{key} 只能是 {allowed}。' }
            : { en: '{key} must be one of {allowed}.', 'zh-CN': '{key} 只能是 {allowed} 之一。' },
        data: { key: quoted(key), allowed: alternatives(allowed.map(quoted)), near: alternatives(near.map(quoted)) },
        fixes: () =>
          node.kind === 'scalar'
            ? choices.map(
                (name, index): Fix => ({
                  title: { text: { en: 'Change to {name}', 'zh-CN': '改为 {name}' }, data: { name: quoted(name) } },
                  edits: [{ span, text: name }],
                  preferred: index === 0,
                }),
              )
            : [],
      };
    }
  },
};
