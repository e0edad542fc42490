/** Open risks: likelihood, impact, and response. */

import { entryTitle } from '../../core/analysis/labels.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { OpenRisk } from '../../core/overview/picture/risks.ts';
import type { Speaker } from '../../core/overview/speaker.ts';
import { riskImpactValues, riskLikelihoodValues } from '../../core/schema/format.gen.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import type { DrawnRisk, Picture } from '../../protocol.ts';

const shape = shapes.risk;

function step(values: readonly string[], word: string | undefined): DrawnRisk['impact'] {
  return (values.indexOf(word ?? '') + 1) as DrawnRisk['impact'];
}

/** A row of the risks. */
export function drawnRisk(
  open: OpenRisk,
  keys: ReadonlyMap<Entry, string>,
  speaker: Speaker,
  words: Picture['words'],
): DrawnRisk {
  const title = entryTitle(open.risk);
  const rated = (key: 'likelihood' | 'impact') => {
    const value = open[key];
    return value ? speaker.text(choiceName(shape?.key(key), value)) : '';
  };
  const [likelihood, impact] = [rated('likelihood'), rated('impact')];
  const said = (word: string, value: string) => (value ? `${word}: ${value}` : '');
  const status = speaker.text(choiceName(shape?.key('status'), open.status));
  const answer = speaker.label(open.response, ...open.addressedBy.map((strategy) => speaker.strategy(strategy)));
  return {
    key: keys.get(open.risk) as string,
    title,
    label: speaker.label(
      title,
      said(words.likelihood, likelihood),
      said(words.impact, impact),
      status,
      answer || words.noAnswer,
    ),
    likelihood: step(riskLikelihoodValues, open.likelihood),
    impact: step(riskImpactValues, open.impact),
    likelihoodTitle: likelihood,
    impactTitle: impact,
    status,
    answer,
  };
}
