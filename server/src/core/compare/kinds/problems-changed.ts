/** What the check finds that it did not find before, and what it finds no longer. */
import { coverageRule } from '../../analysis/coverage.ts';
import { firstSentence } from '../../diagnostics/firstSentence.ts';
import { dayText } from '../../i18n/dayText.ts';
import { sayMessage, type Text } from '../../i18n/message.ts';
import { inTurn } from '../../i18n/phrases.ts';
import type { ChangeKind } from '../change.ts';
import { problemChanges } from '../problems.ts';

const words = {
  found: { en: 'The check finds what it did not find before: {list}', 'zh-CN': '检查新发现：{list}' },
  day: {
    en: 'With {day} as the reporting day the check also finds: {list}',
    'zh-CN': '报告日期改为{day}后，检查还发现：{list}',
  },
  gone: { en: 'The check no longer finds: {list}', 'zh-CN': '检查不再发现：{list}' },
  more: { en: '{n} more', 'zh-CN': '另外 {n} 处' },
} satisfies Record<string, Text>;

/** So many are named. */
const mostNamed = 3;

export const kind: ChangeKind = {
  id: 'problems-changed',
  level: 'note',
  summary: { en: 'The check finds more, or less, than before.', 'zh-CN': '检查发现的问题比以前多或少。' },
  why: { en: 'A yes to the change is a yes to what it breaks.', 'zh-CN': '同意这次改动，也就是同意它带来的问题。' },
  *find(comparison) {
    const asOf = comparison.after.plan.head?.date('asOf');
    // That fewer levers are covered than are needed is told with the levers.
    const all = problemChanges(comparison).filter(({ problem }) => problem.code !== coverageRule);
    for (const how of ['found', 'day', 'gone'] as const) {
      const own = all.filter((change) => change.how === how);
      const [first] = own;
      if (!first) continue;
      // Errors first; what is found in several places is said once.
      const sentences = new Map(
        [...own.filter(({ level }) => level === 'decide'), ...own].map(({ problem }) => {
          const sentence = firstSentence(problem.message);
          return [sayMessage(sentence, 'en'), sentence] as const;
        }),
      );
      const list = [...sentences.values()].slice(0, mostNamed);
      const rest = sentences.size - list.length;
      yield {
        text: words[how],
        data: {
          day: asOf ? dayText(asOf) : '',
          list: inTurn(rest > 0 ? [...list, { text: words.more, data: { n: rest } }] : list),
        },
        ...(own.some(({ level }) => level === 'decide') && { level: 'decide' as const }),
        about: [how, ...own.map(({ problem }) => problem.code)],
        ...(how === 'gone' ? { before: first.problem.span } : { after: first.problem.span }),
      };
    }
  },
};
