/** The use of a tool is tracked or rewarded, and nothing governs that. */

import { leverInText, strategyTitle } from '../analysis/labels.ts';
import { strategiesRead, surelyActive } from '../analysis/liveStrategies.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { addWholeStrategy } from '../fixes/measures.ts';
import type { Catalog } from '../model/catalog.ts';
import { ofLevers, type Strategy } from '../model/plan.ts';
import { nearest } from '../text/spelling.ts';

const tracking = ['ai-adoption-dashboard', 'ai-proficiency-rewards'];
const governing = ['ai-governance', 'ai-ethics-governance', 'ai-ethics-council'];

/** Titles of custom strategies that are about the same. */
const governs = /govern|privacy|data protection|ethic|works council|治理|隐私|伦理|数据保护|职工代表/i;

/** Governs the use of the tool, or may be meant to: a misspelt id has a finding of its own. */
function isGoverning(strategy: Strategy, catalog: Catalog): boolean {
  if (!strategy.live) return false;
  const use = strategy.use?.value;
  if (use === undefined) return governs.test(strategy.word('title')?.value ?? '');
  return governing.includes(use) || (!catalog.strategy(use) && nearest(use, governing).length > 0);
}

function isTracking(strategy: Strategy): boolean {
  return tracking.includes(strategy.says.use ?? '') && surelyActive(strategy);
}

/** What there is under each lever. */
const kinds = ofLevers((_, { strategies }, catalog: Catalog) => ({
  tracking: strategies.some(isTracking),
  governing: strategies.some((strategy) => isGoverning(strategy, catalog)),
}));

export const rule: Rule = {
  code: 'usage-tracking-without-governance',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'The plan tracks or rewards how people use a tool, and nothing governs that.',
    'zh-CN': '计划跟踪或奖励人们使用工具的情况，却没有相应的治理。',
  },
  doc: {
    why: {
      en: 'The source has a dashboard that follows the use of AI tools across the whole organization and rewards people for it; beside it stand ethical guidelines, transparency and processes against bias. Employee councils and privacy law often have a say in data about single people. This is no legal advice: check who has to be asked.',
      'zh-CN':
        '来源资料中既有在整个组织内跟踪 AI 工具使用情况并给予奖励的仪表板，也有道德准则、透明度标准和偏见缓解流程与之相配。涉及个人使用数据时，职工代表和隐私法规往往有发言权。这不是法律意见：请核实需要征求谁的意见。',
    },
    fix: {
      en: 'Add AI governance to Structure, or say in a comment where the privacy review is kept and allow the finding.',
      'zh-CN': '为“结构”增加 AI 治理策略；或在注释中说明隐私审查记录在哪里，并允许此提示。',
    },
    allow: {
      en: 'When governance is settled outside the plan, or in a custom strategy with another name.',
      'zh-CN': '治理已在计划之外落实，或由另一项自定义策略负责时。',
    },
  },
  *check(plan, context) {
    const { catalog } = context;
    const found = kinds(plan, catalog);
    if (found.some(({ governing }) => governing) || !found.some(({ tracking }) => tracking)) return;
    const [first, ...others] = plan.strategies.filter(isTracking);
    if (!first || !strategiesRead(plan)) return;
    yield {
      span: first.place,
      text: {
        en: '“{title}” looks at how each person uses the tool, and nothing in the plan governs that. Check privacy and who should have a say.',
        'zh-CN': '“{title}”会关注每个人使用工具的情况，而计划中没有相应的治理。请核实隐私要求，以及应听取谁的意见。',
      },
      data: { title: strategyTitle(first, catalog) },
      related: others.map((strategy) => ({
        span: strategy.place,
        message: { text: { en: 'This one too.', 'zh-CN': '这一项也是。' } },
      })),
      fixes: () => {
        const strategy = catalog.strategy('ai-governance');
        const edits = strategy && addWholeStrategy(plan, strategy, context);
        if (!strategy || !edits) return [];
        const text = { en: 'Add to {lever}: {strategies}', 'zh-CN': '为{lever}增加：{strategies}' };
        const data = { lever: leverInText(strategy.lever, catalog), strategies: strategy.title };
        return [{ title: { text, data }, edits }];
      },
    };
  },
};
