/** Risks: how likely and grave they are, whether they are still open; those that are new or gone. */
import type { Message, Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import { choiceName, shapes } from '../../schema/schema.ts';
import type { ChangeKind } from '../change.ts';
import { ofThing, ofValue } from '../row.ts';
import { keyInText, stepOf, valueText } from '../words.ts';

const words = {
  closed: { en: 'Risk closed: {risk}', 'zh-CN': '风险已关闭：{risk}' },
  accepted: { en: 'Risk accepted: {risk}', 'zh-CN': '风险已接受：{risk}' },
  reopened: { en: 'Risk open again: {risk} (it was: {from})', 'zh-CN': '风险重新打开：{risk}（原为：{from}）' },
  status: { en: 'Risk “{risk}”: {from} → {to}', 'zh-CN': '风险“{risk}”：{from} → {to}' },
  graver: { en: 'Risk “{risk}” is graver: {parts}', 'zh-CN': '风险“{risk}”加重：{parts}' },
  milder: { en: 'Risk “{risk}” is milder: {parts}', 'zh-CN': '风险“{risk}”减轻：{parts}' },
  rated: { en: 'Risk “{risk}” is rated otherwise: {parts}', 'zh-CN': '风险“{risk}”的评定改变：{parts}' },
  part: { en: '{key} {to} instead of {from}', 'zh-CN': '{key}由{from}改为{to}' },
  added: { en: 'Risk added: {risk}{grade}', 'zh-CN': '新增风险：{risk}{grade}' },
  removed: { en: 'Risk removed: {risk} ({status})', 'zh-CN': '删除风险：{risk}（{status}）' },
  grade: { en: ' (likelihood: {likelihood}, impact: {impact})', 'zh-CN': '（可能性：{likelihood}，影响：{impact}）' },
} satisfies Record<string, Text>;

const over = ['closed', 'accepted'];

function gradeText(risk: Entry): Value {
  const [likelihood, impact] = [risk.text('likelihood'), risk.text('impact')];
  if (!likelihood || !impact) return '';
  const said = (key: string, choice: string) => choiceName(shapes.risk.key(key), choice);
  return {
    text: words.grade,
    data: { likelihood: said('likelihood', likelihood), impact: said('impact', impact) },
  };
}

export const kind: ChangeKind = {
  id: 'risk-changed',
  level: 'note',
  summary: {
    en: 'A risk is new or gone, graver or milder, closed, accepted or open again.',
    'zh-CN': '风险新增或删去、加重或减轻、关闭、接受或重新打开。',
  },
  why: { en: 'What may stop the change is what you are asked to carry.', 'zh-CN': '可能阻碍变革的，正是请您承担的。' },
  *find(comparison) {
    for (const difference of comparison.take('risk', 'status')) {
      const { thing } = difference;
      const usual = String(difference.shape?.default);
      const [from, to] = [String(difference.from ?? usual), String(difference.to ?? usual)];
      const text =
        to === 'closed'
          ? words.closed
          : to === 'accepted'
            ? words.accepted
            : over.includes(from)
              ? words.reopened
              : words.status;
      const data = {
        risk: comparison.called(thing),
        from: valueText(from, difference, comparison),
        to: valueText(to, difference, comparison),
      };
      yield ofValue(difference, text, data, to === 'accepted' || over.includes(from) ? 'decide' : 'note');
    }
    for (const thing of comparison.kept('risk')) {
      const own = ['likelihood', 'impact'].flatMap((key) => comparison.takeOf(thing, key) ?? []);
      const [first] = own;
      if (!first) continue;
      const steps = own.map(stepOf);
      const way = steps.every((by) => by > 0) ? 1 : steps.every((by) => by < 0) ? -1 : 0;
      const parts = own.map(
        (one): Message => ({
          text: words.part,
          data: {
            key: keyInText(one),
            from: valueText(one.from, one, comparison),
            to: valueText(one.to, one, comparison),
          },
        }),
      );
      const text = way > 0 ? words.graver : way < 0 ? words.milder : words.rated;
      yield ofValue(first, text, { risk: comparison.called(thing), parts });
    }
    for (const thing of comparison.added('risk')) {
      yield ofThing(thing, 'added', words.added, {
        risk: comparison.called(thing),
        grade: gradeText(thing.after as Entry),
      });
    }
    for (const thing of comparison.removed('risk')) {
      const status = thing.before?.text('status') ?? 'open';
      const data = { risk: comparison.called(thing), status: choiceName(shapes.risk.key('status'), status) };
      yield ofThing(thing, 'removed', words.removed, data, over.includes(status) ? 'note' : 'decide');
    }
  },
};
