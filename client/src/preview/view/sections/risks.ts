/** The risks: likelihood, impact, and what is done about them. */
import { cell, link, value } from '../cells.ts';
import type { Filling } from '../filling/filling.ts';
import type { Go } from '../part.ts';
import { tablePart } from '../tablePart.ts';
import type { Section } from './section.ts';

/** Adds the section. */
export function risks(page: HTMLElement, go: Go, filling: Filling): Section {
  const { body, update } = tablePart(page, 'risks', 'plain risks', go);
  return {
    body,
    draw({ words, risks: all, settled }) {
      update(
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
            value(filling, words, { key: risk.key, name: 'status', title: words.status, text: risk.status }),
            { ...cell(risk.answer || words.noAnswer), className: risk.answer ? '' : 'missing' },
          ],
        })),
        settled,
      );
    },
  };
}
