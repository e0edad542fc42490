/** The templates of plans, as snippets. */

import englishPlans from '../../../../snippets/plans.json';
import chinesePlans from '../../../../snippets/plans.zh-cn.json';
import type { Locale } from '../i18n/message.ts';
import { addDays } from '../text/day.ts';

/**
 * A plan to be filled in from top to bottom, as a snippet in the syntax of the protocol: `minimal` has four levers, `full`
 * every section. In the file `{+84}` stands for the day so many days after `today`.
 */
export function planTemplate(name: 'minimal' | 'full', today: string, locale: Locale): string {
  const lines = (locale === 'en' ? englishPlans : chinesePlans)[name];
  return `${lines.join('\n').replace(/\{\+(\d+)\}/g, (_, days) => addDays(today, Number(days)))}\n`;
}
