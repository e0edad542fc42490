/** What is written of a decision: its outcome, its day, who decides. */
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import type { Difference } from '../difference.ts';
import { isSameName, personChange } from '../people.ts';
import { ofSingle, type ValueWords } from '../row.ts';
import { lastOf } from '../thing.ts';

const outcome: ValueWords = {
  changed: { en: 'The outcome of “{thing}” is now {to}, not {from}', 'zh-CN': '“{thing}”的结果由{from}改为{to}' },
  set: { en: 'The outcome of “{thing}” is now written down: {to}', 'zh-CN': '现已写明“{thing}”的结果：{to}' },
  gone: {
    en: 'The outcome of “{thing}” is no longer written down (it was {from})',
    'zh-CN': '不再写明“{thing}”的结果（原为{from}）',
  },
};
const day: ValueWords = {
  changed: { en: '“{thing}” was decided on {to}, not on {from}', 'zh-CN': '“{thing}”的决定日期由{from}改为{to}' },
  set: { en: '“{thing}” was decided on {to}', 'zh-CN': '“{thing}”于{to}决定' },
  gone: {
    en: '“{thing}” no longer says when it was decided (it was on {from})',
    'zh-CN': '不再写明“{thing}”何时决定（原为{from}）',
  },
};
const decided: ValueWords = {
  changed: { en: '“{thing}” was decided by {to}, not by {from}', 'zh-CN': '“{thing}”的决定者由{from}改为{to}' },
  set: { en: '“{thing}” was decided by {to}', 'zh-CN': '“{thing}”由{to}决定' },
  gone: {
    en: '“{thing}” no longer says who decided it (it was {from})',
    'zh-CN': '不再写明“{thing}”由谁决定（原为{from}）',
  },
};
const toDecide: ValueWords = {
  changed: {
    en: '“{thing}” is to be decided by {to} instead of {from}',
    'zh-CN': '“{thing}”改由{to}决定，不再由{from}决定',
  },
  set: { en: '“{thing}” is to be decided by {to}', 'zh-CN': '“{thing}”将由{to}决定' },
  gone: {
    en: '“{thing}” no longer says who is to decide it (it was {from})',
    'zh-CN': '不再写明“{thing}”应由谁决定（原为{from}）',
  },
};

/** Who decided, or is to. */
function byText(by: Difference, comparison: Comparison) {
  const isMade = (lastOf(by.thing).text('status') ?? 'made') === 'made';
  const level = isSameName(by) ? 'quiet' : by.to === undefined ? 'decide' : 'note';
  return ofSingle(by, isMade ? decided : toDecide, comparison, { level });
}

export const kind: ChangeKind = {
  id: 'decision-record-changed',
  level: 'note',
  summary: {
    en: 'A decision is written down with another outcome, another day or another person.',
    'zh-CN': '决定的结果、日期或决定者的记录改变了。',
  },
  why: {
    en: 'What was decided stands until those who decided it say otherwise.',
    'zh-CN': '已经决定的事，在决定者改变之前一直有效。',
  },
  *find(comparison) {
    for (const one of comparison.take('decision', 'outcome'))
      yield ofSingle(one, outcome, comparison, { level: one.from === undefined ? 'note' : 'decide' });
    for (const one of comparison.take('decision', 'on')) yield ofSingle(one, day, comparison);
    for (const one of comparison.take('decision', 'by', (by) => personChange(by, comparison) !== undefined))
      yield byText(one, comparison);
  },
};
