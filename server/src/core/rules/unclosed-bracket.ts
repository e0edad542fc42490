/** A bracket that is opened and not closed. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { mending, misplacedText } from '../fixes/repairs.ts';
import { unreadAt } from '../fixes/unread.ts';
import { takesText } from '../schema/places.ts';
import { inQuotes } from '../syntax/quoting.ts';

export const rule: FormatRule = {
  code: 'unclosed-bracket',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A bracket without its other half.',
    'zh-CN': '括号不成对。',
  },
  doc: {
    why: {
      en: 'A list in brackets ends with its closing bracket. Where that is missing, the lines below would belong to the list.',
      'zh-CN': '方括号列表以右括号结束。缺少右括号时，下面的各行都会被当作列表的内容。',
    },
    fix: {
      en: 'Add the closing bracket, or put the text in quotes if the bracket is part of a sentence.',
      'zh-CN': '请补上右括号；如果括号是句子的一部分，请给文字加上引号。',
    },
  },
  *check(plan) {
    for (const error of plan.errors) {
      if (error.kind === 'unopened') {
        yield {
          span: { start: error.start, end: error.end },
          text: {
            en: 'The opening bracket of this list is missing.',
            'zh-CN': '这个列表缺少左方括号。',
          },
          fixes: () => mending(plan, error, { text: { en: 'Add the opening bracket', 'zh-CN': '补上左方括号' } }),
        };
      }
      if (error.kind !== 'unclosed-bracket') continue;
      const value = unreadAt(plan, error);
      if (value?.undecided) continue;
      const holds = value?.shape.types.some((type) => type === 'array' || type === 'object');
      if (value && !holds && !takesText(value.shape)) {
        yield { span: { start: error.start, end: error.end }, ...misplacedText(plan, value) };
        continue;
      }
      const text = value && takesText(value.shape) ? value.span : undefined;
      yield {
        span: { start: error.start, end: error.end },
        text: text
          ? {
              en: 'A text cannot begin with a bracket here. Put the whole text in quotes.',
              'zh-CN': '这里的文字不能以括号开头。请给整段文字加上引号。',
            }
          : error.word
            ? {
                en: 'This bracket closes nothing. Remove it, or add the opening one.',
                'zh-CN': '这个括号多余。请删掉，或补上左括号。',
              }
            : {
                en: 'This bracket is not closed. Add the closing one.',
                'zh-CN': '这个括号没有成对。请补上右括号。',
              },
        fixes: () => {
          if (!text && error.word)
            return mending(plan, error, { text: { en: 'Remove the bracket', 'zh-CN': '删掉括号' } });
          if (!text) return mending(plan, error, { text: { en: 'Close the bracket', 'zh-CN': '补全括号' } });
          const source = plan.text.slice(text.start, text.end);
          if (source.includes('\n')) return [];
          const title = { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } };
          return [{ title, edits: [{ span: text, text: inQuotes(source) }], preferred: true, safe: true }];
        },
      };
    }
  },
};
