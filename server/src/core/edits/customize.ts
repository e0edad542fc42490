/** Edit: turns a catalog strategy into a custom one. */

import type { Fix } from '../diagnostics/rule.ts';
import { freeId, slug } from '../model/ids.ts';
import { idOf, ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import type { Edit } from '../text/edit.ts';
import { column, lineBreak } from '../text/lines.ts';
import { written } from './yamlEdit.ts';

/** How many strategies and milestones go by each id. */
const counts = ofPlan((plan): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const entry of [...plan.strategies, ...plan.list('milestones')]) {
    const id = idOf(entry)?.value;
    if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
});

/**
 * "Make this a custom strategy": `use` gives way to `id` and `title`. The id stays what others refer to; the title is
 * the strategy's own, else `title`. Undefined where `use` is not written as a plain pair.
 */
export function customize(plan: Plan, strategy: Strategy, title: string): Fix | undefined {
  const pair = strategy.pair('use');
  if (pair?.value.node.kind !== 'scalar') return undefined;
  const own = strategy.id?.value;
  const taken = { has: (word: string) => (counts(plan).get(word) ?? 0) > (word === own ? 1 : 0) };
  const id = strategy.word('id')?.value ?? freeId(slug(pair.value.node.value as string) || 'own-strategy', taken);
  const parts: string[] = [];
  if (strategy.state('id') === 'missing') parts.push(`id: ${id}`);
  if (strategy.state('title') === 'missing') parts.push(`title: ${written(title)}`);
  if (parts.length === 0) return undefined;
  const { text } = plan;
  const separator = strategy.at.node.flow ? ', ' : `${lineBreak(text)}${' '.repeat(column(text, pair.key.start))}`;
  const edit: Edit = { span: pair.span, text: parts.join(separator) };
  return { title: { text: { en: 'Make it a custom strategy', 'zh-CN': '改为自定义策略' } }, edits: [edit] };
}
