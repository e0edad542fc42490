/** Days as people write them in each language. */

import { locales, type Text } from './message.ts';

function written(day: string, style: Intl.DateTimeFormatOptions): Text {
  const date = new Date(`${day}T00:00:00Z`);
  const said = locales.map((locale) => [
    locale,
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(date),
  ]);
  return Object.fromEntries(said) as Text;
}

/** A day (`YYYY-MM-DD`): "Jun 14, 2027", 2027年6月14日. */
export function dayText(day: string): Text {
  return written(day, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** A day without its year where it has that of another: "Jun 14", 6月14日. */
export function dayNear(day: string, other: string | undefined): Text {
  return other?.slice(0, 4) === day.slice(0, 4) ? written(day, { month: 'short', day: 'numeric' }) : dayText(day);
}

/** The month of a day: "Feb", 2月; of January the year, "2028", 2028年. */
export function monthText(day: string): Text {
  return written(day, day.slice(5, 7) === '01' ? { year: 'numeric' } : { month: 'short' });
}
