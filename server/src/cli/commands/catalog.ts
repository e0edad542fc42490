/** `levers catalog`: the strategies that hold here, built-in ones and those of the team. */
import { phaseWords, strategyWords } from '../../core/analysis/strategyWords.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import { alternatives, same } from '../../core/i18n/phrases.ts';
import type { Catalog, CatalogStrategy } from '../../core/model/catalog.ts';
import { meantOr } from '../arguments.ts';
import { command, UsageError } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Complaints } from '../complaints.ts';
import { canUseConfigs, judgeOf } from '../judging.ts';
import { printed } from '../printed.ts';

const words = {
  row: { en: '{title} ({id})', 'zh-CN': '{title}（{id}）' },
  said: { en: '{heading}: {text}', 'zh-CN': '{heading}：{text}' },
  heading: { en: '{heading}:', 'zh-CN': '{heading}：' },
  oneOf: { en: 'levers catalog takes {actions}', 'zh-CN': 'levers catalog 可以写 {actions}' },
  oneId: { en: 'levers catalog show takes the id of one strategy', 'zh-CN': 'levers catalog show 需要一项策略的 id' },
  unknown: { en: 'There is no strategy {id}. {more}', 'zh-CN': '没有策略 {id}。{more}' },
  see: { en: '`levers catalog list` lists all.', 'zh-CN': '`levers catalog list` 列出全部策略。' },
} satisfies Record<string, Text>;

const actions = ['list', 'show'] as const;

function row({ title, id }: { readonly title: Text; readonly id: string }, locale: Locale): string {
  return say(words.row, locale, { title, id });
}

/** The levers, each with its strategies by id and title. */
function listed(catalog: Catalog, locale: Locale): string[] {
  return catalog.levers.flatMap(({ id, title }, index) => [
    ...(index > 0 ? [''] : []),
    row({ title, id }, locale),
    ...catalog.under(id).map((strategy) => `  ${row(strategy, locale)}`),
  ]);
}

/** All that the catalog says of a strategy. */
function shown(strategy: CatalogStrategy, catalog: Catalog, locale: Locale): string[] {
  const { id, summary, goodFor, phase, origin, caution, deliverables, indicators, seeAlso } = strategy;
  const lines = [row(strategy, locale), say(catalog.lever(strategy.lever).title, locale), ''];
  const add = (heading: Text, text: Text) => lines.push(say(words.said, locale, { heading, text }));
  const list = (heading: Text, texts: readonly string[]) => {
    if (texts.length > 0) lines.push('', say(words.heading, locale, { heading }), ...texts.map((text) => `- ${text}`));
  };
  lines.push(say(summary, locale));
  if (origin !== undefined) lines.push(say(strategyWords.origin, locale, { origin }));
  if (catalog.hidden.has(id)) lines.push(say(strategyWords.hidden, locale));
  if (goodFor) add(strategyWords.goodFor, goodFor);
  if (phase) add(strategyWords.phase, phaseWords[phase]);
  if (caution === 'rewards-in-moderation') lines.push(say(strategyWords.moderation, locale));
  const said = (texts: readonly Text[] = []) => texts.map((text) => say(text, locale));
  list(strategyWords.deliverables, said(deliverables));
  list(strategyWords.indicators, said(indicators));
  const similar = (seeAlso ?? []).filter((other) => !catalog.hidden.has(other));
  const known = similar.flatMap((other) => catalog.strategy(other) ?? []);
  list(
    strategyWords.seeAlso,
    known.map((other) => row(other, locale)),
  );
  return lines;
}

const { catalog: catalogOption, rules } = judgingOptions;

export const catalog = command({
  summary: { en: 'Lists the strategies that hold here, or explains one', 'zh-CN': '列出可用的策略，或说明其中一项' },
  operands: same('[list|show ID]'),
  operandWords: () => actions,
  about: {
    en: 'The built-in strategies and those of the team: its catalog in this folder, and those that are named.',
    'zh-CN': '内置策略，以及团队的策略：当前文件夹的目录和另外指定的目录。',
  },
  options: { catalog: catalogOption, rules },
  examples: [
    { call: 'catalog list', text: { en: 'All strategies by lever', 'zh-CN': '按 LEVERS 列出全部策略' } },
    { call: 'catalog show executive-briefings', text: { en: 'One of them', 'zh-CN': '其中一项' } },
  ],
  run(call, machine) {
    const { operands, locale, speak } = call;
    const [action = 'list', id, ...others] = operands;
    if (action !== 'list' && action !== 'show')
      throw new UsageError(speak(words.oneOf, { actions: alternatives(actions) }));
    if (action === 'list' ? id !== undefined : id === undefined || others.length > 0)
      throw new UsageError(speak(action === 'list' ? words.oneOf : words.oneId, { actions: alternatives(actions) }));
    const complaints = new Complaints(machine);
    const judge = judgeOf(call, machine, complaints);
    // A plan in this folder would have it.
    const plan = '.levers.yaml';
    if (!judge || !canUseConfigs([plan], judge, locale, complaints)) return 2;
    const here = judge.catalogs.for(plan);
    const strategy = id === undefined ? undefined : here.strategy(id);
    if (id !== undefined && !strategy) {
      const ids = here.strategies.map((other) => other.id);
      const more = meantOr(words.see, id, ids);
      throw new UsageError(speak(words.unknown, { id, more }));
    }
    machine.out(`${printed(strategy ? shown(strategy, here, locale) : listed(here, locale))}\n`);
    return complaints.failed ? 2 : 0;
  },
});
