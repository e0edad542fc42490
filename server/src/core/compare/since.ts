/** What the picture of a plan shows of the version with which it is compared. */
import type { Value } from '../i18n/message.ts';
import type { Entry } from '../model/entry.ts';
import type { Since } from '../overview/picture/since.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';
import { summaryOf } from './summary.ts';
import type { ThingKind } from './thing.ts';

/** What a picture names; the rest is told in sentences. */
const named: ReadonlySet<ThingKind> = new Set([
  'strategy',
  'stakeholder',
  'measure',
  'risk',
  'milestone',
  'decision',
  'approval',
]);

/**
 * The version before of a comparison (called `name`), seen from the next; `changes`: all that were found. Of what cannot be
 * read in one of them nothing is said.
 */
export function since(comparison: Comparison, changes: readonly Change[], name = ''): Since {
  const was = new Map<Entry, Entry>();
  const added = new Map<Entry, Value>();
  const gone = new Map<Entry, Value>();
  for (const thing of comparison.things) {
    if (thing.before && thing.after) was.set(thing.after, thing.before);
    else if (!named.has(thing.kind)) continue;
    else if (thing.after) added.set(thing.after, comparison.called(thing));
    else if (thing.before) gone.set(thing.before, comparison.called(thing));
  }
  return { plan: comparison.before.plan, name, summary: summaryOf(changes), was, added, gone };
}
