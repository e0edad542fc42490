/** Calendar days as `YYYY-MM-DD` texts: they sort as text, and no time zone ever touches them. */

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days in a month (1 to 12) of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Written as a date; whether there is such a day is another question. */
export function looksLikeDay(text: string): boolean {
  return form.test(text);
}

/** A number of `length` digits in a text, or NaN. */
function digits(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** A day of the Gregorian calendar, written `YYYY-MM-DD`. Asked for every date at every key, so without a pattern. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The closest real day for a text of the right form: the last day of that month, or month 12. */
export function nearestDay(text: string): string {
  const match = form.exec(text);
  if (!match) return text;
  const [year, m, d] = match.slice(1).map(Number) as [number, number, number];
  const month = Math.min(Math.max(m, 1), 12);
  const day = Math.min(Math.max(d, 1), daysIn(year, month));
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day `days` later (or earlier, when negative). `day` must be a real day. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const moved = new Date(0);
  moved.setUTCFullYear(year, month - 1, date + days);
  return moved.toISOString().slice(0, 10);
}

/** The same day some months later, or the last of that month. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const parts = [laterMonth, Math.min(date, daysIn(laterYear, laterMonth))];
  return [String(laterYear).padStart(4, '0'), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Which of two days comes first, as sorting asks it: the earlier. */
export function compareDays(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How many days later `to` is than `from`. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The Monday of the week in which a day is; weeks end with Sunday. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Monday to Friday; holidays differ by country and are not known here. */
function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself if it is a working day, else the Monday after it. */
export function workingDayFrom(day: string): string {
  let near = day;
  while (!isWorkingDay(near)) near = addDays(near, 1);
  return near;
}

/** The day itself if it is a working day, else the Friday before it. */
export function workingDayUntil(day: string): string {
  let near = day;
  while (!isWorkingDay(near)) near = addDays(near, -1);
  return near;
}

/** The day `days` working days later. */
export function addWorkingDays(day: string, days: number): string {
  let near = day;
  for (let left = days; left > 0; left--) near = workingDayFrom(addDays(near, 1));
  return near;
}
