/** Whether a list at the top of a plan can be relied on. */
import { planShape } from '../schema/schema.ts';
import { isList, valueUnder } from '../syntax/tree.ts';
import { complete } from './declaredIds.ts';
import type { Plan } from './plan.ts';
import { isUncertain, misspelt } from './uncertain.ts';

/**
 * Whether all entries of a list are known, and of each what stands under these keys: nothing in the section is
 * misspelt, half typed or of another kind. A list that is not there is known to be empty.
 */
export function listKnown(plan: Plan, section: Parameters<Plan['list']>[0], keys: readonly string[]): boolean {
  const value = valueUnder(plan.root, section);
  const list =
    value === undefined || value.node.kind === 'list' || (value.node.kind === 'scalar' && value.node.value === null);
  const shape = planShape.key(section)?.items;
  return (
    list &&
    (!isList(value) || value.node.items.every(({ node }) => node.kind === 'map')) &&
    !(plan.root && misspelt(plan.root, section, planShape)) &&
    complete(plan, section, () => true) &&
    !plan.errors.some(({ kind, word }) => kind === 'repeated-key' && word === section) &&
    !plan.list(section).some((entry) => keys.some((key) => isUncertain(entry, key, shape)))
  );
}
