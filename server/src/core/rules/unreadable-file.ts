/** A file that is no text, or far too long for a plan. */
import { longestPlan } from '../limits.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  code: 'unreadable-file',
  severity: 'error',
  structural: true,
  summary: {
    en: 'The file is not a text, or it is far too long for a plan.',
    'zh-CN': '文件不是文本，或长度远超一份计划。',
  },
  doc: {
    why: {
      en: 'A picture, a Word document or a data dump saved under the name of a plan cannot be checked, and trying would only make the editor slow.',
      'zh-CN': '以计划的名字保存的图片、Word 文档或数据导出无法检查，强行检查只会拖慢编辑器。',
    },
    fix: {
      en: 'Save the plan as plain text (UTF-8). Split a very long one into several plans.',
      'zh-CN': '请把计划保存为纯文本（UTF-8）。过长的计划请拆成几份。',
    },
  },
  *check(plan) {
    for (const fault of plan.faults) {
      if (fault.reason === 'binary') {
        yield {
          span: fault,
          text: {
            en: 'This file is not plain text, so it cannot be read as a plan.',
            'zh-CN': '这个文件不是纯文本，无法作为计划读取。',
          },
        };
      } else if (fault.reason === 'too-long') {
        yield {
          span: fault,
          text: {
            en: 'This file is too long for a plan (more than {limit} million characters). It is not checked.',
            'zh-CN': '这个文件过长，不像一份计划（超过 {limit} 百万字符），因此未检查。',
          },
          data: { limit: Math.floor(longestPlan / 1_000_000) },
        };
      }
    }
  },
};
