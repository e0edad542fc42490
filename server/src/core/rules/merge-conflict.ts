/** The markers that git leaves where two people changed the same lines. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import type { Message } from '../i18n/message.ts';
import { readAgain } from '../model/parse.ts';
import type { Reading } from '../model/reading.ts';
import { type Conflict, conflictsOf } from '../syntax/lines.ts';
import { apply } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export const rule: FormatRule = {
  code: 'merge-conflict',
  severity: 'error',
  structural: true,
  summary: {
    en: 'Two versions of the same lines, left behind by a merge.',
    'zh-CN': '合并后留下的同一段内容的两个版本。',
  },
  doc: {
    why: {
      en: 'Where two people changed the same lines, git writes both versions into the file, between lines of `<<<<<<<`, `=======` and `>>>>>>>`, for a person to choose. Until then the plan says two things at once; we read the first version.',
      'zh-CN':
        '两个人改了同样的几行时，git 会把两个版本都写进文件，用 `<<<<<<<`、`=======` 和 `>>>>>>>` 隔开，由人来选择。在选定之前，计划同时说了两件事；我们读取第一个版本。',
    },
    fix: {
      en: 'Keep one of the versions, or both, and remove the three lines of signs.',
      'zh-CN': '保留其中一个版本或两个都保留，并删去那三行符号。',
    },
  },
  *check(plan) {
    if (!plan.errors.some(({ kind }) => kind === 'merge-conflict')) return;
    const conflicts = new Map(conflictsOf(plan.text).map((conflict) => [conflict.start, conflict]));
    for (const error of plan.errors) {
      const conflict = error.kind === 'merge-conflict' ? conflicts.get(error.start) : undefined;
      if (!conflict) continue;
      const { ours, theirs } = conflict;
      const single = ours.start === ours.end && theirs.start === theirs.end;
      yield {
        span: error,
        text: single
          ? {
              en: 'This line is left over from a merge. Remove it.',
              'zh-CN': '这一行是合并时留下的。请删去。',
            }
          : {
              en: 'Two versions of these lines were merged and nobody has chosen yet. Keep one of them, or both.',
              'zh-CN': '这几行合并后有两个版本，尚未选定。请保留其中一个，或两个都保留。',
            },
        ...(!single && {
          related: [{ span: theirs, message: { text: { en: 'The other version.', 'zh-CN': '另一个版本在这里。' } } }],
        }),
        fixes: () =>
          single
            ? [keep(plan, conflict, [], { text: { en: 'Remove the line', 'zh-CN': '删去这一行' } })]
            : [
                keep(plan, conflict, [ours], { text: { en: 'Keep the first version', 'zh-CN': '保留第一个版本' } }),
                keep(plan, conflict, [theirs], { text: { en: 'Keep the second version', 'zh-CN': '保留第二个版本' } }),
                ...both(plan, conflict, conflicts.size),
              ],
      };
    }
  },
};

/** In a file with more conflicts than this, only what stands in a conflict is read to see what keeping both does. */
const fewConflicts = 20;

/** Keeping both versions, where they do not say the same thing twice. */
function both(plan: Reading, conflict: Conflict, count: number): Fix[] {
  const title = { text: { en: 'Keep both', 'zh-CN': '两个都保留' } };
  const fix = keep(plan, conflict, [conflict.ours, conflict.theirs], title);
  const repeats = ({ errors }: Reading) => errors.filter(({ kind }) => kind === 'repeated-key').length;
  const side = ({ start, end }: Span) => plan.text.slice(start, end);
  const { ours, theirs } = conflict;
  const [one, two] =
    count > fewConflicts
      ? [readAgain(side(ours), plan), readAgain(side(ours) + side(theirs), plan)]
      : [plan, readAgain(apply(plan.text, fix.edits), plan)];
  return repeats(two) > repeats(one) ? [] : [fix];
}

/** Removes all of a conflict but the parts that are kept. */
function keep(plan: Reading, { start, end }: Span, parts: readonly Span[], title: Message): Fix {
  const bounds = [start, ...parts.flatMap((part) => [part.start, part.end]), Math.min(end, plan.text.length)];
  const edits = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const span = { start: bounds[i] as number, end: bounds[i + 1] as number };
    if (span.end > span.start) edits.push({ span, text: '' });
  }
  return { title, edits };
}
