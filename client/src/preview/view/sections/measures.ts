/** The measures: each from its baseline to its target, and in one line those without a reading. */
import { select } from 'd3-selection';
import type { DrawnMeasure } from '../../../../../server/src/protocol.ts';
import { cell, link } from '../cells.ts';
import { measureTrack } from '../measureTrack.ts';
import type { Go } from '../part.ts';
import { tablePart } from '../tablePart.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function measures(page: HTMLElement, go: Go): Section {
  const { body, update } = tablePart(page, 'measures', 'plain measures', go);
  const rest = select(body).append('p').attr('class', 'unread');
  const said = rest.append('span');
  return {
    body,
    draw({ words, measures: all, unread }) {
      const read = all.filter(({ readings }) => readings.length > 0);
      said.text(unread);
      rest
        .classed('hidden', unread === '')
        .selectAll<HTMLButtonElement, DrawnMeasure>('button')
        .data(
          all.filter((measure) => !read.includes(measure)),
          ({ key }) => key,
        )
        .join((enter) =>
          enter
            .append('button')
            .attr('type', 'button')
            .attr('class', 'text')
            .attr('data-stop', '')
            .attr('data-home', '')
            .on('click', (_, { key }) => go(key)),
        )
        .order()
        .attr('data-key', ({ key }) => key)
        .attr('title', ({ label }) => label)
        .text(({ title }) => title);
      update(
        words.measures,
        all.length ? '' : words.noMeasures,
        [words.measure, words.baseline, words.latest, words.target, words.by],
        read.map((measure) => ({
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
            { ...cell(measure.by || '–', measure.verdict), className: measure.course ?? '' },
          ],
        })),
      );
    },
  };
}
