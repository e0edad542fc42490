/** A section that is gone. */
import { partChange } from '../partChange.ts';

export const kind = partChange(
  'removed',
  { en: 'Section removed: {section}', 'zh-CN': '删除部分：{section}' },
  {
    id: 'thing-removed',
    level: 'decide',
    summary: { en: 'A part of the plan is gone.', 'zh-CN': '计划删去了一部分。' },
    why: { en: 'Someone may count on what is no longer planned.', 'zh-CN': '可能有人还指望着已不在计划内的事情。' },
  },
);
