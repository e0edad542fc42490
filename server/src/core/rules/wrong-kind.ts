/** A value of another kind than its key takes: a number for a text, one value for a list. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { written } from '../edits/yamlEdit.ts';
import { kindTaken } from '../fixes/expectation.ts';
import { asListOfIds, idsMeant } from '../fixes/idsMeant.ts';
import { meantAt, truthOf } from '../fixes/meant.ts';
import { numberIn } from '../fixes/numbers.ts';
import { findings } from '../fixes/repairs.ts';
import { textAsPart, textsAsItems } from '../fixes/textAsItem.ts';
import { saysUndecided } from '../fixes/unread.ts';
import type { Text } from '../i18n/message.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey } from '../schema/path.ts';
import { accepts, takesText } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { inQuotes } from '../syntax/quoting.ts';
import { spanOf } from '../syntax/tree.ts';
import { parseBlock } from '../syntax/yamlBlock.ts';
import { getOrMake } from '../text/getOrMake.ts';
import { isAmbiguousNumber } from './ambiguous-number.ts';
import { isChangedText } from './changed-by-reading.ts';
import { daysMeant } from './date-in-other-form.ts';

function found({ at: { node }, shape }: SchemaViolation): Text {
  if (node.kind === 'list') return { en: 'a list', 'zh-CN': '列表' };
  if (node.kind === 'map') return { en: 'a set of keys', 'zh-CN': '一组字段' };
  if (node.kind === 'broken' || node.value === null) return { en: 'nothing', 'zh-CN': '空的' };
  if (typeof node.value === 'number' && !Number.isFinite(node.value))
    return { en: 'no ordinary number', 'zh-CN': '不能计算的数' };
  if (typeof node.value === 'number')
    return shape.types.includes('integer')
      ? { en: 'not a whole one', 'zh-CN': '带小数的数' }
      : { en: 'a number', 'zh-CN': '数字' };
  return typeof node.value === 'boolean'
    ? { en: '`true` or `false`', 'zh-CN': '`true` 或 `false`' }
    : { en: 'a text', 'zh-CN': '文字' };
}

const inQuotesTitle = { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } };

const withoutQuotesTitle = { text: { en: 'Remove the quotation marks', 'zh-CN': '去掉引号' } };

/** What a text in quotes holds, where the place takes just that without them. */
function quotedInVain({ text }: Reading, { at, shape }: SchemaViolation): string | undefined {
  const { node } = at;
  if (node.kind !== 'scalar' || (node.style !== 'single' && node.style !== 'double')) return undefined;
  const { start, end } = spanOf(at);
  const inside = text.slice(start + 1, end - 1).trim();
  const { node: read, errors, ambiguities } = parseBlock(inside);
  return read.kind === 'scalar' && read.length === inside.length && !errors.length && !ambiguities.length
    ? accepts(shape, read.value)
      ? inside
      : undefined
    : undefined;
}

/** Whether keys belong in a place, or items that have keys. */
function takesKeys({ types, items, keys, key }: Shape): boolean {
  if (types.includes('string') || key('zh-CN')) return false;
  return items ? !items.types.includes('string') && items.keys.length > 0 : keys.length > 0;
}

/** For each text that stands where items with keys belong, all those of its list. */
function textsTogether(all: readonly SchemaViolation[]): ReadonlyMap<SchemaViolation, readonly SchemaViolation[]> {
  const byList = new Map<string, SchemaViolation[]>();
  const found = new Map<SchemaViolation, SchemaViolation[]>();
  for (const violation of all) {
    const { kind, path, at, shape } = violation;
    const text = at.node.kind === 'scalar' && typeof at.node.value === 'string';
    if (kind !== 'wrong-type' || typeof path.at(-1) !== 'number' || !text || shape.items || !takesKeys(shape)) continue;
    const together = getOrMake(byList, path.slice(0, -1).join('/'), () => []);
    together.push(violation);
    found.set(violation, together);
  }
  return found;
}

export const rule: FormatRule = {
  code: 'wrong-kind',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A value of another kind than its key takes, such as one text where a list is expected.',
    'zh-CN': '值的种类与字段不符，例如该写列表的地方写了一段文字。',
  },
  doc: {
    why: {
      en: 'Each key takes one kind of value: a text, a number, a date, a list, or more keys. Other kinds cannot be shown or counted.',
      'zh-CN': '每个字段只接受一种值：文字、数字、日期、列表，或下一级的字段。其他种类的值无法显示或统计。',
    },
    fix: {
      en: 'Write the kind that the message names. A number meant as text goes in quotes; one value for a list goes in square brackets.',
      'zh-CN': '请按提示改成相应的种类。当作文字的数字要加引号；列表即使只有一个值也要加方括号。',
    },
  },
  safeFixes: true,
  *check(plan, { catalog }) {
    yield* findings(plan, ['bare-items'], (error) => ({
      text: {
        en: '{key} takes a list: each of these lines is an item, with a hyphen and a space in front of it.',
        'zh-CN': '{key} 应为列表：这里的每一行都是一项，前面要有短横线和空格。',
      },
      data: { key: quoted(error.word ?? '') },
      fix: { text: { en: 'Make an item of each line', 'zh-CN': '把每一行变成一项' } },
    }));
    const named = textsTogether(violations(plan));
    const asItemsOf = new Map<readonly SchemaViolation[], Fix[]>();
    const thousands = new Set(plan.ambiguities.flatMap(({ kind, value }) => (kind === 'thousands' ? value : [])));
    for (const violation of violations(plan)) {
      if (violation.kind !== 'wrong-type') continue;
      const { at, shape, span, path } = violation;
      if (
        path.length === 0 ||
        isChangedText(violation) ||
        isAmbiguousNumber(violation) ||
        daysMeant(plan, violation).length
      )
        continue;
      const { node } = at;
      if (node.kind === 'scalar' && node.value === null) continue;
      if (saysUndecided(plan, violation)) continue;
      if (thousands.has(at.start)) continue;
      const bare = quotedInVain(plan, violation);
      // Texts of one list that are to be items with keys are one mistake.
      const together = named.get(violation);
      const asItems = together ? getOrMake(asItemsOf, together, () => textsAsItems(plan, together, catalog)) : [];
      if (asItems.length && violation !== together?.[0]) continue;
      const value = spanOf(at);
      const source = plan.text.slice(value.start, value.end);
      const ids =
        node.kind === 'scalar' && typeof node.value === 'string' ? idsMeant(plan, shape, node.value) : undefined;
      const fixes = (): Fix[] => {
        if (asItems.length) return asItems;
        if (takesKeys(shape)) return textAsPart(plan, violation, catalog);
        if (node.kind !== 'scalar') {
          // A text in brackets or braces.
          if (node.kind === 'broken' || !takesText(shape) || !node.flow || source.includes('\n')) return [];
          return [
            { title: inQuotesTitle, edits: [{ span: value, text: inQuotes(source) }], preferred: true, safe: true },
          ];
        }
        if (bare !== undefined)
          return [{ title: withoutQuotesTitle, edits: [{ span: value, text: bare }], preferred: true, safe: true }];
        if (ids) return asListOfIds(ids, value);
        const truth =
          shape.types.includes('boolean') && typeof node.value === 'string' ? truthOf(node.value) : undefined;
        if (truth !== undefined) {
          return [
            {
              title: {
                text: { en: 'Change to {word}', 'zh-CN': '改为 {word}' },
                data: { word: quoted(String(truth)) },
              },
              edits: [{ span: value, text: String(truth) }],
              preferred: true,
              safe: true,
            },
          ];
        }
        const number = shape.types.includes('number') || shape.types.includes('integer');
        if (number && typeof node.value === 'string') {
          const plain = numberIn(node.value, shape);
          if (plain === undefined || !accepts(shape, Number(plain))) return [];
          return [
            {
              title: { text: { en: 'Change to {number}', 'zh-CN': '改为 {number}' }, data: { number: plain } },
              edits: [{ span: value, text: plain }],
              preferred: true,
            },
          ];
        }
        if (typeof node.value !== 'string' && accepts(shape, source)) {
          // Quotes make an id of it, which something must have.
          if (shape.refs.length > 0 && meantAt(plan, shape, source).length === 0) return [];
          return [
            {
              title: inQuotesTitle,
              edits: [{ span: value, text: JSON.stringify(source) }],
              preferred: true,
              safe: true,
            },
          ];
        }
        if (shape.key('zh-CN') && typeof node.value === 'string' && node.style !== 'block') {
          const locale = /\p{Script=Han}/u.test(node.value) ? 'zh-CN' : 'en';
          const text = node.style === 'plain' ? written(node.value) : source;
          return [
            {
              title: { text: { en: 'Say which language it is', 'zh-CN': '注明语言' } },
              edits: [{ span: value, text: `{ ${locale}: ${text} }` }],
              preferred: true,
            },
          ];
        }
        if (shape.items?.types.includes('string') && typeof node.value === 'string' && node.style !== 'block') {
          return [
            {
              title: { text: { en: 'Make it a list', 'zh-CN': '改成列表' } },
              edits: [{ span: value, text: `[${node.style === 'plain' ? written(node.value) : source}]` }],
              preferred: true,
              safe: true,
            },
          ];
        }
        return [];
      };
      yield {
        span,
        text: ids?.unknown.length
          ? {
              en: '{key} takes {expected} in square brackets. There is no {unknown} in this plan.',
              'zh-CN': '{key} 应为方括号中的{expected}。本计划中没有 {unknown}。',
            }
          : bare !== undefined
            ? {
                en: '{key} takes {expected}, and in quotes it is a text. Remove the quotation marks.',
                'zh-CN': '{key} 应为{expected}，加了引号就成了文字。请去掉引号。',
              }
            : typeof path.at(-1) === 'number'
              ? {
                  en: 'An item of {key} takes {expected}; this is {found}.',
                  'zh-CN': '{key} 的每一项应为{expected}，这里却是{found}。',
                }
              : {
                  en: '{key} takes {expected}; this is {found}.',
                  'zh-CN': '{key} 应为{expected}，这里却是{found}。',
                },
        data: {
          key: quoted(lastKey(path)),
          expected: kindTaken(shape),
          found: found(violation),
          unknown: alternatives((ids?.unknown ?? []).map(quoted)),
        },
        fixes,
      };
    }
  },
};
