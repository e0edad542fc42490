/** A colon inside a text that reads like the colon of a key. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import type { Reading } from '../model/reading.ts';
import { isFormatKey } from '../syntax/keyPattern.ts';

/** The fixes; not safe where the word before the colon may be a key of its own, which a comma parts from the text. */
function unlessKey({ text }: Reading, { span, fixes }: Finding): readonly Fix[] {
  const word = /[,，;；]\s*([\w-]+)\s*$/.exec(text.slice(Math.max(0, span.start - 100), span.start))?.[1];
  const all = fixes?.() ?? [];
  return word !== undefined && isFormatKey(word) ? all.map(({ safe: _, ...fix }) => fix) : all;
}

export const rule: FormatRule = {
  code: 'colon-in-text',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A text has a colon followed by a space in it.',
    'zh-CN': '文字中有冒号加空格。',
  },
  doc: {
    why: {
      en: 'A colon followed by a space makes a key of what stands before it. In the middle of a sentence nobody means that, and other programs refuse the file with three messages about it.',
      'zh-CN': '冒号加空格会把前面的文字变成字段。句子中间的冒号并没有这个意思，而其他程序会因此拒绝整个文件。',
    },
    fix: {
      en: 'Put the whole text in quotes.',
      'zh-CN': '请给整段文字加上引号。',
    },
  },
  *check(plan) {
    const found = findings(plan, ['colon-in-text'], () => ({
      text: {
        en: 'This text has a colon in it. Put the whole text in quotes.',
        'zh-CN': '这段文字里有冒号。请给整段文字加上引号。',
      },
      fix: { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } },
    }));
    for (const finding of found) yield { ...finding, fixes: () => unlessKey(plan, finding) };
  },
};
