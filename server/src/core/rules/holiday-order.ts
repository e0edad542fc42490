/** A holiday in the calendar of a team that ends before it begins. */
import type { ConfigRule } from '../diagnostics/rule.ts';

export const rule: ConfigRule = {
  code: 'holiday-order',
  severity: 'error',
  summary: {
    en: 'The last day of a holiday is before its first.',
    'zh-CN': '节假日的最后一天早于第一天。',
  },
  doc: {
    why: {
      en: 'Nobody can tell which days are off, so none of them counts, and plans are not warned of them.',
      'zh-CN': '无法确定哪些天休息，因此一天也不算，计划也得不到提醒。',
    },
    fix: {
      en: 'Correct one of the two days. For a single day leave out `until`.',
      'zh-CN': '请改正其中一个日期。只有一天时不写 `until`。',
    },
  },
  *check(file) {
    for (const holiday of file.section('calendar')?.entries('holidays') ?? []) {
      const [from, until] = [holiday.day('from'), holiday.day('until')];
      if (!from || !until || until.value >= from.value) continue;
      yield {
        span: until.span,
        text: {
          en: 'This day is before {from}, the first day of this holiday.',
          'zh-CN': '这一天早于 {from}，即该节假日的第一天。',
        },
        data: { from: from.value },
      };
    }
  },
};
