/** What was concluded from a text and still holds after an edit, because nothing was asked for it that has another answer now. */
import { Entry, keyQueries } from './plan.ts';
import { affectedBy, type Query } from './queries.ts';
import type { Reading } from './reading.ts';
import { follow, isMap, type Step } from './tree.ts';

/** Sections, and lists of entries, that are only ever asked as `Entry` of that kind. */
const sections = new Set<Step | undefined>(['plan', 'purpose', 'sustainment']);
const lists = new Set<Step | undefined>([
  'stakeholders',
  'strategies',
  'activities',
  'deliverables',
  'measures',
  'risks',
  'milestones',
  'decisions',
  'approvals',
]);

/** What kind of entry stands at the end of a way, if one does. */
function kindOf(way: readonly Step[]): string | undefined {
  const kind = typeof way.at(-1) === 'number' ? way.at(-2) : way[0];
  const isEntry = way.length === 1 ? sections.has(kind) : typeof way.at(-1) === 'number' && lists.has(kind);
  return isEntry ? String(kind) : undefined;
}

/** The queries that may have another answer in `after`, whose only other text stands at the end of `way`; undefined where any may. */
function changedQueries(before: Reading, after: Reading, way: readonly Step[]): Set<Query> | undefined {
  // One text of a list belongs to the key of the list.
  const last = typeof way.at(-1) === 'number' ? way.slice(0, -1) : way;
  const key = last.at(-1);
  const kind = kindOf(last.slice(0, -1));
  if (kind === undefined || typeof key !== 'string') return undefined;
  const changed = new Set(keyQueries(kind, key));
  let [old, now] = [before.root, after.root];
  for (const step of last.slice(0, -1)) {
    [old, now] = [follow(old, [step]), follow(now, [step])];
    if (!isMap(old) || !isMap(now)) continue;
    for (const query of new Entry(old).answeredOtherwise(new Entry(now))) changed.add(query);
  }
  return changed;
}

/** Takes over from the version before what cannot have changed. `way` leads to the only text that did; `same`: none did. */
export function inherit(after: Reading, before: Reading, way: readonly Step[] | 'same'): void {
  const changed = way === 'same' ? new Set<Query>() : changedQueries(before, after, way);
  if (!changed) return;
  const affected = affectedBy(changed);
  for (const [query, conclusion] of before.conclusions) {
    if (!affected(query)) after.conclusions.set(query, conclusion);
  }
}
