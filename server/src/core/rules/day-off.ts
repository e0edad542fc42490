/** A go-live or a review on a day on which nobody works. */
import { goLiveMilestones } from '../analysis/goLives.ts';
import { referenceDay } from '../analysis/timeline.ts';
import type { Finding, Rule } from '../diagnostics/rule.ts';
import { weekdayText } from '../i18n/dayText.ts';
import type { Text } from '../i18n/message.ts';
import type { Spanned } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { dayOff, type WorkCalendar } from '../model/workCalendar.ts';
import { addDays, isDay } from '../text/day.ts';

const goLive: Text = { en: 'The go-live', 'zh-CN': '上线' };
const review: Text = { en: 'The review', 'zh-CN': '评审' };

/** The days on which people must be there, each once. */
function* appointments(plan: Plan): Iterable<{ day: Spanned<string>; what: Text }> {
  const first = plan.head?.day('goLive');
  if (first) yield { day: first, what: goLive };
  for (const milestone of goLiveMilestones(plan)) {
    const day = milestone.day('date');
    if (day && day.value !== first?.value) yield { day, what: goLive };
  }
  const reviews = plan.list('milestones').filter((milestone) => milestone.text('kind') === 'review');
  const days = [
    ...reviews.flatMap((milestone) => milestone.day('date') ?? []),
    ...(plan.sustainment?.words('reviews') ?? []),
  ];
  const seen = new Set<string>();
  for (const day of days) {
    if (!isDay(day.value) || seen.has(day.value)) continue;
    seen.add(day.value);
    yield { day, what: review };
  }
}

/** The next day on which people work; undefined if there is none in the next year. */
function nextWorkingDay(calendar: WorkCalendar, day: string): string | undefined {
  const days = Array.from({ length: 366 }, (_, n) => addDays(day, n + 1));
  return days.find((later) => !dayOff(calendar, later));
}

function finding(calendar: WorkCalendar, day: Spanned<string>, what: Text): Finding | undefined {
  const off = dayOff(calendar, day.value);
  if (!off) return undefined;
  const next = nextWorkingDay(calendar, day.value) ?? '';
  const why = off === 'weekday' ? weekdayText(day.value) : off.name;
  const texts: Record<'known' | 'none', Text> = {
    known: {
      en: '{what} is on a day off in your team’s calendar ({why}). The next working day is {next}.',
      'zh-CN': '按团队的日历，{what}当天休息（{why}）。下一个工作日是 {next}。',
    },
    none: {
      en: '{what} is on a day off in your team’s calendar ({why}).',
      'zh-CN': '按团队的日历，{what}当天休息（{why}）。',
    },
  };
  return { span: day.span, text: next ? texts.known : texts.none, data: { what, why, next } };
}

export const rule: Rule = {
  code: 'day-off',
  severity: 'info',
  summary: {
    en: 'A go-live or a review is on a day that the calendar of the team has off.',
    'zh-CN': '上线或评审安排在团队日历中的休息日。',
  },
  doc: {
    why: {
      en: 'On a go-live people need help at once, and a review needs those who decide. On a day off neither is there. Which days these are differs by country and by team, so only the `calendar` in `levers.config.yaml` says it.',
      'zh-CN':
        '上线当天人们需要随时得到帮助，评审需要决策者到场，休息日两者都不在。哪些天休息因国家和团队而异，因此只以 `levers.config.yaml` 中的 `calendar` 为准。',
    },
    fix: {
      en: 'Choose a working day; the message names the next one. Days that have passed are not mentioned.',
      'zh-CN': '请选一个工作日，提示会给出下一个。已经过去的日子不再提示。',
    },
    allow: {
      en: 'When the change is made on a day off on purpose, because nobody is disturbed then, and those who help are there.',
      'zh-CN': '特意在休息日进行变更以免影响工作，并且已安排人员值守时。',
    },
  },
  *check(plan, context) {
    const calendar = context.config?.calendar;
    if (!calendar) return;
    const today = referenceDay(plan, context);
    for (const { day, what } of appointments(plan)) {
      if (today !== undefined && day.value < today) continue;
      const found = finding(calendar, day, what);
      if (found) yield found;
    }
  },
};
