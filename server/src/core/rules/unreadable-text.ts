/** Text that cannot be read as part of a plan, where no other rule knows why. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { ErrorKind } from '../syntax/parseError.ts';

const words: Partial<Record<ErrorKind, Text>> = {
  'odd-key': {
    en: 'A key must be a single word, such as `owner`.',
    'zh-CN': '字段必须是一个单词，例如 `owner`。',
  },
  'too-deep': {
    en: 'Too many levels inside each other. A plan needs no more than about ten.',
    'zh-CN': '嵌套层级太多。一份计划用不到十层以上。',
  },
  directive: {
    en: 'A line cannot begin with a percent sign here.',
    'zh-CN': '这里的行不能以百分号开头。',
  },
  unexpected: {
    en: 'This cannot be read here. Put the text in quotes, or look for a bracket, quote or colon too many.',
    'zh-CN': '这里的内容无法读取。请给文字加上引号，或检查是否多了括号、引号或冒号。',
  },
};

export const rule: FormatRule = {
  code: 'unreadable-text',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A piece of the text cannot be read; the rest of the plan is still checked.',
    'zh-CN': '有一段文字无法读取；计划的其余部分仍会检查。',
  },
  doc: {
    why: {
      en: 'A plan is written as keys and values, one to a line, and indentation says what belongs to what. Where a quote, bracket, colon or space is missing, no program can know what was meant, so it is better to say so than to guess.',
      'zh-CN':
        '计划由字段和值组成，每行一个，缩进表示从属关系。缺少引号、括号、冒号或空格时，程序无法知道原意，因此宁可提示，也不猜测。',
    },
    fix: {
      en: 'Go to the marked place and do what the message says. Text with a colon, a `#` or quotes in it is safe inside double quotes.',
      'zh-CN': '到标记处按提示修改。文字里有冒号、`#` 或引号时，放进双引号即可。',
    },
  },
  check: (plan) =>
    findings(
      plan,
      [...(Object.keys(words) as ErrorKind[]), 'items-below', 'item-behind', 'keys-behind', 'text-above', 'fence'],
      (error) => {
        if (error.word === ',')
          return {
            text: { en: 'This comma is one too many.', 'zh-CN': '这里多了一个逗号。' },
            fix: { text: { en: 'Remove the comma', 'zh-CN': '删掉逗号' } },
          };
        if (error.kind === 'keys-behind' && error.word === undefined)
          return {
            text: {
              en: 'Here another key begins in the same line. Each key stands on a line of its own.',
              'zh-CN': '同一行里又开始了一个字段。每个字段应各占一行。',
            },
            fix: { text: { en: 'Put each on a line of its own', 'zh-CN': '各占一行' } },
          };
        if (error.kind === 'keys-behind')
          return {
            text: {
              en: 'The keys of {key} stand on lines of their own below it.',
              'zh-CN': '{key} 的下级字段应在它下面各占一行。',
            },
            data: { key: quoted(error.word ?? '') },
            fix: error.unsure
              ? { text: { en: 'Put each on a line of its own', 'zh-CN': '各占一行' } }
              : { text: { en: 'Put it on a line of its own', 'zh-CN': '另起一行' } },
          };
        if (error.kind === 'text-above')
          return {
            text: {
              en: 'No text can stand after {key}: what belongs to it stands below. Make it a note, or write it under a key of its own.',
              'zh-CN': '{key} 后面不能写文字，它的内容在下面。请改成注释，或写到单独的字段后面。',
            },
            data: { key: quoted(error.word ?? '') },
            fix: { text: { en: 'Make it a note', 'zh-CN': '改成注释' } },
          };
        if (error.kind === 'fence')
          return {
            text: {
              en: 'This came along when the plan was copied out of a chat: the lines with three signs around it, and sentences before or after, are no part of the plan.',
              'zh-CN': '这是从聊天中复制计划时一并带来的内容：前后带三个符号的行以及说明文字，都不属于计划。',
            },
            fix: { text: { en: 'Remove what is not part of the plan', 'zh-CN': '删除不属于计划的内容' } },
          };
        if (error.kind === 'item-behind')
          return {
            text: {
              en: 'The items of {key} stand on lines of their own below it, each with one hyphen in front.',
              'zh-CN': '{key} 的每一项应在它下面各占一行，前面写一个短横线。',
            },
            data: { key: quoted(error.word ?? '') },
            fix: { text: { en: 'Put it on a line of its own', 'zh-CN': '另起一行' } },
          };
        if (error.kind !== 'items-below')
          return { text: words[error.kind] as Text, fix: { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } } };
        return error.word === '[]'
          ? {
              text: {
                en: '`[]` says that the list is empty, and below it there are items. Remove the brackets.',
                'zh-CN': '`[]` 表示列表是空的，但下面还有列表项。请删掉这对方括号。',
              },
              fix: { text: { en: 'Remove the brackets', 'zh-CN': '删掉方括号' } },
            }
          : {
              text: {
                en: 'The first item stands after the key, the others below it. Put each on a line of its own.',
                'zh-CN': '第一项写在字段的后面，其余各项写在下面。请让每一项各占一行。',
              },
              fix: { text: { en: 'Put it on a line of its own', 'zh-CN': '另起一行' } },
            };
      },
    ),
};
