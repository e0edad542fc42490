/** What is done about a risk: in words, and by strategies. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList, ofSingle, type ValueWords } from '../row.ts';
import { lastOf, type Thing } from '../thing.ts';
import { isListChange } from '../words.ts';

const response: ValueWords = {
  changed: {
    en: 'Risk “{thing}” is answered by {to} instead of {from}',
    'zh-CN': '风险“{thing}”的应对措施由{from}改为{to}',
  },
  set: { en: 'Risk “{thing}” now has an answer: {to}', 'zh-CN': '风险“{thing}”现有应对措施：{to}' },
  gone: {
    en: 'Risk “{thing}” has no answer any more (it was {from})',
    'zh-CN': '风险“{thing}”不再有应对措施（原为{from}）',
  },
};
const strategies: ListWords = {
  more: { en: 'Risk “{thing}” is now addressed by {more}', 'zh-CN': '风险“{thing}”现由策略{more}应对' },
  less: { en: 'Risk “{thing}” is no longer addressed by {less}', 'zh-CN': '风险“{thing}”不再由策略{less}应对' },
  both: {
    en: 'Risk “{thing}” is addressed by {more} instead of {less}',
    'zh-CN': '风险“{thing}”改由策略{more}应对，不再由{less}应对',
  },
};

/** Whether a risk that is not over has neither an answer nor a strategy. */
function isBare(thing: Thing): boolean {
  const risk = lastOf(thing);
  const isOver = ['closed', 'accepted'].includes(risk.text('status') ?? '');
  return !isOver && !risk.text('response') && risk.texts('addressedBy').length === 0;
}

export const kind: ChangeKind = {
  id: 'risk-response-changed',
  level: 'note',
  summary: {
    en: 'Something else is done about a risk, or nothing any more.',
    'zh-CN': '风险的应对措施改变，或不再有应对措施。',
  },
  why: {
    en: 'A risk about which nothing is done is one that you accept.',
    'zh-CN': '不作应对的风险，就是您接受的风险。',
  },
  *find(comparison) {
    for (const one of comparison.take('risk', 'response'))
      yield ofSingle(one, response, comparison, { level: isBare(one.thing) ? 'decide' : 'note' });
    for (const one of comparison.take('risk', 'addressedBy', isListChange))
      yield ofList(one, strategies, comparison, { level: isBare(one.thing) ? 'decide' : 'note' });
  },
};
