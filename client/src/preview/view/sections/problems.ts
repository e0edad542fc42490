/** The problems of a plan. */
import { cell, link } from '../cells.ts';
import type { Go } from '../part.ts';
import { tablePart } from '../tablePart.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function problems(page: HTMLElement, go: Go): Section {
  const { body, update } = tablePart(page, 'problems', 'plain problems', go);
  return {
    body,
    draw({ words, problems: all, more }) {
      update(
        words.problems,
        all.length ? more : words.noProblems,
        [words.problems, words.place],
        all.map(({ key, severity, severityTitle, message, place }) => ({
          key,
          className: severity,
          cells: [link(key, message, severityTitle), cell(place)],
        })),
      );
    },
  };
}
