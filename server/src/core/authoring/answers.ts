/** Validates the answers from which a plan is drafted; unusable ones count as not given. */

import { isPlaceholder, saysNothing } from '../model/personName.ts';
import { shapeAt } from '../schema/schema.ts';
import { isDay } from '../text/day.ts';

/** What was asked before a plan is drafted; what is not there was not answered, or not so that it can be used. */
export interface Answers {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly goLive?: string;
  readonly sponsor?: string;
  readonly owner?: string;
  /** The names of the groups that are to work differently, each once. */
  readonly groups: readonly string[];
  /** Which sides of their work change, as the format names them. */
  readonly aspects: readonly string[];
  readonly need?: string;
  /** Ids of strategies; undefined while nobody has chosen. */
  readonly strategies?: readonly string[];
}

export type AnswerKey = keyof Answers;

/** Answers as they come over the wire: by their keys, and of no kind that could be relied on. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

/** At most so many groups are taken: a first draft with more is a list, not a plan. */
const mostGroups = 12;

/** So many years from today a go-live date may be: further away it is a slip of the pen. */
const mostYears = 50;

/** The sides of people's work that can change, in the order of the format. */
export const aspectShape = shapeAt(['stakeholders', 0, 'aspects', 0]);

/** One line without blanks around: what cannot be printed, and half a letter, is left out. */
function lineOf(value: unknown): string {
  return typeof value !== 'string'
    ? ''
    : value
        .replace(/[\s\p{Cc}\uFEFF]+/gu, ' ')
        .replace(/[\p{Cs}\p{Cn}\p{Co}\u202A-\u202E\u2066-\u2069]/gu, '')
        .trim();
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** The name of a person or role, or nothing where a text only says "nobody yet". */
export function nameIn(text: unknown): string | undefined {
  const line = lineOf(text);
  return isPlaceholder(line) ? undefined : line;
}

/** The names in a text that has commas, semicolons or Chinese punctuation between them. */
export function namesIn(text: unknown): string[] {
  const parts = (typeof text === 'string' ? text : '')
    .split(/[,;，；、\n]/)
    .map(lineOf)
    .filter((part) => !saysNothing(part));
  return [...new Set(parts)].slice(0, mostGroups);
}

/** Whether a day can be meant as a date of go-live. */
export function isNear(day: string, today: string): boolean {
  return isDay(day) && Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= mostYears;
}

/** What can be used of what was answered. */
export function answersIn(given: GivenAnswers, today: string): Answers {
  const [title, need] = [lineOf(given.title), lineOf(given.need)];
  const [sponsor, owner] = [nameIn(given.sponsor), nameIn(given.owner)];
  const goLive = lineOf(given.goLive);
  const aspects = new Set(wordsOf(given.aspects));
  return {
    ...(title && { title }),
    ...(isNear(goLive, today) && { goLive }),
    ...(sponsor && { sponsor }),
    ...(owner && { owner }),
    groups: namesIn(given.groups),
    aspects: (aspectShape?.enum ?? []).filter((aspect) => aspects.has(aspect)),
    ...(need && { need }),
    ...(Array.isArray(given.strategies) && { strategies: [...new Set(wordsOf(given.strategies))] }),
  };
}
