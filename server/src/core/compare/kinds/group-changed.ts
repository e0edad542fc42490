/** Groups: how hard the change hits them, how they feel about it, how many they are; those that are new or gone. */

import type { Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import { choiceName, shapes } from '../../schema/schema.ts';
import type { ChangeKind } from '../change.ts';
import type { Difference } from '../difference.ts';
import { alike, ofSingle, ofThing, type ValueWords } from '../row.ts';
import { lastOf } from '../thing.ts';
import { isRated, stepOf } from '../words.ts';

const words = {
  higher: {
    en: 'The impact on “{thing}” is higher: {to} instead of {from}',
    'zh-CN': '对“{thing}”的影响加大：由{from}改为{to}',
  },
  lower: {
    en: 'The impact on “{thing}” is lower: {to} instead of {from}',
    'zh-CN': '对“{thing}”的影响减小：由{from}改为{to}',
  },
  worse: {
    en: '“{thing}” feel worse about it: {to} instead of {from}',
    'zh-CN': '“{thing}”的态度变差：由{from}变为{to}',
  },
  better: {
    en: '“{thing}” feel better about it: {to} instead of {from}',
    'zh-CN': '“{thing}”的态度好转：由{from}变为{to}',
  },
  attitude: { en: 'Attitude of “{thing}”: {to} (it was {from})', 'zh-CN': '“{thing}”的态度：{to}（原为{from}）' },
  attitudeSet: { en: 'Attitude of “{thing}” is now written: {to}', 'zh-CN': '“{thing}”的态度现写为：{to}' },
  attitudeGone: {
    en: 'Attitude of “{thing}” is no longer written (it was {from})',
    'zh-CN': '不再写明“{thing}”的态度（原为{from}）',
  },
  size: { en: '“{thing}” are {to} people instead of {from}', 'zh-CN': '“{thing}”由 {from} 人改为 {to} 人' },
  added: { en: 'Group added: {group}{impact}', 'zh-CN': '新增群体：{group}{impact}' },
  removed: { en: 'Group removed: {group}{impact}', 'zh-CN': '删除群体：{group}{impact}' },
  impact: { en: ' (impact: {impact})', 'zh-CN': '（影响：{impact}）' },
} satisfies Record<string, Text>;

const impact: ValueWords = {
  changed: words.lower,
  set: { en: 'The impact on “{thing}” is now rated: {to}', 'zh-CN': '对“{thing}”的影响现已评定：{to}' },
  gone: {
    en: 'The impact on “{thing}” is not rated any more (it was {from})',
    'zh-CN': '对“{thing}”的影响不再评定（原为{from}）',
  },
};

function impactText(group: Entry): Value {
  const impact = group.text('impact');
  return impact ? { text: words.impact, data: { impact: choiceName(shapes.stakeholder.key('impact'), impact) } } : '';
}

/** How an attitude has changed; of one that nobody knows it says neither better nor worse. */
function attitude(one: Difference): ValueWords {
  const way = [one.from, one.to].includes('unknown') ? 0 : stepOf(one);
  const changed = way > 0 ? words.worse : way < 0 ? words.better : words.attitude;
  return { changed, set: words.attitudeSet, gone: words.attitudeGone };
}

const isHit = (group: Entry) => ['high', 'medium'].includes(group.text('impact') ?? '');

export const kind: ChangeKind = {
  id: 'group-changed',
  level: 'note',
  summary: {
    en: 'A group is new or gone, is hit harder, feels otherwise, or has another size.',
    'zh-CN': '群体新增或删去，受影响程度、态度或人数改变。',
  },
  why: {
    en: 'What is planned for people depends on how many they are, and on what it means for them.',
    'zh-CN': '为人们安排什么，取决于有多少人、对他们意味着什么。',
  },
  *find(comparison) {
    for (const one of comparison.take('stakeholder', 'impact', isRated)) {
      const isHigher = stepOf(one) > 0;
      const level = isHigher && one.to === 'high' ? 'decide' : 'note';
      yield ofSingle(one, isHigher ? { ...impact, changed: words.higher } : impact, comparison, { level });
    }
    for (const one of comparison.take('stakeholder', 'attitude')) yield ofSingle(one, attitude(one), comparison);
    const isCounted = ({ from, to }: Difference) => typeof from === 'number' && typeof to === 'number';
    for (const one of comparison.take('stakeholder', 'size', isCounted))
      yield ofSingle(one, alike(words.size), comparison);
    for (const how of ['added', 'removed'] as const) {
      for (const thing of comparison[how]('stakeholder')) {
        const group = lastOf(thing);
        const data = { group: comparison.called(thing), impact: impactText(group) };
        yield ofThing(thing, how, words[how], data, how === 'removed' && isHit(group) ? 'decide' : 'note');
      }
    }
  },
};
