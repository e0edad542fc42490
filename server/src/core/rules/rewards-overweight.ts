/** Too large a part of the strategies are rewards. */

import { coverage } from '../analysis/coverage.ts';
import { leverInText, strategyTitle } from '../analysis/labels.ts';
import { strategiesRead, surelyActive } from '../analysis/liveStrategies.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setPair } from '../edits/yamlEdit.ts';
import { addressing, addStrategies, strategyItem } from '../fixes/suggest.ts';
import type { Text } from '../i18n/message.ts';
import { firstOf } from '../i18n/phrases.ts';
import { type Catalog, catalogued } from '../model/catalog.ts';
import { ofLevers, type Plan, type Strategy } from '../model/plan.ts';
import { leverIds } from '../schema/format.gen.ts';

/** So many levers are offered for new strategies, and so many rewards to pause; a longer list is no help. */
const mostOffered = 3;

/** At most this many strategies are added to one lever at once. */
const mostAdded = 2;

/** A reward by the catalog, wherever it is written; else by the lever under which it is written. Mistakes have findings of their own. */
function isReward(strategy: Strategy, catalog: Catalog): boolean {
  if (!surelyActive(strategy)) return false;
  if (strategy.says.use !== undefined) return catalogued(strategy, catalog)?.lever === 'rewards';
  return strategy.lever.id === 'rewards' && strategy.state('use') === 'missing' && strategy.word('title') !== undefined;
}

/** Strategies of the catalog that reward with pay or prizes. */
const paying = ['incentive-program', 'ai-proficiency-rewards'];

/** Titles of custom strategies that do the same. */
const pays =
  /\b(?:bonus(?:es)?|cash|prizes?|vouchers?|gift cards?|pay rises?|raffle|lottery)\b|奖金|现金|奖品|加薪|提成|抽奖|礼品卡/i;

/** Why a few rewards weigh much. */
const payText: Text = { en: ', and pay or prizes count double', 'zh-CN': '，其中奖金或奖品按两倍计算' };

/** How much a reward weighs: recognition counts half as much as pay and prizes. */
function weightOf(strategy: Strategy): number {
  const { use } = strategy.says;
  const isPay = use === undefined ? pays.test(strategy.word('title')?.value ?? '') : paying.includes(use);
  return isPay ? 2 : 1;
}

function weightOfAll(rewards: readonly Strategy[]): number {
  return rewards.reduce((sum, strategy) => sum + weightOf(strategy), 0);
}

/** How many strategies of each lever are live, how many are rewards, and how much these weigh. */
const tally = ofLevers((_, { id, strategies }, catalog: Catalog) => {
  const rewards = strategies.filter((strategy) => isReward(strategy, catalog));
  return {
    id,
    live: strategies.filter(({ live }) => live).length,
    rewards: rewards.length,
    weight: weightOfAll(rewards),
  };
});

/** Strategies for the levers with the fewest, as many as it takes, at most two. */
function additions(plan: Plan, catalog: Catalog, needed: number): Fix[] {
  const counts = new Map(tally(plan, catalog).map(({ id, live }) => [id, live]));
  const light = leverIds.filter((id) => id !== 'rewards');
  light.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const fixes = light.flatMap((lever): Fix[] => {
    const best = addressing(plan, lever, catalog).slice(0, Math.min(needed, mostAdded));
    const edits = addStrategies(
      plan,
      lever,
      best.map((strategy) => strategyItem(plan, strategy)),
    );
    if (!edits || best.length === 0) return [];
    const data = { lever: leverInText(lever, catalog), strategies: best.map(({ title }) => title) };
    return [
      { title: { text: { en: 'Add to {lever}: {strategies}', 'zh-CN': '为{lever}增加：{strategies}' }, data }, edits },
    ];
  });
  return fixes.slice(0, mostOffered);
}

/**
 * Rewards to pause, those from outside before recognition by others: each that is enough alone, else as many as it takes
 * at once. The lever stays covered if it is.
 */
function pauses(
  plan: Plan,
  catalog: Catalog,
  rewards: readonly Strategy[],
  enough: (paused: readonly Strategy[]) => boolean,
): Fix[] {
  const social = ({ use }: Strategy) => (catalog.strategy(use?.value ?? '')?.factors?.includes('social') ? 1 : 0);
  const counted = new Set(
    coverage(plan, catalog)
      .levers.flatMap(({ strategies }) => strategies)
      .flatMap(({ strategy, notCounted }) => (notCounted || strategy.lever.id !== 'rewards' ? [] : [strategy])),
  );
  const candidates = rewards
    .filter((strategy) => strategy.status !== 'done')
    .sort((a, b) => weightOf(b) - weightOf(a) || social(a) - social(b));
  const single = candidates.filter((strategy) => enough([strategy])).map((strategy) => [strategy]);
  const together = candidates.findIndex((_, index) => enough(candidates.slice(0, index + 1)));
  const sets = single.length || together < 0 ? single : [candidates.slice(0, together + 1)];
  return sets
    .filter((set) => counted.size === 0 || [...counted].some((other) => !set.includes(other)))
    .slice(0, mostOffered)
    .map((set) => ({
      title: {
        text: { en: 'Pause {titles}', 'zh-CN': '暂停{titles}' },
        data: {
          titles: firstOf(
            set.map((strategy) => strategyTitle(strategy, catalog)),
            set.length,
          ),
        },
      },
      edits: set.map((strategy) => setPair(plan, strategy.at, 'status', 'paused')),
    }));
}

export const rule: Rule<'maxRewardsShare'> = {
  code: 'rewards-overweight',
  severity: 'warning',
  summary: {
    en: 'Rewards weigh as much as a third of the strategies or more; pay and prizes count double.',
    'zh-CN': '奖励的分量达到全部策略的三分之一或更多；奖金和奖品按两倍计算。',
  },
  doc: {
    why: {
      en: 'The source asks for rewards in moderation: too much weight on them weakens the other levers and can even backfire. Deci, Koestner and Ryan (Psychological Bulletin, 1999) found in 128 studies that rewards which people expect and can touch lower their own motivation, while praise raises it; the workplace review of Ledford, Fang and Gerhart (“More Smoke Than Fire”, 2013) found the harm at work smaller than that. So recognition counts half as much as pay and prizes. The book Influencer says to use rewards third, after personal and social motivation; Salesforce Trailhead says to keep them “small and symbolic”. Counting strategies says nothing about money, so take this as a question.',
      'zh-CN':
        '来源资料提醒奖励应适度使用：过分强调会降低其他 LEVERS 的效果，甚至适得其反。Deci、Koestner 与 Ryan（Psychological Bulletin，1999）汇总 128 项研究发现，事先承诺的有形奖励会降低人们自身的动力，而正面反馈会提高它；Ledford、Fang 与 Gerhart 针对职场的综述（2013）则认为，工作中的危害没有那么大。因此认可只按奖金和奖品的一半计算。《Influencer》一书建议先用个人动力和社会支持，最后才用奖励；Salesforce Trailhead 建议奖励“额度不大、重在心意”。数策略数量看不出金额，请把它当作一个提问。',
    },
    fix: {
      en: 'Add strategies to the levers that have few, or pause a reward. Recognition by others weighs less than cash.',
      'zh-CN': '在策略较少的 LEVERS 方法中增加策略，或暂停一项奖励。他人的认可比现金更温和。',
    },
    allow: {
      en: 'When the rewards are small, such as two kinds of praise in a short plan.',
      'zh-CN': '奖励都很轻时，例如简短的计划里只有两种口头表彰。',
    },
  },
  options: {
    maxRewardsShare: {
      default: 1 / 3,
      minimum: 0.05,
      maximum: 1,
      integer: false,
      text: {
        en: 'From which share of the strategies on rewards are too many, where pay and prizes count double. A third is twice what each of six levers would have if they were equal; recognition alone needs two.',
        'zh-CN':
          '奖励类策略占全部策略的比例达到多少就算过多。奖金和奖品按两倍计算。默认值三分之一，是六个 LEVERS 平均分配时的两倍；如果只有认可，至少要有两项才会提示。',
      },
    },
  },
  *check(plan, { catalog }, { maxRewardsShare }) {
    const place = plan.leverKeys.find(({ id }) => id === 'rewards')?.key ?? plan.leversPair?.key;
    if (!place || !strategiesRead(plan)) return;
    const counts = tally(plan, catalog);
    const sum = (key: 'rewards' | 'weight' | 'live') => counts.reduce((all, count) => all + count[key], 0);
    const [n, weight, total] = [sum('rewards'), sum('weight'), sum('live')];
    // Recognition alone weighs one.
    const light = (of: number, all: number) => of < 2 || of / all < maxRewardsShare;
    if (light(weight, total)) return;
    const needed = Math.floor(weight / maxRewardsShare) + 1 - total;
    yield {
      span: place,
      text: {
        en: 'Rewards make up {n} of {total} active strategies{kind}. They work in moderation: add strategies to other levers, or pause a reward.',
        'zh-CN':
          '{total} 项有效策略中有 {n} 项是奖励{kind}。奖励应适度使用：请为其他 LEVERS 增加策略，或暂停一项奖励。',
      },
      data: {
        n,
        total,
        kind: weight > n ? payText : '',
      },
      fixes: () => {
        const added = additions(plan, catalog, Math.max(1, needed));
        const rewards = plan.strategies.filter((strategy) => isReward(strategy, catalog));
        const paused = pauses(plan, catalog, rewards, (set) => light(weight - weightOfAll(set), total - set.length));
        return needed > mostAdded ? [...paused, ...added] : [...added, ...paused];
      },
    };
  },
};
