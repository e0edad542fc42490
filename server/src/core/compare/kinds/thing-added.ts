/** A section that is new. */
import { partChange } from '../partChange.ts';

export const kind = partChange(
  'added',
  { en: 'Section added: {section}', 'zh-CN': '新增部分：{section}' },
  {
    id: 'thing-added',
    level: 'note',
    summary: { en: 'A part of the plan is new.', 'zh-CN': '计划新增了一部分。' },
    why: {
      en: 'It is work, a promise or a risk that was not there when you last said yes.',
      'zh-CN': '这是上次同意时还没有的工作、承诺或风险。',
    },
  },
);
