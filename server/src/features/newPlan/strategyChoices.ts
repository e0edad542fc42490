/** The strategies to choose from for a new plan, each told in a line. */

import { columns } from '../../core/edits/comment.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import type { Catalog, CatalogStrategy } from '../../core/model/catalog.ts';
import { leverIds } from '../../core/schema/format.gen.ts';
import type { Choice } from '../../protocol.ts';

/** Columns in one line of a choice, group heading included. */
const lineWidth = 80;

/** A sentence without its full stop, cut to the parts that fit into a line. */
function shortened(text: string, most: number): string {
  let short = text.replace(/[.。]$/, '');
  for (const between of [/(?=[;；])/, /(?=[,，])/]) {
    const parts = short.split(between);
    while (parts.length > 1 && columns(parts.join('')) > most) parts.pop();
    short = parts.join('');
  }
  return short;
}

const proposedGroup: Text = { en: 'Proposed for your plan', 'zh-CN': '为你的计划推荐' };
const goodForWords: Text = { en: 'Good for: {what}', 'zh-CN': '适用于：{what}' };

/** The strategies of one group; the first carries the heading. */
function choicesUnder(group: string, strategies: readonly CatalogStrategy[], locale: Locale): Choice[] {
  return strategies.map(({ id, title, summary, goodFor }, index): Choice => {
    const most = lineWidth - (index === 0 ? columns(group) + 2 : 0);
    const lead = goodFor ? columns(say(goodForWords, locale, { what: '' })) : 0;
    const what = shortened((goodFor ?? summary)[locale], most - lead);
    const detail = goodFor ? say(goodForWords, locale, { what }) : what;
    return { value: id, group, label: title[locale], detail };
  });
}

/** All strategies of a catalog: first those proposed, then the others by lever. Each names its lever, by which it is found then. */
export function strategyChoices(proposed: readonly string[], catalog: Catalog, locale: Locale): Choice[] {
  const first = proposed.flatMap((id) => catalog.strategy(id) ?? []);
  const named = choicesUnder(say(proposedGroup, locale), first, locale);
  const others = leverIds.flatMap((lever) => {
    const under = catalog.under(lever).filter(({ id }) => !proposed.includes(id));
    return choicesUnder(say(catalog.lever(lever).title, locale), under, locale);
  });
  return [...named, ...others].map((choice): Choice => {
    const lever = catalog.strategy(choice.value ?? '')?.lever;
    return lever ? { ...choice, description: say(catalog.lever(lever).title, locale) } : choice;
  });
}
