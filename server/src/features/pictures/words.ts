/** Fixed texts of pictures: headings, columns, notes. */

import { fillWords } from '../../core/analysis/labels.ts';
import type { Text } from '../../core/i18n/message.ts';
import { halves } from '../../core/overview/knowAndChooseText.ts';
import type { Speaker } from '../../core/overview/speaker.ts';
import { type Shape, shapeAt, shapes } from '../../core/schema/schema.ts';
import type { PictureWord } from '../../protocol.ts';

const strategyShape = shapes.strategy;
const measureShape = shapes.measure;
const riskShape = shapes.risk;

/** The title of a key in the schema. */
function titleOf(shape: Shape | undefined, key: string): Text {
  return shape?.key(key)?.title ?? { en: key, 'zh-CN': key };
}

const words: Readonly<Record<PictureWord, Text>> = {
  levers: titleOf(shapeAt([]), 'levers'),
  lever: { en: 'Lever', 'zh-CN': 'LEVERS 方法' },
  depth: { en: 'Depth', 'zh-CN': '深度' },
  notes: { en: 'Strategies', 'zh-CN': '策略' },
  ofSix: { en: 'of 6', 'zh-CN': '共 6 个' },
  standing: { en: 'On time?', 'zh-CN': '进度' },
  overdue: { en: 'Overdue', 'zh-CN': '逾期' },
  soon: { en: 'Next 30 days', 'zh-CN': '未来 30 天' },
  nothingOverdue: { en: 'Nothing is overdue.', 'zh-CN': '没有逾期的策略。' },
  nothingSoon: { en: 'Nothing starts or is due.', 'zh-CN': '没有要开始或到期的工作。' },
  timeline: { en: 'Timeline', 'zh-CN': '时间线' },
  strategy: { en: 'Strategy', 'zh-CN': '策略' },
  start: titleOf(strategyShape, 'start'),
  due: titleOf(strategyShape, 'due'),
  status: titleOf(strategyShape, 'status'),
  owner: titleOf(strategyShape, 'owner'),
  milestones: titleOf(shapeAt([]), 'milestones'),
  afterGoLive: { en: 'After go-live', 'zh-CN': '上线之后' },
  noDays: {
    en: 'No day is written yet. With start, go-live and end dates the timeline appears.',
    'zh-CN': '还没有写日期。写上开始、上线和结束日期后，就会显示时间线。',
  },
  heatMap: { en: 'Who is reached', 'zh-CN': '触及的群体' },
  group: { en: 'Group', 'zh-CN': '群体' },
  total: { en: 'All', 'zh-CN': '合计' },
  ...halves,
  reachedByNothing: { en: 'reached by nothing', 'zh-CN': '没有任何策略触及' },
  noGroups: { en: 'No stakeholder groups are written yet.', 'zh-CN': '还没有写利益相关者群体。' },
  measures: titleOf(shapeAt([]), 'measures'),
  measure: { en: 'Measure', 'zh-CN': '指标' },
  baseline: titleOf(measureShape, 'baseline'),
  latest: { en: 'Latest', 'zh-CN': '最新值' },
  target: titleOf(measureShape, 'target'),
  by: titleOf(measureShape, 'by'),
  noMeasures: { en: 'No measures are written yet.', 'zh-CN': '还没有写指标。' },
  risks: { en: 'Open risks', 'zh-CN': '未解决的风险' },
  risk: { en: 'Risk', 'zh-CN': '风险' },
  likelihood: titleOf(riskShape, 'likelihood'),
  impact: titleOf(riskShape, 'impact'),
  answer: { en: 'What is done about it', 'zh-CN': '应对' },
  noAnswer: { en: 'Nothing yet', 'zh-CN': '尚无应对' },
  noRisks: { en: 'No risk is open.', 'zh-CN': '没有未解决的风险。' },
  problems: { en: 'Problems', 'zh-CN': '问题' },
  noProblems: { en: 'No problems found.', 'zh-CN': '没有发现问题。' },
  place: { en: 'Place', 'zh-CN': '位置' },
  activity: { en: 'An activity of the strategy', 'zh-CN': '策略的一项活动' },
  asTable: { en: 'As a table', 'zh-CN': '以表格显示' },
  halfTyped: {
    en: 'Something is half typed: what is drawn is how it was before.',
    'zh-CN': '有内容尚未写完：图中显示的是之前的状态。',
  },
  unread: {
    en: 'Part of the text cannot be read: something may be missing here.',
    'zh-CN': '部分文本无法读取：图中可能缺少内容。',
  },
  fill: fillWords,
  edit: { en: 'Edit', 'zh-CN': '编辑' },
  editPart: { en: 'Edit “{title}”', 'zh-CN': '编辑“{title}”' },
  addTo: { en: 'Add a strategy under {title}', 'zh-CN': '在{title}下添加策略' },
  move: {
    en: '{title} of “{value}”: Left and Right move it by a day, with Shift by a week, Enter takes it',
    'zh-CN': '“{value}”的{title}：左右方向键移动一天，加 Shift 移动一周，回车确认',
  },
  done: { en: 'Done', 'zh-CN': '完成' },
  added: { en: 'New: {title}', 'zh-CN': '新增：{title}' },
  removed: { en: 'Gone: {title}', 'zh-CN': '已删除：{title}' },
  was: { en: 'Where it was in the version before', 'zh-CN': '在上一版本中的位置' },
  inText: { en: 'Show in the text', 'zh-CN': '在文本中显示' },
  gone: {
    en: 'This is no longer in the plan, or part of the text cannot be read.',
    'zh-CN': '计划中已没有这一项，或有一部分文本无法读取。',
  },
};

/** All of them in the reader's language. */
export function pictureWords(speaker: Speaker): Record<PictureWord, string> {
  const said = Object.entries(words).map(([name, text]) => [name, speaker.text(text)]);
  return Object.fromEntries(said) as Record<PictureWord, string>;
}
