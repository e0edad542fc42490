/** The picture of a plan: everything that is drawn, in the user's language and with its places in the text. */

import { coveredCount, problemCount, severityWords } from '../../core/analysis/labels.ts';
import type { MeasureRow } from '../../core/analysis/measures.ts';
import type { Upcoming } from '../../core/analysis/upcoming.ts';
import { brief } from '../../core/brief/brief.ts';
import { byDay, unread } from '../../core/brief/measures.ts';
import { briefPage } from '../../core/brief/page.ts';
import { compare } from '../../core/compare/compare.ts';
import { Comparison } from '../../core/compare/comparison.ts';
import { since } from '../../core/compare/since.ts';
import { severities } from '../../core/diagnostics/severity.ts';
import { dayText } from '../../core/i18n/dayText.ts';
import { sayMessage, type Text } from '../../core/i18n/message.ts';
import { counted, inLine } from '../../core/i18n/phrases.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { Plan } from '../../core/model/plan.ts';
import { pictureKeys } from '../../core/overview/picture/keys.ts';
import { type Picture as PlanPicture, picture as pictureOf } from '../../core/overview/picture.ts';
import { type Speaker, speaker } from '../../core/overview/speaker.ts';
import { strategyStatusValues } from '../../core/schema/format.gen.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import { pairOf, pairsOf, plainUnder, valueUnder } from '../../core/syntax/tree.ts';
import type { Span } from '../../core/text/span.ts';
import type { DrawnNote, DrawnNotes, DrawnPlace, DrawnProblem, Picture, PictureParams } from '../../protocol.ts';
import { versionOf } from '../compare.ts';
import { rangeOf, type Subject, type View } from '../view.ts';
import { drawnGroup } from './groups.ts';
import { depths, drawnLevers } from './levers.ts';
import { drawnMeasure } from './measures.ts';
import { drawnRisk } from './risks.ts';
import { drawnTimeline, goLiveBefore } from './timeline.ts';
import { pictureWords } from './words.ts';

/** The most strategies listed as overdue, or as coming next. */
const mostNotes = 10;

/** The most problems listed; the editor has all of them. */
const mostProblems = 100;

const texts = {
  untitled: { en: 'Change plan', 'zh-CN': '变更计划' },
  floor: { en: 'at least {n}', 'zh-CN': '至少 {n} 个' },
  settled: { en: 'Closed or accepted: {n}.', 'zh-CN': '已关闭或已接受：{n} 项。' },
  line: { en: 'line {n}', 'zh-CN': '第 {n} 行' },
  unread: { en: '{unread}:', 'zh-CN': '{unread}：' },
  more: { en: 'and {n} more', 'zh-CN': '还有 {n} 个' },
} satisfies Record<string, Text>;

/** What happens on a day, to a strategy itself and to one of its activities. */
const events: Readonly<Record<Upcoming['what'], Readonly<Record<Upcoming['whose'], Text>>>> = {
  start: {
    strategy: { en: 'starts', 'zh-CN': '开始' },
    activity: { en: 'an activity starts', 'zh-CN': '一项活动开始' },
  },
  due: { strategy: { en: 'due', 'zh-CN': '到期' }, activity: { en: 'an activity is due', 'zh-CN': '一项活动到期' } },
};

const strategyStatus = shapes.strategy.key('status');

function notes({ standing, timeline }: PlanPicture, keys: ReadonlyMap<Entry, string>, speaker: Speaker) {
  const since = new Map([...timeline.bars.values()].flat().map(({ strategy, overdue }) => [strategy, overdue ?? '']));
  const note = (strategy: (typeof standing.overdue)[number], on: string, what: string): DrawnNote => {
    const day = on && speaker.text(dayText(on));
    const title = speaker.strategy(strategy);
    const owner = strategy.text('owner') ?? '';
    return {
      key: keys.get(strategy) as string,
      title,
      day,
      detail: [what, owner].filter(Boolean).join(' · '),
      label: speaker.label(title, what, day, owner),
    };
  };
  const listed = (all: readonly DrawnNote[]): DrawnNotes => {
    const left = all.length - mostNotes;
    return { notes: all.slice(0, mostNotes), more: left > 0 ? speaker.text(texts.more, { n: left }) : '' };
  };
  return {
    overdue: listed(standing.overdue.map((strategy) => note(strategy, since.get(strategy) ?? '', ''))),
    soon: listed(
      standing.soon.map(({ strategy, day, what, whose }) => note(strategy, day, speaker.text(events[what][whose]))),
    ),
  };
}

/**
 * The keys of problems, in their order: the same problem keeps its key while others come and go, so that a click and the
 * focus stay with it. Several of one code are counted.
 */
function problemKeys(problems: readonly { readonly code: string }[]): string[] {
  const counts = new Map<string, number>();
  return problems.map(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return `problems/${code}/${count}`;
  });
}

function problemsOf(subject: Subject<Plan>, { problems }: PlanPicture, speaker: Speaker) {
  const keys = problemKeys(problems);
  const drawn = problems.slice(0, mostProblems).map(
    ({ code, severity, message, span }, index): DrawnProblem => ({
      key: keys[index] as string,
      severity,
      severityTitle: speaker.text(severityWords[severity]),
      message: sayMessage(message, speaker.locale),
      code,
      place: speaker.text(texts.line, { n: subject.document.positionAt(span.start).line + 1 }),
    }),
  );
  const count = (severity: DrawnProblem['severity']) => problems.filter((one) => one.severity === severity).length;
  const left = problems.length - drawn.length;
  return {
    problems: drawn,
    more: left > 0 ? speaker.text(texts.more, { n: left }) : '',
    problemCounts: severities.flatMap((severity) => {
      const n = count(severity);
      return n > 0 ? { severity, title: speaker.value(counted(problemCount[severity], n)) } : [];
    }),
  };
}

function placeAt(subject: Subject<Plan>, whole: Span, name: Span): DrawnPlace {
  return { whole: rangeOf(subject, whole), name: rangeOf(subject, name) };
}

/** What names an entry: its first key. */
function nameSpan(entry: Entry): Span {
  return pairsOf(entry.at)[0]?.key ?? entry.span;
}

/** The place of everything that has a key. */
function places(subject: Subject<Plan>, { problems }: PlanPicture): Record<string, DrawnPlace> {
  const plan = subject.reading;
  const found: Record<string, DrawnPlace> = {};
  const put = (key: string, whole: Span, name: Span) => {
    found[key] = placeAt(subject, whole, name);
  };
  for (const { id, key, value } of plan.leverKeys) {
    put(`levers/${id}`, { start: key.start, end: value.start + value.node.length }, key);
  }
  for (const [entry, key] of pictureKeys(plan)) put(key, entry.span, nameSpan(entry));
  for (const pair of [...pairsOf(plan.head?.at), pairOf(plan.root, 'plan')]) {
    if (pair) put(pair.name === 'plan' ? 'plan' : `plan/${pair.name}`, pair.span, pair.key);
  }
  const sustainment = pairOf(plan.root, 'sustainment');
  if (sustainment) {
    put('sustainment', sustainment.span, sustainment.key);
    const reviews = pairOf(valueUnder(plan.root, 'sustainment'), 'reviews');
    if (reviews) put('sustainment/reviews', reviews.span, reviews.key);
  }
  const keys = problemKeys(problems);
  for (const [index, { span }] of problems.slice(0, mostProblems).entries()) put(keys[index] as string, span, span);
  return found;
}

/** Measures with a reading first, each kind by their days. */
function byReading(a: MeasureRow, b: MeasureRow): number {
  return Number(a.readings.length === 0) - Number(b.readings.length === 0) || byDay(a, b);
}

/** The keys of a version with which a plan is compared, apart from those of the plan itself. */
function keysBefore(plan: Plan): Map<Entry, string> {
  return new Map([...pictureKeys(plan)].map(([entry, key]) => [entry, `before/${key}`]));
}

/** The place of what is drawn of the version with which the plan is compared. */
function placesBefore(subject: Subject<Plan>, keys: ReadonlyMap<Entry, string>, drawn: PlanPicture['timeline']) {
  const entries = [
    ...[...drawn.gone.values()].flat().map(({ strategy }) => strategy),
    ...drawn.past.flatMap(({ milestone }) => milestone ?? []),
  ];
  const goLive = pairOf(subject.reading.head?.at, 'goLive');
  return Object.fromEntries([
    ...entries.map((entry) => [keys.get(entry), placeAt(subject, entry.span, nameSpan(entry))]),
    ...(goLive ? [[goLiveBefore, placeAt(subject, goLive.span, goLive.key)]] : []),
  ]);
}

/** The picture of a plan at the version of its document; `compared`: the version with which it is compared. */
export function picture(subject: Subject<Plan>, view: View, compared?: PictureParams['before']): Picture {
  const plan = subject.reading;
  const before = compared && versionOf(subject, compared.text);
  const comparison = before && new Comparison({ plan: before.reading, context: view }, { plan, context: view });
  const then = comparison && since(comparison, compare(comparison), inLine(compared.name));
  const drawn = pictureOf(plan, view, then);
  const keys = pictureKeys(plan);
  const thenKeys = before ? keysBefore(before.reading) : new Map<Entry, string>();
  const spoken = speaker(view);
  const words = pictureWords(spoken);
  const { coverage, enough, standing } = drawn;
  const covered = coverage.covered.length;
  const silent = drawn.measures.filter(({ readings }) => readings.length === 0).length;
  return {
    uri: subject.document.uri,
    version: subject.document.version,
    complete: drawn.complete,
    locale: view.locale,
    words,
    title: String((plan.head && plainUnder(plan.head.at, 'title')) ?? spoken.text(texts.untitled)),
    brief: briefPage(brief(plan, view, then), true),
    coverage: {
      covered,
      enough,
      sentence: spoken.text(coveredCount, { n: covered }),
      floor: spoken.text(texts.floor, { n: enough }),
    },
    depths: depths(spoken),
    levers: drawnLevers(plan, coverage, drawn.timeline, spoken),
    counts: strategyStatusValues
      .map((status) => ({
        status,
        title: spoken.text(choiceName(strategyStatus, status)),
        count: standing.counts[status],
      }))
      .filter(({ count }) => count > 0),
    ...notes(drawn, keys, spoken),
    timeline: drawnTimeline(drawn.timeline, view.today, keys, thenKeys, spoken),
    groups: drawn.groups.map((row) => drawnGroup(plan, row, keys, spoken)),
    measures: [...drawn.measures].sort(byReading).map((row) => drawnMeasure(row, keys, spoken, words)),
    unread: silent ? spoken.text(texts.unread, { unread: counted(unread, silent) }) : '',
    risks: drawn.risks.risks.map((risk) => drawnRisk(risk, keys, spoken, words)),
    settled: drawn.risks.settled ? spoken.text(texts.settled, { n: drawn.risks.settled }) : '',
    ...problemsOf(subject, drawn, spoken),
    places: places(subject, drawn),
    before: before ? placesBefore(before, thenKeys, drawn.timeline) : {},
  };
}
