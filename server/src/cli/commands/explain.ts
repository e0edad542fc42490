/** `levers explain`: the page about a rule, in the terminal. */
import type { Text } from '../../core/i18n/message.ts';
import { meantOr } from '../arguments.ts';
import { command, UsageError } from '../command.ts';
import { printed } from '../printed.ts';
import { withoutNote } from '../rulePage.ts';

const words = {
  one: {
    en: 'levers explain takes the code of one rule, such as `overdue`',
    'zh-CN': 'levers explain 需要一条规则的代码，例如 `overdue`',
  },
  unknown: { en: 'There is no rule {code}. {more}', 'zh-CN': '没有规则 {code}。{more}' },
  see: {
    en: '`levers check` shows the code of each problem in brackets.',
    'zh-CN': '`levers check` 在方括号中显示每个问题的代码。',
  },
} satisfies Record<string, Text>;

/** The Markdown of a page as a text: without its note to editors, the marks of headings and of bold words, and the addresses of links. */
function asText(page: string): string {
  let inCode = false;
  return withoutNote(page)
    .split('\n')
    .flatMap((line) => {
      if (/^```/.test(line)) {
        inCode = !inCode;
        return [];
      }
      if (inCode) return `    ${line}`.trimEnd();
      return line
        .replace(/^#+ +/, '')
        .replace(/\*\*([^*]+)\*\*/g, '$1')
        .replace(/\[([^[\]]+)\]\(([^)]*)\)/g, (_, title, address) =>
          /^\w+:/.test(address) ? `${title} (${address})` : title,
        );
    })
    .join('\n');
}

export const explain = command({
  summary: {
    en: 'Explains a rule: what it finds, why, how to fix it',
    'zh-CN': '说明一条规则：发现什么、为什么、如何修改',
  },
  operands: { en: 'CODE', 'zh-CN': '代码' },
  operandWords: (machine) => Object.keys(machine.rulePages()),
  options: {},
  examples: [
    {
      call: 'explain coverage-below-four',
      text: { en: 'The code stands in brackets behind each problem', 'zh-CN': '代码写在每个问题后面的方括号中' },
    },
  ],
  run({ operands, locale, speak }, machine) {
    const [code] = operands;
    if (code === undefined || operands.length > 1) throw new UsageError(speak(words.one));
    const pages = machine.rulePages();
    const page = Object.hasOwn(pages, code) ? pages[code] : undefined;
    if (!page) {
      const more = meantOr(words.see, code, Object.keys(pages));
      throw new UsageError(speak(words.unknown, { code, more }));
    }
    machine.out(`${printed(asText(page[locale]).trimEnd().split('\n'))}\n`);
    return 0;
  },
});
