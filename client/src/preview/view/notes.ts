/** A list of dated notes: for each a day, a title and a detail. */
import { select } from 'd3-selection';
import type { DrawnNote, DrawnNotes } from '../../../../server/src/protocol.ts';
import type { Go } from './part.ts';

/** Sets the heading and the list; `none` stands where that is empty. */
export type Notes = (title: string, all: DrawnNotes, none: string) => void;

/** Adds a list under a heading. */
export function notes(parent: HTMLElement, go: Go): Notes {
  const heading = select(parent).append('h3');
  const list = select(parent).append('ul').attr('class', 'notes');
  const below = select(parent).append('p').attr('class', 'empty');
  return (title, { notes: all, more }, none) => {
    heading.text(title);
    below.text(all.length ? more : none);
    const items = list
      .selectAll<HTMLLIElement, DrawnNote>('li')
      .data(all, ({ key, day }) => `${key} ${day}`)
      .join((enter) => {
        const made = enter.append('li');
        made.append('span').attr('class', 'day');
        const button = made.append('button').attr('type', 'button').attr('class', 'text').attr('data-stop', '');
        button.on('click', (_, { key }) => go(key));
        made.append('small').attr('class', 'detail');
        return made;
      })
      .order()
      .attr('data-key', ({ key }) => key);
    items.select('.day').text(({ day }) => day);
    items.select('button').text(({ title: name }) => name);
    items.select('.detail').text(({ detail }) => detail);
  };
}
