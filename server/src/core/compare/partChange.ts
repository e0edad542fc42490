/** Sections that are new or gone as a whole: one kind of change each, told alike. */
import type { Text } from '../i18n/message.ts';
import type { ChangeKind } from './change.ts';
import { ofThing } from './row.ts';
import { thingWords } from './words.ts';

/** The kind for sections that one version alone has; `how`: as `Comparison` gives them, `text`: with `{section}`. */
export function partChange(how: 'added' | 'removed', text: Text, kind: Omit<ChangeKind, 'find'>): ChangeKind {
  return {
    ...kind,
    *find(comparison) {
      // All other things have a kind of their own.
      for (const section of ['purpose', 'sustainment'] as const) {
        for (const thing of comparison[how](section)) yield ofThing(thing, how, text, { section: thingWords[section] });
      }
    },
  };
}
