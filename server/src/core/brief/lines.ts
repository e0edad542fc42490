/** Texts of a plan as lines of a page: on one line, and no longer than fits. */

import type { Text } from '../i18n/message.ts';
import { brief } from '../i18n/phrases.ts';
import type { Speaker } from '../overview/speaker.ts';

const more: Text = { en: 'and {n} more', 'zh-CN': '还有 {n} 项' };

/** The most characters of a need, of another sentence, of a title. */
const longest = { need: 330, sentence: 210, line: 110 };

/** A text or number of the plan on one line, cut where it is longer than its place; empty where there is none. */
export function lineOf(text: string | number | boolean | null | undefined, place: keyof typeof longest): string {
  return text === undefined || text === null ? '' : brief(String(text), longest[place]);
}

/** How many of a list are not shown, in words; empty where none is. */
export function moreText(left: number, said: Speaker): string {
  return left > 0 ? said.text(more, { n: left }) : '';
}
