/** The page of a brief. `data-go` names the thing of the picture that a part is about. */

import { healthSigns } from '../overview/health.ts';
import { type Element, element } from './element.ts';
import type {
  Brief,
  BriefDays,
  BriefItem,
  BriefLane,
  BriefLanes,
  BriefList,
  BriefLook,
  BriefMark,
  BriefMeasure,
  BriefSince,
  BriefValue,
} from './model.ts';

/** Heights in pixels: of a row of bars at most, of a lane at least, of all rows together about. */
const heights = { row: 10, least: 1, lane: 19, all: 180 };

/** A share of a width, from 0 to 1. */
function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

function about(key: string | undefined, ...children: readonly (Element | string)[]): Element {
  return element('a', { 'data-go': key }, ...children);
}

function paragraph(text: string, name?: string): Element | undefined {
  return text ? element('p', { class: name }, text) : undefined;
}

function section(name: string, heading: string, ...children: readonly (Element | undefined)[]): Element | undefined {
  if (children.every((child) => child === undefined)) return undefined;
  return element('section', { class: name }, element('h2', {}, heading), ...children);
}

function item({ key, title, detail }: BriefItem): Element {
  const more = detail ? element('span', { class: 'detail' }, detail) : undefined;
  return element('li', {}, about(key, element('strong', {}, title)), more && ' ', more);
}

function list(name: string, { heading, items, more }: BriefList): Element | undefined {
  if (items.length === 0) return undefined;
  return section(name, heading, element('ul', {}, ...items.map(item)), paragraph(more, 'more'));
}

/** Lines that cross the lanes from top to bottom. */
function lines(marks: readonly BriefMark[], name: string): Element[] {
  return marks.map(({ at }) => element('line', { class: name, x1: percent(at), x2: percent(at), y1: 0, y2: '100%' }));
}

function lane({ key, title, bars, note }: BriefLane, row: number, over: readonly Element[]): Element {
  const height = Math.max(heights.lane, bars.length * row + 7);
  const top = (height - bars.length * row) / 2;
  const bar = ({ from, to }: BriefDays, look: BriefLook, label: string, index: number) =>
    element(
      'rect',
      {
        class: `bar ${look}`,
        x: percent(from),
        y: top + index * row,
        width: percent(Math.max(to - from, 0.006)),
        height: row - Math.min(3, row / 3),
      },
      element('title', {}, label),
    );
  const drawn = bars.flatMap((one, index) => [
    ...(one.was ? [bar(one.was, 'was', one.label, index)] : []),
    bar(one, one.look, one.label, index),
  ]);
  const chart = element(
    'svg',
    { height, role: 'img', 'aria-label': [title, ...bars.map(({ label }) => label), note].filter(Boolean).join('; ') },
    ...over,
    ...drawn,
  );
  const remark = note ? element('p', { class: bars.length ? 'remark beside' : 'remark' }, note) : undefined;
  return element(
    'li',
    { class: bars.length ? 'lane' : 'lane none' },
    about(key, title),
    element('div', {}, chart, remark),
  );
}

/** The names of marks above or below the lanes; one near the right edge ends where it stands. */
function names(marks: readonly BriefMark[], name: string, edge = 1): Element {
  const texts = marks.map(({ at, label }, index) =>
    element(
      'text',
      { class: index % 2 ? 'second' : undefined, x: percent(at), y: 11, 'text-anchor': at > edge ? 'end' : 'start' },
      label,
    ),
  );
  return element('li', { class: name, 'aria-hidden': 'true' }, element('svg', { height: 15 }, ...texts));
}

/** Go-lives below the lanes, each on a line of its own where they stand close. */
function dayNames({ goLives, past, now }: BriefLanes): Element[] {
  const rows: BriefMark[][] = [];
  for (const mark of [...(now ? [now] : []), ...goLives, ...past]) {
    const row = rows.find((others) => others.every(({ at }) => Math.abs(at - mark.at) > 0.17));
    if (row) row.push(mark);
    else rows.push([mark]);
  }
  return rows.map((row) => names(row, 'days', 0.8));
}

function lanes(all: BriefLanes): Element | undefined {
  const rows = all.lanes.reduce((sum, { bars }) => sum + bars.length, 0);
  const row = Math.max(heights.least, Math.min(heights.row, heights.all / Math.max(1, rows)));
  const over = [
    ...lines(all.months, 'month'),
    ...lines(all.past, 'past'),
    ...lines(all.goLives, 'go-live'),
    ...lines(all.now ? [all.now] : [], 'now'),
  ];
  const legend = all.legend.map(({ look, word }) =>
    element(
      'li',
      {},
      element(
        'svg',
        { width: 18, height: 8, 'aria-hidden': 'true' },
        element('rect', { class: `bar ${look}`, x: 1, y: 1, width: 16, height: 6 }),
      ),
      ` ${word}`,
    ),
  );
  return section(
    'lanes',
    all.heading,
    element(
      'ul',
      { class: 'rows' },
      all.months.length
        ? names(
            all.months.filter(({ at }) => at < 0.97),
            'months',
          )
        : undefined,
      ...all.lanes.map((one) => lane(one, row, over)),
      ...dayNames(all),
    ),
    legend.length ? element('ul', { class: 'legend' }, ...legend) : undefined,
  );
}

function measure({ key, title, done, expected, values, course, verdict }: BriefMeasure): Element {
  const track = [
    element('rect', { class: 'way', x: 0, y: 3, width: '100%', height: 8 }),
    element('rect', { class: `done ${course ?? ''}`.trim(), x: 0, y: 5, width: percent(done ?? 0), height: 4 }),
    ...(expected === undefined
      ? []
      : [element('line', { class: 'expected', x1: percent(expected), x2: percent(expected), y1: 0, y2: 14 })]),
  ];
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, about(key, title)),
    element(
      'td',
      { class: 'track' },
      element('svg', { height: 14, 'aria-hidden': 'true' }, ...(done === undefined ? [] : track)),
    ),
    element('td', {}, values),
    element('td', { class: `verdict ${course ?? ''}`.trim() }, verdict),
  );
}

function measures({ heading, rows, rest }: Brief['measures']): Element | undefined {
  const table = rows.length ? element('table', {}, element('tbody', {}, ...rows.map(measure))) : undefined;
  return section('measures', heading, table, paragraph(rest, 'more'));
}

function columns(name: string, ...children: readonly (Element | undefined)[]): Element | undefined {
  return children.some((child) => child !== undefined) ? element('div', { class: name }, ...children) : undefined;
}

/** A value of the plan's head; where it may be filled in, it can be clicked. */
function value(text: string, { name, label }: Omit<BriefValue, 'text'>, fill: boolean): Element | string {
  return fill ? element('a', { 'data-fill': `plan ${name}`, 'aria-label': label }, text) : text;
}

/** The gravest change on the first line of all, then what is new and what is gone. */
function sinceThen({ summary, added, gone }: BriefSince): Element {
  return element('div', { class: 'since' }, paragraph(summary, 'gravest'), paragraph(added), paragraph(gone));
}

/** A brief as a page; what it does not say has no place on it. `fill`: values may be filled in there (`data-fill`). */
export function briefPage(brief: Brief, fill = false): Element {
  const { title, about: facts, people, asOf, health, why, goLive } = brief;
  const days = goLive.days ? element('strong', { class: 'count' }, goLive.days) : undefined;
  const of = goLive.own ? value(goLive.of, goLive.own, fill) : goLive.of;
  const when = goLive.of ? element('p', {}, days, ' ', of) : undefined;
  const who = people.flatMap((one, index) => [index ? ' · ' : '', value(one.text, one, fill)]);
  return element(
    'article',
    { class: 'brief', lang: brief.locale },
    brief.since && sinceThen(brief.since),
    element(
      'header',
      {},
      element(
        'div',
        {},
        element('h1', {}, about('plan', title)),
        paragraph([...facts, asOf].filter(Boolean).join(' · '), 'facts'),
        who.length ? element('p', { class: 'facts' }, ...who) : undefined,
      ),
      element(
        'div',
        { class: `health ${health.health}` },
        element(
          'p',
          { class: 'word' },
          element('span', { 'aria-hidden': 'true' }, `${healthSigns[health.health]} `),
          health.word,
        ),
        element('p', {}, health.reason),
      ),
    ),
    columns(
      'two',
      section('why', why.heading, paragraph(why.need), paragraph(why.solution), paragraph(why.unchanged, 'more')),
      section(
        'when',
        goLive.heading,
        when,
        ...goLive.others.map((other) => paragraph(other, 'more')),
        paragraph(goLive.people, 'more'),
      ),
    ),
    list('asked', brief.asked),
    lanes(brief.lanes),
    measures(brief.measures),
    columns(
      'three',
      list('risks', brief.risks),
      columns('next', list('dates', brief.dates), list('exceptions', brief.exceptions)),
      list('groups', brief.groups),
    ),
    element('footer', {}, element('p', {}, brief.state.join(' · '))),
  );
}
