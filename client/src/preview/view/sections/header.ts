/** The header of the page: the title, facts, and badges for coverage and problems that lead to their sections. */
import { select } from 'd3-selection';
import type { Picture } from '../../../../../server/src/protocol.ts';

interface Badge {
  readonly name: string;
  readonly text: string;
  /** The address of a section. */
  readonly to: string;
}

function badgesOf({ coverage, problemCounts, words }: Picture): Badge[] {
  const enough = coverage.covered >= coverage.enough;
  const sentence = enough ? coverage.sentence : `${coverage.sentence} (${coverage.floor})`;
  return [
    { name: enough ? 'good' : 'warning', text: sentence, to: 'levers' },
    ...problemCounts.map(({ severity, title: text }) => ({ name: severity, text, to: 'problems' })),
    ...(problemCounts.length ? [] : [{ name: 'good', text: words.noProblems, to: 'problems' }]),
  ];
}

/** Adds a header to the page. */
export function header(page: HTMLElement): (picture: Picture) => void {
  const whole = select(page).append('header');
  const title = whole.append('h1');
  const facts = whole.append('p').attr('class', 'facts');
  const badges = whole.append('ul').attr('class', 'badges');
  return (picture) => {
    title.text(picture.title);
    facts.text(picture.facts.join(' · '));
    badges
      .selectAll<HTMLLIElement, Badge>('li')
      .data(badgesOf(picture))
      .join((enter) => {
        const made = enter.append('li');
        made.append('a');
        return made;
      })
      .attr('class', ({ name }) => name)
      .select('a')
      .attr('href', ({ to }) => `#${to}`)
      .text(({ text }) => text);
  };
}
