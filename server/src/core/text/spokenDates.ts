/** Days as people say them: "mid May", "June 2027", "in 10 weeks", "week 23", 六月中旬, 年底. */
import { addDays, addMonths, daysIn, mondayOf, workingDayFrom, workingDayUntil } from './day.ts';

const digits = '〇一二三四五六七八九';

/** Numbers in Chinese, up to 99, as digits: 二〇二七年六月十五日 → 2027年6月15日. */
function withDigits(text: string): string {
  return text
    .replace(/零/g, '〇')
    .replace(/两/g, '二')
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)));
}

const years: readonly (readonly [word: RegExp, later: number])[] = [
  [/今年|本年|\bthis year\b/, 0],
  [/明年|\bnext year\b/, 1],
  [/后年/, 2],
];

/** A text in digits, with the number of a year that is named by its distance, and without "the" and "of". */
export function inFigures(plain: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const chinese = /\p{Script=Han}/u.test(plain);
  const named = years.reduce(
    (text, [word, later]) => text.replace(word, `${year + later}${chinese ? '年' : ''}`),
    plain,
  );
  return withDigits(named)
    .replace(/^the /, '')
    .replace(/ of(?: the)? /g, ' ')
    .trim();
}

/** The first, the middle or the last working day of a month. */
type Part = 'start' | 'middle' | 'end';

function inMonth(year: number, month: number, part: Part): string {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  const day = (date: number) => `${first}-${String(date).padStart(2, '0')}`;
  if (part === 'start') return workingDayFrom(day(1));
  return part === 'middle' ? workingDayFrom(day(15)) : workingDayUntil(day(daysIn(year, month)));
}

/** The first of such days from today on; that of a year which is named, whenever it is. */
function next(today: string, year: string | undefined, dayOf: (year: number) => string): string {
  if (year) return dayOf(Number(year));
  const here = dayOf(Number(today.slice(0, 4)));
  return here >= today ? here : dayOf(Number(today.slice(0, 4)) + 1);
}

/** The Friday of a week by its number (ISO 8601: the first week is the one with January 4). */
function inWeek(year: number, week: number): string {
  return addDays(mondayOf(`${String(year).padStart(4, '0')}-01-04`), 7 * (week - 1) + 4);
}

function later(today: string, count: number, unit: string): string {
  if (/^(?:month|个?月)/.test(unit)) return workingDayFrom(addMonths(today, count));
  return workingDayFrom(addDays(today, count * (/^(?:day|天|日)/.test(unit) ? 1 : 7)));
}

const parts: Readonly<Record<string, Part>> = {
  early: 'start',
  beginning: 'start',
  start: 'start',
  初: 'start',
  上旬: 'start',
  mid: 'middle',
  middle: 'middle',
  中: 'middle',
  中旬: 'middle',
  late: 'end',
  end: 'end',
  下旬: 'end',
  底: 'end',
  末: 'end',
};

const until = /^in (\d{1,3}) (day|week|month)s?$/;
const fromNow = /^(\d{1,3}) (day|week|month)s? (?:from now|later)$/;
const after = /^(\d{1,3})(天|日|周|个?星期|个?月)(?:之?后|以后)$/;
const followed = /^(?:next |下个?)(week|month|周|星期|月)$/;
const ofYear = /^(early|beginning|start|mid|middle|late|end)[ -]+(?:year|(\d{4}))$|^year[ -]end$/;
const ofYearInChinese = /^(?:(\d{4})年)?年?(初|中|底|末)$/;
const ofMonth = /^(early|beginning|start|mid|middle|late|end)[ -]+([a-z]{3,9})\.?,?(?: +(\d{4}))?$/;
const ofMonthInChinese = /^(?:(\d{4})年)?(\d{1,2})月(初|上旬|中旬?|下旬|底|末)?$/;
const wholeMonth = /^([a-z]{3,9})(?:\.?,?[ -]*(\d{4}))?$/;
const monthInFigures = /^(\d{4})(?:[-./]| ?年 ?)(\d{1,2})(?: ?月)?$/;
const monthAndYear = /^(\d{1,2})[-./](\d{4})$/;
const byWeek = /^(?:calendar )?(?:week|kw|cw|wk) ?(\d{1,2})(?:[ ,/-]+(\d{4}))?$/;
const byWeekInChinese = /^(?:(\d{4})年)?第(\d{1,2})周$/;
const quarter = /^q([1-4])(?:[ /-]*(\d{4}))?$/;
const quarterInChinese = /^(?:(\d{4})年)?第?([1-4])季度$/;

/**
 * The day that such a text most likely means, as `YYYY-MM-DD`: a working day, and where no year is named, the first from
 * today on. Undefined where it says none. `figures`: the text as `inFigures` gives it. `monthOf`: the number of a month by
 * its English name; 0 for another word.
 */
export function spokenDay(figures: string, today: string, monthOf: (name: string) => number): string | undefined {
  const ahead = until.exec(figures) ?? fromNow.exec(figures) ?? after.exec(figures);
  if (ahead) return later(today, Number(ahead[1]), ahead[2] as string);
  const following = followed.exec(figures)?.[1];
  if (following) return later(today, 1, following);
  const month = (year: string | undefined, number: number, part: Part) =>
    number >= 1 && number <= 12 ? next(today, year, (each) => inMonth(each, number, part)) : undefined;
  const ends: Readonly<Record<Part, number>> = { start: 1, middle: 6, end: 12 };
  const whole = ofYear.exec(figures);
  const wholeInChinese = ofYearInChinese.exec(figures);
  if (whole || wholeInChinese) {
    const part = parts[whole?.[1] ?? wholeInChinese?.[2] ?? 'end'] as Part;
    return month(whole?.[2] ?? wholeInChinese?.[1], ends[part], part === 'start' ? 'start' : 'end');
  }
  const named = ofMonth.exec(figures);
  if (named) return month(named[3], monthOf(named[2] as string), parts[named[1] as string] as Part);
  const inChinese = ofMonthInChinese.exec(figures);
  if (inChinese) return month(inChinese[1], Number(inChinese[2]), parts[inChinese[3] ?? '底'] as Part);
  const alone = wholeMonth.exec(figures);
  if (alone) return month(alone[2], monthOf(alone[1] as string), 'end');
  const yearFirst = monthInFigures.exec(figures);
  if (yearFirst) return month(yearFirst[1], Number(yearFirst[2]), 'end');
  const yearLast = monthAndYear.exec(figures);
  if (yearLast) return month(yearLast[2], Number(yearLast[1]), 'end');
  const [, week, year] = byWeek.exec(figures) ?? [];
  const [, yearInChinese, weekInChinese] = byWeekInChinese.exec(figures) ?? [];
  const count = Number(week ?? weekInChinese);
  if (count >= 1 && count <= 53) return next(today, year ?? yearInChinese, (each) => inWeek(each, count));
  const [, number, quarterYear] = quarter.exec(figures) ?? [];
  const [, chineseYear, chineseNumber] = quarterInChinese.exec(figures) ?? [];
  const quarters = Number(number ?? chineseNumber);
  return quarters ? month(quarterYear ?? chineseYear, 3 * quarters, 'end') : undefined;
}
