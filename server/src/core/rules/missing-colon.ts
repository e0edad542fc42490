/** A line without the colon that makes a key of its first word. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import type { Reading } from '../model/reading.ts';

/** The change that makes a key of the line; where it is no key, one that makes a remark of it. */
function orRemark({ text }: Reading, { span, fixes }: Finding): readonly Fix[] {
  const own = fixes?.() ?? [];
  if (own.length) return own;
  const lines = [...text.slice(span.start, span.end).matchAll(/(?<=^|\n)([ \t]*)[^ \t\r\n]/g)];
  const edits = lines.map(({ index, 1: blanks = '' }) => {
    const start = span.start + index + blanks.length;
    return { span: { start, end: start }, text: '# ' };
  });
  return [{ title: { text: { en: 'Make it a remark', 'zh-CN': '改成备注' } }, edits }];
}

export const rule: FormatRule = {
  code: 'missing-colon',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A line that has no colon after its key.',
    'zh-CN': '字段后面缺少冒号。',
  },
  doc: {
    why: {
      en: 'Every line of a plan is a key and its value, `owner: Ana`, an item of a list or the rest of a text. A line without a colon is none of them, and what it says is lost.',
      'zh-CN':
        '计划的每一行都是字段和值（`owner: 王磊`）、列表项，或文字的延续。没有冒号的行不属于其中任何一种，内容会丢失。',
    },
    fix: {
      en: 'Write a colon and a space after the key. A sentence that continues from the line above is indented further than its key.',
      'zh-CN': '请在字段后写英文冒号和空格。接续上一行的句子，要比它的字段缩进更多。',
    },
  },
  *check(plan) {
    const found = findings(plan, ['missing-colon', 'no-colon'], (error) => ({
      text:
        error.kind === 'missing-colon'
          ? {
              en: 'A colon and a space are missing after `{key}`.',
              'zh-CN': '`{key}` 后面缺少英文冒号和空格。',
            }
          : {
              en: 'This line is not finished: a key is followed by a colon and a space, as in `owner: Ana`. A remark begins with `#`.',
              'zh-CN':
                '这一行还没有写完：字段的后面要有英文冒号和空格，例如 `owner: 王磊`。如果是备注，请以 `#` 开头。',
            },
      data: { key: error.word ?? '' },
      fix: { text: { en: 'Add the colon', 'zh-CN': '加上冒号' } },
    }));
    for (const finding of found) yield { ...finding, fixes: () => orRemark(plan, finding) };
  },
};
