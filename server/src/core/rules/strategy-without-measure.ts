/** A strategy of which nobody will be able to say whether it works. */

import { strategyTitle } from '../analysis/labels.ts';
import { surelyActive } from '../analysis/liveStrategies.ts';
import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { addMeasures, linkMeasures, suggestedMeasures } from '../fixes/measures.ts';
import type { Text } from '../i18n/message.ts';
import { firstOf, quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import { complete, names } from '../model/declaredIds.ts';
import { remembered } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';

/** At most so many strategies are named. */
const mostNamed = 5;

/** At most so many measures of the plan are offered, and so many new ones. */
const mostLinked = 3;
const mostCreated = 2;

/** Ids of the plan's measures: those that others under the lever use first, then those of a kind that suits the strategy. */
function fittingIds(plan: Plan, strategy: Strategy, { catalog }: Context): string[] {
  const near = new Set(
    plan.strategies
      .filter(({ lever }) => lever.id === strategy.lever.id)
      .flatMap((other) => other.words('measures').map(({ value }) => value)),
  );
  const indicators = catalog.strategy(strategy.use?.value ?? '')?.indicators ?? [];
  const kinds = new Set<string | undefined>(indicators.map(({ kind }) => kind));
  const rank = new Map<string, number>();
  for (const measure of plan.list('measures')) {
    const id = measure.word('id')?.value;
    if (id === undefined || rank.has(id)) continue;
    rank.set(id, near.has(id) ? 0 : kinds.has(measure.word('kind')?.value) ? 1 : 2);
  }
  return [...rank.keys()].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/** Fixes that let a strategy name the measures of the plan that fit it best; `text` is what they are called. */
function links(plan: Plan, strategy: Strategy, context: Context, most: number, text: Text): Fix[] {
  const known = names(plan).measure;
  return fittingIds(plan, strategy, context)
    .slice(0, most)
    .flatMap((id): Fix[] => {
      const edits = known.has(id) ? linkMeasures(plan, strategy, [id]) : undefined;
      const data = { id: quoted(id), title: strategyTitle(strategy, context.catalog) };
      return edits ? [{ title: { text, data }, edits }] : [];
    });
}

function fixes(plan: Plan, strategy: Strategy, others: readonly Strategy[], context: Context): Fix[] {
  const linked = links(plan, strategy, context, mostLinked, texts.link);
  // One more count of what was done would not show more than the others.
  const onlyActivity = plan.list('measures').every((measure) => measure.word('kind')?.value === 'activity');
  const created = suggestedMeasures(plan, context, strategy)
    .filter(({ indicator }) => !onlyActivity || indicator.kind !== 'activity')
    .slice(0, mostCreated)
    .flatMap((suggestion): Fix[] => {
      const edits = addMeasures(plan, [suggestion], context);
      if (!edits) return [];
      const text = { en: 'Create a measure: {title}', 'zh-CN': '创建指标：{title}' };
      return [{ title: { text, data: { title: suggestion.indicator } }, edits }];
    });
  const ofOthers = others.slice(0, mostNamed - 1).flatMap((other) => links(plan, other, context, 1, texts.linkOther));
  return [...linked, ...created, ...ofOthers];
}

const texts = {
  link: { en: 'Measure it by {id}', 'zh-CN': '用 {id} 衡量' },
  linkOther: { en: 'Measure “{title}” by {id}', 'zh-CN': '用 {id} 衡量“{title}”' },
  one: {
    en: '{titles} has no measure. Which number will show whether it works?',
    'zh-CN': '{titles}没有指标。用哪个数字能看出它是否有效？',
  },
  many: {
    en: '{n} strategies have no measure: {titles}. Which numbers will show whether they work?',
    'zh-CN': '{n} 项策略没有指标：{titles}。用哪些数字能看出它们是否有效？',
  },
} satisfies Record<string, Text>;

/** A plan with fewer strategies than this is measured well enough by two measures that show an effect. */
const largePlan = 10;

/** Whether a small plan has two measures of use or results: then not every strategy needs one of its own. */
function isMeasuredWell(plan: Plan): boolean {
  const effects = plan
    .list('measures')
    .filter((measure) => ['adoption', 'outcome'].includes(measure.text('kind') ?? ''));
  return plan.strategies.length < largePlan && effects.length >= 2;
}

/** Whether an active strategy surely names no measure. */
const lacksMeasure = remembered((strategy, catalog: Catalog): boolean => {
  const state = strategy.state('measures');
  if ((state !== 'missing' && state !== 'empty') || !surelyActive(strategy)) return false;
  // Half typed, or not in the catalog: first things first.
  const use = strategy.text('use');
  if (use === undefined ? strategy.text('title') === undefined : !catalog.strategy(use)) return false;
  return state !== 'missing' || !misspelt(strategy.at, 'measures', shapes.strategy);
});

export const rule: Rule = {
  code: 'strategy-without-measure',
  severity: 'info',
  eases: true,
  summary: { en: 'Strategies name none of the plan’s measures.', 'zh-CN': '有些策略没有对应的指标。' },
  doc: {
    why: {
      en: 'The source asks for the right metrics to be tracked. A strategy without one may run for months before somebody asks whether it helps; every strategy of the catalog comes with indicators.',
      'zh-CN':
        '来源资料要求确保适当的指标跟踪。没有指标的策略可能做了几个月才有人问起效果；目录中的每项策略都附有建议指标。',
    },
    fix: {
      en: 'Name a measure of the plan under `measures`, or create one from the catalog’s indicators. Strategies may share a measure; in a plan of fewer than ten strategies two measures of use or results are enough.',
      'zh-CN':
        '在 `measures` 后写上计划中的某项指标，或用目录中的建议指标创建一项。几项策略可以共用一项指标；不到十项策略的计划，有两项使用或成果指标就够了。',
    },
    allow: {
      en: 'In a large plan not every strategy needs a number of its own.',
      'zh-CN': '大型计划里，不必每项策略都有自己的指标。',
    },
  },
  *check(plan, context) {
    if (plan.list('measures').length === 0 || !complete(plan, 'measures') || isMeasuredWell(plan)) return;
    const { catalog } = context;
    const found = plan.strategies.filter((strategy) => lacksMeasure(strategy, catalog));
    const [first, ...others] = found;
    if (!first) return;
    const titles = firstOf(
      found.map((strategy) => strategyTitle(strategy, catalog)),
      mostNamed,
    );
    yield {
      span: first.pair('measures')?.key ?? first.place,
      text: others.length ? texts.many : texts.one,
      data: { titles, n: found.length },
      related: others.map((strategy) => ({
        span: strategy.place,
        message: { text: { en: 'This one too.', 'zh-CN': '这一项也是。' } },
      })),
      fixes: () => fixes(plan, first, others, context),
    };
  },
};
