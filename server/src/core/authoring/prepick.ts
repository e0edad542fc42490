/** Preselects strategies for a new plan: for each lever but Rewards one that prepares the change, and one that goes on after it. */

import { bestFirst } from '../fixes/suggest.ts';
import type { Catalog } from '../model/catalog.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import type { Answers } from './answers.ts';

/** Ids in the order in which they are proposed: the first that is offered is taken. */
const usual: Readonly<Record<LeverId, { readonly before: readonly string[]; readonly after: readonly string[] }>> = {
  leadership: { before: ['transparent-communication'], after: ['two-way-feedback-channels'] },
  ecosystem: { before: ['stakeholder-assessment', 'who-is-touched'], after: ['team-contacts'] },
  values: {
    before: ['ai-purpose-value', 'why-for-each-group'],
    after: ['hands-on-ai-experiences', 'results-in-own-words'],
  },
  enablement: { before: ['training-strategy'], after: ['super-users'] },
  rewards: { before: [], after: ['leadership-recognition-program'] },
  structure: { before: ['ai-governance', 'policy-updates'], after: ['ai-feedback-loop'] },
};

/** What helps in particular where a side of people's work changes. */
const helpful: Readonly<Record<string, readonly string[]>> = {
  processes: ['policy-updates', 'process-automation'],
  systems: ['policy-updates', 'process-automation'],
  tools: ['live-demos'],
  'job-roles': ['org-structure-impact'],
  reporting: ['org-structure-impact'],
  location: ['trial-visits', 'first-days-help'],
};

/** Not left out for what helps in particular: who is touched, and the rules for AI. */
const needed: readonly string[] = ['stakeholder-assessment', 'who-is-touched', 'ai-governance'];

/** Where pay or the judging of work changes, Rewards belong to the plan from the beginning. */
const rewarding: readonly string[] = ['performance-reviews', 'pay'];

/**
 * Ids of strategies in the order of the levers; `catalog` is what is offered (`offered`). Rewards only where pay or
 * reviews change: in moderation, and never first (docs/domain.md 1.4). After go-live only what goes on is proposed.
 */
export function prepick({ goLive, groups }: Answers, catalog: Catalog, today: string): string[] {
  const past = goLive !== undefined && goLive <= today;
  const aspects = new Set(groups.flatMap((group) => group.aspects));
  const helps = new Set([...aspects].flatMap((aspect) => helpful[aspect] ?? []));
  return leverIds.flatMap((lever) => {
    if (lever === 'rewards' && !rewarding.some((aspect) => aspects.has(aspect))) return [];
    const under = catalog.under(lever);
    const first = (ids: readonly string[]) => ids.filter((id) => under.some((one) => one.id === id)).slice(0, 1);
    const { before, after } = usual[lever];
    const helping = under.filter(({ id, phase }) => helps.has(id) && !(past && phase === 'prepare'));
    const prepares = helping.some(({ phase }) => phase === 'prepare');
    const goesOn = helping.some(({ phase }) => phase !== 'prepare');
    const chosen = [
      ...(past ? [] : first(before).filter((id) => !prepares || needed.includes(id))),
      ...helping.map(({ id }) => id),
      ...(goesOn ? [] : first(after)),
    ];
    const [any] = bestFirst(lever, past ? 'sustain' : 'prepare', catalog);
    return chosen.length ? [...new Set(chosen)] : any ? [any.id] : [];
  });
}
