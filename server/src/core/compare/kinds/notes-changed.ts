/** Notes on a group or a strategy that are new or gone; those in other words are told with all texts. */
import type { ChangeKind } from '../change.ts';
import type { Difference } from '../difference.ts';
import { ofSingle, type ValueWords } from '../row.ts';

const added = { en: 'Notes on “{thing}” added: {to}', 'zh-CN': '“{thing}”新增备注：{to}' };
const words: ValueWords = {
  changed: added,
  set: added,
  gone: { en: 'Notes on “{thing}” removed (they were {from})', 'zh-CN': '“{thing}”删去了备注（原为{from}）' },
};

const isWhole = ({ from, to }: Difference) => from === undefined || to === undefined;

export const kind: ChangeKind = {
  id: 'notes-changed',
  level: 'quiet',
  summary: { en: 'Notes on a group or a strategy are new or gone.', 'zh-CN': '群体或策略的备注新增或删去。' },
  why: {
    en: 'They say what has no place of its own; nothing counts on them.',
    'zh-CN': '备注写的是别处放不下的内容，计划并不依据它。',
  },
  *find(comparison) {
    for (const kind of ['stakeholder', 'strategy'] as const) {
      for (const notes of comparison.take(kind, 'notes', isWhole)) yield ofSingle(notes, words, comparison);
    }
  },
};
