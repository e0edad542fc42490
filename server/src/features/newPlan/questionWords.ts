/** What the questions on the way to a new plan are called, and what is said to their answers. */

import type { QuestionKey } from '../../core/authoring/answers.ts';
import type { Text } from '../../core/i18n/message.ts';

export const heading: Text = { en: 'New Change Plan: {question}', 'zh-CN': '新建变更计划：{question}' };

export interface Words {
  readonly question: Text;
  /** A prompt for typed answers. */
  readonly hint?: Text;
  /** How to leave, in an editor. */
  readonly leaving?: Text;
  readonly placeholder: Text;
}

export const words: Readonly<Record<QuestionKey, Words>> = {
  title: {
    question: { en: 'What is changing?', 'zh-CN': '要变更什么？' },
    hint: {
      en: 'A title that colleagues understand.',
      'zh-CN': '写一个同事们看得懂的标题。',
    },
    leaving: {
      en: 'You can stop with Escape and continue later.',
      'zh-CN': '可以按 Esc 退出，以后再继续。',
    },
    placeholder: { en: 'For example: AI assistant for the service desk', 'zh-CN': '例如：客服中心的 AI 助手' },
  },
  need: {
    question: { en: 'Why is it needed?', 'zh-CN': '为什么需要这项变更？' },
    hint: {
      en: 'One sentence is enough. Leave it empty if it is not known yet.',
      'zh-CN': '一句话就够；还不清楚就留空。',
    },
    placeholder: { en: 'For example: People wait four days for an answer', 'zh-CN': '例如：客户要等四天才能得到答复' },
  },
  ai: {
    question: { en: 'Is it about AI?', 'zh-CN': '这项变更与 AI 有关吗？' },
    placeholder: { en: 'Choose one, then press Enter', 'zh-CN': '选择一项，然后按 Enter' },
  },
  goLive: {
    question: { en: 'When does it go live?', 'zh-CN': '什么时候上线？' },
    placeholder: {
      en: 'Choose a day, or type one, such as June 15, 2027',
      'zh-CN': '选择一个日期，或输入日期，例如 2027年6月15日',
    },
  },
  people: {
    question: {
      en: 'Who leads it, and which leader stands behind it?',
      'zh-CN': '由谁负责推进？由哪位领导者支持？',
    },
    hint: {
      en: 'Two names or roles with a comma in between. Leave out who is not known yet.',
      'zh-CN': '写两个姓名或岗位，用逗号分开；还不清楚的可以不写。',
    },
    placeholder: { en: 'For example: Ana Ruiz, Head of Service', 'zh-CN': '例如：王敏、客服总监' },
  },
  groups: {
    question: { en: 'Who is touched by it?', 'zh-CN': '会影响到谁？' },
    hint: {
      en: 'All groups, also customers or partners, with commas in between. If you know, add in brackets how many they are and how they feel: Service agents (120, skeptical).',
      'zh-CN':
        '写出所有群体（包括客户和合作伙伴），用顿号或逗号分开。如果知道，请在括号里写人数和态度：客服专员（120人，怀疑）。',
    },
    placeholder: {
      en: 'For example: Service agents (120, skeptical), Team leads, Customers',
      'zh-CN': '例如：客服专员（120人，怀疑）、班组长、客户',
    },
  },
  changes: {
    question: { en: 'What changes, and for whom?', 'zh-CN': '哪些方面会改变？对谁？' },
    placeholder: {
      en: 'Tick what you know, then press Enter; the rest stays open',
      'zh-CN': '勾选已知的，然后按 Enter；其余以后再写',
    },
  },
  strategies: {
    question: {
      en: 'Which strategies fit? {n} of 6 levers covered',
      'zh-CN': '选择哪些策略？已启用 {n}/6 个 LEVERS',
    },
    placeholder: { en: 'Tick the strategies you want, then press Enter', 'zh-CN': '勾选需要的策略，然后按 Enter' },
  },
};

/** Added to a question while too few levers are covered. */
export const tooFew: Text = {
  en: '{question} – at least {minimum} are needed',
  'zh-CN': '{question}，至少需要 {minimum} 个',
};

/** The answers to the question about AI. */
export const aiAnswers: readonly { readonly value: string; readonly label: Text; readonly description: Text }[] = [
  {
    value: 'yes',
    label: { en: 'Yes, it is about AI', 'zh-CN': '是，与 AI 有关' },
    description: { en: 'all strategies of the catalog', 'zh-CN': '提供目录中的全部策略' },
  },
  {
    value: 'no',
    label: { en: 'No', 'zh-CN': '否' },
    description: { en: 'only strategies that suit any change', 'zh-CN': '只提供适合各类变更的策略' },
  },
  {
    value: 'unknown',
    label: { en: 'Not known yet', 'zh-CN': '还不清楚' },
    description: { en: 'the same as No, for now', 'zh-CN': '暂按“否”处理' },
  },
];

export const messages = {
  title: { en: 'Write a few words.', 'zh-CN': '请写几个字。' },
  people: { en: 'Leads it: {owner}. Stands behind it: {sponsor}.', 'zh-CN': '负责推进：{owner}。支持者：{sponsor}。' },
  same: {
    en: 'Leads it and stands behind it: {owner}. Is there a leader who could stand behind the change?',
    'zh-CN': '负责推进和支持的都是{owner}。有没有其他领导者可以支持这项变更？',
  },
  unknown: { en: 'not known yet', 'zh-CN': '还不清楚' },
  group: { en: '1 group: {groups}', 'zh-CN': '1 个群体：{groups}' },
  groups: { en: '{n} groups: {groups}', 'zh-CN': '{n} 个群体：{groups}' },
  said: { en: '{name} ({said})', 'zh-CN': '{name}（{said}）' },
  few: {
    en: 'At least {minimum} levers should work together: tick something of {missing}',
    'zh-CN': '至少 {minimum} 个 LEVERS 应共同作用，请在{missing}中再勾选一些',
  },
  date: { en: 'This is not a complete date', 'zh-CN': '日期不完整' },
} satisfies Readonly<Record<string, Text>>;
