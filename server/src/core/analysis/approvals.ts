/** Where approvals of a plan stand. */
import { type Entry, remembered } from '../model/entry.ts';
import { folded } from '../model/personName.ts';
import { ofPlan, type Plan } from '../model/plan.ts';
import { plainUnder } from '../syntax/tree.ts';

/** An approval that is still to be given: no answer yet, a no, or a yes to an earlier revision of the plan. */
export type OpenApproval = 'pending' | 'rejected' | 'older';

/** The text under a key, of a number its digits; '' where it says nothing. */
function plain(entry: Entry | undefined, key: string): string {
  return String((entry && plainUnder(entry.at, key)) ?? '').trim();
}

/** Whether a revision comes, or may come, before another one: `4` before `5`, `2.9` before `2.10`. */
function isBefore(revision: string, other: string): boolean {
  if (revision === '' || other === '' || revision === other) return false;
  return revision.localeCompare(other, 'en', { numeric: true }) < 0;
}

function state(plan: Plan, approval: Entry): OpenApproval | 'approved' | undefined {
  const status = approval.text('status');
  if (status === 'pending' || status === 'rejected') return status;
  if (status !== 'approved') return undefined;
  return isBefore(plain(approval, 'revision'), plain(plan.head, 'revision')) ? 'older' : 'approved';
}

/** Whose approval it is: the same person in the same role. */
const whose = remembered((approval): string =>
  JSON.stringify([folded(plain(approval, 'role')), folded(plain(approval, 'name'))]),
);

/** The day of the last approval that holds, '' where it has none, by whose it is. */
const held = ofPlan((plan): ReadonlyMap<string, string> => {
  const days = new Map<string, string>();
  for (const approval of plan.list('approvals')) {
    if (state(plan, approval) !== 'approved') continue;
    const [key, day] = [whose(approval), approval.date('on') ?? ''];
    if (day >= (days.get(key) ?? '')) days.set(key, day);
  }
  return days;
});

/** How an approval is open; undefined where it holds, where a later one of the same person does, or where it says nothing. */
export function openApproval(plan: Plan, approval: Entry): OpenApproval | undefined {
  const found = state(plan, approval);
  if (found === undefined || found === 'approved') return undefined;
  const later = held(plan).get(whose(approval));
  return later !== undefined && later >= (approval.date('on') ?? '') ? undefined : found;
}
