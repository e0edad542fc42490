/** Something that is gone and that no other kind tells. */
import { partChange } from '../partChange.ts';

const words = {
  section: { en: 'Section removed: {section}', 'zh-CN': '删除部分：{section}' },
  part: { en: '{kind} removed: {thing}', 'zh-CN': '删除{kind}：{thing}' },
};

export const kind = partChange('removed', words, {
  id: 'thing-removed',
  summary: { en: 'A part of the plan is gone.', 'zh-CN': '计划删去了一部分。' },
  why: { en: 'Someone may count on what is no longer planned.', 'zh-CN': '可能有人还指望着已不在计划内的事情。' },
});
