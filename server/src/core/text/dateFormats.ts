/** The days that people mean by dates in other forms than ours. */
import { isDay } from './day.ts';
import { inFigures, spokenDay } from './spokenDates.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const named = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?,?[ .-]*(\d{4})$/;
const monthFirst = /^([a-z]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?,?[ -]*(\d{4})$/;
const yearFirst = /^(\d{4})(?:[-./]| ?年 ?)(\d{1,2})(?:[-./]| ?月 ?)(\d{1,2})(?: ?[日号])?$/;
const yearLast = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/;
const yearBetween = /^(\d{1,2})([-./])(\d{4})\2(\d{1,2})$/;
const dayAndMonth = /^(\d{1,2})([./])(\d{1,2})\2?$/;
const together = /^(\d{4})(\d{2})(\d{2})$/;

function dayOf(year: string, month: string | number, day: string): string[] {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? [text] : [];
}

function monthOf(name: string): number {
  const index = months.indexOf(name.slice(0, 3));
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'];
  const long = [...full, 'november', 'december'][index];
  return long?.startsWith(name) || name === 'sept' ? index + 1 : 0;
}

/** In small letters, with half-width digits and one kind of dash. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[–—−‐‑―]/g, '-')
    .trim()
    .toLowerCase();
}

/**
 * The days that a text can mean, as `YYYY-MM-DD`: one, two where day and month could be either way round, none where it
 * is no date. The text may be in English or Chinese and in full-width digits; a time of day after it is left out.
 */
export function readings(text: string): string[] {
  const plain = plainly(text).replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?( ?z|[+-]\d\d:?\d\d)?$/, '');
  if (isDay(plain)) return plain === text ? [] : [plain];
  const first = yearFirst.exec(plain) ?? together.exec(plain);
  if (first) {
    const [, year, a, b] = first as unknown as [string, string, string, string];
    const monthFirst = dayOf(year, a, b);
    // There is no such month: the day was written before it.
    return monthFirst.length ? monthFirst : dayOf(year, b, a);
  }
  const between = yearBetween.exec(plain);
  if (between) {
    const [, a, , year, b] = between as unknown as [string, string, string, string, string];
    return [...new Set([...dayOf(year, b, a), ...dayOf(year, a, b)])];
  }
  const last = yearLast.exec(plain);
  if (last) {
    const [, a = '', sign, b = '', year = ''] = last;
    const dayFirst = dayOf(year, b, a);
    // Dots are used where the day comes first.
    const days = sign === '.' ? dayFirst : [...dayFirst, ...dayOf(year, a, b)];
    // Two digits at each end: either may be the year.
    if (year.length === 2 && a.length === 2) days.push(...dayOf(a, b, year));
    return [...new Set(days)];
  }
  const word = named.exec(plain);
  if (word) return dayOf(word[3] as string, monthOf(word[2] as string), word[1] as string);
  const american = monthFirst.exec(plain);
  if (american) return dayOf(american[3] as string, monthOf(american[1] as string), american[2] as string);
  return [];
}

/** The days of a year that a day and a month without one can mean. */
function inYear(plain: string, year: number): string[] {
  const numbers = dayAndMonth.exec(plain);
  const [, a, sign, b] = numbers ?? [];
  const whole = numbers ? [a, b, year].join(sign) : `${plain} ${year}`;
  return [...readings(whole), ...readings(`${year}年${plain}`)];
}

/** February 29 comes again after at most so many years. */
const mostYears = 8;

/**
 * The days that a date with a part left out, or one that is said in words, most likely means, as `YYYY-MM-DD`: of a month
 * or a quarter its last working day; of a day and a month the next such day from today on, two where they could be either
 * way round.
 */
export function likelyDays(text: string, today: string): string[] {
  const written = plainly(text);
  const plain = inFigures(written, today);
  const spoken = spokenDay(plain, today, monthOf);
  if (spoken) return [spoken];
  const whole = plain === written ? [] : readings(plain);
  if (whole.length > 0) return whole;
  const year = Number(today.slice(0, 4));
  const next = new Map<string, string>();
  for (let later = 0; later <= mostYears; later++) {
    for (const day of inYear(plain, year + later)) {
      if (day >= today && !next.has(day.slice(5))) next.set(day.slice(5), day);
    }
  }
  return [...next.values()].sort();
}
