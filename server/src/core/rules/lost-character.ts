/** U+FFFD, the sign for a character that was lost. Of a whole file that was read in a wrong encoding only the first. */

import type { FormatRule } from '../diagnostics/rule.ts';

/** So many places are told one by one: where there are more, it is the whole file. */
const mostTold = 5;

export const rule: FormatRule = {
  code: 'lost-character',
  severity: 'error',
  structural: true,
  summary: {
    en: 'The sign `�`, which stands where a character was lost.',
    'zh-CN': '符号 `�`：表示原来的字符已经丢失。',
  },
  doc: {
    why: {
      en: 'Where a program cannot read a character, because the file or the copied text was saved in another encoding, it puts this sign in its place. What stood there is gone, and only someone who knows the text can put it back.',
      'zh-CN':
        '文件或复制的文字如果用了另一种编码，程序读不出来的字符就会变成这个符号。原来的内容已经没有了，只有了解内容的人才能补上。',
    },
    fix: {
      en: 'Write what stood there. If there are many of them, open the file again with the encoding in which it was saved.',
      'zh-CN': '请补写原来的字符。如果有很多处，请用保存时的编码重新打开文件。',
    },
  },
  *check(plan) {
    const lost = plan.errors.filter(({ kind }) => kind === 'lost-character');
    if (lost.length > mostTold) {
      yield {
        span: { start: lost[0]?.start ?? 0, end: lost[0]?.end ?? 0 },
        text: {
          en: 'Characters were lost here and in {n} other places (`�`): the file was saved in another encoding. Open it again with that encoding, or write them anew.',
          'zh-CN':
            '这里和另外 {n} 处有字符丢失（`�`）：文件是用另一种编码保存的。请用那种编码重新打开，或补写这些字符。',
        },
        data: { n: lost.length - 1 },
      };
      return;
    }
    for (const { start, end } of lost) {
      yield {
        span: { start, end },
        text: {
          en: 'A character was lost here (`�`): the text was saved or copied in another encoding. Write it anew.',
          'zh-CN': '这里有字符丢失（`�`）：文字是用另一种编码保存或复制的。请补写。',
        },
      };
    }
  },
};
