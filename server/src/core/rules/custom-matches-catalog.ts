/** A strategy typed by hand that the catalog has. */

import { coverage, minimumLevers, notCounted } from '../analysis/coverage.ts';
import { leverInText } from '../analysis/labels.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import type { RuleSettings } from '../diagnostics/settings.ts';
import { type ItemText, itemTextAt, removeItem } from '../edits/yamlEdit.ts';
import { addStrategies } from '../fixes/suggest.ts';
import { locales } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog, CatalogStrategy } from '../model/catalog.ts';
import { remembered } from '../model/entry.ts';
import { mostCompared } from '../model/nearestStrategies.ts';
import { folded } from '../model/personName.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { indexOfItem, isList, type PairAt } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { getOrMake } from '../text/getOrMake.ts';
import { column } from '../text/lines.ts';
import { distance } from '../text/spelling.ts';

/** Two titles are the same but for so large a part of the longer (docs/domain.md 4.2). */
const tolerance = 0.2;

/** Shorter titles, in code points, are close to each other by chance. */
const shortest = 6;

/** A title or id as it is compared: hyphens and blanks are the same. */
function plain(text: string): string {
  return folded(text).replace(/[-\s]+/g, ' ');
}

/** The names of the strategies of a catalog: which is the first of a name, and all by their length. */
interface Known {
  readonly byName: Map<string, CatalogStrategy>;
  readonly byLength: Map<number, { name: string; strategy: CatalogStrategy }[]>;
}

const knownOf = new WeakMap<Catalog, Known>();

function knownNames(catalog: Catalog): Known {
  return getOrMake(knownOf, catalog, () => {
    const known: Known = { byName: new Map(), byLength: new Map() };
    for (const strategy of catalog.strategies) {
      for (const text of [strategy.id, ...locales.map((locale) => strategy.title[locale])]) {
        const name = plain(text);
        getOrMake(known.byName, name, () => strategy);
        getOrMake(known.byLength, name.length, () => []).push({ name, strategy });
      }
    }
    return known;
  });
}

/** The strategy of the catalog whose title or id is that title or, `closely`, nearest to it, if it is near enough. */
function nearestTo(title: string, catalog: Catalog, closely: boolean): CatalogStrategy | undefined {
  const word = plain(title);
  if ([...word].length < shortest) return undefined;
  const { byName, byLength } = knownNames(catalog);
  const same = byName.get(word);
  if (same || !closely) return same;
  let best: { strategy: CatalogStrategy; score: number } | undefined;
  const most = Math.floor(word.length / (1 - tolerance));
  for (let length = Math.ceil(word.length * (1 - tolerance)); length <= most; length++) {
    for (const { name, strategy } of byLength.get(length) ?? []) {
      const score = distance(word, name);
      if (score <= tolerance * Math.max(length, word.length) && score < (best?.score ?? Number.POSITIVE_INFINITY)) {
        best = { strategy, score };
      }
    }
  }
  return best?.strategy;
}

/** The strategy of the catalog that a custom one repeats. */
const lookalike = remembered((strategy, catalog: Catalog, closely: boolean): CatalogStrategy | undefined => {
  const title = strategy.text('title');
  const custom = strategy.state('use') === 'missing' && !misspelt(strategy.at, 'use', shapes.strategy);
  return custom && title !== undefined ? nearestTo(title, catalog, closely) : undefined;
});

/** The strategies of the catalog that the plan uses. */
const used = ofPlan(
  (plan): ReadonlySet<string | undefined> =>
    new Set(plan.strategies.flatMap((strategy) => (strategy.cancelled ? [] : strategy.says.use))),
);

/** An item with `use` in place of its title. */
function renamed(plan: Plan, strategy: Strategy, item: ItemText, title: PairAt, use: string): ItemText {
  const source = plan.text.slice(title.span.start, title.span.end);
  const line = plan.text.slice(strategy.at.start, title.key.start).split('\n').length - 1;
  const depth = column(plan.text, strategy.at.start);
  const at = line === 0 ? title.key.start - strategy.at.start : column(plan.text, title.key.start) - depth;
  const replace = (text: string) => text.slice(0, at) + use + text.slice(at + source.length);
  const lines = item.lines.map((text, index) => (index === line ? replace(text) : text));
  return { lines, ...(item.inline !== undefined && lines[0] !== undefined && { inline: lines[0] }) };
}

/** Whether enough levers stay covered when a strategy goes to another lever. */
function staysCovered(
  plan: Plan,
  strategy: Strategy,
  known: CatalogStrategy,
  catalog: Catalog,
  settings: RuleSettings,
) {
  if (notCounted(strategy, catalog)) return true;
  const { levers, covered } = coverage(plan, catalog);
  const left = levers.find(({ lever }) => lever === strategy.lever.id)?.strategies ?? [];
  const gains = covered.includes(known.lever) ? 0 : 1;
  const loses = left.filter((entry) => !entry.notCounted).length === 1 ? 1 : 0;
  return loses <= gains || covered.length - loses + gains >= minimumLevers(settings);
}

/** The edits that take the strategy from the catalog, under the lever to which it belongs there. */
function adopt(plan: Plan, strategy: Strategy, known: CatalogStrategy): Edit[] | undefined {
  const title = strategy.pair('title');
  const source = title && plan.text.slice(title.span.start, title.span.end);
  if (!title || !source || source.includes('\n')) return undefined;
  const use = `use: ${known.id}`;
  if (known.lever === strategy.lever.id) return [{ span: title.span, text: use }];
  const list = strategy.lever.pair('strategies')?.value;
  const index = indexOfItem(list, strategy.at.start);
  if (!isList(list) || index < 0) return undefined;
  const item = renamed(plan, strategy, itemTextAt(plan, list, strategy.at), title, use);
  const target = addStrategies(plan, known.lever, [item]);
  const removal = removeItem(plan, list, index);
  return target && removal && [...target, removal];
}

export const rule: Rule = {
  code: 'custom-matches-catalog',
  severity: 'hint',
  summary: {
    en: 'A custom strategy has the title of one in the catalog.',
    'zh-CN': '自定义策略的标题与目录中的某项策略相同或相近。',
  },
  doc: {
    why: {
      en: 'A title typed by hand stands alone. Chosen from the catalog the strategy also knows its phase, its indicators and its title in the other language.',
      'zh-CN': '手写的标题只是一行字。从目录中选用，策略就带有阶段、建议指标和另一种语言的标题。',
    },
    fix: {
      en: 'Write `use` with the id from the catalog in place of the title.',
      'zh-CN': '用 `use` 加目录中的标识代替标题。',
    },
    allow: {
      en: 'When it is something else that only sounds alike, or works through another lever on purpose.',
      'zh-CN': '只是名称相近而内容不同，或有意放在另一个 LEVERS 方法下时。',
    },
  },
  each(plan, { catalog, settings }) {
    let compared = 0;
    return (strategy) => {
      if (strategy.says.use !== undefined || strategy.cancelled) return undefined;
      compared += catalog.strategies.length;
      const known = lookalike(strategy, catalog, compared <= mostCompared);
      const title = strategy.word('title');
      if (!known || !title) return undefined;
      const moves = known.lever !== strategy.lever.id;
      // Made a custom strategy to stand under another lever: the way out that `strategy-under-wrong-lever` offers.
      if (moves && strategy.word('id')?.value === known.id) return undefined;
      const data = { title: known.title, id: quoted(known.id), lever: leverInText(known.lever, catalog) };
      return {
        span: title.span,
        text: moves
          ? {
              en: 'The catalog has a strategy like this under {lever}: “{title}”. Choose it there with `use` and {id} to get its phase and indicators.',
              'zh-CN': '目录的{lever}中有相近的策略“{title}”。请在那里用 `use` 选用 {id}，就能带上阶段和建议指标。',
            }
          : {
              en: 'The catalog has a strategy like this: “{title}”. Choose it with `use` and {id} to get its phase and indicators.',
              'zh-CN': '目录中有相近的策略“{title}”。请用 `use` 选用 {id}，就能带上阶段和建议指标。',
            },
        data,
        fixes: (): Fix[] => {
          if (used(plan).has(known.id) || (moves && !staysCovered(plan, strategy, known, catalog, settings))) return [];
          const edits = adopt(plan, strategy, known);
          if (!edits) return [];
          const text = moves
            ? { en: 'Use {id} of the catalog, under {lever}', 'zh-CN': '选用目录中的 {id}，并移到{lever}' }
            : { en: 'Use {id} of the catalog', 'zh-CN': '选用目录中的 {id}' };
          return [{ title: { text, data }, edits, preferred: !moves }];
        },
      };
    };
  },
};
