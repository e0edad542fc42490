/** The heat map: groups, and how many strategies of each lever reach them. */
import { cell, heatCells, link, mostIn } from '../cells.ts';
import type { Go } from '../part.ts';
import { tablePart } from '../tablePart.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function heatMap(page: HTMLElement, go: Go): Section {
  const { body, update } = tablePart(page, 'heat-map', 'heat', go);
  return {
    body,
    draw({ words, groups, levers }) {
      const most = mostIn(groups);
      update(
        words.heatMap,
        groups.length ? '' : words.noGroups,
        [words.group, ...levers.map(({ title }) => title), words.total, words.know, words.choose],
        groups.map(({ key, title, detail, total, forgotten, cells, halves }) => ({
          key,
          className: forgotten ? 'forgotten' : total === 0 ? 'unreached' : '',
          cells: [
            link(key, title, [detail, total ? '' : words.reachedByNothing].filter(Boolean).join(' · ')),
            ...heatCells(most, cells),
            { ...cell(String(total)), className: 'total' },
            ...halves.map(({ mark, label }) => ({ text: mark, label, className: 'half' })),
          ],
        })),
      );
    },
  };
}
