/** The edits that write a value which somebody has filled in, in a picture or a form. */
import { editValue } from '../../core/authoring/editValue.ts';
import { usualDaysIn } from '../../core/authoring/schedule.ts';
import { isRefusal, type Refusal } from '../../core/edits/rename.ts';
import { addStrategies, strategyItem } from '../../core/fixes/suggest.ts';
import { say, sayMessage, type Text } from '../../core/i18n/message.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { LeverId } from '../../core/schema/format.gen.ts';
import type { Edit } from '../../core/text/edit.ts';
import type { EditParams, EditResult } from '../../protocol.ts';
import { type Subject, textEdit, type View } from '../view.ts';
import { entryAt, leverAt, newStrategy } from './parts.ts';

const texts = {
  changed: {
    en: 'The text has changed meanwhile, so nothing was written. Please look again, and try once more.',
    'zh-CN': '文本刚才有变动，因此没有写入。请核对后再试一次。',
  },
  gone: { en: 'This is no longer in the plan.', 'zh-CN': '计划中已经没有这一项。' },
  noRoom: {
    en: 'No strategy can be added here: the lever is left out with a reason, or part of it cannot be read.',
    'zh-CN': '这里不能添加策略：该 LEVERS 方法已注明不启用，或有一部分无法读取。',
  },
} satisfies Record<string, Text>;

/** A strategy of the catalog as suggestions write it: who answers for it is left for somebody to say. */
function withStrategy(plan: Plan, lever: LeverId, id: string, view: View): readonly Edit[] | Refusal {
  const known = view.catalog.under(lever).find((strategy) => strategy.id === id);
  if (!known) return { refused: { text: texts.noRoom } };
  const { start, due } = usualDaysIn(plan, known, view.today);
  const item = strategyItem(plan, known, [
    ['start', start],
    ['due', due],
  ]);
  return addStrategies(plan, lever, [item]) ?? { refused: { text: texts.noRoom } };
}

function found(plan: Plan, { key, name, value }: EditParams, view: View): readonly Edit[] | Refusal {
  const lever = leverAt(key);
  if (lever && name === newStrategy) return withStrategy(plan, lever, String(value), view);
  const entry = entryAt(plan, key);
  return entry ? editValue(plan, entry, name, value) : { refused: { text: texts.gone } };
}

/** The edits of the document at the version that was seen, or why there are none. */
export function edit(subject: Subject<Plan>, params: EditParams, view: View): EditResult {
  if (params.version !== subject.document.version) return { edits: [], refused: say(texts.changed, view.locale) };
  const edits = found(subject.reading, params, view);
  return isRefusal(edits)
    ? { edits: [], refused: sayMessage(edits.refused, view.locale) }
    : { edits: edits.map((one) => textEdit(subject, one)), refused: '' };
}
