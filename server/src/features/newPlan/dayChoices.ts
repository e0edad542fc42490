/** The days that are proposed for go-live, and those that a typed text can mean. */

import { isNear } from '../../core/authoring/answers.ts';
import { weeksUntilGoLive } from '../../core/authoring/schedule.ts';
import type { Context } from '../../core/diagnostics/rule.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import { likelyDays, readings } from '../../core/text/dateFormats.ts';
import { addMonths, isDay, workingDayFrom } from '../../core/text/day.ts';
import type { Choice } from '../../protocol.ts';
import { messages as remarks } from './questionWords.ts';

const messages = {
  date: remarks.date,
  dateForm: { en: 'Write it as June 15, 2027', 'zh-CN': '请写成 2027年6月15日' },
  undecided: { en: 'Not decided yet', 'zh-CN': '还没有确定' },
  assumed: {
    en: 'the plan assumes {n} weeks from today, and says so',
    'zh-CN': '先按 {n} 周后上线编写，并会注明',
  },
  far: { en: 'That is far away. Is the year right?', 'zh-CN': '离现在太远。年份写对了吗？' },
  past: { en: 'in the past: the plan will be about making the change last', 'zh-CN': '已经过去：计划将以保持变更为主' },
} satisfies Readonly<Record<string, Text>>;

/** Proposed times from today. */
const spans: readonly { readonly months: number; readonly text: Text }[] = [
  { months: 1, text: { en: 'In 1 month', 'zh-CN': '1 个月后' } },
  { months: 2, text: { en: 'In 2 months', 'zh-CN': '2 个月后' } },
  { months: 3, text: { en: 'In 3 months', 'zh-CN': '3 个月后' } },
  { months: 6, text: { en: 'In 6 months', 'zh-CN': '6 个月后' } },
  { months: 9, text: { en: 'In 9 months', 'zh-CN': '9 个月后' } },
  { months: 12, text: { en: 'In a year', 'zh-CN': '一年后' } },
];

/** A day in words: "Tuesday, June 15, 2027". */
function inWords(day: string, locale: Locale): string {
  const style = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(`${day}T00:00:00Z`));
}

/** The days that a typed text can mean. */
function daysMeant(plain: string, today: string): readonly string[] {
  if (isDay(plain)) return [plain];
  const whole = readings(plain);
  return whole.length > 0 ? whole : likelyDays(plain, today);
}

/** The likeliest of the proposed times, in months. */
const likeliest = 3;

/** A working day some months from today. */
function dayIn(months: number, { today }: Context): string {
  return workingDayFrom(addMonths(today, months));
}

/** The day that is proposed first. */
export function likeliestDay(view: Context): string {
  return dayIn(likeliest, view);
}

/** What can be chosen for a text that may still be empty; days that it can mean come alone. */
export function dayChoices(typed: string, view: Context): Choice[] {
  const { today, locale } = view;
  const message = (name: keyof typeof messages) => say(messages[name], locale, { n: weeksUntilGoLive });
  const plain = typed.trim();
  const proposals = spans.map(({ months, text }): Choice => {
    const day = dayIn(months, view);
    return { value: day, label: say(text, locale), description: inWords(day, locale) };
  });
  const undecided: Choice = {
    value: '',
    label: message('undecided'),
    description: message('assumed'),
    always: true,
  };
  if (plain === '') return [...proposals, undecided];
  const days = daysMeant(plain, today);
  if (days.length === 0) {
    // Enter takes the first choice: after typing, that must not be “not decided”.
    return [...proposals, { label: message('date'), description: message('dateForm'), always: true }, undecided];
  }
  return days.map((day): Choice => {
    const label = inWords(day, locale);
    if (!isNear(day, today)) return { label, description: message('far'), always: true };
    return { value: day, label, description: day < today ? message('past') : day, always: true };
  });
}
