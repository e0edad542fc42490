/** The section of the timeline: the chart, and the same as a table that is filled while it is open. */
import { select } from 'd3-selection';
import type { DrawnDay, DrawnStrategy, Picture } from '../../../../../server/src/protocol.ts';
import { cell, link, value } from '../cells.ts';
import { type Filling, filledWords } from '../filling/filling.ts';
import { type Go, part } from '../part.ts';
import { type Cell, type Row, table } from '../table.ts';
import { day, dayFormat } from '../timeline/layout.ts';
import { timelineChart } from '../timeline/timeline.ts';
import type { Section } from './section.ts';

/** Days first, then the strategies by lever. */
function rowsOf({ locale, words, timeline: { lanes, milestones, lines } }: Picture, filling: Filling): Row[] {
  const format = dayFormat(locale);
  const said = (one: string) => (one ? format.format(day(one)) : '');
  const filled = (key: string, name: 'start' | 'due' | 'status' | 'owner', text: string) =>
    value(filling, words, { key, name, title: words[name], text });
  const edit = ({ key, title }: DrawnStrategy) =>
    filling.enabled() ? [{ text: words.edit, fill: key, label: filledWords(words.editPart, { title }) }] : [];
  const dated = ({ key, kind, title, day: on }: DrawnDay): Cell => {
    const [part = '', name = 'date'] = key.startsWith('plan/') ? key.split('/') : [key];
    return kind === 'today' ? cell(said(on)) : value(filling, words, { key: part, name, title, text: said(on) });
  };
  return [
    ...[...lines, ...milestones]
      .filter(({ kind }) => kind !== 'past')
      .map((one) => ({
        key: one.key,
        cells: [link(one.key, one.title), cell(''), dated(one), cell(''), cell(''), cell('')],
      })),
    ...lanes.flatMap((lane) =>
      lane.strategies.map((strategy) => {
        const { key, title, start = '', due = '', statusTitle, owner } = strategy;
        const values = [filled(key, 'start', said(start)), filled(key, 'due', said(due))];
        const more = [filled(key, 'status', statusTitle), filled(key, 'owner', owner), ...edit(strategy)];
        return { key, cells: [link(key, title), cell(lane.title), ...values, ...more] };
      }),
    ),
  ];
}

/** Adds the section. `folded` holds the keys of the lanes whose strategies are hidden; `changed` is called when that changes. */
export function time(page: HTMLElement, go: Go, filling: Filling, folded: Set<string>, changed: () => void): Section {
  const { body, head } = part(page, 'timeline');
  const empty = select(body).append('p').attr('class', 'empty');
  const figure = select(body).append('figure').node() as HTMLElement;
  const chart = timelineChart(figure, go, filling, folded, changed);
  const legend = () => {
    const line = select(body).append('p').attr('class', 'activity-legend');
    line.append('span').attr('class', 'sign').attr('aria-hidden', 'true');
    return { line, meaning: line.append('span') };
  };
  const [activity, was] = [legend(), legend()];
  was.line.classed('was', true);
  const details = select(body).append('details');
  const summary = details.append('summary');
  const list = table(details.node() as HTMLElement, 'plain', go);
  let drawn: Picture | undefined;

  function fillTable(): void {
    if (!drawn || !(details.node() as HTMLDetailsElement).open) return;
    const { words } = drawn;
    const columns = [words.strategy, words.lever, words.start, words.due, words.status, words.owner];
    const edit = filling.enabled() ? [''] : [];
    list.update(words.timeline, [...columns, ...edit], rowsOf(drawn, filling));
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
      activity.meaning.text(words.activity);
      was.meaning.text(words.was);
      const strategies = timeline.lanes.flatMap((lane) => lane.strategies);
      activity.line.classed('hidden', !strategies.some(({ activities }) => activities.length > 0));
      const isMoved = strategies.some((one) => one.was) || timeline.lanes.some(({ gone }) => gone.length > 0);
      was.line.classed('hidden', !isMoved);
      summary.text(words.asTable);
      fillTable();
    },
  };
}
