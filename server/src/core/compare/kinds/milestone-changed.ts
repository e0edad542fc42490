/** Milestones: those that move, are new or gone. Go-lives are told as waves. */
import { milestoneChange } from '../milestoneChange.ts';

const words = {
  date: {
    changed: {
      en: 'Milestone “{thing}” moves from {from} to {to}, {shift}',
      'zh-CN': '里程碑“{thing}”由{from}改为{to}，{shift}',
    },
    set: { en: 'Milestone “{thing}” is now planned for {to}', 'zh-CN': '里程碑“{thing}”的日期定为{to}' },
    gone: {
      en: 'Milestone “{thing}” has no day any more (it was {from})',
      'zh-CN': '里程碑“{thing}”不再写明日期（原为{from}）',
    },
  },
  added: { en: 'Milestone added: {thing}{on}', 'zh-CN': '新增里程碑：{thing}{on}' },
  removed: { en: 'Milestone removed: {thing}{on}', 'zh-CN': '删除里程碑：{thing}{on}' },
};

export const kind = milestoneChange(words, {
  id: 'milestone-changed',
  level: 'note',
  summary: { en: 'A milestone is new, is gone, or has another day.', 'zh-CN': '里程碑新增、删去或改期。' },
  why: { en: 'Others plan by these days.', 'zh-CN': '别人按这些日期安排。' },
});
