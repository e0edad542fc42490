/** The page of a portfolio: plans with their levers, a calendar of go-lives, and the change load of groups by month. */
import { select } from 'd3-selection';
import type { DrawnMonth, PortfolioPicture } from '../../../../server/src/protocol.ts';
import { heatCells, mostIn } from './cells.ts';
import { type Notes, notes } from './notes.ts';
import { type Go, part } from './part.ts';
import { settle } from './roving.ts';
import { type Cell, table } from './table.ts';
import { tablePart } from './tablePart.ts';

export interface PortfolioPage {
  show(picture: PortfolioPicture): void;
}

/** Names of months in the reader's language; the year stands where it begins. */
function monthTitles(months: readonly string[], locale: string): string[] {
  const day = (month: string) => new Date(`${month}-01T00:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [short, long] = [format({ month: 'short' }), format({ month: 'short', year: 'numeric' })];
  return months.map((month, index) => (index === 0 || month.endsWith('-01') ? long : short).format(day(month)));
}

/** Fills an element with the page of a portfolio; a click opens a plan. */
export function portfolioPage(root: HTMLElement, go: Go): PortfolioPage {
  const header = select(root).append('header');
  const title = header.append('h1');
  const news = header.append('p').attr('class', 'news');
  const note = select(root).append('p').attr('class', 'note').attr('role', 'status');

  const plans = tablePart(root, 'plans', 'heat depths', go);

  const goLives = part(root, 'go-lives');
  const goLivesNote = select(goLives.body).append('p').attr('class', 'empty');
  const months = select(goLives.body).append('div').attr('class', 'months');
  const lists = new WeakMap<Element, Notes>();

  const load = part(root, 'load');
  const loadNote = select(load.body).append('p').attr('class', 'empty');
  const loadBox = select(load.body).append('div').attr('class', 'wide').node() as HTMLElement;
  const loadTable = table(loadBox, 'heat load', go);

  function drawPlans({ words, plans: all, levers }: PortfolioPicture): void {
    plans.update(
      words.plans,
      all.length ? '' : words.noPlans,
      [words.plan, ...levers, words.levers],
      all.map(({ key, title: name, detail, health, covered, levers: six }) => ({
        key,
        className: health,
        cells: [
          { text: name, detail, keys: [key] },
          ...six.map(
            ({ depth, leftOut, label }): Cell => ({
              text: leftOut ? '–' : String(depth),
              label,
              className: leftOut ? 'fill left-out' : `fill depth-${depth}`,
            }),
          ),
          { text: covered, className: 'total' },
        ],
      })),
    );
  }

  function drawGoLives({ words, calendar, locale }: PortfolioPicture): void {
    goLives.head(words.goLives);
    goLivesNote.text(calendar.length ? '' : words.noGoLives);
    const titles = monthTitles(
      calendar.map(({ month }) => month),
      locale,
    );
    months
      .selectAll<HTMLElement, DrawnMonth>(':scope > div')
      .data(calendar, ({ month }) => month)
      .join('div')
      .order()
      .attr('class', ({ goLives: own }) => (own.length ? 'month' : 'month none'))
      .each(function ({ goLives: own }, index) {
        const list = lists.get(this) ?? notes(this, go);
        lists.set(this, list);
        list(titles[index] ?? '', { notes: own.map((one) => ({ ...one, day: one.day.slice(8) })), more: '' }, '');
      });
  }

  function drawLoad({ words, load: groups, months: all, locale }: PortfolioPicture): void {
    load.head(words.load, groups.length ? words.loadNote : '');
    loadNote.text(groups.length ? '' : words.noLoad);
    select(loadBox).classed('hidden', groups.length === 0);
    const most = mostIn(groups);
    loadTable.update(
      words.load,
      [words.group, ...monthTitles(all, locale)],
      groups.map(({ key, title: name, detail, label, cells }) => ({
        key,
        cells: [
          { text: name, detail, hint: label },
          ...heatCells(most, cells).map((one) =>
            one.keys.length > 1 ? { ...one, className: `${one.className} several` } : one,
          ),
        ],
      })),
    );
  }

  return {
    show(picture) {
      const { words } = picture;
      title.text(words.portfolio);
      news.text(picture.news);
      note.text(picture.busy ? words.busy : '');
      drawPlans(picture);
      drawGoLives(picture);
      drawLoad(picture);
      for (const { body } of [plans, goLives, load]) settle(body);
    },
  };
}
