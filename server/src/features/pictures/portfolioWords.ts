/** What the page of a portfolio has no words for: headings, columns, notes. */
import type { Text } from '../../core/i18n/message.ts';
import type { PortfolioWord } from '../../protocol.ts';

export const portfolioWords: Readonly<Record<PortfolioWord, Text>> = {
  portfolio: { en: 'Portfolio of change plans', 'zh-CN': '变更计划组合' },
  plans: { en: 'Plans', 'zh-CN': '计划' },
  plan: { en: 'Plan', 'zh-CN': '计划' },
  health: { en: 'Health', 'zh-CN': '状态' },
  why: { en: 'Why', 'zh-CN': '原因' },
  levers: { en: 'Levers', 'zh-CN': 'LEVERS 方法' },
  goLive: { en: 'Go-live', 'zh-CN': '上线' },
  owner: { en: 'Change lead', 'zh-CN': '变革负责人' },
  people: { en: 'People', 'zh-CN': '人数' },
  next: { en: 'Next', 'zh-CN': '下一步' },
  sortBy: { en: 'Sort by', 'zh-CN': '排序' },
  filter: { en: 'Filter', 'zh-CN': '筛选' },
  shown: { en: '{n} of {all} plans', 'zh-CN': '{all} 个计划中的 {n} 个' },
  goLives: { en: 'Go-lives', 'zh-CN': '上线日历' },
  today: { en: 'Today', 'zh-CN': '今天' },
  load: { en: 'Change load', 'zh-CN': '变更负荷' },
  loadNote: {
    en: 'How many plans change something in a month for a group that several plans name alike. The darker, the more impact: low counts 1, medium 2, high 3, added up. Groups come by their worst month times their people. ◆ marks go-lives.',
    'zh-CN':
      '每个月有多少个计划给多个计划共有（标识和名称都相同）的群体带来变化。颜色越深影响越大：低计 1、中计 2、高计 3，逐项相加。按最重月份乘以人数排序。◆ 表示上线。',
  },
  group: { en: 'Group', 'zh-CN': '群体' },
  noPlans: { en: 'There are no change plans in this folder yet.', 'zh-CN': '这个文件夹里还没有变更计划。' },
  newPlan: { en: 'New Change Plan', 'zh-CN': '新建变更计划' },
  noGoLives: { en: 'No plan has a go-live date yet.', 'zh-CN': '还没有计划写明上线日期。' },
  noLoad: {
    en: 'No group is reached by two plans in the same month.',
    'zh-CN': '没有群体在同一个月受到两个计划影响。',
  },
  busy: { en: 'Plans are still being read.', 'zh-CN': '仍在读取计划。' },
};
