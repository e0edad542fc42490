/** A text that reads as something else than what was typed: a number, or a yes or no. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { placeNamed } from '../fixes/expectation.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { type AmbiguityAt, ambiguitiesIn } from '../model/ambiguities.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey, type Step } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import { columnBehindHyphens } from '../syntax/keyPattern.ts';
import { type Scalar, spanOf } from '../syntax/tree.ts';
import { lineBreak, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What a value that is not text is called. */
function kindOf({ value }: Scalar): Text {
  return typeof value === 'number' ? { en: 'a number', 'zh-CN': '数字' } : { en: 'a yes or no', 'zh-CN': '“是”或“否”' };
}

/** `read` is what the text is taken for. */
function finding(source: string, span: Span, path: readonly Step[], read: Scalar): Finding {
  // What other programs make of it.
  const kept = String(read.value);
  return {
    span,
    text:
      kept === source
        ? {
            en: '{place} must be text, but {source} is read as {kind}. Put it in quotes.',
            'zh-CN': '{place}应为文字，但 {source} 会被读成{kind}。请加上引号。',
          }
        : {
            en: '{place} must be text, but {source} is kept as {kept}. Put it in quotes.',
            'zh-CN': '{place}应为文字，但 {source} 会被存成 {kept}。请加上引号。',
          },
    data: {
      place: placeNamed(path),
      source: quoted(source),
      kept: quoted(kept),
      kind: kindOf(read),
    },
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
export function isChangedText(violation: Pick<SchemaViolation, 'kind' | 'at' | 'shape'>): boolean {
  const { at, shape, kind } = violation;
  if (kind !== 'wrong-type' || at.node.kind !== 'scalar' || at.node.value === null) return false;
  return takesText(shape) && typeof at.node.value !== 'string';
}

/** Two ways to write what is joined: so that the lines stay, and in one line as it is read. */
function unfolding({ text }: Reading, { spot, value }: AmbiguityAt): Fix[] {
  const { start, end } = spanOf(spot.value);
  const fixes: Fix[] = [];
  const before = text.slice(lineStart(text, start), start);
  const own = columnBehindHyphens(before);
  const columns = value.split('\n').flatMap((line, index) => (index === 0 || !line.trim() ? [] : line.search(/[^ ]/)));
  const column = Math.min(...columns);
  const blanks = /^[\w-]+:( +)$/.exec(before.slice(own))?.[1]?.length;
  if (blanks && column > own) {
    const nl = lineBreak(text);
    fixes.push({
      title: { text: { en: 'Keep the lines as they are', 'zh-CN': '保留分行' } },
      edits: [{ span: { start: start - blanks, end: start }, text: ` |${nl}${' '.repeat(column)}` }],
      preferred: true,
    });
  }
  fixes.push({
    title: { text: { en: 'Write it in one line', 'zh-CN': '写成一行' } },
    edits: [
      {
        span: { start, end },
        text: value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .join(' '),
      },
    ],
  });
  return fixes;
}

export const rule: FormatRule = {
  code: 'changed-by-reading',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A text that reads as a number, or as a yes or no.',
    'zh-CN': '文字被读成了数字，或者“是”与“否”。',
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
    const cut = new Set(plan.ambiguities.flatMap(({ kind, value }) => (kind === 'comma' ? value : [])));
    for (const violation of violations(plan)) {
      if (!isChangedText(violation)) continue;
      const { at, path } = violation;
      // A comma cut it off: `text-cut-short` says so.
      if (cut.has(at.start)) continue;
      const span = spanOf(at);
      yield finding(plan.text.slice(span.start, span.end), span, path, at.node as Scalar);
    }
    for (const found of ambiguitiesIn(plan, 'items', takesText)) {
      if (found.span.end > spanOf(found.spot.value).end) continue;
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
