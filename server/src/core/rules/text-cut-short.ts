/** A text that ends earlier than it was typed, because a sign in it means something else. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import { quoted } from '../i18n/phrases.ts';
import { type AmbiguityAt, ambiguitiesIn } from '../model/ambiguities.ts';
import { violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import { inQuotes } from '../syntax/quoting.ts';
import { spanOf } from '../syntax/tree.ts';
import { lineEnd } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

const inQuotesTitle = { text: { en: 'Put the whole text in quotes', 'zh-CN': '给整段文字加上引号' } };

const toLineEndTitle = { text: { en: 'Move the note to the end of the line', 'zh-CN': '把注释移到行末' } };

const aboveTitle = { text: { en: 'Put the note above', 'zh-CN': '把注释移到上面' } };

/** The value and all that stands after it on its line. */
function wholeLine(plan: Reading, { spot, ambiguity }: AmbiguityAt): Span {
  const { start } = spanOf(spot.value);
  let end = lineEnd(plan.text, ambiguity.start);
  while (/[ \t]/.test(plan.text[end - 1] ?? '')) end--;
  return { start, end };
}

function quoting(plan: Reading, found: AmbiguityAt): Fix[] {
  const span = wholeLine(plan, found);
  const source = plan.text.slice(span.start, span.end);
  const edits = [{ span, text: inQuotes(source) }];
  return [{ title: inQuotesTitle, edits, ...(!source.includes('\n') && { preferred: true }) }];
}

/** The text of a line after which a sign begins a note, with no value in front of it. */
function* emptied(plan: Reading): Iterable<Finding> {
  for (const found of ambiguitiesIn(plan, 'empty-block', takesText)) {
    // A text may be about to follow on the next line; where one is needed, `empty-value` says so.
    const begun = !/\d/.test(found.value);
    if (begun && violations(plan).some(({ at }) => at.start === found.spot.value.start)) continue;
    yield {
      span: found.span,
      ...(begun && { severity: 'hint' as const }),
      text: {
        en: 'Nothing of this text is kept: the sign at its beginning means something else here. Put the whole text in quotes.',
        'zh-CN': '这段文字一个字也没有保留：开头的符号在这里另有含义。请给整段文字加上引号。',
      },
      fixes: () => quoting(plan, found),
    };
  }
}

export const rule: FormatRule = {
  code: 'text-cut-short',
  severity: 'warning',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A text ends at a `#` or a comma, and the rest of the sentence is lost.',
    'zh-CN': '文字在 `#` 或逗号处被截断，后半句丢失。',
  },
  doc: {
    why: {
      en: 'Behind a blank, `#` begins a note that no program reads: of `title: We are #1 in AI` only “We are” is kept, and nobody is told. In brackets a comma ends an entry, so that 1,200 becomes two.',
      'zh-CN':
        '空格后的 `#` 表示注释，程序不会读取：`title: 我们是 #1 品牌` 只保留“我们是”，而且没有任何提示。在方括号里，逗号会结束一项，1,200 就成了两项。',
    },
    fix: {
      en: 'Put the whole text in quotes. If it is meant as a note, put a space after the `#` and two in front of it.',
      'zh-CN': '请给整段文字加上引号。如果确实是注释，请在 `#` 后加一个空格、前面加两个空格。',
    },
    allow: {
      en: 'When it really is a note.',
      'zh-CN': '确实是注释时。',
    },
  },
  *check(plan) {
    yield* findings(plan, ['cut'], ({ repair = [], word }) => ({
      text:
        word === '#'
          ? {
              en: 'A note cannot stand in the midst of a text: the lines below it would be lost. Put it above.',
              'zh-CN': '文字中间不能插入注释，否则下面的几行会丢失。请把注释移到上面。',
            }
          : repair.length > 1
            ? {
                en: 'From `#` on the rest of the line is a note, its closing bracket included. A note stands at the end of the line.',
                'zh-CN': '从 `#` 开始，这一行余下的部分（包括右括号）都成了注释。注释请写在行末。',
              }
            : {
                en: 'From `#` on the rest of the line is a note, its closing bracket included. Put the whole text in quotes.',
                'zh-CN': '从 `#` 开始，这一行余下的部分（包括右括号）都成了注释。请给整段文字加上引号。',
              },
      fix: word === '#' ? aboveTitle : repair.length > 1 ? toLineEndTitle : inQuotesTitle,
    }));
    for (const kind of ['cut', 'note', 'comma'] as const) {
      // Names of people have no number signs: after one a note is what it looks like.
      for (const found of ambiguitiesIn(
        plan,
        kind,
        (shape) => takesText(shape) && !(kind === 'note' && shape.person),
      )) {
        const { span, spot } = found;
        yield {
          span,
          ...(kind === 'note' && { severity: 'hint' as const }),
          text:
            kind === 'comma'
              ? {
                  en: 'The comma ends the text here: what follows becomes an entry of its own. Put the whole text in quotes.',
                  'zh-CN': '逗号在这里结束了这段文字，后面的部分成了另一项。请给整段文字加上引号。',
                }
              : {
                  en: 'From `#` on this is a note and no part of {key}. If it belongs to the text, put the whole text in quotes.',
                  'zh-CN': '从 `#` 开始是注释，不属于 {key} 的内容。如果它是文字的一部分，请给整段文字加上引号。',
                },
          data: { key: quoted(lastKey(spot.path)) },
          fixes: () => {
            if (kind !== 'comma') return [...quoting(plan, found), ...asNote(kind, span)];
            const { start, end } = spanOf(spot.value);
            const rest = /^,[^,[\]{}#\n]*/.exec(plan.text.slice(end))?.[0].trimEnd() ?? '';
            const whole = { start, end: end + rest.length };
            const text = inQuotes(plan.text.slice(start, whole.end));
            return [{ title: inQuotesTitle, edits: [{ span: whole, text }], preferred: true }];
          },
        };
      }
    }
    yield* emptied(plan);
  },
};

/** Makes a note of it that nobody can take for text. */
function asNote(kind: 'cut' | 'note', span: Span): Fix[] {
  const before = { span: { start: span.start, end: span.start }, text: ' ' };
  const behind = { span: { start: span.start + 1, end: span.start + 1 }, text: ' ' };
  const title = { text: { en: 'It is a note', 'zh-CN': '这是注释' } };
  return [{ title, edits: kind === 'cut' ? [before, behind] : [before] }];
}
