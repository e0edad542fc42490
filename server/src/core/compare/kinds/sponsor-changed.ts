/** The sponsor. */
import { headPerson } from '../headPerson.ts';

export const kind = headPerson('sponsor', {
  id: 'sponsor-changed',
  summary: { en: 'The plan has another sponsor.', 'zh-CN': '计划的发起人换了。' },
  why: {
    en: 'The sponsor answers for the change; approvals of the one before may no longer hold.',
    'zh-CN': '发起人对变革负责；前任的批准可能不再有效。',
  },
});
