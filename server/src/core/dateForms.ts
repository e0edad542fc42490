/** The days that people mean by dates in other forms than ours. */
import { isDay } from './date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const named = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?,?[ .-]*(\d{4})$/;
const monthFirst = /^([a-z]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?,?[ -]*(\d{4})$/;
const yearFirst = /^(\d{4})(?:[-./]| ?年 ?)(\d{1,2})(?:[-./]| ?月 ?)(\d{1,2})(?: ?[日号])?$/;
const yearLast = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/;
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

/**
 * The days that a text can mean, as `YYYY-MM-DD`: one, two where day and month could be either way round, none where it
 * is no date. The text may be in English or Chinese and in full-width digits; a time of day behind it is left out.
 */
export function readings(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[–—−‐‑―]/g, '-')
    .trim()
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?( ?z|[+-]\d\d:?\d\d)?$/, '');
  if (isDay(plain)) return plain === text ? [] : [plain];
  const first = yearFirst.exec(plain) ?? together.exec(plain);
  if (first) return dayOf(first[1] as string, first[2] as string, first[3] as string);
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
