/** Resolves the names that people write for levers. */

import builtIn from '../../../../schemas/strategy-catalog.yaml';
import type { Text } from '../i18n/message.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import { distance } from '../text/spelling.ts';

/** What the built-in catalog says of the levers. */
const levers = builtIn.levers as readonly { readonly id: LeverId; readonly letter: string; readonly title: Text }[];

/** Other words for the levers, beside their titles in both languages. */
const others: Readonly<Record<LeverId, readonly string[]>> = {
  leadership: ['leader', 'leaders', '领导', '领导层'],
  ecosystem: ['eco system', 'eco-system', '生态', '人员系统'],
  values: ['value', '价值', '价值观念'],
  enablement: ['enable', 'enabling', 'training', '能力', '培训'],
  rewards: ['reward', 'incentives', '激励', '奖赏'],
  structure: ['structures', 'structural', '结构化', '组织结构'],
};

/** Candidate levers for a name: capitalised, Chinese, abbreviated, singular or misspelt; empty if none. `Value` → `values`. */
export function leverMeant(name: string): LeverId[] {
  const exact = leverIds.find((id) => id === name);
  if (exact) return [exact];
  const plain = name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^levers?[ -]+|(?<![ -])[ -]+levers?$/g, '');
  if (plain === '') return [];
  const found = levers.flatMap(({ id, title, letter }) => {
    const names = [id, title.en.toLowerCase(), title['zh-CN'], letter.toLowerCase(), ...others[id]];
    return names.includes(plain) || (plain.length >= 3 && /^[a-z]+$/.test(plain) && id.startsWith(plain)) ? [id] : [];
  });
  if (found.length || plain.length < 4) return found;
  return leverIds.filter((id) => distance(plain, id) <= 2);
}
