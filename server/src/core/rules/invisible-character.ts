/** Characters that nobody sees, which came along when text was pasted. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { mending } from '../fixes/repairs.ts';
import type { Message, Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Reading } from '../model/reading.ts';
import type { ParseError } from '../syntax/parseError.ts';
import { takesWords } from '../syntax/strayCharacters.ts';
import { spotAt } from '../syntax/tree.ts';

/** What characters are called, those that come along most often. */
const called: Readonly<Record<number, Text>> = {
  0: { en: 'NUL', 'zh-CN': '空字符' },
  8: { en: 'backspace', 'zh-CN': '退格' },
  11: { en: 'soft line break', 'zh-CN': '软换行' },
  12: { en: 'page break', 'zh-CN': '分页符' },
  26: { en: 'end-of-file mark, Ctrl+Z', 'zh-CN': '文件结束符 Ctrl+Z' },
  27: { en: 'escape', 'zh-CN': '转义符' },
  127: { en: 'delete', 'zh-CN': '删除符' },
  133: { en: 'next line', 'zh-CN': '换行控制符' },
  173: { en: 'soft hyphen', 'zh-CN': '软连字符' },
  1564: { en: 'Arabic letter mark', 'zh-CN': '阿拉伯字母标记' },
  8203: { en: 'zero width space', 'zh-CN': '零宽空格' },
  8204: { en: 'zero width non-joiner', 'zh-CN': '零宽不连字' },
  8205: { en: 'zero width joiner', 'zh-CN': '零宽连字' },
  8206: { en: 'left-to-right mark', 'zh-CN': '从左到右标记' },
  8207: { en: 'right-to-left mark', 'zh-CN': '从右到左标记' },
  8232: { en: 'line separator', 'zh-CN': '行分隔符' },
  8233: { en: 'paragraph separator', 'zh-CN': '段落分隔符' },
  8288: { en: 'word joiner', 'zh-CN': '单词连接符' },
  65279: { en: 'byte-order mark', 'zh-CN': '字节顺序标记' },
  65532: { en: 'place of a picture', 'zh-CN': '图片占位符' },
};

/** What is said of the others, by their range. */
const ranges: readonly (readonly [last: number, name: Text])[] = [
  [0x9f, { en: 'control character', 'zh-CN': '控制字符' }],
  [0x202e, { en: 'sign for the direction of writing', 'zh-CN': '书写方向控制符' }],
  [0x2065, { en: 'invisible sign of a formula', 'zh-CN': '不可见的公式符号' }],
  [0x2069, { en: 'sign for the direction of writing', 'zh-CN': '书写方向控制符' }],
  [0x206f, { en: 'obsolete formatting sign', 'zh-CN': '已废弃的格式符' }],
  [0xdfff, { en: 'half of a character', 'zh-CN': '半个字符' }],
  [0xfffb, { en: 'sign around annotations', 'zh-CN': '注释标记' }],
];
const other: Text = { en: 'code that stands for no character', 'zh-CN': '不代表任何字符的编码' };

function nameOf(code: number): Message {
  const name = called[code] ?? ranges.find(([last]) => code <= last)?.[1] ?? other;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { text: { en: '{name} ({point})', 'zh-CN': '{name}（{point}）' }, data: { name, point } };
}

/** What stands at U+0080 to U+009F in the encoding of old Windows programs, where it is often meant; U+0085 is a line break. */
const windows = '€\u0000‚ƒ„\u0000†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

/** What was meant by a control character in a text: a quotation mark or a dash of an old Windows program. */
function meant(word: string): string | undefined {
  const signs = [...word].map((sign) => windows[sign.charCodeAt(0) - 0x80] ?? '\u0000').join('');
  return signs.includes('\u0000') ? undefined : signs;
}

/** Whether a character stands within a text in the author's own words. */
function inWords({ root, format }: Reading, { start, end }: ParseError): boolean {
  const spot = spotAt(root, start);
  if (spot?.on !== 'value' || spot.value.node.kind !== 'scalar') return false;
  return spot.span.start < start && end < spot.span.end && takesWords(format.shapeAt(spot.path));
}

const titles: Readonly<Record<string, Text>> = {
  '': { en: 'Remove it', 'zh-CN': '删除' },
  ' ': { en: 'Put a space there', 'zh-CN': '改为空格' },
};
const lineBreak: Text = { en: 'Begin a new line there', 'zh-CN': '改为换行' };

function fixesOf(plan: Reading, error: ParseError, sign: string | undefined): Fix[] {
  const made = mending(plan, error, { text: titles[error.repair?.[0]?.text ?? ''] ?? lineBreak });
  if (sign === undefined) return made;
  const written: Fix = {
    title: { text: { en: 'Write {sign}', 'zh-CN': '改为 {sign}' }, data: { sign: quoted(sign) } },
    edits: [{ span: { start: error.start, end: error.end }, text: sign }],
    preferred: true,
  };
  return [written, ...made.map(({ title, edits }) => ({ title, edits }))];
}

function finding(plan: Reading, error: ParseError): Finding {
  const word = plan.text.slice(error.start, error.end);
  const codes = [...new Set(Array.from(word, (sign) => sign.charCodeAt(0)))];
  const words = inWords(plan, error);
  return {
    span: { start: error.start, end: error.end },
    ...(words && { severity: 'warning' }),
    text:
      word.length === 1
        ? {
            en: 'An invisible character stands here: {names}. It came along when the text was pasted.',
            'zh-CN': '这里有一个看不见的字符：{names}，是粘贴文字时带进来的。',
          }
        : {
            en: 'Invisible characters stand here: {names}. They came along when the text was pasted.',
            'zh-CN': '这里有看不见的字符：{names}，是粘贴文字时带进来的。',
          },
    data: { names: codes.map(nameOf) },
    fixes: () => fixesOf(plan, error, words ? meant(word) : undefined),
  };
}

export const rule: FormatRule = {
  code: 'invisible-character',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A character that cannot be seen, such as a zero width space.',
    'zh-CN': '看不见的字符，例如零宽空格。',
  },
  doc: {
    why: {
      en: 'Text that is copied from Word, Excel, Teams or a web page brings characters along that have no width and no shape. A date or an id with one in it looks right and is something else for every program, also for those that read the plan after this one. The tool reads past them; signs for the direction of writing can even show a text in another order than it has.',
      'zh-CN':
        '从 Word、Excel、Teams 或网页复制的文字会带来没有宽度、没有形状的字符。夹着这种字符的日期或标识看上去没错，对任何程序来说却是另一个值，以后读取计划的其他程序也一样。本工具读取时会跳过它们；书写方向控制符甚至会让文字显示的顺序与实际不同。',
    },
    fix: {
      en: 'Let the quick fix remove it. Where it stands for a line break inside a text, the quick fix puts a space there.',
      'zh-CN': '用快速修复删除即可。如果它代表文字中的换行，快速修复会改成空格。',
    },
  },
  *check(plan) {
    for (const error of plan.errors) if (error.kind === 'invisible') yield finding(plan, error);
  },
};
