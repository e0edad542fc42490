/** Texts of a drafted plan: placeholders and comments. */
import { planSamples } from '../edits/templates.ts';
import type { Text } from '../i18n/message.ts';

/**
 * Words that are written into the plan, in its language, and stand in for what nobody has said yet: all of them but the
 * name of go-live wait for the author (`core/analysis/placesToFill.ts`).
 */
export const samples = {
  ...planSamples,
  owner: { en: 'Change lead …', 'zh-CN': '变更负责人……' },
  sponsor: { en: 'Sponsor …', 'zh-CN': '发起人……' },
  trainer: { en: 'Training lead …', 'zh-CN': '培训负责人……' },
  processes: { en: 'Process owner …', 'zh-CN': '流程负责人……' },
  chat: {
    en: 'Discuss the AI tools in our chat, by its name …',
    'zh-CN': '在我们的聊天工具中讨论 AI 工具，写明名称……',
  },
  channel: {
    en: 'Which chat tool or other channel people use already …',
    'zh-CN': '大家平时使用哪个聊天工具或其他渠道……',
  },
  needMet: { en: 'The number that shows that the need is met …', 'zh-CN': '能说明需求得到满足的数字……' },
  numbers: {
    en: 'How much it is today, what it should become, and who measures it …',
    'zh-CN': '目前是多少、目标是多少、由谁测量……',
  },
  pilot: { en: 'Who tries it out first …', 'zh-CN': '由谁先试用……' },
  goLive: { en: 'Go-live', 'zh-CN': '上线' },
  assumedGoLive: { en: 'Go-live, once its day is agreed …', 'zh-CN': '上线，日期待商定……' },
  action: { en: 'What keeps people from going back to the old way …', 'zh-CN': '怎样防止大家回到旧做法……' },
} satisfies Readonly<Record<string, Text>>;

/** What is still open about a group. */
export const open: Text = { en: 'Still to be found out: {parts} …', 'zh-CN': '有待了解：{parts}……' };

/** The parts of `open`. */
export const openParts = {
  impact: { en: 'how much changes for them', 'zh-CN': '变化有多大' },
  aspects: { en: 'what changes for them', 'zh-CN': '哪些方面会变' },
  size: { en: 'how many they are', 'zh-CN': '有多少人' },
  attitude: { en: 'how they feel about it', 'zh-CN': '他们怎么看' },
} satisfies Readonly<Record<string, Text>>;

/** Why a lever is left out for now. */
export const left: Text = {
  en: 'Left out of the first draft; we decide again in the review on {day}',
  'zh-CN': '初稿暂不启用；在 {day} 的评审中再作决定',
};

/** Why a finding about what was chosen is allowed for now. */
export const chosen: Text = {
  en: 'chosen on purpose for the first draft; review by {day}',
  'zh-CN': '初稿如此选择；请在 {day} 之前再作决定',
};

/** What comments say, in the language of the reader. */
export const notes = {
  top: {
    en: 'A first draft, made from your answers on {today}. What to do next:',
    'zh-CN': '根据你在 {today} 的回答生成的初稿。接下来：',
  },
  fill: {
    en: '1. Write your own words wherever a text ends in “…”.',
    'zh-CN': '1. 凡是以“……”结尾的地方，请换成你自己的内容。',
  },
  numbers: {
    en: '2. Under `measures`, add `baseline` (the number today) and `target`. Measure the baseline before go-live.',
    'zh-CN': '2. 在 `measures` 下填写 `baseline`（目前的数字）和 `target`（目标值）。请在上线前测量基线值。',
  },
  agree: {
    en: '3. Ask every owner whether they agree with the dates. Then set `status` to active.',
    'zh-CN': '3. 请每位负责人确认日期，然后把 `status` 改为 active。',
  },
  owner: { en: 'leads the change from day to day', 'zh-CN': '负责日常推进' },
  sponsor: { en: 'the leader who stands behind it', 'zh-CN': '支持这项变更的领导者' },
  status: { en: 'becomes active when the work begins', 'zh-CN': '工作开始后改为 active' },
  past: { en: 'was before this plan was made', 'zh-CN': '早于编写本计划的日子' },
  assumed: { en: 'assumed: nobody has decided yet', 'zh-CN': '暂定：尚未决定' },
  end: { en: 'time to make sure that it lasts', 'zh-CN': '留出时间，确保变更得以保持' },
  purpose: {
    en: 'Why, in words that your colleagues would use. Evidence is a number, a voice from the front line, or the result of a pilot.',
    'zh-CN': '为什么要变更：用同事们会说的话来写。依据可以是一个数字、一线人员的原话或试点的结果。',
  },
  stakeholders: {
    en: 'Who is touched. `impact` is high, medium, low or none; `size` is how many they are; `attitude` is how they see the change.',
    'zh-CN': '涉及哪些群体。`impact` 写 high、medium、low 或 none；`size` 写人数；`attitude` 写他们对变更的态度。',
  },
  covered: {
    en: '{n} of the six levers are covered. Keep what fits, and change who, for whom and when.',
    'zh-CN': '六个 LEVERS 已启用 {n} 个。保留适合的内容，并调整由谁负责、面向谁、何时进行。',
  },
  few: {
    en: 'Only {n} of the six levers are covered so far. Salesforce recommends at least {minimum}. Add strategies for {missing}.',
    'zh-CN': '目前六个 LEVERS 只启用了 {n} 个。Salesforce 建议至少启用 {minimum} 个。请为{missing}增加策略。',
  },
  measures: {
    en: 'What shows that it works: one measure for each lever. Keep those that you will really measure.',
    'zh-CN': '怎样看出有效果：每个 LEVERS 对应一个指标。保留你们真正会去测量的。',
  },
  risks: {
    en: 'What could hold the change back. Rate each by `likelihood` and `impact`, and say how you respond.',
    'zh-CN': '什么可能阻碍变更。请用 `likelihood` 和 `impact` 评级，并写明如何应对。',
  },
  sustainment: { en: 'Who keeps it alive after go-live, and until when.', 'zh-CN': '上线之后由谁保持，直到何时。' },
} satisfies Readonly<Record<string, Text>>;
