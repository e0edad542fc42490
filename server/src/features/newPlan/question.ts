/** "New Change Plan": the question of a step, with choices, and messages about an answer. */

import { minimumLevers } from '../../core/analysis/coverage.ts';
import { leverInText } from '../../core/analysis/labels.ts';
import {
  type Answers,
  answersIn,
  type GivenAnswers,
  type QuestionKey,
  questionKeys,
} from '../../core/authoring/answers.ts';
import { attitudeShape, type Group } from '../../core/authoring/groups.ts';
import { offered } from '../../core/authoring/offered.ts';
import { prepick } from '../../core/authoring/prepick.ts';
import type { Context } from '../../core/diagnostics/rule.ts';
import { type Data, type Message, say, type Value } from '../../core/i18n/message.ts';
import { alternatives } from '../../core/i18n/phrases.ts';
import type { Catalog } from '../../core/model/catalog.ts';
import { folded } from '../../core/model/personName.ts';
import { type LeverId, leverIds } from '../../core/schema/format.gen.ts';
import { choiceName } from '../../core/schema/schema.ts';
import type { Choice, Question } from '../../protocol.ts';
import { changeChoices } from './changeChoices.ts';
import { dayChoices, likeliestDay } from './dayChoices.ts';
import { aiAnswers, heading, messages, tooFew, words } from './questionWords.ts';
import { strategyChoices } from './strategyChoices.ts';

/** How each question is answered; all others are typed. */
const kinds: Partial<Record<QuestionKey, Question['kind']>> = {
  ai: 'pick',
  goLive: 'one',
  changes: 'many',
  strategies: 'many',
};

/** The levers with one of these strategies. */
function coveredBy(strategies: readonly string[], catalog: Catalog): LeverId[] {
  return leverIds.filter((lever) => catalog.under(lever).some(({ id }) => strategies.includes(id)));
}

function isBlank(typed: unknown): boolean {
  return typeof typed !== 'string' || typed.trim() === '';
}

/** A group as it was understood: "Service agents (120, Skeptical)". */
function understood({ name, size, attitude }: Group): Value {
  const said = [...(size === undefined ? [] : [size]), ...(attitude ? [choiceName(attitudeShape, attitude)] : [])];
  return said.length ? { text: messages.said, data: { name, said } } : name;
}

/** What is to be said to an answer; `blocked`: it is not enough to go on. */
function remark(
  key: QuestionKey,
  typed: unknown,
  answers: Answers,
  catalog: Catalog,
  minimum: number,
): { readonly message: Message; readonly blocked: boolean } | undefined {
  const told = (name: keyof typeof messages, data: Data = {}, blocked = false) => ({
    message: { text: messages[name], data },
    blocked,
  });
  switch (key) {
    case 'title':
      return answers.title ? undefined : told('title', {}, true);
    case 'goLive':
      return answers.goLive || isBlank(typed) ? undefined : told('date', {}, true);
    case 'people': {
      const { owner, sponsor } = answers;
      const same = owner !== undefined && sponsor !== undefined && folded(owner) === folded(sponsor);
      return told(same ? 'same' : 'people', {
        owner: owner ?? messages.unknown,
        sponsor: sponsor ?? messages.unknown,
      });
    }
    case 'groups': {
      const { groups } = answers;
      if (groups.length === 0) return undefined;
      return told(groups.length === 1 ? 'group' : 'groups', { n: groups.length, groups: groups.map(understood) });
    }
    case 'strategies': {
      const covered = coveredBy(answers.strategies ?? [], catalog);
      const missing = leverIds.filter((lever) => !covered.includes(lever));
      const titles = alternatives(missing.map((lever) => leverInText(lever, catalog)));
      return covered.length < minimum ? told('few', { minimum, missing: titles }) : undefined;
    }
    default:
      return undefined;
  }
}

/** The question at a step, given the answers so far, including a partly typed one to this step. */
export function question(given: GivenAnswers, wanted: number, view: Context): Question {
  const { locale, today } = view;
  const step = typeof wanted === 'number' ? Math.min(Math.max(Math.trunc(wanted) || 0, 0), questionKeys.length - 1) : 0;
  const key = questionKeys[step] as QuestionKey;
  const typed = given[key];
  const asked = answersIn(given, today);
  const catalog = offered(asked, view.catalog);
  const proposals: Partial<Record<QuestionKey, () => string[]>> = {
    ai: () => [typed === 'unknown' ? 'unknown' : asked.ai ? 'yes' : 'no'],
    goLive: () => (isBlank(typed) ? [likeliestDay(view)] : []),
    strategies: () => prepick(asked, catalog, today),
  };
  const proposed = proposals[key]?.() ?? [];
  const answers: Answers = key === 'strategies' ? { ...asked, strategies: asked.strategies ?? proposed } : asked;
  const minimum = minimumLevers(view.settings);
  const found = remark(key, typed, answers, catalog, minimum);
  const n = coveredBy(answers.strategies ?? [], catalog).length;
  const { question: asking, hint, leaving, placeholder } = words[key];
  const plainly = say(asking, locale, { n });
  const asks = key === 'strategies' && n < minimum ? say(tooFew, locale, { question: plainly, minimum }) : plainly;
  const choices: Partial<Record<QuestionKey, () => Choice[]>> = {
    ai: () =>
      aiAnswers.map(({ value, label, description }) => ({
        value,
        label: say(label, locale),
        description: say(description, locale),
      })),
    goLive: () => dayChoices(typeof typed === 'string' ? typed : '', view),
    changes: () => changeChoices(answers.groups, locale),
    strategies: () => strategyChoices(proposed, catalog, locale),
  };
  return {
    key,
    kind: kinds[key] ?? 'text',
    step,
    steps: questionKeys.length,
    title: say(heading, locale, { question: asks }),
    prompt: [hint, leaving].flatMap((text) => (text ? say(text, locale) : [])).join(locale === 'en' ? ' ' : ''),
    placeholder: say(placeholder, locale),
    choices: choices[key]?.() ?? [],
    proposed,
    ...(found && { message: say(found.message.text, locale, found.message.data) }),
    blocked: found?.blocked ?? false,
    levers: key === 'strategies',
  };
}
