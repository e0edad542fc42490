/** A lever that a plan leaves out without a word. */
import { coverage, minimumLevers } from '../analysis/coverage.ts';
import { leverInText } from '../analysis/labels.ts';
import { unusedLevers } from '../analysis/unused.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addWholeStrategy } from '../fixes/measures.ts';
import { addReason, addressing } from '../fixes/suggest.ts';
import { say, type Text } from '../i18n/message.ts';
import type { Strategy } from '../model/plan.ts';
import { rule as rewardsRule } from './rewards-without-values.ts';

/** A prompt: what belongs in its place is the reason itself. */
const reason: Text = {
  en: 'Write here why this lever is not used …',
  'zh-CN': '在此写明为什么不启用这个 LEVERS 方法……',
};

export const rule: Rule = {
  code: 'unused-lever-without-reason',
  severity: 'hint',
  eases: true,
  summary: {
    en: 'Enough levers are covered, and the plan does not say why it leaves out another.',
    'zh-CN': '启用的 LEVERS 已经足够，但没有说明为何不启用其余的 LEVERS。',
  },
  doc: {
    why: {
      en: 'How many levers work together matters more than which (Grenny, Maxfield and Shimberg, MIT Sloan Management Review, 2008), so leaving one out is fine. Reviewers want to see that it was a choice and not a gap.',
      'zh-CN':
        '用几个 LEVERS 比用哪几个更重要（Grenny、Maxfield 与 Shimberg，MIT Sloan Management Review，2008），所以不用其中某一个没有问题。审阅者想看到的是，这是选择，不是遗漏。',
    },
    fix: {
      en: 'Write the reason after `notUsed` under that lever, or add a strategy to it.',
      'zh-CN': '在该 LEVERS 方法下的 `notUsed` 后写明理由，或为它增加一项策略。',
    },
    allow: {
      en: 'Whenever you like: it is only a suggestion.',
      'zh-CN': '随时可以：这只是建议。',
    },
  },
  *check(plan, context) {
    const { catalog, locale, settings } = context;
    const levers = plan.leversPair;
    const { covered } = coverage(plan, catalog);
    if (!levers || covered.length < minimumLevers(settings)) return;
    const isReward = ({ use, live }: Strategy) => live && catalog.strategy(use?.value ?? '')?.lever === 'rewards';
    for (const { lever, written, blank, idle, notUsed } of unusedLevers(plan, catalog)) {
      if (blank || notUsed) continue;
      // Of Values where people are rewarded another rule speaks.
      if (
        lever === 'values' &&
        !idle &&
        covered.includes('rewards') &&
        settings.get(rewardsRule.code)?.severity !== 'off'
      )
        continue;
      const title = leverInText(lever, catalog);
      yield {
        span: written?.key ?? levers.key,
        about: lever,
        text: idle
          ? {
              en: 'Nothing in {lever} is at work any more: its strategies are paused or cancelled. Add one if you still need this lever.',
              'zh-CN': '{lever}下的策略都已暂停或取消，不再起作用。如果仍需要这个 LEVERS 方法，请增加一项策略。',
            }
          : {
              en: '{lever} is not used, and the plan does not say why. Give the reason in `notUsed`, or add a strategy.',
              'zh-CN': '{lever}尚未启用，也没有说明理由。请在 `notUsed` 中写明理由，或增加一项策略。',
            },
        data: { lever: title },
        fixes: () => {
          const fixes: Fix[] = [];
          const why = idle ? undefined : addReason(plan, lever, say(reason, writingLocale(plan, locale)));
          if (why) {
            const text = { en: 'Say why {lever} is not used', 'zh-CN': '写明不启用{lever}的理由' };
            fixes.push({ title: { text, data: { lever: title } }, edits: why });
          }
          // Rewards go with values, and in moderation.
          const ready = lever !== 'rewards' || (covered.includes('values') && !plan.strategies.some(isReward));
          const [best] = ready ? addressing(plan, lever, catalog) : [];
          const more = best && addWholeStrategy(plan, best, context);
          if (best && more) {
            const text = { en: 'Add to {lever}: {strategies}', 'zh-CN': '为{lever}增加：{strategies}' };
            fixes.push({ title: { text, data: { lever: title, strategies: best.title } }, edits: more });
          }
          return fixes;
        },
      };
    }
  },
};
