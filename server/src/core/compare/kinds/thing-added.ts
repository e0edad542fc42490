/** Something new that no other kind tells. */
import { partChange } from '../partChange.ts';

const words = {
  section: { en: 'Section added: {section}', 'zh-CN': '新增部分：{section}' },
  part: { en: '{kind} added: {thing}', 'zh-CN': '新增{kind}：{thing}' },
};

export const kind = partChange('added', words, {
  id: 'thing-added',
  summary: { en: 'A part of the plan is new.', 'zh-CN': '计划新增了一部分。' },
  why: {
    en: 'It is work, a promise or a risk that was not there when you last said yes.',
    'zh-CN': '这是上次同意时还没有的工作、承诺或风险。',
  },
});
