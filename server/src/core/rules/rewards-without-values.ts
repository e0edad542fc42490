/** Rewards without anything that speaks to people's own motivation. */
import { coverage, coverageRule, minimumLevers } from '../analysis/coverage.ts';
import { leverInText } from '../analysis/labels.ts';
import { unusedLevers } from '../analysis/unused.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { addWholeStrategy } from '../fixes/measures.ts';
import { addressing } from '../fixes/suggest.ts';
import { lineStart } from '../text/lines.ts';

/** At most so many strategies are offered. */
const mostOffered = 3;

export const rule: Rule = {
  code: 'rewards-without-values',
  severity: 'info',
  summary: { en: 'Rewards are covered, and Values is not.', 'zh-CN': '“奖励”已启用，“价值观”尚未启用。' },
  doc: {
    why: {
      en: 'The book Influencer puts satisfaction in the thing itself first, the support of others second and rewards third. The source calls a link to people’s own values the most effective way to motivate them.',
      'zh-CN':
        '《Influencer》一书的顺序是：先让事情本身带来满足，再靠他人支持，最后才是奖励。来源资料称，与人们已有的价值观相联系是激励他人最有效的方式。',
    },
    fix: {
      en: 'Add a strategy to Values: why the change matters, to the organization and to each person.',
      'zh-CN': '为“价值观”增加一项策略，说明变更对组织、对每个人意味着什么。',
    },
    allow: {
      en: 'When another plan works on values.',
      'zh-CN': '“价值观”方面的工作由另一份计划负责时。',
    },
  },
  *check(plan, context) {
    const { catalog, settings } = context;
    const { covered } = coverage(plan, catalog);
    const rewards = plan.leverKeys.find(({ id }) => id === 'rewards');
    if (!rewards || !covered.includes('rewards')) return;
    if (!unusedLevers(plan, catalog).some(({ lever }) => lever === 'values')) return;
    // `coverage-below-four` names Values too: on one line with it that is enough.
    const start = plan.leversPair?.key.start ?? 0;
    const said = covered.length < minimumLevers(settings) && settings.get(coverageRule)?.severity !== 'off';
    if (said && lineStart(plan.text, start) === lineStart(plan.text, rewards.key.start)) return;
    yield {
      span: rewards.key,
      text: {
        en: 'The plan rewards people, but nothing speaks to what they care about themselves. Add a strategy to {values}.',
        'zh-CN': '计划有奖励，却没有触及人们自己在意的事。请为{values}增加一项策略。',
      },
      data: { values: leverInText('values', catalog) },
      fixes: () =>
        addressing(plan, 'values', catalog)
          .slice(0, mostOffered)
          .flatMap((strategy): Fix[] => {
            const edits = addWholeStrategy(plan, strategy, context);
            if (!edits) return [];
            const text = { en: 'Add to {lever}: {strategies}', 'zh-CN': '为{lever}增加：{strategies}' };
            const data = { lever: leverInText('values', catalog), strategies: strategy.title };
            return [{ title: { text, data }, edits }];
          }),
    };
  },
};
