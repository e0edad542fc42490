/** All changes in one line. */
import type { Message, Text } from '../i18n/message.ts';
import { type Change, sameWords } from './change.ts';

const several: Text = { en: '{n} changes, the gravest: {change}', 'zh-CN': '{n} 处改动，最重要的是：{change}' };

/** How many changes there are, and the gravest, which comes first; that there is none. */
export function summaryOf(changes: readonly Change[]): Message {
  const [gravest] = changes;
  if (!gravest) return { text: sameWords };
  if (changes.length === 1) return gravest.message;
  return { text: several, data: { n: changes.length, change: gravest.message } };
}
