/** Readings of measures: new ones, against what was to be reached, and those of the past that were rewritten. */
import { judgedMeasures } from '../../analysis/measures.ts';
import { valueText as measured } from '../../analysis/measureText.ts';
import { dayText } from '../../i18n/dayText.ts';
import type { Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import type { ChangeKind, Level } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import { ofThing, ofValue } from '../row.ts';
import type { Thing } from '../thing.ts';
import { shiftOf } from '../words.ts';

const words = {
  added: { en: '“{measure}” is at {value} ({day}){standing}', 'zh-CN': '“{measure}”为 {value}（{day}）{standing}' },
  removed: {
    en: '“{measure}”: the reading of {day} is gone (it was {value})',
    'zh-CN': '“{measure}”：删去了{day}的读数（原为 {value}）',
  },
  changed: {
    en: '“{measure}”: the reading of {day} is now {to}, not {from}',
    'zh-CN': '“{measure}”：{day}的读数由 {from} 改为 {to}',
  },
  day: {
    en: '“{measure}”: the reading of {value} is now of {day}, not of {from}',
    'zh-CN': '“{measure}”：读数 {value} 的日期由{from}改为{day}',
  },
  missed: { en: ': the target of {target} by {by} is missed', 'zh-CN': '：未达到{by}的目标 {target}' },
  reached: { en: ': the target of {target} is reached', 'zh-CN': '：已达到目标 {target}' },
  behind: {
    en: ', behind what was expected by now (target {target} by {by})',
    'zh-CN': '，落后于目前应有的进度（{by}的目标为 {target}）',
  },
  open: { en: ' (target {target})', 'zh-CN': '（目标 {target}）' },
} satisfies Record<string, Text>;

/** How the measure of a new reading stands with it. */
function standing({ parent }: Thing, { after }: Comparison): { readonly text: Value; readonly level: Level } {
  const measure = parent?.after;
  const row = judgedMeasures(after.plan, after.context).rows.find((one) => one.measure.at.node === measure?.at.node);
  const target = measure?.number('target')?.value;
  if (!measure || target === undefined) return { text: '', level: 'note' };
  const by = measure.date('by');
  const data = { target: measured(target, measure.text('unit')), by: by ? dayText(by) : '' };
  if (row?.course === 'missed' && by) return { text: { text: words.missed, data }, level: 'decide' };
  if (row?.course === 'reached') return { text: { text: words.reached, data }, level: 'note' };
  if (row?.course === 'behind' && by) return { text: { text: words.behind, data }, level: 'note' };
  return { text: { text: words.open, data }, level: 'note' };
}

function readingData(thing: Thing, reading: Entry, comparison: Comparison) {
  const [value, day] = [reading.number('value')?.value, reading.date('on')];
  return {
    measure: thing.parent ? comparison.called(thing.parent) : '',
    value: value === undefined ? '…' : measured(value, thing.parent?.after?.text('unit')),
    day: day ? dayText(day) : '…',
  };
}

export const kind: ChangeKind = {
  id: 'reading-changed',
  level: 'note',
  summary: {
    en: 'Something was measured, or what was measured is told otherwise.',
    'zh-CN': '有新的测量结果，或过去的测量结果被改写。',
  },
  why: { en: 'Readings show whether the change works.', 'zh-CN': '读数表明变革是否见效。' },
  *find(comparison) {
    for (const thing of comparison.added('reading')) {
      const { text, level } = standing(thing, comparison);
      const data = { ...readingData(thing, thing.after as Entry, comparison), standing: text };
      yield ofThing(thing, `added ${thing.after?.text('on')}`, words.added, data, level);
    }
    for (const difference of comparison.take('reading', 'value')) {
      const { thing, from, to } = difference;
      const unit = thing.parent?.after?.text('unit');
      const value = (one: typeof from): string => (typeof one === 'number' ? measured(one, unit) : String(one ?? '…'));
      const data = { ...readingData(thing, thing.after as Entry, comparison), from: value(from), to: value(to) };
      yield ofValue(difference, words.changed, data, 'decide');
    }
    for (const difference of comparison.take('reading', 'on', (one) => shiftOf(one) !== undefined)) {
      const { thing, from } = difference;
      const data = { ...readingData(thing, thing.after as Entry, comparison), from: dayText(String(from)) };
      yield ofValue(difference, words.day, data, 'decide');
    }
    for (const thing of comparison.removed('reading')) {
      const data = readingData(thing, thing.before as Entry, comparison);
      yield ofThing(thing, `removed ${thing.before?.text('on')}`, words.removed, data, 'decide');
    }
  },
};
