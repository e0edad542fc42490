/** A word that is not among those a key takes. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { asListOfIds, everyMeant, idsMeant } from '../fixes/idsMeant.ts';
import { saysUndecided } from '../fixes/unread.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import { folded } from '../model/personName.ts';
import type { Reading } from '../model/reading.ts';
import { choicesMeant } from '../schema/choices.ts';
import { lastKey } from '../schema/path.ts';
import { looksAlike, nearest } from '../text/spelling.ts';

/** A text where a list of ids is expected, or the word for all of them. */
function listExpected(plan: Reading, { at, shape, span, path }: SchemaViolation): Finding {
  const written = at.node.kind === 'scalar' ? String(at.node.value) : '';
  const every = everyMeant(shape, written);
  const ids = every === undefined ? idsMeant(plan, shape, written) : undefined;
  const unknown = alternatives((ids?.unknown ?? []).map(quoted));
  return {
    span,
    text:
      every !== undefined
        ? { en: 'For all of them {key} takes the word {every}.', 'zh-CN': '{key} 表示全部时写单词 {every}。' }
        : ids?.unknown.length
          ? {
              en: '{key} takes a list in square brackets, or the word `all`. There is no group {unknown} in this plan.',
              'zh-CN': '{key} 应为方括号中的列表，或单词 `all`。本计划中没有 {unknown} 这个群体。',
            }
          : {
              en: '{key} takes a list in square brackets, or the word `all`.',
              'zh-CN': '{key} 应为方括号中的列表，或单词 `all`。',
            },
    data: { key: quoted(lastKey(path)), every: quoted(every ?? ''), unknown },
    fixes: () => {
      if (every === undefined) return ids ? asListOfIds(ids, span) : [];
      const same = folded(written) === every;
      const title = { text: { en: 'Change to {word}', 'zh-CN': '改为 {word}' }, data: { word: quoted(every) } };
      return [{ title, edits: [{ span, text: every }], preferred: true, ...(same && { safe: true }) }];
    },
  };
}

export const rule: FormatRule = {
  code: 'unknown-value',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A word that is not among those a key takes, usually misspelt.',
    'zh-CN': '不在可选范围内的词，通常是拼写错误。',
  },
  doc: {
    why: {
      en: 'Keys such as `status` take one of a few words, so that plans can be compared and pictures drawn. Any other word would count as none.',
      'zh-CN': '`status` 这样的字段只接受几个固定的词，这样计划之间才能比较、才能画图。其他词等于没写。',
    },
    fix: {
      en: 'Choose one of the words in the message. Your own notes go under a key that begins with `x-`.',
      'zh-CN': '请从提示列出的词中选一个。自己的备注请放在以 `x-` 开头的字段下。',
    },
  },
  safeFixes: true,
  *check(plan) {
    for (const violation of violations(plan)) {
      if (violation.kind !== 'unknown-value') continue;
      const { at, shape, span, path } = violation;
      const { node } = at;
      if ((node.kind === 'scalar' && node.value === null) || saysUndecided(plan, violation)) continue;
      const key = lastKey(path);
      if (shape.enum === undefined && shape.types.includes('array')) {
        yield listExpected(plan, violation);
        continue;
      }
      const allowed = shape.enum ?? (shape.const === undefined ? [] : [String(shape.const)]);
      const written = node.kind === 'scalar' ? String(node.value) : '';
      const meant = node.kind === 'scalar' ? choicesMeant(shape, written) : [];
      const near = (meant.length ? meant : node.kind === 'scalar' ? nearest(written, allowed) : []).filter(
        (name) => name !== written,
      );
      // In quotes it is another word: `"1"`.
      const inVain = node.kind === 'scalar' && allowed.includes(written);
      const choices = near.length ? near : allowed.length === 1 ? allowed : [];
      // Of two that are as likely none is preferred.
      const clear = meant.length < 2;
      yield {
        span: node.kind === 'scalar' ? span : { start: span.start, end: span.start + 1 },
        text: inVain
          ? {
              en: '{key} must be {allowed} without quotation marks: in them it is a text.',
              'zh-CN': '{key} 应写成不带引号的 {allowed}：加了引号就成了文字。',
            }
          : near.some((name) => looksAlike(written, name))
            ? {
                en: '{key} must be one of {allowed}. There is a sign in it that only looks like one of {near}, or cannot be seen.',
                'zh-CN': '{key} 只能是 {allowed} 之一。其中有与 {near} 看起来一样、实际不同或看不见的字符。',
              }
            : near.length
              ? {
                  en: '{key} must be one of {allowed}. Did you mean {near}?',
                  'zh-CN': '{key} 只能是 {allowed} 之一。是不是想写 {near}？',
                }
              : allowed.length === 1
                ? { en: '{key} must be {allowed}.', 'zh-CN': '{key} 只能是 {allowed}。' }
                : { en: '{key} must be one of {allowed}.', 'zh-CN': '{key} 只能是 {allowed} 之一。' },
        data: { key: quoted(key), allowed: alternatives(allowed.map(quoted)), near: alternatives(near.map(quoted)) },
        fixes: () =>
          node.kind === 'scalar'
            ? choices.map(
                (name, index): Fix => ({
                  title: inVain
                    ? { text: { en: 'Remove the quotation marks', 'zh-CN': '去掉引号' } }
                    : { text: { en: 'Change to {name}', 'zh-CN': '改为 {name}' }, data: { name: quoted(name) } },
                  edits: [{ span, text: name }],
                  preferred: clear && index === 0,
                  ...(inVain && { safe: true }),
                }),
              )
            : [],
      };
    }
  },
};
