/** The same strategy twice for the same people. */
import { addPair } from '../edit.ts';
import { freeId } from '../customize.ts';
import { everyone, names } from '../names.ts';
import type { Plan, Strategy } from '../plan.ts';
import type { Rule } from '../rule.ts';
import { strategyTitle } from '../words.ts';

function overlap(a: Strategy, b: Strategy): boolean {
  const one = a.words('audience').map(({ value }) => value);
  const two = b.words('audience').map(({ value }) => value);
  if (one.length === 0 || two.length === 0) return true;
  return one.includes(everyone) || two.includes(everyone) || one.some((id) => two.includes(id));
}

/** For each strategy that repeats an earlier one: that earlier one. */
export function repeatedStrategies(plan: Plan): Map<Strategy, Strategy> {
  const seen = new Map<string, Strategy[]>();
  const repeated = new Map<Strategy, Strategy>();
  for (const strategy of plan.strategies) {
    const use = strategy.use?.value;
    if (use === undefined || strategy.cancelled) continue;
    const earlier = seen.get(use) ?? [];
    const own = (entry: Strategy) => entry.state('id') !== 'missing';
    const first = earlier.find((other) => overlap(other, strategy) || (!own(other) && !own(strategy)));
    if (first) repeated.set(strategy, first);
    seen.set(use, [...earlier, strategy]);
  }
  return repeated;
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
      en: 'Make one entry of the two. Waves by region or group are fine: give each its own `id` and its own audience.',
      'zh-CN': '请合并成一项。按地区或群体分批没有问题：为每一项写各自的 `id` 和受众。',
    },
    allow: {
      en: 'When the same people really go through it twice, a year apart, say.',
      'zh-CN': '确实要让同样的人经历两次时，例如相隔一年。',
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
          if (strategy.state('id') !== 'missing' || overlap(first, strategy)) return [];
          const id = freeId(`${strategy.use?.value}-2`, names(plan).strategy);
          return [
            {
              title: { text: { en: 'Give it its own id, `{id}`', 'zh-CN': '为它写自己的标识 `{id}`' }, data: { id } },
              edits: [addPair(plan, strategy.at, 'id', id, { after: 'use' })],
              preferred: true,
            },
          ];
        },
      };
    }
  },
};
