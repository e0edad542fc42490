/** Documentation of what an id refers to, for hovers and hints. */
import { entryNamed } from '../../core/model/declaredIds.ts';
import type { Plan } from '../../core/model/plan.ts';
import type { RefKind } from '../../core/schema/schema.ts';
import { type At, valueUnder } from '../../core/syntax/tree.ts';
import { scalarText } from '../symbols/entries.ts';
import type { View } from '../view.ts';
import { escaped, strategyMarkup } from './markup.ts';

/** For each kind of entry, the key of its title, and the keys to show. */
const shown: Readonly<
  Record<Exclude<RefKind, 'catalog'>, { readonly title: string; readonly facts: readonly string[] }>
> = {
  stakeholder: { title: 'name', facts: ['kind', 'size', 'impact', 'influence', 'attitude'] },
  measure: { title: 'title', facts: ['kind', 'unit', 'baseline', 'target', 'by', 'owner'] },
  milestone: { title: 'title', facts: ['date', 'kind'] },
  risk: { title: 'title', facts: ['kind', 'likelihood', 'impact', 'status', 'owner'] },
  strategy: { title: 'title', facts: ['owner', 'start', 'due', 'status'] },
};

/** An entry: its title and facts. */
function entryMarkup(entry: At, kind: keyof typeof shown): string {
  const { title, facts } = shown[kind];
  const lines = facts.flatMap((key) => {
    const text = scalarText(valueUnder(entry, key));
    return text === '' ? [] : `- \`${key}\`: ${escaped(text)}`;
  });
  const called = scalarText(valueUnder(entry, title));
  return [called && `**${escaped(called)}**`, lines.join('\n')].filter(Boolean).join('\n\n');
}

/**
 * What an id of one of several kinds refers to, as Markdown; undefined if it leads nowhere. `full` adds the
 * deliverables, indicators and look-alikes of a strategy of the catalog.
 */
export function referenceMarkup(
  plan: Plan | undefined,
  id: string,
  kinds: readonly RefKind[],
  view: View,
  full: boolean,
): string | undefined {
  for (const kind of kinds) {
    if (kind === 'catalog') {
      const strategy = view.catalog.strategy(id);
      if (strategy) return strategyMarkup(strategy, view.catalog, view.locale, full);
      continue;
    }
    const entry = plan && entryNamed(plan, kind, id);
    if (!entry) continue;
    const used = kind === 'strategy' ? view.catalog.strategy(scalarText(valueUnder(entry, 'use'))) : undefined;
    const parts = [used && strategyMarkup(used, view.catalog, view.locale, false), entryMarkup(entry, kind)];
    return parts.filter(Boolean).join('\n\n');
  }
  return undefined;
}
