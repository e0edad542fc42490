/** Texts of a drafted plan: placeholders and comments. */
import type { Text } from '../i18n/message.ts';

/** Words that are written into the plan, in its language, and stand in for what nobody has said yet. */
export const samples: Readonly<
  Record<'title' | 'owner' | 'sponsor' | 'group' | 'need' | 'pilot' | 'goLive' | 'action', Text>
> = {
  title: { en: 'What changes …', 'zh-CN': '要变更什么……' },
  owner: { en: 'Change lead', 'zh-CN': '变更负责人' },
  sponsor: { en: 'Sponsor', 'zh-CN': '发起人' },
  group: { en: 'The first group', 'zh-CN': '第一个群体' },
  need: { en: 'What goes wrong today and for whom …', 'zh-CN': '目前哪里有问题、影响到谁……' },
  pilot: { en: 'A first team tries it out', 'zh-CN': '第一个团队试用' },
  goLive: { en: 'Go-live', 'zh-CN': '上线' },
  action: { en: 'What keeps people from going back to the old way …', 'zh-CN': '怎样防止大家回到旧做法……' },
};

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
    en: '2. Put real numbers under `measures`. The numbers there now are examples.',
    'zh-CN': '2. 在 `measures` 下填写真实数字，现有的只是示例。',
  },
  agree: {
    en: '3. Ask every owner whether they agree with the dates. Then set `status` to active.',
    'zh-CN': '3. 请每位负责人确认日期，然后把 `status` 改为 active。',
  },
  owner: { en: 'leads the change from day to day', 'zh-CN': '负责日常推进' },
  sponsor: { en: 'the leader who stands behind it', 'zh-CN': '支持这项变更的领导者' },
  status: { en: 'becomes active when the work begins', 'zh-CN': '工作开始后改为 active' },
  past: { en: 'was before this plan was made', 'zh-CN': '早于编写本计划的日子' },
  end: { en: 'time to make sure that it lasts', 'zh-CN': '留出时间，确保变更得以保持' },
  purpose: {
    en: 'Why, in words that your colleagues would use. Evidence is a number, a voice from the front line, or the result of a pilot.',
    'zh-CN': '为什么要变更：用同事们会说的话来写。依据可以是一个数字、一线人员的原话或试点的结果。',
  },
  stakeholders: {
    en: 'Who has to work differently. Add how many they are (`size`) and how they see the change (`attitude`).',
    'zh-CN': '谁的工作方式会改变。请补充人数（`size`）和他们对变更的态度（`attitude`）。',
  },
  impact: { en: 'high, medium, low or none: your judgment', 'zh-CN': 'high、medium、low 或 none，由你判断' },
  covered: {
    en: '{n} of the six levers are covered. Keep what fits, and change who, for whom and when.',
    'zh-CN': '六个 LEVERS 已启用 {n} 个。保留适合的内容，并调整由谁负责、面向谁、何时进行。',
  },
  few: {
    en: 'Only {n} of the six levers are covered so far. Salesforce recommends at least {minimum}. Add strategies for {missing}.',
    'zh-CN': '目前六个 LEVERS 只启用了 {n} 个。Salesforce 建议至少启用 {minimum} 个。请为{missing}增加策略。',
  },
  measures: {
    en: 'What shows that it works: an indicator of the catalog for each strategy. Measure the baseline before go-live.',
    'zh-CN': '怎样看出有效果：每项策略对应目录中的一个指标。请在上线之前测量基线值。',
  },
  risks: {
    en: 'What could hold the change back. Rate each by `likelihood` and `impact`, and say how you respond.',
    'zh-CN': '什么可能阻碍变更。请用 `likelihood` 和 `impact` 评级，并写明如何应对。',
  },
  sustainment: { en: 'Who keeps it alive after go-live, and until when.', 'zh-CN': '上线之后由谁保持，直到何时。' },
} satisfies Readonly<Record<string, Text>>;
