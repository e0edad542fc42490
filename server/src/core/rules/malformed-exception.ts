/** An exception in a comment that cannot be understood, or that cannot be made. */

import type { Finding, Fix } from '../diagnostics/rule.ts';
import {
  type Exception,
  type ExceptionMistake,
  type ExceptionRule,
  exceptions,
  exceptionWords,
  type Outcome,
} from '../diagnostics/suppressions.ts';
import type { Text } from '../i18n/message.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import type { Spanned } from '../model/entry.ts';
import { looksLikeDay, nearestDay } from '../text/day.ts';
import type { Span } from '../text/span.ts';
import { nearest } from '../text/spelling.ts';

const words: Record<ExceptionMistake, Text> = {
  word: {
    en: '{word} is not known. An exception begins with {words}.',
    'zh-CN': '没有 {word} 这种写法。例外以 {words} 开头。',
  },
  place: {
    en: '`levers-ignore` stands at the end of the line that it is about. On a line of its own write `levers-ignore-next-line`.',
    'zh-CN': '`levers-ignore` 写在它所针对的那一行的末尾。单独成行时请写 `levers-ignore-next-line`。',
  },
  codes: {
    en: 'This exception does not say what it allows. Write the code of the problem, a colon and the reason.',
    'zh-CN': '这条例外没有写明允许什么。请写上问题的代码、冒号和理由。',
  },
  form: {
    en: 'This exception cannot be understood. Behind the code stands a colon, then the reason; several codes have commas between them.',
    'zh-CN': '这条例外无法理解。代码之后是冒号和理由；多个代码用逗号分隔。',
  },
  day: {
    en: 'This is not a day of the calendar. Write the last day on which the exception holds, as in `until 2027-03-15`.',
    'zh-CN': '这不是日历上的日期。请写例外有效的最后一天，例如 `until 2027-03-15`。',
  },
};

const allWords = Object.values(exceptionWords);

function change(span: Span, name: string, preferred: boolean): Fix {
  return {
    title: { text: { en: 'Change to {name}', 'zh-CN': '改为 {name}' }, data: { name: quoted(name) } },
    edits: [{ span, text: name }],
    preferred,
  };
}

function fixesOf({ word, until, mistake }: Exception, source: string, codes: readonly string[]): Fix[] {
  if (mistake?.kind === 'word')
    return nearest(word.value, allWords).map((name, index) => change(word.span, name, index === 0));
  if (mistake?.kind === 'place') return [change(word.span, exceptionWords['next-line'], true)];
  if (mistake?.kind === 'day' && until && looksLikeDay(until.value))
    return [change(until.span, nearestDay(until.value), true)];
  const first = mistake?.kind === 'form' ? (source.split(/\s/)[0] as string) : '';
  if (!mistake || !codes.includes(first)) return [];
  const at = mistake.span.start + first.length;
  return [
    {
      title: { text: { en: 'Put a colon before the reason', 'zh-CN': '在理由前加上冒号' } },
      edits: [{ span: { start: at, end: at }, text: ':' }],
      preferred: true,
    },
  ];
}

/** A code that no rule has, or that of a rule which takes no exceptions. */
function wrongCode({ value, span }: Spanned<string>, { rule, codes }: Outcome): Finding | undefined {
  const known = rule(value);
  if (known?.doc.allow) return undefined;
  const near = known ? [] : nearest(value, codes);
  return {
    span,
    text: known
      ? {
          en: '{code} cannot be allowed by an exception: it has to be put right.',
          'zh-CN': '{code} 不能用例外允许，必须改正。',
        }
      : near.length
        ? {
            en: 'There is no rule {code}. Did you mean {near}?',
            'zh-CN': '没有 {code} 这条规则。是不是想写 {near}？',
          }
        : {
            en: 'There is no rule {code}. Use the code that stands after the message of the problem.',
            'zh-CN': '没有 {code} 这条规则。请使用问题提示后面的代码。',
          },
    data: { code: quoted(value), near: alternatives(near.map(quoted)) },
    fixes: () => near.map((name, index) => change(span, name, index === 0)),
  };
}

export const rule: ExceptionRule = {
  code: 'malformed-exception',
  severity: 'warning',
  structural: true,
  summary: {
    en: 'An exception in a comment cannot be understood, or allows what cannot be allowed.',
    'zh-CN': '注释中的例外无法理解，或允许了不能允许的内容。',
  },
  doc: {
    why: {
      en: 'Someone wanted to allow something here, and it has no effect. What cannot be read or does not exist cannot be allowed at all: no exception brings it back.',
      'zh-CN': '有人想在这里允许某个问题，但没有起作用。读不出来或并不存在的内容则根本不能允许：例外无法让它恢复。',
    },
    fix: {
      en: 'Write `# levers-ignore-next-line CODE: reason` above a line, `# levers-ignore CODE: reason` at its end, or `# levers-ignore-file CODE: reason` anywhere for the whole file. The code stands after the message of each problem. Several codes have commas between them; `until 2027-03-15` after the codes ends the exception with that day.',
      'zh-CN':
        '在一行上方写 `# levers-ignore-next-line 代码: 理由`，在行末写 `# levers-ignore 代码: 理由`，对整个文件则在任意位置写 `# levers-ignore-file 代码: 理由`。代码见每条问题提示的后面。多个代码用逗号分隔；代码之后的 `until 2027-03-15` 表示例外到这一天为止。',
    },
  },
  *review(plan, outcome) {
    for (const exception of exceptions(plan)) {
      if (exception.unsure) continue;
      const { mistake, word, codes } = exception;
      if (mistake) {
        const { kind, span } = mistake;
        const source = plan.text.slice(span.start, span.end);
        yield {
          span,
          text: words[kind],
          data: { word: quoted(word.value), words: alternatives(allWords.map(quoted)) },
          fixes: () => fixesOf(exception, source, outcome.codes),
        };
      } else {
        for (const code of codes) {
          const finding = wrongCode(code, outcome);
          if (finding) yield finding;
        }
      }
    }
  },
};
