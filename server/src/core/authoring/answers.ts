/** Validates the answers from which a plan is drafted; unusable ones count as not given. */

import { speaksOfAi } from '../analysis/aboutAi.ts';
import { isPlaceholder } from '../model/personName.ts';
import { isDay } from '../text/day.ts';
import { aspectShape, type Group, groupsIn, type Impact, impactWords } from './groups.ts';
import { lineOf } from './lineOf.ts';

/** The questions, in their order. */
export const questionKeys = ['title', 'need', 'ai', 'goLive', 'people', 'groups', 'changes', 'strategies'] as const;

export type QuestionKey = (typeof questionKeys)[number];

/** What was asked before a plan is drafted; what is not there was not answered, or not so that it can be used. */
export interface Answers {
  readonly title?: string;
  readonly need?: string;
  /** The change is about AI. */
  readonly ai: boolean;
  /** `YYYY-MM-DD`. */
  readonly goLive?: string;
  readonly owner?: string;
  readonly sponsor?: string;
  /** The groups that the change touches, each once. */
  readonly groups: readonly Group[];
  /** Ids of strategies; undefined while nobody has chosen. */
  readonly strategies?: readonly string[];
}

/** Answers as they come over the wire: by the keys of their questions, and of no kind that could be relied on. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

/** So many years from today a go-live date may be: further away it is a slip of the pen. */
const mostYears = 50;

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** Who leads the change and who stands behind it, of names with a comma or semicolon in between; nobody where a word stands for nobody. */
function peopleIn(text: unknown): { readonly owner?: string; readonly sponsor?: string } {
  const line = lineOf(text);
  const between = /[;；]/.test(line) ? /[;；]/ : /[,，、]/;
  const at = line.search(between);
  const named = (part: string) => (isPlaceholder(part) ? undefined : part);
  const owner = named((at < 0 ? line : line.slice(0, at)).trim());
  const sponsor = named(at < 0 ? '' : line.slice(at + 1).trim());
  return { ...(owner && { owner }), ...(sponsor && { sponsor }) };
}

/** A tick of the question what changes for whom: a word for an impact or an aspect, and the name of the group. */
export function change(word: string, group: string): string {
  return `${word} ${group}`;
}

/** The groups with what was ticked for them; of several impacts the gravest. */
function changed(groups: readonly Group[], changes: readonly string[]): Group[] {
  return groups.map((group) => {
    const ticked = (word: string) => changes.includes(change(word, group.name));
    const impact: Impact | undefined = impactWords.find(ticked);
    return { ...group, ...(impact && { impact }), aspects: (aspectShape?.enum ?? []).filter(ticked) };
  });
}

/** Whether a day can be meant as a date of go-live. */
export function isNear(day: string, today: string): boolean {
  return isDay(day) && Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= mostYears;
}

/** What can be used of what was answered. */
export function answersIn(given: GivenAnswers, today: string): Answers {
  const [title, need, goLive] = [lineOf(given.title), lineOf(given.need), lineOf(given.goLive)];
  return {
    ...(title && { title }),
    ...(need && { need }),
    ai: given.ai === 'yes' || (given.ai === undefined && speaksOfAi(`${title} ${need}`)),
    ...(isNear(goLive, today) && { goLive }),
    ...peopleIn(given.people),
    groups: changed(groupsIn(given.groups), wordsOf(given.changes)),
    ...(Array.isArray(given.strategies) && { strategies: [...new Set(wordsOf(given.strategies))] }),
  };
}
