/** A text that begins with a sign of its own meaning. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { copied, findings } from '../fixes/repairs.ts';
import { quoted } from '../i18n/phrases.ts';
import type { ParseError } from '../syntax/parseError.ts';

/** What is said of a sign in front of a text, and how it is repaired. */
const beforeText = {
  text: {
    en: 'A text cannot begin with {sign} here. Put the whole text in quotes.',
    'zh-CN': '这里的文字不能以 {sign} 开头。请给整段文字加上引号。',
  },
  fix: { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } },
};

const beforeKey = {
  text: {
    en: 'A key cannot begin with {sign}: it and the word after it would be lost. Take them away.',
    'zh-CN': '字段不能以 {sign} 开头：它和后面的词都会丢失。请删去。',
  },
  fix: { text: { en: 'Take them away', 'zh-CN': '删去' } },
};

export const rule: FormatRule = {
  code: 'special-start',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A text begins with a sign that means something else in the file, such as `@` or `*`.',
    'zh-CN': '文字以有特殊含义的符号开头，例如 `@` 或 `*`。',
  },
  doc: {
    why: {
      en: 'At the beginning of a value some signs are not part of a text: `@` `%` `*` `&` `!` `|` `>` `?` and a few more. Other programs stop there, or take the first word away without saying so.',
      'zh-CN':
        '值以 `@`、`%`、`*`、`&`、`!`、`|`、`>`、`?` 等符号开头时，这些符号不会被当作文字。其他程序会停在那里，或不声不响地丢掉第一个词。',
    },
    fix: {
      en: 'Put the whole text in quotes. Where no text belongs, write what the message names, without the sign.',
      'zh-CN': '请给整段文字加上引号。不该写文字的地方，请去掉符号，按提示填写。',
    },
  },
  check(plan) {
    const copies = copied(plan);
    const alone = ({ kind, word }: ParseError) =>
      kind === 'special-start' || ((kind === 'copy' || kind === 'mark') && !copies.has(word ?? ''));
    return findings(plan, alone, (error) => ({
      ...(error.unsure ? beforeKey : beforeText),
      data: { sign: quoted(plan.text.charAt(error.start)) },
    }));
  },
};
