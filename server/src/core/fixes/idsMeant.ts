/** A text in place of a list of ids: the ids that were meant. */

import type { Fix } from '../diagnostics/rule.ts';
import { names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { slug } from '../model/ids.ts';
import { folded } from '../model/personName.ts';
import { Plan } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import type { RefKind, Shape } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { nearest } from '../text/spelling.ts';

/** What people put between two names. */
const between =
  /(?:(?<!\s)\s+)?[,，、;；/|+&\r\n]\s*|(?<!\s)\s+(?:and|or|und|et)\s+|(?:(?<!\s)\s+)?(?:以及|和|与|及|或)\s*/i;

/** The word for "all of them" that a text means at a place: `ALL` and `everyone` for `all`. */
export function everyMeant(shape: Shape, text: string): string | undefined {
  const plain = folded(text);
  return shape.also.find((word) => word === plain || shape.words?.get(word)?.includes(plain));
}

/** The ids of a plan that something of these kinds has, and what has them. */
function declared(plan: Plan, kinds: readonly RefKind[]): { ids: ReadonlySet<string>; entries: readonly Entry[] } {
  const byKind: Partial<Record<RefKind, ReadonlyMap<string, unknown>>> = names(plan);
  const lists: Partial<Record<RefKind, string>> = {
    stakeholder: 'stakeholders',
    measure: 'measures',
    risk: 'risks',
    milestone: 'milestones',
  };
  const entries = kinds.flatMap((kind) => {
    const list = lists[kind];
    return kind === 'strategy' ? plan.strategies : list ? plan.list(list as 'measures') : [];
  });
  return { ids: new Set(kinds.flatMap((kind) => [...(byKind[kind]?.keys() ?? [])])), entries };
}

/** The ids in a text in place of a list. */
export interface IdsMeant {
  readonly ids: readonly string[];
  /** Each is written as it must be. */
  readonly exact: boolean;
  /** The parts that are no id here, nor like one. */
  readonly unknown: readonly string[];
}

/** The ids that a text names; `shape` is that of the list. Undefined where ids of a plan are not what belongs there. */
export function idsMeant(reading: Reading, shape: Shape, text: string): IdsMeant | undefined {
  const refs = shape.items?.refs ?? [];
  if (refs.length === 0 || !(reading instanceof Plan)) return undefined;
  const { ids, entries } = declared(reading, refs);
  const called = (part: string) =>
    entries
      .find((entry) => ['name', 'title'].some((key) => folded(entry.text(key) ?? '') === folded(part)))
      ?.text('id');
  const idOf = (part: string) => {
    if (ids.has(part)) return part;
    const name = called(part);
    return name ?? [slug(part), ...nearest(part, ids, 1)].find((id) => ids.has(id));
  };
  const parts = idOf(text.trim()) === undefined ? text.split(between).filter(Boolean) : [text.trim()];
  const found = parts.map(idOf);
  return {
    ids: [...new Set(found.flatMap((id) => id ?? []))],
    exact: parts.every((part) => ids.has(part)) && new Set(parts).size === parts.length,
    unknown: parts.filter((_, index) => found[index] === undefined),
  };
}

/** The list of the ids that were meant, as a fix; none where one of them is not known. */
export function asListOfIds({ ids, exact, unknown }: IdsMeant, span: Span): Fix[] {
  if (unknown.length > 0 || ids.length === 0) return [];
  const title = { text: { en: 'Make it a list', 'zh-CN': '改成列表' } };
  return [{ title, edits: [{ span, text: `[${ids.join(', ')}]` }], preferred: true, ...(exact && { safe: true }) }];
}
