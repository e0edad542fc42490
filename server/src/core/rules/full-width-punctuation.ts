/** Full-width punctuation where the file needs the narrow one. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'full-width-punctuation',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'Punctuation of a Chinese keyboard where the file needs its own: `：` `，` `【】` `（）`.',
    'zh-CN': '在需要英文标点的地方用了中文标点：`：`、`，`、`【】`、`（）`。',
  },
  doc: {
    why: {
      en: 'Chinese and Japanese input methods type full-width signs. Inside a sentence they are right; after a key, between the entries of a list or around it only the narrow ones count, and other programs would read the whole as one text.',
      'zh-CN':
        '中文输入法默认输入全角标点。写在句子里没有问题；但字段的后面、列表各项之间和列表两端只认半角标点，否则其他程序会把整段读成一个文本。',
    },
    fix: {
      en: 'Switch to the narrow sign: `:`, `,`, `[` and `]`, or the ordinary digits. The quick fix does it.',
      'zh-CN': '请改用半角标点：`:`、`,`、`[` 和 `]`，数字也用半角。快速修复可以代劳。',
    },
  },
  check: (plan) =>
    findings(plan, ['full-width'], () => ({
      text: {
        en: 'Here the ordinary (half-width) signs are needed, not those of a Chinese keyboard.',
        'zh-CN': '这里需要半角（英文）符号，而不是全角符号。',
      },
      fix: { text: { en: 'Write half-width signs', 'zh-CN': '改为半角符号' } },
    })),
};
