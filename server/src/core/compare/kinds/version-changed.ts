/** The revision and the reporting day: they say which version this is. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { ofValue } from '../row.ts';
import { valueText } from '../words.ts';

const words: Readonly<Record<'revision' | 'asOf', Text>> = {
  revision: { en: 'Revision {from} → {to}', 'zh-CN': '修订号 {from} → {to}' },
  asOf: { en: 'Reporting day: {to} (it was {from})', 'zh-CN': '报告日期：{to}（原为{from}）' },
};

export const kind: ChangeKind = {
  id: 'version-changed',
  level: 'quiet',
  summary: { en: 'The plan has another revision or reporting day.', 'zh-CN': '计划的修订号或报告日期改变了。' },
  why: { en: 'It says which version you are looking at.', 'zh-CN': '它说明您看的是哪个版本。' },
  *find(comparison) {
    for (const key of ['revision', 'asOf'] as const) {
      for (const difference of comparison.take('plan', key)) {
        const said = (value: typeof difference.from) =>
          key === 'revision' ? String(value ?? '—') : valueText(value, difference, comparison);
        yield ofValue(difference, words[key], { from: said(difference.from), to: said(difference.to) });
      }
    }
  },
};
