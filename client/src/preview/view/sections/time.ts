/** The section of the timeline: the chart, and the same as a table that is filled while it is open. */
import { select } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';
import { cell, link } from '../cells.ts';
import { type Go, part } from '../part.ts';
import { type Row, table } from '../table.ts';
import { day } from '../timeline/layout.ts';
import { timelineChart } from '../timeline/timeline.ts';
import type { Section } from './section.ts';

/** Days first, then the strategies by lever. */
function rowsOf({ locale, timeline: { lanes, milestones, lines } }: Picture): Row[] {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const said = (one: string) => (one ? format.format(day(one)) : '');
  return [
    ...[...lines, ...milestones].map(({ key, title, day: on }) => ({
      key,
      cells: [link(key, title), cell(''), cell(said(on)), cell(''), cell(''), cell('')],
    })),
    ...lanes.flatMap((lane) =>
      lane.strategies.map(({ key, title, start = '', due = '', statusTitle, owner }) => ({
        key,
        cells: [link(key, title), cell(lane.title), cell(said(start)), cell(said(due)), cell(statusTitle), cell(owner)],
      })),
    ),
  ];
}

/** Adds the section. `folded` holds the keys of the lanes whose strategies are hidden; `changed` is called when that changes. */
export function time(page: HTMLElement, go: Go, folded: Set<string>, changed: () => void): Section {
  const { body, head } = part(page, 'timeline');
  const empty = select(body).append('p').attr('class', 'empty');
  const figure = select(body).append('figure').node() as HTMLElement;
  const chart = timelineChart(figure, go, folded, changed);
  const details = select(body).append('details');
  const summary = details.append('summary');
  const list = table(details.node() as HTMLElement, 'plain', go);
  let drawn: Picture | undefined;

  function fillTable(): void {
    if (!drawn || !(details.node() as HTMLDetailsElement).open) return;
    const { words } = drawn;
    const columns = [words.strategy, words.lever, words.start, words.due, words.status, words.owner];
    list.update(words.timeline, columns, rowsOf(drawn));
  }

  details.on('toggle', fillTable);
  return {
    body,
    draw(picture) {
      const { words, timeline } = picture;
      drawn = picture;
      head(words.timeline, timeline.after);
      empty.text(timeline.from === undefined ? words.noDays : '');
      chart.draw(picture, figure.clientWidth);
      summary.text(words.asTable);
      fillTable();
    },
  };
}
