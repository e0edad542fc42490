/** A plan on one page, for those who decide about it: everything as it is said, nothing for what the plan does not say. */

import { goLiveMilestones } from '../analysis/goLives.ts';
import { entryTitle, fillWords, problemCount } from '../analysis/labels.ts';
import { placesToFill } from '../analysis/placesToFill.ts';
import { referenceDay } from '../analysis/timeline.ts';
import type { Context } from '../diagnostics/rule.ts';
import { severities } from '../diagnostics/severity.ts';
import { exceptions } from '../diagnostics/suppressions.ts';
import { dayNear, dayText } from '../i18n/dayText.ts';
import type { Locale, Text } from '../i18n/message.ts';
import { type Counting, counted, firstOf, inLine } from '../i18n/phrases.ts';
import type { Plan } from '../model/plan.ts';
import { eventText } from '../overview/eventText.ts';
import { healthWords, placeCount } from '../overview/health.ts';
import { type Overview, overview, type PlanDate } from '../overview/overview.ts';
import { pictureKeys } from '../overview/picture/keys.ts';
import { openRisks } from '../overview/picture/risks.ts';
import type { Since } from '../overview/picture/since.ts';
import { type Speaker, speaker } from '../overview/speaker.ts';
import { choiceName, shapes } from '../schema/schema.ts';
import { plainUnder } from '../syntax/tree.ts';
import { daysBetween } from '../text/day.ts';
import { asked } from './asked.ts';
import { groupsToWatch, peopleText } from './groups.ts';
import { lanes } from './lanes.ts';
import { lineOf, moreText } from './lines.ts';
import { measures } from './measures.ts';
import type { Brief, BriefList, BriefSince, BriefValue } from './model.ts';

const texts = {
  untitled: { en: 'Change plan', 'zh-CN': '变更计划' },
  revision: { en: 'revision {revision}', 'zh-CN': '修订号 {revision}' },
  fact: { en: '{name} {value}', 'zh-CN': '{name}：{value}' },
  asOf: { en: 'as of {day}', 'zh-CN': '截至 {day}' },
  stale: { en: 'as of {day}, {n} days ago', 'zh-CN': '截至 {day}（{n} 天前）' },
  future: { en: 'as of {day}, a day that is still to come', 'zh-CN': '截至 {day}（这一天还没有到）' },
  why: { en: 'Why and what', 'zh-CN': '为什么、做什么' },
  unchanged: { en: 'If nothing changes: {text}', 'zh-CN': '如果不变更：{text}' },
  goLive: { en: 'Go-live', 'zh-CN': '上线' },
  to: { en: 'days to {day}', 'zh-CN': '天后上线（{day}）' },
  oneTo: { en: 'day to {day}', 'zh-CN': '天后上线（{day}）' },
  today: { en: 'today, {day}', 'zh-CN': '今天上线（{day}）' },
  since: { en: 'days since {day}', 'zh-CN': '天前已上线（{day}）' },
  oneSince: { en: 'day since {day}', 'zh-CN': '天前已上线（{day}）' },
  other: { en: '{day}: {title}', 'zh-CN': '{day}：{title}' },
  risks: { en: 'Biggest risks', 'zh-CN': '最大的风险' },
  dates: { en: 'Next dates', 'zh-CN': '接下来的日期' },
  exceptions: { en: 'Exceptions', 'zh-CN': '例外' },
  until: { en: 'until {day}', 'zh-CN': '至 {day}' },
  noPlaces: { en: 'nothing left to fill in', 'zh-CN': '没有待填写的内容' },
  compared: { en: 'Compared with {name}: {summary}', 'zh-CN': '与 {name} 相比：{summary}' },
  added: { en: 'New: {names}.', 'zh-CN': '新增：{names}。' },
  gone: { en: 'Gone: {names}.', 'zh-CN': '已删除：{names}。' },
  noProblems: { en: 'no problems found', 'zh-CN': '没有发现问题' },
} satisfies Record<string, Text>;

const dayCount = {
  to: { one: texts.oneTo, many: texts.to },
  since: { one: texts.oneSince, many: texts.since },
} as const;

const goLiveTitle = shapes.plan.key('goLive')?.title as Text;

/** At most so many of a list. */
const most = { risks: 3, dates: 3, exceptions: 3, goLives: 5, names: 8 };

/** From so many days on a report is old. */
const staleDays = 30;

function sentence(text: string, locale: Locale): string {
  const first = text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
  return /[.!?。！？…]$/.test(first) ? first : `${first}${locale === 'en' ? '.' : '。'}`;
}

function headText(plan: Plan, key: string): string {
  return lineOf(plan.head && plainUnder(plan.head.at, key), 'line');
}

function about(plan: Plan, said: Speaker): string[] {
  const revision = headText(plan, 'revision');
  const confidentiality = plan.head?.text('confidentiality');
  const named = (key: 'status' | 'confidentiality', word: string) => said.text(choiceName(shapes.plan.key(key), word));
  return [
    headText(plan, 'organization'),
    named('status', plan.status),
    revision && said.text(texts.revision, { revision }),
    confidentiality ? named('confidentiality', confidentiality) : '',
  ].filter(Boolean);
}

function people(plan: Plan, said: Speaker): BriefValue[] {
  return (['sponsor', 'owner'] as const).flatMap((key) => {
    const value = headText(plan, key);
    const name = shapes.plan.key(key)?.title;
    if (!value || !name) return [];
    const label = said.text(fillWords, { title: name, value });
    return { name: key, text: said.text(texts.fact, { name, value }), label };
  });
}

/** The day on which the plan is judged, where that is not today; that it is old, or still to come. */
function asOfText(day: string | undefined, today: string, said: Speaker): string {
  if (day === undefined || day === today) return '';
  const age = daysBetween(day, today);
  const text = age < 0 ? texts.future : age > staleDays ? texts.stale : texts.asOf;
  return said.text(text, { day: dayText(day), n: age });
}

function why(plan: Plan, said: Speaker): Brief['why'] {
  const purpose = plan.purpose;
  const unchanged = lineOf(purpose?.text('costOfNotChanging'), 'sentence');
  return {
    heading: said.text(texts.why),
    need: lineOf(purpose?.text('need'), 'need'),
    solution: lineOf(plan.head?.text('solution'), 'sentence'),
    unchanged: unchanged && said.text(texts.unchanged, { text: unchanged }),
  };
}

/** Whether a go-live milestone says for whom a day is. */
function isForSome(plan: Plan, day: string): boolean {
  return goLiveMilestones(plan).some((one) => one.date('date') === day && one.texts('audience').length > 0);
}

function goLive(plan: Plan, goLives: readonly PlanDate[], day: string | undefined, said: Speaker): Brief['goLive'] {
  const next = day === undefined ? goLives[0] : (goLives.find((date) => date.day >= day) ?? goLives.at(-1));
  const days = next && day !== undefined ? daysBetween(day, next.day) : undefined;
  const way = days !== undefined && days < 0 ? 'since' : 'to';
  const counting: Counting = dayCount[way];
  const on = next && dayText(next.day);
  const other = (date: PlanDate) => {
    const name = said.text(texts.other, { day: dayNear(date.day, next?.day), title: eventText(date) });
    return lineOf(name, 'line');
  };
  return {
    heading: said.text(texts.goLive),
    days: days ? String(Math.abs(days)) : '',
    of: !on
      ? ''
      : days === undefined
        ? said.text(on)
        : said.text(days === 0 ? texts.today : Math.abs(days) === 1 ? counting.one : counting.many, { day: on }),
    ...(on &&
      next.day === plan.head?.date('goLive') && {
        own: { name: 'goLive', label: said.text(fillWords, { title: goLiveTitle, value: on }) },
      }),
    others: goLives
      .filter((date) => date !== next || isForSome(plan, date.day))
      .slice(0, most.goLives)
      .map(other),
    people: peopleText(plan, said),
  };
}

function risks(plan: Plan, said: Speaker): BriefList {
  const { risks: open } = openRisks(plan);
  const status = shapes.risk.key('status');
  const keys = pictureKeys(plan);
  return {
    heading: said.text(texts.risks),
    items: open.slice(0, most.risks).map(({ risk, response, status: word }) => ({
      key: keys.get(risk) as string,
      title: lineOf(entryTitle(risk), 'line'),
      detail: [lineOf(response, 'line'), risk.text('owner'), said.text(choiceName(status, word))]
        .filter(Boolean)
        .join(' · '),
    })),
    more: moreText(open.length - most.risks, said),
  };
}

function dates({ coming }: Overview, said: Speaker): BriefList {
  // A day of the plan itself that a milestone names is said once.
  const named = coming.filter(
    (date) =>
      date.title !== undefined ||
      !coming.some((other) => other.title && other.day === date.day && other.what === date.what),
  );
  return {
    heading: said.text(texts.dates),
    items: named.slice(0, most.dates).map((date) => ({
      title: said.text(dayNear(date.day, coming[0]?.day)),
      detail: lineOf(said.value(eventText(date)), 'line'),
    })),
    more: '',
  };
}

/** The exceptions that hold, each with its reason. */
function excepted(plan: Plan, { today }: Context, said: Speaker): BriefList {
  const held = exceptions(plan).filter(
    ({ mistake, reason, until }) => !mistake && reason && (until === undefined || until.value >= today),
  );
  return {
    heading: said.text(texts.exceptions),
    items: held.slice(0, most.exceptions).map(({ reason, until }) => ({
      title: lineOf(reason, 'sentence'),
      detail: until ? said.text(texts.until, { day: dayText(until.value) }) : '',
    })),
    more: moreText(held.length - most.exceptions, said),
  };
}

function state(plan: Plan, found: Overview, said: Speaker): string[] {
  const places = placesToFill(plan).length;
  const counts = severities.flatMap((severity) => {
    const n = found.problems[severity];
    return n > 0 ? said.value(counted(problemCount[severity], n)) : [];
  });
  return [
    places ? said.value(counted(placeCount, places)) : said.text(texts.noPlaces),
    ...(counts.length ? counts : [said.text(texts.noProblems)]),
    ...(found.startWith ? [lineOf(found.startWith, 'need')] : []),
  ];
}

function sinceThen({ name, summary, added, gone }: Since, said: Speaker): BriefSince {
  const named = (text: Text, entries: Since['added']) =>
    entries.size ? said.text(text, { names: firstOf([...entries.values()], most.names) }) : '';
  return {
    summary: sentence(name ? said.text(texts.compared, { name, summary }) : said.value(summary), said.locale),
    added: named(texts.added, added),
    gone: named(texts.gone, gone),
  };
}

/**
 * The brief of a plan, in the language of the reader (`context.locale`). `since`: of one that is compared with that
 * version.
 */
export function brief(plan: Plan, context: Context, since?: Since): Brief {
  const said = speaker(context);
  const found = overview(plan, context);
  const day = referenceDay(plan, context);
  const { health, reason } = found;
  return {
    locale: context.locale,
    ...(since && { since: sinceThen(since, said) }),
    title: inLine(found.title ?? '') || said.text(texts.untitled),
    about: about(plan, said),
    people: people(plan, said),
    asOf: asOfText(day, context.today, said),
    health: { health, word: said.text(healthWords[health]), reason: sentence(said.value(reason), context.locale) },
    why: why(plan, said),
    goLive: goLive(plan, found.goLives, day, said),
    asked: asked(plan, day, said),
    lanes: lanes(plan, context, found, said, since),
    measures: measures(plan, day, said),
    risks: risks(plan, said),
    dates: dates(found, said),
    groups: groupsToWatch(plan, said),
    exceptions: excepted(plan, context, said),
    state: state(plan, found, said),
  };
}
