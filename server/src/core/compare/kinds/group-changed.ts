/** Groups: how hard the change hits them, how they feel about it, how many they are; those that are new or gone. */

import type { Text, Value } from '../../i18n/message.ts';
import { numberText } from '../../i18n/phrases.ts';
import type { Entry } from '../../model/entry.ts';
import { choiceName, shapes } from '../../schema/schema.ts';
import type { ChangeKind } from '../change.ts';
import { ofThing, ofValue } from '../row.ts';
import { valueText } from '../words.ts';

const words = {
  higher: {
    en: 'The impact on “{group}” is higher: {to} instead of {from}',
    'zh-CN': '对“{group}”的影响加大：由{from}改为{to}',
  },
  lower: {
    en: 'The impact on “{group}” is lower: {to} instead of {from}',
    'zh-CN': '对“{group}”的影响减小：由{from}改为{to}',
  },
  rated: { en: 'The impact on “{group}” is now rated: {to}', 'zh-CN': '对“{group}”的影响现已评定：{to}' },
  unrated: {
    en: 'The impact on “{group}” is not rated any more (it was {from})',
    'zh-CN': '对“{group}”的影响不再评定（原为{from}）',
  },
  worse: {
    en: '“{group}” feel worse about it: {to} instead of {from}',
    'zh-CN': '“{group}”的态度变差：由{from}变为{to}',
  },
  better: {
    en: '“{group}” feel better about it: {to} instead of {from}',
    'zh-CN': '“{group}”的态度好转：由{from}变为{to}',
  },
  attitude: { en: 'Attitude of “{group}”: {to} (it was {from})', 'zh-CN': '“{group}”的态度：{to}（原为{from}）' },
  size: { en: '“{group}” are {to} people instead of {from}', 'zh-CN': '“{group}”由 {from} 人改为 {to} 人' },
  added: { en: 'Group added: {group}{impact}', 'zh-CN': '新增群体：{group}{impact}' },
  removed: { en: 'Group removed: {group}{impact}', 'zh-CN': '删除群体：{group}{impact}' },
  impact: { en: ' (impact: {impact})', 'zh-CN': '（影响：{impact}）' },
} satisfies Record<string, Text>;

const impacts = ['none', 'low', 'medium', 'high'];
/** From the best on. Of an attitude that nobody knows nothing is said. */
const attitudes = ['champion', 'supportive', 'neutral', 'skeptical', 'resistant'];

/** Which of two choices comes later; 0 where that cannot be told. */
function step(choices: readonly string[], from: unknown, to: unknown): number {
  const [was, is] = [choices.indexOf(String(from)), choices.indexOf(String(to))];
  return was < 0 || is < 0 ? 0 : is - was;
}

function impactText(group: Entry): Value {
  const impact = group.text('impact');
  return impact ? { text: words.impact, data: { impact: choiceName(shapes.stakeholder.key('impact'), impact) } } : '';
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
    for (const difference of comparison.take('stakeholder', 'impact')) {
      const { from, to, thing } = difference;
      const way = step(impacts, from, to);
      const text =
        from === undefined ? words.rated : to === undefined ? words.unrated : way > 0 ? words.higher : words.lower;
      const data = {
        group: comparison.called(thing),
        from: valueText(from, difference, comparison),
        to: valueText(to, difference, comparison),
      };
      yield ofValue(difference, text, data, way > 0 && to === 'high' ? 'decide' : 'note');
    }
    for (const difference of comparison.take('stakeholder', 'attitude')) {
      const { from, to, thing } = difference;
      const way = step(attitudes, from, to);
      const data = {
        group: comparison.called(thing),
        from: valueText(from, difference, comparison),
        to: valueText(to, difference, comparison),
      };
      yield ofValue(difference, way > 0 ? words.worse : way < 0 ? words.better : words.attitude, data);
    }
    for (const difference of comparison.take(
      'stakeholder',
      'size',
      ({ from, to }) => typeof from === 'number' && typeof to === 'number',
    )) {
      const { from, to, thing } = difference;
      const data = { group: comparison.called(thing), from: numberText(Number(from)), to: numberText(Number(to)) };
      yield ofValue(difference, words.size, data);
    }
    for (const [how, things] of [
      ['added', comparison.added('stakeholder')],
      ['removed', comparison.removed('stakeholder')],
    ] as const) {
      for (const thing of things) {
        const group = (thing.after ?? thing.before) as Entry;
        const data = { group: comparison.called(thing), impact: impactText(group) };
        yield ofThing(thing, how, words[how], data, how === 'removed' && isHit(group) ? 'decide' : 'note');
      }
    }
  },
};
