/** The page of a plan: all its pictures, which a new picture changes only where it differs. */
import { select } from 'd3-selection';
import type { Picture } from '../../../../server/src/protocol.ts';
import { hexagon } from './hexagon.ts';
import { measureTrack } from './measureTrack.ts';
import { notes } from './notes.ts';
import { type Go, part } from './part.ts';
import { settle } from './roving.ts';
import { type Cell, table } from './table.ts';
import { tablePart } from './tablePart.ts';
import { timelineChart } from './timeline/timeline.ts';

export interface Page {
  /** Draws a picture; of one that is not complete, only what it says about the text. */
  show(picture: Picture): void;
  /** Marks the first of these that is drawn, and brings it into view. */
  mark(keys: readonly string[]): void;
}

/** What a page remembers while its window is away. */
export interface PageMemory {
  /** The keys of the lanes whose strategies are hidden. */
  readonly folded: Set<string>;
  changed(): void;
}

const cell = (text: string, detail?: string): Cell => ({ text, ...(detail && { detail }) });

/** A cell whose text leads to the place of what it is about. */
const link = (key: string, text: string, detail?: string): Cell => ({ ...cell(text, detail), keys: [key] });

/** Fills an element with the page of a plan. */
export function page(root: HTMLElement, go: Go, memory: PageMemory): Page {
  const header = select(root).append('header');
  const title = header.append('h1');
  const facts = header.append('p').attr('class', 'facts');
  const badges = header.append('ul').attr('class', 'badges');
  const note = select(root).append('p').attr('class', 'note').attr('role', 'status');

  const levers = part(root, 'levers');
  const leverRow = select(levers.body).append('div').attr('class', 'beside');
  const hexagonBox = leverRow.append('figure').node() as HTMLElement;
  const leverBox = leverRow.append('div').node() as HTMLElement;
  const shape = hexagon(hexagonBox, go);
  const leverTable = table(leverBox, 'levers', go);
  const legend = select(leverBox).append('ul').attr('class', 'legend');

  const standing = part(root, 'standing');
  const counts = select(standing.body).append('ul').attr('class', 'badges');
  const lists = select(standing.body).append('div').attr('class', 'beside');
  const overdue = notes(lists.append('div').node() as HTMLElement, go);
  const soon = notes(lists.append('div').node() as HTMLElement, go);

  const time = part(root, 'timeline');
  const timeNote = select(time.body).append('p').attr('class', 'empty');
  const timeFigure = select(time.body).append('figure').node() as HTMLElement;
  const chart = timelineChart(timeFigure, go, memory.folded, () => {
    memory.changed();
    redraw();
  });
  const asTable = select(time.body).append('details');
  const summary = asTable.append('summary');
  const timeTable = table(asTable.node() as HTMLElement, 'plain', go);
  asTable.on('toggle', () => current && fillTimeTable(current));

  const heat = tablePart(root, 'heat-map', 'heat', go);
  const measures = tablePart(root, 'measures', 'plain measures', go);
  const risks = tablePart(root, 'risks', 'plain risks', go);
  const problems = tablePart(root, 'problems', 'plain problems', go);

  /** The last that was complete, or the last at all while none has been. */
  let current: Picture | undefined;
  let marked: readonly string[] = [];

  function drawHead({ title: words, facts: all, coverage, problemCounts, words: { noProblems } }: Picture): void {
    title.text(words);
    facts.text(all.join(' · '));
    const enough = coverage.covered >= coverage.enough;
    const sentence = enough ? coverage.sentence : `${coverage.sentence} (${coverage.floor})`;
    badges
      .selectAll<HTMLLIElement, { name: string; text: string; to: string }>('li')
      .data([
        { name: enough ? 'good' : 'warning', text: sentence, to: 'levers' },
        ...problemCounts.map(({ severity, title: text }) => ({ name: severity, text, to: 'problems' })),
        ...(problemCounts.length ? [] : [{ name: 'good', text: noProblems, to: 'problems' }]),
      ])
      .join((enter) => {
        const made = enter.append('li');
        made.append('a');
        return made;
      })
      .attr('class', ({ name }) => name)
      .select('a')
      .attr('href', ({ to }) => `#${to}`)
      .text(({ text }) => text);
  }

  function drawLevers(picture: Picture): void {
    const { words } = picture;
    levers.head(words.levers, `${picture.coverage.sentence} · ${picture.coverage.floor}`);
    shape.draw(picture, hexagonBox.clientWidth);
    leverTable.update(
      words.levers,
      [words.lever, words.depth, words.notes],
      picture.levers.map(({ key, title: name, depth, depthTitle, notes: more }) => ({
        key,
        cells: [
          link(key, name),
          { ...cell(`${depth} ${depthTitle}`), className: `swatch depth-${depth}` },
          { ...cell(more.join(', ')), hint: more.join(', ') },
        ],
      })),
    );
    legend
      .selectAll<HTMLLIElement, Picture['depths'][number]>('li')
      .data(picture.depths)
      .join((enter) => {
        const made = enter.append('li');
        made.append('span').attr('class', 'name');
        made.append('span');
        return made;
      })
      .attr('class', ({ depth }) => `swatch depth-${depth}`)
      .each(function ({ depth, title: name, meaning }) {
        select(this).select('.name').text(`${depth} ${name}`);
        select(this).select('span:last-child').text(meaning);
      });
  }

  function drawStanding({ words, counts: all, overdue: late, soon: next }: Picture): void {
    standing.head(words.standing);
    counts
      .selectAll<HTMLLIElement, Picture['counts'][number]>('li')
      .data(all)
      .join('li')
      .attr('class', ({ status }) => `swatch status-${status}`)
      .text(({ title: name, count }) => `${name} ${count}`);
    overdue(words.overdue, late, words.nothingOverdue);
    soon(words.soon, next, words.nothingSoon);
  }

  function fillTimeTable({ words, timeline }: Picture): void {
    if (!(asTable.node() as HTMLDetailsElement).open) return;
    const { lanes, milestones, lines } = timeline;
    timeTable.update(
      words.timeline,
      [words.strategy, words.lever, words.start, words.due, words.status, words.owner],
      [
        ...[...lines, ...milestones].map(({ key, title: name, day }) => ({
          key,
          cells: [link(key, name), cell(''), cell(day), cell(''), cell(''), cell('')],
        })),
        ...lanes.flatMap((lane) =>
          lane.strategies.map(({ key, title: name, start = '', due = '', statusTitle, owner }) => ({
            key,
            cells: [link(key, name), cell(lane.title), cell(start), cell(due), cell(statusTitle), cell(owner)],
          })),
        ),
      ],
    );
  }

  function drawTime(picture: Picture): void {
    const { words, timeline } = picture;
    time.head(words.timeline, timeline.after);
    timeNote.text(timeline.from === undefined ? words.noDays : '');
    chart.draw(picture, timeFigure.clientWidth);
    summary.text(words.asTable);
    fillTimeTable(picture);
  }

  function drawHeat({ words, groups, levers: six }: Picture): void {
    const most = Math.max(1, ...groups.flatMap(({ cells }) => cells.map(({ keys }) => keys.length)));
    heat.update(
      words.heatMap,
      groups.length ? '' : words.noGroups,
      [words.group, ...six.map(({ title: name }) => name), words.total],
      groups.map((group) => ({
        key: group.key,
        className: group.forgotten ? 'forgotten' : group.total === 0 ? 'unreached' : '',
        cells: [
          link(
            group.key,
            group.title,
            [group.detail, group.total ? '' : words.reachedByNothing].filter(Boolean).join(' · '),
          ),
          ...group.cells.map(({ keys, label }) => ({
            text: keys.length ? String(keys.length) : '–',
            keys,
            label,
            className: `heat-${Math.ceil((keys.length / most) * 4)}`,
          })),
          { ...cell(String(group.total)), className: 'total' },
        ],
      })),
    );
  }

  function drawMeasures({ words, measures: all }: Picture): void {
    measures.update(
      words.measures,
      all.length ? '' : words.noMeasures,
      [words.measure, words.baseline, words.latest, words.target, words.by],
      all.map((measure) => ({
        key: measure.key,
        cells: [
          link(measure.key, measure.title, measure.detail),
          cell(measure.baseline || '–'),
          {
            ...cell(measure.latest || '–'),
            className: 'track',
            ...(measure.progress !== undefined && { draw: (element) => measureTrack(element, measure) }),
          },
          cell(measure.target || '–'),
          cell(measure.by || '–'),
        ],
      })),
    );
  }

  function drawRisks({ words, risks: all, settled }: Picture): void {
    risks.update(
      words.risks,
      all.length ? '' : words.noRisks,
      [words.risk, words.likelihood, words.impact, words.status, words.answer],
      all.map((risk) => ({
        key: risk.key,
        className: risk.likelihood * risk.impact >= 6 ? 'grave' : '',
        cells: [
          link(risk.key, risk.title),
          { ...cell(risk.likelihoodTitle || '–'), className: `level level-${risk.likelihood}` },
          { ...cell(risk.impactTitle || '–'), className: `level level-${risk.impact}` },
          cell(risk.status),
          { ...cell(risk.answer || words.noAnswer), className: risk.answer ? '' : 'missing' },
        ],
      })),
      settled,
    );
  }

  function drawProblems({ words, problems: all, more }: Picture): void {
    problems.update(
      words.problems,
      all.length ? more : words.noProblems,
      [words.problems, words.place],
      all.map((problem) => ({
        key: problem.key,
        className: problem.severity,
        cells: [link(problem.key, problem.message, `${problem.severityTitle} · ${problem.code}`), cell(problem.place)],
      })),
    );
  }

  function redraw(): void {
    if (!current) return;
    drawLevers(current);
    drawStanding(current);
    drawTime(current);
    drawHeat(current);
    drawMeasures(current);
    drawRisks(current);
    settled();
  }

  function settled(): void {
    for (const { body } of [levers, standing, time, heat, measures, risks, problems]) settle(body);
    mark(marked, false);
  }

  function mark(keys: readonly string[], intoView: boolean): void {
    marked = keys;
    for (const element of root.querySelectorAll('.here')) element.classList.remove('here');
    for (const key of keys) {
      const found = [...root.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
      if (found.length === 0) continue;
      for (const element of found) element.classList.add('here');
      const home = found.find((element) => element.hasAttribute('data-home')) ?? found[0];
      if (intoView && !document.hasFocus()) home?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      return;
    }
  }

  new ResizeObserver(() => redraw()).observe(root);

  return {
    show(picture) {
      const kept = !picture.complete && current?.uri === picture.uri && current.complete;
      note.text(picture.complete ? '' : kept ? picture.words.halfTyped : picture.words.unread);
      drawProblems(picture);
      root.classList.toggle('kept', kept);
      if (!kept) {
        current = picture;
        drawHead(picture);
        redraw();
      } else settled();
    },
    mark: (keys) => mark(keys, true),
  };
}
