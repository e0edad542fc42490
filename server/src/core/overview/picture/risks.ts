/** The risks of a plan that are still open, the gravest first. */

import type { Entry } from '../../model/entry.ts';
import { idOf, type Plan, type Strategy } from '../../model/plan.ts';
import { riskImpactValues, riskLikelihoodValues } from '../../schema/format.gen.ts';
import { itemsOf, valueUnder } from '../../syntax/tree.ts';

/** A risk that is neither closed nor accepted. */
export interface OpenRisk {
  readonly risk: Entry;
  readonly likelihood: string | undefined;
  readonly impact: string | undefined;
  readonly status: string;
  readonly response: string | undefined;
  /** The strategies that work against it. */
  readonly addressedBy: readonly Strategy[];
}

/** Likelihood times impact, each from one to three; what is not rated counts as the middle, so that it is not overlooked. */
function weight({ likelihood, impact }: OpenRisk): number {
  const step = (values: readonly string[], word: string | undefined) => values.indexOf(word ?? 'medium') + 1;
  return step(riskLikelihoodValues, likelihood) * step(riskImpactValues, impact);
}

/** The open risks; `settled` is how many others there are. */
export function openRisks(plan: Plan): { readonly risks: readonly OpenRisk[]; readonly settled: number } {
  const strategies = new Map(plan.strategies.map((strategy) => [idOf(strategy)?.value, strategy]));
  const all = plan.list('risks');
  const risks = all
    .map((risk): OpenRisk => {
      const ids = itemsOf(valueUnder(risk.at, 'addressedBy')).map(({ node }) => node.kind === 'scalar' && node.value);
      return {
        risk,
        likelihood: risk.text('likelihood'),
        impact: risk.text('impact'),
        status: risk.text('status') ?? 'open',
        response: risk.text('response'),
        addressedBy: ids.flatMap((id) => (typeof id === 'string' ? (strategies.get(id) ?? []) : [])),
      };
    })
    .filter(({ status }) => status !== 'closed' && status !== 'accepted');
  return { risks: risks.sort((a, b) => weight(b) - weight(a)), settled: all.length - risks.length };
}
