/** Edit: turns a catalog strategy into a custom one. */

import type { Fix } from '../diagnostics/rule.ts';
import { freeId, slug } from '../model/ids.ts';
import { idOf, type Plan, type Strategy } from '../model/plan.ts';
import type { Edit } from '../text/edit.ts';
import { column, lineBreak } from '../text/lines.ts';
import { written } from './yamlEdit.ts';

/**
 * "Make this a custom strategy": `use` gives way to `id` and `title`. The id stays what others refer to; the title is
 * the strategy's own, else `title`. Undefined where `use` is not written as a plain pair.
 */
export function customize(plan: Plan, strategy: Strategy, title: string): Fix | undefined {
  const pair = strategy.pair('use');
  if (pair?.value.node.kind !== 'scalar') return undefined;
  const others = plan.strategies.filter((other) => other.at.start !== strategy.at.start);
  const entries = [...others, ...plan.list('milestones')];
  const taken = new Set(entries.flatMap((entry) => idOf(entry)?.value ?? []));
  const id = strategy.word('id')?.value ?? freeId(slug(pair.value.node.value as string) || 'own-strategy', taken);
  const parts: string[] = [];
  if (strategy.state('id') === 'missing') parts.push(`id: ${id}`);
  if (strategy.state('title') === 'missing') parts.push(`title: ${written(title)}`);
  if (parts.length === 0) return undefined;
  const { text } = plan;
  const separator = strategy.at.node.flow ? ', ' : `${lineBreak(text)}${' '.repeat(column(text, pair.key.start))}`;
  const edit: Edit = { span: pair.span, text: parts.join(separator) };
  return { title: { text: { en: 'Make it a strategy of your own', 'zh-CN': '改为自定义策略' } }, edits: [edit] };
}
