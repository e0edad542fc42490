/** An exception in a comment that takes nothing away. */

import type { Finding, Fix } from '../diagnostics/rule.ts';
import type { Claim, Exception, ExceptionRule } from '../diagnostics/suppressions.ts';
import type { Message, Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Reading } from '../model/reading.ts';
import type { Edit } from '../text/edit.ts';
import { lineStart } from '../text/lines.ts';

const title: Message = { text: { en: 'Remove the exception', 'zh-CN': '删除这条例外' } };

/** The comment with the blanks before it, or its whole line. */
function comment({ text }: Reading, { span, ownLine }: Exception): Edit {
  let { start, end } = span;
  if (ownLine) {
    start = lineStart(text, start);
    if (text[start] === '\uFEFF') start++;
    const next = text.indexOf('\n', end);
    end = next < 0 ? text.length : next + 1;
  } else {
    while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  }
  return { span: { start, end }, text: '' };
}

/** The fix that takes an exception out of a plan. */
export function removal(plan: Reading, exception: Exception): Fix {
  return { title, edits: [comment(plan, exception)] };
}

/** A code of several, with its comma. */
function code({ exception: { codes }, code: { span } }: Claim): Edit {
  const index = codes.findIndex((other) => other.span.start === span.start);
  const next = codes[index + 1];
  if (next) return { span: { start: span.start, end: next.span.start }, text: '' };
  return { span: { start: codes[index - 1]?.span.end ?? span.start, end: span.end }, text: '' };
}

const text: Text = {
  en: 'There is nothing left here that needs the exception for {codes}. Remove it.',
  'zh-CN': '这里已经没有需要例外（{codes}）的问题。请删除这条例外。',
};

function found(span: Finding['span'], claims: readonly Claim[], edits: () => Edit[]): Finding {
  return {
    span,
    text,
    data: { codes: claims.map((claim) => quoted(claim.code.value)) },
    tags: ['unnecessary'],
    fixes: () => [{ title, edits: edits(), preferred: true }],
  };
}

export const rule: ExceptionRule = {
  code: 'unused-exception',
  severity: 'info',
  summary: { en: 'An exception in a comment is no longer needed.', 'zh-CN': '注释中的例外已不再需要。' },
  doc: {
    why: {
      en: 'An exception outlives its cause easily: the owner is found, the date is moved, the comment stays. It would then hide the next problem of this kind, which nobody has decided on.',
      'zh-CN':
        '例外很容易比它的起因留得更久：负责人找到了，日期改好了，注释还在。这样会掩盖下一个尚未经人决定的同类问题。',
    },
    fix: {
      en: 'Remove the comment, or from a comment with several codes the one that is named.',
      'zh-CN': '请删除这条注释；注释中有多个代码时，只删去提示的那一个。',
    },
  },
  *review(plan, { unneeded }) {
    const byException = new Map<Exception, Claim[]>();
    for (const claim of unneeded) {
      const claims = byException.get(claim.exception);
      if (claims) claims.push(claim);
      else byException.set(claim.exception, [claim]);
    }
    for (const [exception, claims] of byException) {
      if (claims.length === exception.codes.length) {
        yield found(exception.span, claims, () => [comment(plan, exception)]);
      } else {
        for (const claim of claims) yield found(claim.code.span, [claim], () => [code(claim)]);
      }
    }
  },
};
