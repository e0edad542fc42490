/** The same strategy twice for the same people. */

import { strategyTitle } from '../analysis/labels.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { addPair, addToList, hasComment, type ItemText, removeItem, replaceWord, written } from '../edits/yamlEdit.ts';
import { everyone, names } from '../model/declaredIds.ts';
import { remembered } from '../model/entry.ts';
import { freeId } from '../model/ids.ts';
import { ofPlan, type Plan, type Strategy, strategySays, type WorkTime } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { indexOfItem, isList, pairsOf, toData } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';

function overlap(a: Strategy, b: Strategy): boolean {
  const one = a.words('audience').map(({ value }) => value);
  const two = b.words('audience').map(({ value }) => value);
  if (one.length === 0 || two.length === 0) return true;
  return one.includes(everyone) || two.includes(everyone) || one.some((id) => two.includes(id));
}

/**
 * Of the strategies with one `use` so far: the first at all, to everyone, without an id of its own, and to each group;
 * and the days between which all of them go on, '' where one of them has no such day.
 */
interface Earlier {
  from: string;
  until: string;
  any: number;
  wide: number;
  nameless: number;
  readonly groups: Map<string, number>;
}

/** For each strategy that repeats earlier ones (docs/domain.md 4.2): the first of those. */
export const repeatedStrategies = ofPlan((plan): ReadonlyMap<Strategy, Strategy> => findRepeated(plan.strategies));

/** Whether a strategy goes on before or after all earlier ones: a second round for the same people. */
function isAnotherRound({ start, due }: WorkTime, { from, until }: Earlier): boolean {
  return (start !== undefined && until !== '' && start > until) || (due !== undefined && due < from);
}

const isNameless = remembered((strategy) => strategy.state('id') === 'missing');

/** One word for each group that a strategy is for, and one where its `use` is its id; none where it may be the double of another in another way. */
const claims = remembered((strategy): readonly string[] | null => {
  const { use, audience: groups } = strategySays(strategy);
  if (use === undefined) return [];
  if (groups.length === 0 || groups.includes(everyone)) return null;
  const own = [...new Set(groups)].map((group) => `${use} ${group}`);
  return isNameless(strategy) ? [use, ...own] : own;
});

/** Whether no strategy can repeat another: the usual case, found out fast. */
function allDiffer(strategies: readonly Strategy[]): boolean {
  const taken = new Set<string>();
  for (const strategy of strategies) {
    if (strategy.cancelled) continue;
    const own = claims(strategy);
    if (own === null) return false;
    for (const claim of own) {
      if (taken.has(claim)) return false;
      taken.add(claim);
    }
  }
  return true;
}

function findRepeated(strategies: readonly Strategy[]): Map<Strategy, Strategy> {
  if (allDiffer(strategies)) return new Map();
  const none = Number.POSITIVE_INFINITY;
  const nothing = { from: '9999-12-31', until: '0000-01-01', any: none, wide: none, nameless: none };
  const seen = new Map<string, Earlier>();
  const repeated = new Map<Strategy, Strategy>();
  for (let index = 0; index < strategies.length; index++) {
    const strategy = strategies[index] as Strategy;
    const { use, audience: groups } = strategy.says;
    if (use === undefined || strategy.cancelled) continue;
    const earlier = seen.get(use) ?? { ...nothing, groups: new Map<string, number>() };
    seen.set(use, earlier);
    const wide = groups.length === 0 || groups.includes(everyone);
    const nameless = isNameless(strategy);
    let first = Math.min(wide ? earlier.any : earlier.wide, nameless ? earlier.nameless : none);
    for (const group of groups) first = Math.min(first, earlier.groups.get(group) ?? none);
    const { time } = strategy;
    if (first !== none && ((nameless && earlier.nameless !== none) || !isAnotherRound(time, earlier))) {
      repeated.set(strategy, strategies[first] as Strategy);
    }
    if (time.start === undefined || time.start < earlier.from) earlier.from = time.start ?? '';
    if (time.due === undefined) earlier.until = '';
    else if (earlier.until !== '' && time.due > earlier.until) earlier.until = time.due;
    earlier.any = Math.min(earlier.any, index);
    if (wide) earlier.wide = Math.min(earlier.wide, index);
    if (nameless) earlier.nameless = Math.min(earlier.nameless, index);
    for (const group of groups) if (!earlier.groups.has(group)) earlier.groups.set(group, index);
  }
  return repeated;
}

const wordText = (word: string): ItemText => ({ lines: [written(word)], inline: written(word) });

/** The keys that a merge joins; of all others both must say the same. */
const joined: ReadonlySet<string> = new Set(['audience', 'start', 'due']);

/** What a strategy says under a key, with what it means to say nothing there. */
function saying(strategy: Strategy, key: string): string {
  const value = strategy.value(key);
  return JSON.stringify((value && toData(value)) ?? (key === 'status' ? 'planned' : null));
}

/** Whether nothing that is written in `second` would be lost if only its groups and dates went over to `first`. */
function nothingLost(plan: Plan, first: Strategy, second: Strategy): boolean {
  if (first.lever.key.start !== second.lever.key.start || first.id?.value !== second.id?.value) return false;
  if (isIncomplete(plan, first) || isIncomplete(plan, second)) return false;
  const [ones, twos] = [first, second].map(({ at }) => pairsOf(at).map(({ name }) => name)) as [string[], string[]];
  if (new Set(twos).size < twos.length) return false;
  const keys = new Set([...ones, ...twos]);
  return [...keys].every((key) => {
    if (key === 'audience')
      return !isUncertain(first, key, shapes.strategy) && !isUncertain(second, key, shapes.strategy);
    if (joined.has(key)) return [first, second].every((one) => one.state(key) === 'missing' || one.day(key));
    return second.state(key) === 'missing' || saying(first, key) === saying(second, key);
  });
}

/** Makes one strategy of two: all groups, the earliest start, the latest due date. Undefined where anything would be lost. */
function merge(plan: Plan, first: Strategy, second: Strategy): Edit[] | undefined {
  const list = second.lever.pair('strategies')?.value;
  const index = indexOfItem(list, second.at.start);
  const removal = isList(list) && index >= 0 ? removeItem(plan, list, index) : undefined;
  if (!removal || hasComment(plan, removal.span) || !nothingLost(plan, first, second)) return undefined;
  const edits: Edit[] = [removal];
  const known = new Set(first.words('audience').map(({ value }) => value));
  const groups = [...new Set(second.words('audience').map(({ value }) => value))].filter((group) => !known.has(group));
  if (groups.length && !known.has(everyone)) {
    const added = addToList(plan, first.at, 'audience', groups.map(wordText), 'owner');
    if (!added) return undefined;
    edits.push(...added);
  }
  for (const key of ['start', 'due']) {
    const [one, two] = [first.day(key), second.day(key)];
    if (!two || (one && (key === 'start' ? one.value <= two.value : one.value >= two.value))) continue;
    const after = ['start', 'audience', 'owner', 'use'].find((name) => name !== key && first.pair(name));
    edits.push(one ? replaceWord(plan, one, two.value) : addPair(plan, first.at, key, two.value, { after }));
  }
  return edits;
}

function mergeFix(plan: Plan, first: Strategy, second: Strategy): Fix[] {
  const edits = merge(plan, first, second);
  const title = {
    en: 'Merge the two: all groups, the earliest start, the latest due date',
    'zh-CN': '合并两项：受众相加，取最早的开始和最晚的截止日期',
  };
  return edits ? [{ title: { text: title }, edits }] : [];
}

export const rule: Rule = {
  code: 'duplicate-strategy',
  severity: 'warning',
  structural: true,
  summary: {
    en: 'The same strategy stands in the plan twice for the same people.',
    'zh-CN': '同一项策略对同样的人写了两次。',
  },
  doc: {
    why: {
      en: 'Two entries of one strategy for the same people split the responsibility and make the plan look fuller than it is.',
      'zh-CN': '同一项策略对同样的人写两次，会分散责任，也让计划看起来比实际充实。',
    },
    fix: {
      en: 'Make one entry of the two. Waves by region or group are fine: give each its own `id` and its own audience. So is a second round for the same people: give each its own `id`, and dates that do not overlap.',
      'zh-CN':
        '请合并成一项。按地区或群体分批没有问题：为每一项写各自的 `id` 和受众。对同样的人再做一轮也可以：为每一项写各自的 `id`，日期不要重叠。',
    },
    allow: {
      en: 'When the same people really go through it twice at the same time.',
      'zh-CN': '确实要让同样的人同时经历两次时。',
    },
  },
  *check(plan, { catalog }) {
    for (const [strategy, first] of repeatedStrategies(plan)) {
      yield {
        span: strategy.place,
        text: {
          en: '“{title}” is already in the plan for these people. Make one of the two, or give this one its own `id` and audience.',
          'zh-CN': '计划中已有面向这些人的“{title}”。请合并，或为这一项写各自的 `id` 和受众。',
        },
        data: { title: strategyTitle(strategy, catalog) },
        related: [{ span: first.place, message: { text: { en: 'The first one.', 'zh-CN': '第一个在这里。' } } }],
        fixes: () => {
          const merged = mergeFix(plan, first, strategy);
          if (strategy.state('id') !== 'missing' || overlap(first, strategy)) return merged;
          const id = freeId(strategy.use?.value ?? 'strategy', names(plan).strategy);
          return [
            {
              title: { text: { en: 'Give it its own id, `{id}`', 'zh-CN': '为它写自己的标识 `{id}`' }, data: { id } },
              edits: [addPair(plan, strategy.at, 'id', id, { after: 'use' })],
              preferred: true,
            },
            ...merged,
          ];
        },
      };
    }
  },
};
