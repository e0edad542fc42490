/** A change of a plan from one version to the next, in the words of those who decide, and what a kind of change is. */
import type { Message, Text } from '../i18n/message.ts';
import type { Span } from '../text/span.ts';
import type { Comparison } from './comparison.ts';

/** How grave a change is: someone must say yes or no to it; good to know; neither. From the gravest on. */
export const levels = ['decide', 'note', 'quiet'] as const;
export type Level = (typeof levels)[number];

/** What the levels are called. */
export const levelWords: Readonly<Record<Level, Text>> = {
  decide: { en: 'To decide', 'zh-CN': '需要决定' },
  note: { en: 'Worth knowing', 'zh-CN': '值得了解' },
  quiet: { en: 'For completeness', 'zh-CN': '其他改动' },
};

/** What belongs to each level, the gravest first, in its own order; no level is empty. */
export function byLevel<T extends { readonly level: Level }>(
  all: readonly T[],
): readonly { readonly level: Level; readonly own: readonly T[] }[] {
  return levels
    .map((level) => ({ level, own: all.filter((one) => one.level === level) }))
    .filter(({ own }) => own.length > 0);
}

/** The gravest first, those of a level in their own order. */
export function gravestFirst<T extends { readonly level: Level }>(all: readonly T[]): readonly T[] {
  return byLevel(all).flatMap(({ own }) => own);
}

/** Said where nothing changed. */
export const sameWords: Text = {
  en: 'Nothing has changed: both versions say the same.',
  'zh-CN': '没有变化：两个版本内容一致。',
};

/** What a kind found. */
export interface Found {
  readonly text: Text;
  readonly data?: Message['data'];
  /** Where it is graver or less grave than its kind. */
  readonly level?: Level;
  /** Ids and values that tell it from others of its kind, in both versions the same whatever the words are. */
  readonly about: readonly (string | number | boolean | null | undefined)[];
  /** Where it stands in either version, in offsets of that text; undefined where it stands in the other alone. */
  readonly before?: Span | undefined;
  readonly after?: Span | undefined;
}

export interface Change {
  /** The id of its kind: `go-live-moved`. */
  readonly kind: string;
  readonly level: Level;
  readonly message: Message;
  /** The same for the same change, however it is said: made of the kind, ids and values. */
  readonly identity: string;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

/** What is said of a kind of change. */
export interface KindWords {
  readonly id: string;
  readonly level: Level;
  /** What it finds is all there is to say: later kinds are not asked. */
  readonly alone?: boolean;
  /** What it tells, in a sentence for its page. */
  readonly summary: Text;
  /** Why a reviewer wants to know. */
  readonly why: Text;
}

/** A kind of change. Kinds are asked in the order of their index, and each takes from the comparison what it tells. */
export interface ChangeKind extends KindWords {
  find(comparison: Comparison): Iterable<Found>;
}

/** What a kind found, as a change. */
export function changeOf(kind: KindWords, { text, data, level = kind.level, about, before, after }: Found): Change {
  const identity = JSON.stringify([kind.id, ...about]);
  return { kind: kind.id, level, message: { text, ...(data && { data }) }, identity, before, after };
}
