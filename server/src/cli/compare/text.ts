/** The report of a comparison for people: the sentences by their gravity, plan by plan. */
import { byLevel, levelWords } from '../../core/compare/change.ts';
import { type Locale, say, sayMessage } from '../../core/i18n/message.ts';
import { printed } from '../printed.ts';
import type { Compared, ComparedPlan } from './pairs.ts';
import { fateOf, leftOutText, planWords, sumOf, titleOf } from './words.ts';

/** What is done to a line for a terminal: the name of a plan, and a heading. */
export interface Paint {
  readonly title: (line: string) => string;
  readonly heading: (line: string) => string;
  /** A sentence, in lines that fit. */
  readonly sentence: (text: string) => readonly string[];
}

const plain: Paint = {
  title: (line) => line,
  heading: (line) => line,
  sentence: (text) => [`  • ${printed([text])}`],
};

function planLines(plan: ComparedPlan, isSingle: boolean, locale: Locale, paint: Paint): readonly string[] {
  const { before, after, changes } = plan;
  const [from, to] = [before?.file.path ?? '', after?.file.path ?? ''];
  const title = titleOf(plan);
  const line = (text: string) => paint.title(printed([text]));
  switch (fateOf(plan)) {
    case 'added':
      return [line(say(planWords.added, locale, { title, path: to }))];
    case 'removed':
      return [line(say(planWords.removed, locale, { title, path: from }))];
    case 'moved':
      return [line(say(planWords.moved, locale, { from, to, title }))];
    case 'same':
      return isSingle ? [printed([say(planWords.same, locale)])] : [];
    default: {
      const isMoved = from !== to;
      // All that changed is left out.
      if (changes.length === 0 && !isMoved) return [];
      return [
        line(isSingle ? title : `${title}  ${to}`),
        ...(isMoved ? paint.sentence(say(planWords.file, locale, { from, to })) : []),
        ...byLevel(changes).flatMap(({ level, own }) => {
          const sentences = own.flatMap(({ message }) => paint.sentence(sayMessage(message, locale)));
          return [paint.heading(say(levelWords[level], locale)), ...sentences];
        }),
      ];
    }
  }
}

/** The report as text. */
export function textReport({ plans, isSingle, together }: Compared, locale: Locale, paint = plain): string {
  const parts = plans.map((plan) => planLines(plan, isSingle, locale, paint).join('\n')).filter(Boolean);
  if (together.length > 0) {
    const sentences = together.flatMap(({ message }) => paint.sentence(sayMessage(message, locale)));
    parts.unshift([paint.title(say(planWords.together, locale)), ...sentences].join('\n'));
  }
  const leftOut = leftOutText(plans, locale);
  if (leftOut) parts.push(leftOut);
  if (!isSingle)
    parts.push(plans.length === 0 ? say(planWords.none, locale) : say(planWords.sum, locale, sumOf(plans)));
  return `${parts.join('\n\n')}\n`;
}
