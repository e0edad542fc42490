/** A text that reads as something else than what was typed: a number, a yes or no, or nothing at all. */
import { type DoubtAt, doubtsIn, takesText } from '../doubts.ts';
import { lineBreak, lineStart } from '../edit.ts';
import type { Reading } from '../reading.ts';
import type { Finding, Fix, FormatRule } from '../rule.ts';
import { violations } from '../schema.ts';
import { lastKey, type Scalar, type Span, spanOf } from '../tree.ts';
import { quoted } from '../words.ts';

/** What other programs make of it. */
function becomes({ value }: Scalar): string {
  return String(value);
}

function finding(source: string, span: Span, key: string, read: string): Finding {
  const changed = read !== source;
  return {
    span,
    text:
      read === ''
        ? {
            en: '{key} is a text, but {source} means that nothing is written here. Put it in quotes.',
            'zh-CN': '{key} 应为文字，但 {source} 在这里表示什么也没有写。请加上引号。',
          }
        : changed
          ? {
              en: '{key} is a text, but {source} is kept as {read}. Put it in quotes.',
              'zh-CN': '{key} 应为文字，但 {source} 会被存成 {read}。请加上引号。',
            }
          : {
              en: '{key} is a text, but {source} is not read as one. Put it in quotes.',
              'zh-CN': '{key} 应为文字，但 {source} 不会当作文字读取。请加上引号。',
            },
    data: { key: quoted(key), source: quoted(source), read: quoted(read) },
    fixes: () => [
      {
        title: { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } },
        edits: [{ span, text: JSON.stringify(source) }],
        preferred: true,
        safe: true,
      },
    ],
  };
}

/** Whether a violation is about a text that was typed without quotes and read as something else. */
export function isChangedText(violation: Pick<import('../schema.ts').Violation, 'kind' | 'at' | 'shape'>): boolean {
  const { at, shape, kind } = violation;
  if (kind !== 'wrong-type' || at.node.kind !== 'scalar' || at.node.value === null) return false;
  return takesText(shape) && typeof at.node.value !== 'string';
}

/** Two ways to write what is joined: so that the lines stay, and in one line as it is read. */
function unfolding({ text }: Reading, { spot, value }: DoubtAt): Fix[] {
  const { start, end } = spanOf(spot.value);
  const fixes: Fix[] = [];
  const before = text.slice(lineStart(text, start), start);
  const own = /^ *(?:- +)*/.exec(before)?.[0].length ?? 0;
  const columns = value.split('\n').flatMap((line, index) => (index === 0 || !line.trim() ? [] : line.search(/[^ ]/)));
  const column = Math.min(...columns);
  if (/^ *(?:- +)*[\w-]+: +$/.test(before) && column > own) {
    const nl = lineBreak(text);
    const blanks = / *$/.exec(before)?.[0].length ?? 0;
    fixes.push({
      title: { text: { en: 'Keep the lines as they are', 'zh-CN': '保留分行' } },
      edits: [{ span: { start: start - blanks, end: start }, text: ` |${nl}${' '.repeat(column)}` }],
      preferred: true,
    });
  }
  fixes.push({
    title: { text: { en: 'Write it in one line', 'zh-CN': '写成一行' } },
    edits: [{ span: { start, end }, text: value.replace(/\s*\n\s*/g, ' ') }],
  });
  return fixes;
}

export const rule: FormatRule = {
  code: 'changed-by-reading',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A text that reads as a number, a yes or no, or nothing.',
    'zh-CN': '文字被读成了数字、是非或空值。',
  },
  doc: {
    why: {
      en: 'Without quotes, `1.10` is kept as 1.1, `08` as 8, `2026` as a number and `true` as a yes. A version, a phone number or a title would not come back as it was typed.',
      'zh-CN':
        '不加引号时，`1.10` 会存成 1.1，`08` 存成 8，`2026` 成了数字，`true` 成了“是”。版本号、电话号码、标题因此都不再是原样。',
    },
    fix: { en: 'Put the text in quotes.', 'zh-CN': '请给文字加上引号。' },
  },
  *check(plan) {
    for (const violation of violations(plan)) {
      if (!isChangedText(violation)) continue;
      const { at, path } = violation;
      // A comma cut it off: `text-cut-short` says so.
      if (plan.doubts.some(({ kind, value }) => kind === 'comma' && value === at.start)) continue;
      const span = spanOf(at);
      yield finding(plan.text.slice(span.start, span.end), span, lastKey(path), becomes(at.node as Scalar));
    }
    for (const { span, value, spot, shape } of doubtsIn(plan, 'nothing')) {
      if (takesText(shape)) yield finding(value, span, lastKey(spot.path), '');
    }
    for (const found of doubtsIn(plan, 'items')) {
      if (!takesText(found.shape) || found.span.end > spanOf(found.spot.value).end) continue;
      yield {
        span: found.span,
        severity: 'hint',
        text: {
          en: '{key} is a text: this line is joined with the one above, and its hyphen stands in the middle.',
          'zh-CN': '{key} 是一段文字：这一行会与上一行连成一行，短横线就到了中间。',
        },
        data: { key: quoted(lastKey(found.spot.path)) },
        fixes: () => unfolding(plan, found),
      };
    }
  },
};
