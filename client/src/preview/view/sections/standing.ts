/** The section on how a plan stands: strategies by status, what is overdue, and what comes next. */
import { select } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';
import { notes } from '../notes.ts';
import { type Go, part } from '../part.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function standing(page: HTMLElement, go: Go): Section {
  const { body, head } = part(page, 'standing');
  const badges = select(body).append('ul').attr('class', 'badges');
  const lists = select(body).append('div').attr('class', 'beside');
  const listOverdue = notes(lists.append('div').node() as HTMLElement, go);
  const listSoon = notes(lists.append('div').node() as HTMLElement, go);
  return {
    body,
    draw({ words, counts, overdue, soon }) {
      head(words.standing);
      badges
        .selectAll<HTMLLIElement, Picture['counts'][number]>('li')
        .data(counts)
        .join('li')
        .attr('class', ({ status }) => `swatch status-${status}`)
        .text(({ title, count }) => `${title} ${count}`);
      listOverdue(words.overdue, overdue, words.nothingOverdue);
      listSoon(words.soon, soon, words.nothingSoon);
    },
  };
}
