/** A plan about AI without any work on ethics. */

import { aboutAi } from '../analysis/aboutAi.ts';
import { leverInText } from '../analysis/labels.ts';
import { strategiesRead } from '../analysis/liveStrategies.ts';
import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { addWholeStrategy } from '../fixes/measures.ts';
import { type Catalog, catalogued } from '../model/catalog.ts';
import { remembered } from '../model/entry.ts';
import { strategyMeant } from '../model/nearestStrategies.ts';
import type { Plan } from '../model/plan.ts';

/** The strategies of the catalog on ethics, the gentlest first step before the others. */
const onEthics = ['ai-governance', 'ai-ethics-training', 'ai-ethics-governance', 'ai-ethics-council'];

/** What a strategy of the team's own says if it is about ethics. */
const words = /ethic|bias|fairness|responsible|governance|伦理|偏见|公平|负责任|治理/i;

/** Whether a strategy is about ethics, or may be: one of the four, misspelt or not, or of the team's own. */
const caresForEthics = remembered((strategy, catalog: Catalog): boolean => {
  const use = strategy.text('use');
  if (use === undefined) return words.test(`${strategy.text('title') ?? ''} ${strategy.text('summary') ?? ''}`);
  if (onEthics.includes(use)) return true;
  const known = catalogued(strategy, catalog);
  if (known) return known.origin !== undefined && words.test(`${known.title.en} ${known.title['zh-CN']}`);
  return strategyMeant(use, catalog).some((id) => onEthics.includes(id));
});

function fixes(plan: Plan, context: Context): Fix[] {
  const { catalog } = context;
  return onEthics.flatMap((id): Fix[] => {
    const strategy = catalog.hidden.has(id) ? undefined : catalog.strategy(id);
    const edits = strategy && addWholeStrategy(plan, strategy, context);
    if (!edits) return [];
    const data = { lever: leverInText(strategy.lever, catalog), strategy: strategy.title };
    return [
      { title: { text: { en: 'Add to {lever}: {strategy}', 'zh-CN': '为{lever}增加：{strategy}' }, data }, edits },
    ];
  });
}

export const rule: Rule = {
  code: 'ai-without-ethics',
  severity: 'info',
  eases: true,
  summary: {
    en: 'The plan is about AI, and no strategy works on ethics.',
    'zh-CN': '计划涉及 AI，却没有任何关于伦理的策略。',
  },
  doc: {
    why: {
      en: 'The source names the ethics of AI under four of the six levers: a council, governance, training, and rules for bias, fairness and transparency. People who are to rely on what an AI says ask first who answers for its mistakes.',
      'zh-CN':
        '来源资料在六个 LEVERS 中的四个都提到了 AI 伦理：伦理委员会、伦理治理、伦理培训，以及针对偏见、公平和透明度的规则。要依靠 AI 的人，首先会问出了错由谁负责。',
    },
    fix: {
      en: 'Use one of `ai-governance`, `ai-ethics-training`, `ai-ethics-governance` and `ai-ethics-council`, or write a custom strategy that says how mistakes, bias and personal data are dealt with.',
      'zh-CN':
        '请采用 `ai-governance`、`ai-ethics-training`、`ai-ethics-governance`、`ai-ethics-council` 中的一项，或自拟一项策略，说明如何处理错误、偏见和个人数据。',
    },
    allow: {
      en: 'When the rules on AI are those of the whole organization and are taught elsewhere.',
      'zh-CN': 'AI 方面的规则由整个组织统一制定，并在别处培训时。',
    },
  },
  *check(plan, context) {
    const { catalog } = context;
    const place = aboutAi(plan, catalog);
    if (!place || plan.strategies.length === 0 || !strategiesRead(plan)) return;
    if (plan.strategies.some((strategy) => strategy.live && caresForEthics(strategy, catalog))) return;
    yield {
      span: place,
      text: {
        en: 'The plan is about AI, and no strategy says how mistakes, bias and personal data are dealt with. Add one on ethics or governance.',
        'zh-CN': '计划涉及 AI，但没有一项策略说明如何处理错误、偏见和个人数据。请增加一项伦理或治理方面的策略。',
      },
      fixes: () => fixes(plan, context),
    };
  },
};
