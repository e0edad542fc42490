/** Arbitrary for typos: plans with mistakes, for properties that hold in whatever state a plan is. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../server/src/core/model/parse.ts';
import { cleanPlan } from './plan.ts';

/** Plans to be damaged. */
export const plans = [cleanPlan, ...readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'))];

/** The plans parsed: a plan with a typo is parsed incrementally from these. */
export const readings = new Map(plans.map((plan) => [plan, parse(plan)]));

/** A common mistake: matches of `pattern`, one of which is replaced by `instead` (`$&`: the match). */
export type Typo = readonly [pattern: RegExp, instead: string];

export const typos: readonly Typo[] = [
  [/owner: [^,\n}]+/g, 'owner: TBD'],
  [/owner: [^,\n}]+/g, 'owner:'],
  [/owner:/g, 'ownr:'],
  [/audience: \[/g, 'audience: [nobody, '],
  [/measures: \[/g, 'measures: [nothing, '],
  [/dependsOn: \[/g, 'dependsOn: [never, '],
  [/use: [a-z-]+/g, 'use: ai-adoption-dashboard'],
  [/use: [a-z-]+/g, 'use: live-demo'],
  [/use: [a-z-]+/g, '$& # why not'],
  [/\d{4}-\d{2}-\d{2}/g, '2027-02-30'],
  [/status: [a-z-]+/g, 'status: actve'],
  [/ {2}strategies:\n/g, '  strategies: []\n'],
  [/^stakeholders:\n/gm, 'stakeholder:\n'],
  [/^measures:\n/gm, 'x-measures:\n'],
  [/evidence:/g, 'x-evidence:'],
  [/ (baseline|target): \d+,/g, ''],
  [/kind: (adoption|outcome|proficiency|sentiment)/g, 'kind: activity'],
  [/\{ use: super-users/g, '{ id: helpers, title: Recruit super user'],
  [/ measures: \[.*?\]/g, ''],
  [/status: (planned|in-progress|done)/g, 'status: cancelled'],
  [/: /g, '：'],
  [/: /g, ':'],
  [/\n {4}/g, '\n\t\t'],
  [/\n {4}(?=\w)/g, '\n  '],
  [/\n {2}(?=\w)/g, '\n    '],
  [/- /g, '• '],
  [/- /g, '-'],
  [/: (?=[A-Z])/g, ': @'],
  [/: (?=[A-Z])/g, ': We are #1: '],
  [/\d{4}-(\d\d)-(\d\d)/g, '3/4/2027'],
  [/^( *)([a-z]+): .*$/gm, '<<<<<<< a\n$&\n=======\n$&\n>>>>>>> b'],
  [/\n/g, ' # note\n'],
];

/** Arbitrary for one of `list` at a random match, for `withTypo`. */
export function anyTypo(list: readonly Typo[]) {
  return fc.record({ typo: fc.constantFrom(...list), at: fc.double({ min: 0, max: 0.999, noNaN: true }) });
}

/** A text with one typo; the text itself where the pattern does not match. */
export function withTypo(text: string, { typo: [pattern, instead], at }: { typo: Typo; at: number }): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[Math.floor(at * matches.length)];
  return match
    ? text.slice(0, match.index) + instead.replaceAll('$&', match[0]) + text.slice(match.index + match[0].length)
    : text;
}

/** The comments of a text, sorted. */
export const comments = (text: string) =>
  (text.match(/(?<=^|\s)# [^\n]*/gm) ?? []).map((comment) => comment.trim()).sort();
