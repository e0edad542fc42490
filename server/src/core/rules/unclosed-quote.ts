/** Quotation marks that do not enclose the whole text. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'unclosed-quote',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A quotation mark without its other half, or a text that continues after the closing one.',
    'zh-CN': '引号不成对，或引号结束后还有文字。',
  },
  doc: {
    why: {
      en: 'Quotation marks enclose a whole text. Where one is open, everything up to the end of the file may belong to it; where one closes early, the rest of the sentence belongs to nothing.',
      'zh-CN':
        '引号要括住整段文字。缺少后引号时，直到文件末尾的内容都可能算进去；后引号过早出现时，剩下的半句话就没有归属。',
    },
    fix: {
      en: 'Close the quotation mark at the end of the text, or put the whole text, its own quotation marks included, in quotes.',
      'zh-CN': '请在文字末尾补上引号；文字本身带引号时，请给整段再加一层引号。',
    },
  },
  check: (plan) =>
    findings(plan, ['unclosed-quote', 'behind-quotes'], (error) => ({
      text:
        error.kind === 'behind-quotes'
          ? {
              en: 'This text continues after its closing quotation mark. Put the whole text in quotes.',
              'zh-CN': '引号结束后还有文字。请给整段文字加上引号。',
            }
          : error.word !== undefined
            ? {
                en: 'This quotation mark is not closed. Keys need none.',
                'zh-CN': '这个引号没有成对。字段不需要引号。',
              }
            : {
                en: 'This quotation mark is not closed. Add another one at the end of the text.',
                'zh-CN': '这个引号没有成对。请在文字结尾补上另一个引号。',
              },
      fix:
        error.word !== undefined
          ? { text: { en: 'Remove the quotation mark', 'zh-CN': '去掉引号' } }
          : error.kind === 'behind-quotes'
            ? { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } }
            : { text: { en: 'Close the quotation mark', 'zh-CN': '补全引号' } },
    })),
};
