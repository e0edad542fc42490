/** The change lead. */
import { headPerson } from '../headPerson.ts';

export const kind = headPerson('owner', {
  id: 'lead-changed',
  summary: { en: 'The plan has another change lead.', 'zh-CN': '计划的变革负责人换了。' },
  why: {
    en: 'The change lead is whom you ask, and who reports to you.',
    'zh-CN': '有问题问变革负责人，也由他或她汇报。',
  },
});
