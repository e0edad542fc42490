/** More than one plan in a file. */
import type { FormatRule } from '../rule.ts';

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
      en: 'A file holds one plan. Everything behind `---` (or `...`) on a line of its own would be another one, and no tool would show it.',
      'zh-CN': '一个文件只放一份计划。单独成行的 `---`（或 `...`）之后的内容属于另一份，任何工具都不会显示。',
    },
    fix: {
      en: 'Remove the line, or move what follows it to a file of its own.',
      'zh-CN': '删去这一行，或把后面的内容移到单独的文件。',
    },
    allow: { en: 'Never.', 'zh-CN': '不应允许。' },
  },
  *check(plan) {
    for (const fault of plan.faults) {
      if (fault.reason !== 'second-document') continue;
      yield {
        span: fault,
        text: {
          en: 'A second {noun} begins here. What follows is not checked; a file holds one {noun}.',
          'zh-CN': '第二份{noun}从这里开始。后面的内容不会检查；一个文件只放一份{noun}。',
        },
        data: { noun: plan.format.noun },
      };
    }
  },
};
