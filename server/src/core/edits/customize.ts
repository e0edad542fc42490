/** Turns a strategy of the catalog into one of the plan's own. */

import type { Edit, Fix } from '../diagnostics/rule.ts';
import { idOf, type Plan, type Strategy } from '../model/plan.ts';
import { column, lineBreak, written } from './yamlEdit.ts';

/** A text as an id: lower case, hyphens for all else; empty where nothing is left of it (Chinese, say). */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}

/** An id as a title: "Back office" for `back-office`; other texts as they are. */
export function titleOf(id: string): string {
  return slug(id) === id ? id.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()) : id;
}

/** `base`, or `base-2`, `base-3` …: the first that is not taken. */
export function freeId(base: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}

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
