/** The days on which a team works, as its configuration says. */
import type { Entry } from './entry.ts';

/** The words for the days of the week, from Sunday, as `Date` counts them. */
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Days on which nobody works, the first and the last included. */
export interface Holiday {
  readonly from: string;
  readonly until: string;
  readonly name: string;
}

export interface WorkCalendar {
  /** Undefined where the team says nothing of the days of the week. */
  readonly workingDays: ReadonlySet<string> | undefined;
  readonly holidays: readonly Holiday[];
}

function holidayOf(entry: Entry): Holiday[] {
  const from = entry.date('from');
  const until = entry.date('until') ?? from;
  // Of days in the wrong order nobody can tell which are meant: `holiday-order` says so.
  if (from === undefined || until === undefined || until < from) return [];
  return [{ from, until, name: entry.text('name') ?? '' }];
}

/** The calendar that sections `calendar` say together, the nearest first: holidays add up, of `workingDays` the nearest counts. */
export function workCalendar(sections: readonly Entry[]): WorkCalendar | undefined {
  if (sections.length === 0) return undefined;
  const known = (words: readonly string[]) => words.filter((word) => weekdays.some((weekday) => weekday === word));
  const [days] = sections.flatMap((section) => {
    const words = known(section.texts('workingDays'));
    return words.length ? [new Set(words)] : [];
  });
  return { workingDays: days, holidays: sections.flatMap((section) => section.entries('holidays')).flatMap(holidayOf) };
}

/** Why nobody works on a day: the holiday, or `weekday` for one that is no working day; undefined if people work. */
export function dayOff({ workingDays, holidays }: WorkCalendar, day: string): Holiday | 'weekday' | undefined {
  const holiday = holidays.find(({ from, until }) => from <= day && day <= until);
  if (holiday) return holiday;
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] as string;
  return workingDays && !workingDays.has(weekday) ? 'weekday' : undefined;
}
