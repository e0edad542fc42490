/** Reads the groups that a change touches out of one line: `Agents (120, skeptical), Team leads (8)`. */

import { saysNothing } from '../model/personName.ts';
import { choicesMeant } from '../schema/choices.ts';
import type { StakeholderAttitude } from '../schema/format.gen.ts';
import { type Shape, shapeAt } from '../schema/schema.ts';
import { lineOf } from './lineOf.ts';

/** How much changes for a group, the gravest first. */
export const impactWords = ['high', 'medium', 'low'] as const;

export type Impact = (typeof impactWords)[number];

/** A group that a change touches, and what was said of it. */
export interface Group {
  readonly name: string;
  /** How many people. */
  readonly size?: number;
  readonly attitude?: StakeholderAttitude;
  readonly impact?: Impact;
  /** Which sides of their work change, as the format names them. */
  readonly aspects: readonly string[];
}

/** At most so many groups are taken: a first draft with more is a list, not a plan. */
const mostGroups = 12;

/** The sides of people's work that can change, in the order of the format. */
export const aspectShape = shapeAt(['stakeholders', 0, 'aspects', 0]);

/** How a group sees a change. */
export const attitudeShape = shapeAt(['stakeholders', 0, 'attitude']) as Shape;

/** A number of people: `120`, `about 1,200 people`, 约 30 人. */
const people = /^(?:about |ca\.? ?|~|约)?(\d{1,3}(?:[,.]\d{3})+|\d{1,7}) ?(?:people|persons|staff|人|名|位)?$/iu;

/** What stands between commas, semicolons, Chinese punctuation and line breaks, other than those in brackets. */
const part = /(?:[^,;，；、\n(（]|[(（][^()（）]*[)）]|[(（])+/gu;

/** What stands in brackets after a name says of a group. */
function saidOf(name: string): Omit<Group, 'aspects'> {
  const opens = Math.max(name.lastIndexOf('('), name.lastIndexOf('（'));
  const bare = name.slice(0, Math.max(opens, 0)).trim();
  const inside = name.slice(opens + 1, -1);
  if (bare === '' || !/[)）]$/.test(name) || /[)）]/.test(inside)) return { name };
  const parts = inside.split(/[;；，、]|,(?!\d{3})/).map((one) => one.trim());
  let said: Omit<Group, 'aspects'> = { name: bare };
  for (const one of parts) {
    const [, number] = people.exec(one) ?? [];
    const [attitude, ...others] = choicesMeant(attitudeShape, one);
    if (number && said.size === undefined) said = { ...said, size: Number(number.replace(/[,.]/g, '')) };
    else if (attitude && others.length === 0 && said.attitude === undefined)
      said = { ...said, attitude: attitude as StakeholderAttitude };
    // A word that says neither belongs to the name.
    else return { name };
  }
  return said;
}

/** The groups in a text that has commas, semicolons or Chinese punctuation between them, each name once; none for what is no text. */
export function groupsIn(text: unknown): Group[] {
  const groups = new Map<string, Group>();
  for (const [words] of (typeof text === 'string' ? text : '').matchAll(part)) {
    const line = lineOf(words);
    if (saysNothing(line)) continue;
    const said = saidOf(line);
    if (!groups.has(said.name)) groups.set(said.name, { ...said, aspects: [] });
  }
  return [...groups.values()].slice(0, mostGroups);
}
