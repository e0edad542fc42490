/** The page of a portfolio: what matters in one line, the plans, their go-lives in time, and the change load of groups. */
import { select } from 'd3-selection';
import type { DrawnPlan, PortfolioPicture } from '../../../../server/src/protocol.ts';
import { goLiveChart, monthStart } from './goLiveChart.ts';
import { type Go, part } from './part.ts';
import { type PlansMemory, plansTable } from './plansTable.ts';
import { settle } from './roving.ts';
import { table } from './table.ts';
import { tickText } from './timeline/layout.ts';

export interface PortfolioPage {
  show(picture: PortfolioPicture): void;
}

/** Fills an element with the page of a portfolio; a click opens a plan, and `begin` begins a new one. */
export function portfolioPage(root: HTMLElement, go: Go, begin: () => void, memory: PlansMemory): PortfolioPage {
  root.classList.add('portfolio');
  const header = select(root).append('header');
  const title = header.append('h1');
  const news = header.append('p').attr('class', 'news');
  const note = select(root).append('p').attr('class', 'note').attr('role', 'status');

  const plans = plansTable(root, go, memory, () => redraw());
  const first = select(plans.body).append('button').attr('type', 'button').attr('class', 'begin').on('click', begin);

  const goLives = part(root, 'go-lives');
  const goLivesNote = select(goLives.body).append('p').attr('class', 'empty');
  const figure = select(goLives.body).append('figure').node() as HTMLElement;
  const drawChart = goLiveChart(figure, go);
  const clashes = select(goLives.body).append('ul').attr('class', 'clashes');

  const load = part(root, 'load');
  const loadNote = select(load.body).append('p').attr('class', 'empty');
  const loadBox = select(load.body).append('div').attr('class', 'wide').node() as HTMLElement;
  const loadTable = table(loadBox, 'heat load', go);
  const asked = select(load.body).append('ul').attr('class', 'asked-groups');

  let current: PortfolioPicture | undefined;

  function drawGoLives(picture: PortfolioPicture, shown: readonly DrawnPlan[], left: number): void {
    const keys = new Set(shown.map(({ key }) => key));
    goLives.head(picture.words.goLives);
    goLivesNote.text(picture.goLives.length ? '' : picture.words.noGoLives);
    const rows = picture.goLives.filter(({ key }) => keys.has(key));
    drawChart(picture, rows, figure.clientWidth, left);
    clashes
      .selectAll('li')
      .data(picture.clashes)
      .join((enter) => {
        const made = enter.append('li');
        made.append('span').attr('class', 'alert').text('▲ ');
        made.append('span').attr('class', 'words');
        return made;
      })
      .attr('title', ({ label }) => label)
      .select('.words')
      .text(({ label }) => label);
  }

  function drawLoad(picture: PortfolioPicture, left: number): void {
    const { words, load: groups, months, locale } = picture;
    load.head(words.load);
    loadNote.text(groups.length ? words.loadNote : words.noLoad);
    select(loadBox).classed('hidden', groups.length === 0);
    const most = Math.max(1, ...groups.flatMap(({ cells }) => cells.map(({ weight }) => weight)));
    const begins = months.map((month) => monthStart(month));
    const text = tickText(locale, begins);
    loadTable.update(
      words.load,
      [words.group, ...begins.map(text)],
      groups.map(({ key, title: name, detail, label, cells }) => ({
        key,
        cells: [
          { text: name, detail, hint: label },
          ...cells.map(({ text: count, label: said, keys, weight }) => ({
            text: count,
            label: said,
            keys,
            className: `heat-${Math.ceil((weight / most) * 4)}${keys.length > 1 ? ' several' : ''}`,
          })),
        ],
      })),
    );
    asked
      .selectAll('li')
      .data(picture.asked)
      .join('li')
      .text((words) => words);
    // Months are as wide as in the chart above.
    const days = (month: string) => (monthStart(month, 1).getTime() - monthStart(month).getTime()) / 86_400_000;
    const all = months.reduce((sum, month) => sum + days(month), 0);
    select(loadBox)
      .selectAll<HTMLElement, unknown>('thead th')
      .style('width', (_, index) => {
        const share = index === 0 ? 0 : days(months[index - 1] as string) / all;
        return index === 0 ? `${left}px` : `calc((100% - ${left}px) * ${share})`;
      });
  }

  function redraw(): void {
    if (!current) return;
    const left = Math.round(Math.max(130, Math.min(280, root.clientWidth * 0.25)));
    first.text(current.words.newPlan).classed('hidden', current.plans.length > 0 || current.busy);
    const shown = plans.draw(current);
    drawGoLives(current, shown, left);
    drawLoad(current, left);
    for (const { body } of [plans, goLives, load]) settle(body);
  }

  new ResizeObserver(redraw).observe(root);

  return {
    show(picture) {
      current = picture;
      title.text(picture.words.portfolio);
      news.text(picture.plans.length ? picture.news : '');
      note.text(picture.busy ? picture.words.busy : '');
      redraw();
    },
  };
}
