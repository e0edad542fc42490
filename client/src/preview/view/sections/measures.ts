/** The measures: each from its baseline to its target. */
import { cell, link } from '../cells.ts';
import { measureTrack } from '../measureTrack.ts';
import type { Go } from '../part.ts';
import { tablePart } from '../tablePart.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function measures(page: HTMLElement, go: Go): Section {
  const { body, update } = tablePart(page, 'measures', 'plain measures', go);
  return {
    body,
    draw({ words, measures: all }) {
      update(
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
            { ...cell(measure.by || '–', measure.verdict), className: measure.course ?? '' },
          ],
        })),
      );
    },
  };
}
