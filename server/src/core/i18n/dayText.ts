/** Days as people write them in each language. */

import { type Locale, locales, type Message, type Text } from './message.ts';

/** Formats by language and style: to make one takes far longer than to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: Locale, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(style)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

function written(day: string, style: Intl.DateTimeFormatOptions): Text {
  const date = new Date(`${day}T00:00:00Z`);
  return Object.fromEntries(locales.map((locale) => [locale, formatOf(locale, style).format(date)])) as Text;
}

/** A day (`YYYY-MM-DD`): "Jun 14, 2027", 2027年6月14日. */
export function dayText(day: string): Text {
  return written(day, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** The day of the week: "Saturday", 星期六. */
export function weekdayText(day: string): Text {
  return written(day, { weekday: 'long' });
}

/** A day without its year where it has that of another: "Jun 14", 6月14日. */
export function dayNear(day: string, other: string | undefined): Text {
  return other?.slice(0, 4) === day.slice(0, 4) ? written(day, { month: 'short', day: 'numeric' }) : dayText(day);
}

/** The month of a day: "Feb", 2月; of January the year, "2028", 2028年. */
export function monthText(day: string): Text {
  return written(day, day.slice(5, 7) === '01' ? { year: 'numeric' } : { month: 'short' });
}

const range: Text = { en: '{from} – {to}', 'zh-CN': '{from}至{to}' };

/** From one day to another: "Jun 14 – Jun 18, 2027", 2027年6月14日至6月18日; of one day that. */
export function daysText(from: string, to: string): Text | Message {
  return from === to ? dayText(from) : between(from, to, { month: 'short', day: 'numeric' });
}

/** From one month (`YYYY-MM`) to another: "Feb – Jun 2027", 2027年2月至6月; of one month that. */
export function monthsText(from: string, to: string): Text | Message {
  const style: Intl.DateTimeFormatOptions = { month: 'short' };
  return from === to ? written(`${from}-01`, { ...style, year: 'numeric' }) : between(`${from}-01`, `${to}-01`, style);
}

/** Two days; where their year is the same, it stands where the language has it: at the end, in Chinese in front. */
function between(from: string, to: string, style: Intl.DateTimeFormatOptions): Message {
  const near = from.slice(0, 4) === to.slice(0, 4);
  const long = [from, to].map((day) => written(day, { ...style, year: 'numeric' })) as [Text, Text];
  const short = [from, to].map((day) => written(day, style)) as [Text, Text];
  if (!near) return { text: range, data: { from: long[0], to: long[1] } };
  return {
    text: range,
    data: { from: { en: short[0].en, 'zh-CN': long[0]['zh-CN'] }, to: { en: long[1].en, 'zh-CN': short[1]['zh-CN'] } },
  };
}
