/** The section of the six levers: a hexagon, a table, and a legend of depths. */
import { type Selection, select } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';
import { cell, link } from '../cells.ts';
import { type Filling, filledWords, fillMark } from '../filling/filling.ts';
import { hexagon } from '../hexagon.ts';
import { type Go, part } from '../part.ts';
import { table } from '../table.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function levers(page: HTMLElement, go: Go, filling: Filling): Section {
  const { body, head } = part(page, 'levers');
  const beside = select(body).append('div').attr('class', 'beside');
  const figure = beside.append('figure').node() as HTMLElement;
  const box = beside.append('div').node() as HTMLElement;
  const shape = hexagon(figure, go);
  const list = table(box, 'levers', go);
  const legend = select(box).append('ul').attr('class', 'legend');
  return {
    body,
    draw(picture) {
      const { words, coverage } = picture;
      head(words.levers, `${coverage.sentence} · ${coverage.floor}`);
      shape.draw(picture, figure.clientWidth);
      const add = (key: string, title: string, leftOut: boolean) =>
        leftOut
          ? cell('')
          : { text: '+', fill: fillMark(key, 'strategies'), label: filledWords(words.addTo, { title }) };
      list.update(
        words.levers,
        [words.lever, words.depth, words.notes, ...(filling.enabled() ? [''] : [])],
        picture.levers.map(({ key, title, depth, depthTitle, leftOut, notes }) => ({
          key,
          cells: [
            link(key, title),
            { ...cell(depthTitle), className: leftOut ? 'swatch left-out' : `swatch depth-${depth}` },
            { ...cell(notes.join(', ')), hint: notes.join(', ') },
            ...(filling.enabled() ? [add(key, title, leftOut)] : []),
          ],
        })),
      );
      drawLegend(legend, picture.depths);
    },
  };
}

function drawLegend(legend: Selection<HTMLUListElement, unknown, null, undefined>, depths: Picture['depths']): void {
  legend
    .selectAll<HTMLLIElement, Picture['depths'][number]>('li')
    .data(depths)
    .join((enter) => {
      const made = enter.append('li');
      made.append('span').attr('class', 'name');
      made.append('span');
      return made;
    })
    .attr('class', ({ depth }) => `swatch depth-${depth}`)
    .each(function ({ depth, title, meaning }) {
      select(this).select('.name').text(`${depth} ${title}:`);
      select(this).select('span:last-child').text(meaning);
    });
}
