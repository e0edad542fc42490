/** A sign or word for "not decided yet" at a place that takes something else. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { placeNamed, taken } from '../fixes/expectation.ts';
import { undecidedIn } from '../fixes/repairs.ts';
import { saysUndecided } from '../fixes/unread.ts';
import { brief, quoted } from '../i18n/phrases.ts';
import { violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { namesWritten, occurrences } from '../model/references.ts';
import { isUndecided } from '../model/undecided.ts';
import type { Step } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { spanOf, spotAt } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** Takes a value away, with the blanks in front of it where others follow, or where its line ends. */
function emptied({ text }: Reading, { start, end }: Span): Edit {
  let from = start;
  if (/[ \t\r\n]/.test(text[end] ?? '\n')) while (text[from - 1] === ' ') from--;
  return { span: { start: from, end }, text: '' };
}

/** The finding on a value, which nothing but its author can decide. */
function finding(plan: Reading, value: Span, path: readonly Step[], shape: Shape, span: Span = value): Finding {
  const open = shape.types.includes('null');
  const text = takesText(shape);
  return {
    span,
    text: open
      ? {
          en: '{source} says that this is not decided yet. {place} takes {taken}: write it when it is known, and leave it empty until then.',
          'zh-CN': '{source} 表示尚未决定。{place}应为{taken}：确定后再写，在那之前请留空。',
        }
      : {
          en: '{source} says that this is not decided yet. {place} takes {taken}: write it when it is known.',
          'zh-CN': '{source} 表示尚未决定。{place}应为{taken}：请在确定后填写。',
        },
    data: {
      source: quoted(brief(plan.text.slice(value.start, value.end), 40)),
      place: placeNamed(path),
      taken:
        text && shape.person ? { en: 'the name of a person or a role', 'zh-CN': '人员姓名或岗位名称' } : taken(shape),
    },
    fixes: (): Fix[] =>
      open ? [{ title: { text: { en: 'Leave it empty', 'zh-CN': '留空' } }, edits: [emptied(plan, value)] }] : [],
  };
}

export const rule: FormatRule = {
  code: 'undecided-value',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A sign or word for “not decided yet”, such as `?` or TBD, where something else belongs.',
    'zh-CN': '在应填写内容的地方写了表示“尚未决定”的符号或词，例如 `?` 或“待定”。',
  },
  doc: {
    why: {
      en: 'A date, a number or one of a few words cannot be `?`, `-`, TBD or a gap of a template such as `{{ owner }}`: it would look decided and count for nothing.',
      'zh-CN':
        '日期、数字或固定的词不能写成 `?`、`-`、“待定”，也不能留着模板的空位 `{{ owner }}`：看起来填好了，其实什么也不算。',
    },
    fix: {
      en: 'Write what the message names as soon as it is decided. Until then leave the key out, or put a note after a `#`.',
      'zh-CN': '决定之后请按提示填写。在那之前可以先不写这个字段，或在 `#` 后写一条注释。',
    },
  },
  *check(plan) {
    for (const { error, value } of undecidedIn(plan)) {
      const { span, path, shape } = value;
      const inside = error.start >= span.start && error.start < span.end;
      yield finding(plan, span, path, shape, inside ? span : { start: error.start, end: error.end });
    }
    for (const violation of violations(plan)) {
      if (saysUndecided(plan, violation)) yield finding(plan, spanOf(violation.at), violation.path, violation.shape);
    }
    if (![...namesWritten(plan, 'things')].some(isUndecided)) return;
    const all = occurrences(plan);
    for (const one of all) {
      if (one.kind === 'person' || !isUndecided(one.name) || one.introduces) continue;
      const { name, start } = one;
      // Somebody may have called a group so.
      if (all.some((other) => other.introduces && other.name === name)) continue;
      const spot = spotAt(plan.root, start);
      const shape = spot && plan.format.shapeAt(spot.path);
      // A text in place of a list has been judged as a whole.
      if (spot && shape?.refs.length && !shape.items) yield finding(plan, spanOf(spot.value), spot.path, shape);
    }
  },
};
