/** More than one plan in a file. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { parse } from '../model/parse.ts';
import type { Reading } from '../model/reading.ts';
import { pairsOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { lineBreak, lineEnd } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Without the line between them the two parts make one plan, if they have no key in common. */
function joined(plan: Reading, { start, end }: Span): Fix[] {
  const { text } = plan;
  const rest = text.slice(end);
  const keys = pairsOf(plan.root).map(({ name }) => name);
  const more = pairsOf(parse(rest).root).map(({ name }) => name);
  if (more.length === 0 || more.some((name) => keys.includes(name)) || lineEnd(text, start) !== end) return [];
  const edits = [{ span: { start, end: Math.min(end + lineBreak(text).length, text.length) }, text: '' }];
  return [{ title: { text: { en: 'Remove the line: it is one plan', 'zh-CN': '删去这一行：其实是一份计划' } }, edits }];
}

/** Keeps the second plan as notes, from which it can be copied. */
function aside({ text }: Reading, { start }: Span): Fix {
  const edits: Edit[] = [];
  for (let at = start; at < text.length; at = text.indexOf('\n', at) + 1 || text.length) {
    const blank = lineEnd(text, at) === at;
    if (!blank) edits.push({ span: { start: at, end: at }, text: '# ' });
  }
  return { title: { text: { en: 'Set the second plan aside as notes', 'zh-CN': '先把第二份改成注释' } }, edits };
}

export const rule: FormatRule = {
  code: 'second-document',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A line of `---` begins a second plan in the same file.',
    'zh-CN': '一行 `---` 在同一文件中开始了第二份计划。',
  },
  doc: {
    why: {
      en: 'A file holds one plan. Everything after `---` (or `...`) on a line of its own would be another one, and no tool would show it.',
      'zh-CN': '一个文件只放一份计划。单独成行的 `---`（或 `...`）之后的内容属于另一份，任何工具都不会显示。',
    },
    fix: {
      en: 'Remove the line, or move what follows it to a file of its own.',
      'zh-CN': '删去这一行，或把后面的内容移到单独的文件。',
    },
  },
  *check(plan) {
    for (const error of plan.errors) {
      if (error.kind !== 'second-document') continue;
      yield {
        span: error,
        text: {
          en: 'A second {noun} begins here. What follows is not checked; a file holds one {noun}.',
          'zh-CN': '第二份{noun}从这里开始。后面的内容不会检查；一个文件只放一份{noun}。',
        },
        data: { noun: plan.format.noun },
        fixes: () => [...joined(plan, error), aside(plan, error)],
      };
    }
  },
};
