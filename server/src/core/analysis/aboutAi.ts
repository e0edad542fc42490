/** Whether a text, and a change as far as its plan says, is about AI. */

import { type Catalog, catalogued } from '../model/catalog.ts';
import { remembered } from '../model/entry.ts';
import { ofPlan } from '../model/plan.ts';
import type { Span } from '../text/span.ts';

/** Words for AI in both languages. */
const names =
  /(?<![\p{Script=Latin}\p{N}])(?:AI|A\.I\.|artificial intelligence|machine learning|language models?|LLMs?|generative|(?:chat)?GPT|co-?pilot|Agentforce|chatbots?)(?![\p{Script=Latin}\p{N}])|人工智能|大模型|大语言模型|机器学习|生成式|智能体|聊天机器人/iu;

/** Phrases that name it to leave it out. */
const leftOut =
  /(?<!\p{Script=Latin})(?:no|not|without|non-?|nothing to do with|不涉及|不使用|不用|没有|无|非) ?(?:any )?(?:AI|artificial intelligence|人工智能)/giu;

/** Whether a text speaks of AI, and not only to say that there is none. */
export function speaksOfAi(text: string | undefined): boolean {
  return text !== undefined && names.test(text.replace(leftOut, ''));
}

/** Whether a strategy of the catalog makes sense only with AI and says so in its id, so that the author has seen it. */
const isAiStrategy = remembered(
  (strategy, catalog: Catalog): boolean =>
    catalogued(strategy, catalog)?.ai === true && /(?:^|-)ai(?:-|$)/.test(strategy.text('use') ?? ''),
);

/** So many such strategies show what a plan is about whose own words do not say it. */
const enough = 2;

/**
 * Where a plan shows that it is about AI: its title or solution names it, or its need does and a strategy of the catalog
 * is for AI, or several strategies are. Undefined where it does not: a plan may mention AI and be about something else.
 */
export const aboutAi = ofPlan((plan, catalog: Catalog): Span | undefined => {
  const { head, purpose } = plan;
  const title = head?.word('title');
  const place = title?.span ?? plan.leversPair?.key;
  if (speaksOfAi(title?.value) || speaksOfAi(head?.text('solution'))) return place;
  let count = speaksOfAi(purpose?.text('need')) ? enough - 1 : 0;
  for (const strategy of plan.strategies) {
    if (strategy.live && isAiStrategy(strategy, catalog) && ++count === enough) return place;
  }
  return undefined;
});
