/** Text that cannot be read as part of a plan, said once and where it begins. */

import { lineEnd } from '../edit.ts';
import type { Fault, Reason, Unopened } from '../fault.ts';
import type { Reading } from '../reading.ts';
import type { Fix, FormatRule } from '../rule.ts';
import type { Text } from '../text.ts';

type Spoken = Exclude<Reason, 'repeated-key' | 'copy' | 'second-document' | 'binary' | 'too-long' | Unopened>;

const words: Record<Spoken, Text> = {
  tab: {
    en: 'This line begins with a tab. Indent with spaces: two for each step.',
    'zh-CN': '这一行以制表符开头。请用空格缩进，每一级两个空格。',
  },
  'special-start': {
    en: 'A text cannot begin with this character here. Put the whole text in quotes.',
    'zh-CN': '这里的文字不能以这个字符开头。请给整段文字加上引号。',
  },
  'colon-in-text': {
    en: 'There is a colon followed by a space inside this text. Put the whole text in quotes.',
    'zh-CN': '这段文字里有冒号加空格。请给整段文字加上引号。',
  },
  'no-colon': {
    en: 'This line is not finished: a key is followed by a colon and a space, as in `owner: Ana`.',
    'zh-CN': '这一行还没有写完：键的后面要有英文冒号和空格，例如 `owner: 王磊`。',
  },
  'unclosed-quote': {
    en: 'This quotation mark is not closed. Add another one at the end of the text.',
    'zh-CN': '这个引号没有成对。请在文字结尾补上另一个引号。',
  },
  'unclosed-bracket': {
    en: 'This bracket is not closed. Add the closing one.',
    'zh-CN': '这个括号没有成对。请补上右括号。',
  },
  indent: {
    en: 'This line does not line up with the lines it belongs to. Give it as many spaces as they have.',
    'zh-CN': '这一行没有与同级的行对齐。请使用同样多的空格。',
  },
  'stray-item': {
    en: 'This item stands where no list is. Indent it under the key of its list.',
    'zh-CN': '这一项不在任何列表里。请把它缩进到列表的键下面。',
  },
  'stray-key': {
    en: 'This line stands among the items of a list but is none. Indent it to belong to the item above, or begin it with a dash.',
    'zh-CN': '这一行夹在列表各项之间，但不是其中一项。请缩进使它属于上一项，或以短横线开头。',
  },
  escape: {
    en: 'A backslash has a special meaning in double quotes. Write it twice, or use single quotes.',
    'zh-CN': '在双引号里，反斜杠有特殊含义。请写两个反斜杠，或改用单引号。',
  },
  tag: {
    en: 'A word that begins with an exclamation mark has a special meaning here. Put the text in quotes.',
    'zh-CN': '以感叹号开头的词在这里有特殊含义。请给文字加上引号。',
  },
  'odd-key': {
    en: 'A key must be a single word, such as `owner`.',
    'zh-CN': '键必须是一个单词，例如 `owner`。',
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

function spoken(fault: Fault): fault is Fault & { reason: Spoken } {
  return Object.hasOwn(words, fault.reason);
}

/** Texts that YAML takes for something else: quotes make them texts again. */
const quotable: readonly Reason[] = ['colon-in-text', 'special-start', 'tag'];

/** Puts the rest of the line, without a comment at its end, in quotes. */
function quoteRest({ text }: Reading, { start }: Fault): Fix | undefined {
  const source = text.slice(start, lineEnd(text, start)).replace(/\s+#.*$|\s+$/, '');
  if (source === '' || /^["'[{]/.test(source)) return undefined;
  return {
    title: { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } },
    edits: [{ span: { start, end: start + source.length }, text: JSON.stringify(source) }],
    preferred: true,
  };
}

/** Two spaces for each tab in the indentation of every line. */
function spacesForTabs({ text }: Reading): Fix {
  const edits = [...text.matchAll(/^ *\t[ \t]*/gm)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0].replaceAll('\t', '  '),
  }));
  return {
    title: { text: { en: 'Indent with spaces in the whole file', 'zh-CN': '全文改用空格缩进' } },
    edits,
    preferred: true,
  };
}

export const rule: FormatRule = {
  code: 'unreadable-text',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A piece of the text cannot be read; the rest of the plan is still checked.',
    'zh-CN': '有一段文字无法读取；计划的其余部分仍会检查。',
  },
  doc: {
    why: {
      en: 'A plan is written as keys and values, one to a line, and indentation says what belongs to what. Where a quote, bracket, colon or space is missing, no program can know what was meant, so it is better to say so than to guess.',
      'zh-CN':
        '计划由键和值组成，每行一个，缩进表示从属关系。缺少引号、括号、冒号或空格时，程序无法知道原意，因此宁可提示，也不猜测。',
    },
    fix: {
      en: 'Go to the marked place and do what the message says. Text with a colon, a `#` or quotes in it is safe inside double quotes.',
      'zh-CN': '到标记处按提示修改。文字里有冒号、`#` 或引号时，放进双引号即可。',
    },
    allow: { en: 'Never: what cannot be read is lost.', 'zh-CN': '不应允许：读不出来的内容等于丢失。' },
  },
  *check(plan) {
    for (const fault of plan.faults) {
      if (!spoken(fault)) continue;
      yield {
        span: { start: fault.start, end: fault.end },
        text: words[fault.reason],
        fixes: () => {
          if (fault.reason === 'tab') return [spacesForTabs(plan)];
          const quoted = quotable.includes(fault.reason) ? quoteRest(plan, fault) : undefined;
          return quoted ? [quoted] : [];
        },
      };
    }
  },
};
