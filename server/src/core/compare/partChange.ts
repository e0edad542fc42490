/** Parts that are new or gone and that no other kind tells: one kind of change each, told alike. */
import type { Text } from '../i18n/message.ts';
import type { ChangeKind } from './change.ts';
import { placeOf } from './thing.ts';
import { aboutOf, thingWords } from './words.ts';

/** What is said of a section as a whole, and of any other part. */
interface PartWords {
  readonly section: Text;
  readonly part: Text;
}

/** The kind for parts that one version alone has; `how`: as `Comparison` gives them. */
export function partChange(
  how: 'added' | 'removed',
  words: PartWords,
  kind: Omit<ChangeKind, 'level' | 'find'>,
): ChangeKind {
  return {
    ...kind,
    level: 'note',
    *find(comparison) {
      // All other things have a kind of their own.
      for (const kind of ['purpose', 'sustainment', 'activity'] as const) {
        for (const thing of comparison[how](kind)) {
          const isSection = kind !== 'activity';
          yield {
            text: isSection ? words.section : words.part,
            data: isSection
              ? { section: thingWords[kind] }
              : { kind: thingWords[kind], thing: comparison.called(thing) },
            about: aboutOf(thing),
            before: placeOf(thing.before),
            after: placeOf(thing.after),
          };
        }
      }
    },
  };
}
