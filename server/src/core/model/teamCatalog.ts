/** Merges a team's catalog files into the built-in catalog. */

import { locales, type Text } from '../i18n/message.ts';
import { same } from '../i18n/phrases.ts';
import { leverIds, type MeasureKind, measureKindValues, strategyPhaseValues } from '../schema/format.gen.ts';
import { type At, isList, isMap, isScalar, itemsOf, valueUnder } from '../syntax/tree.ts';
import {
  builtInCatalog,
  type Catalog,
  type CatalogStrategy,
  catalogOf,
  type Indicator,
  type Withdrawn,
} from './catalog.ts';
import type { TeamFile } from './catalogFile.ts';
import { complete } from './declaredIds.ts';
import type { Entry } from './entry.ts';
import { titleOf } from './ids.ts';

const nothing = same('');

/** A text that is not empty. */
function wordOf(at: At | undefined): string | undefined {
  if (!isScalar(at) || typeof at.node.value !== 'string') return undefined;
  return at.node.value.trim() || undefined;
}

/** A text in one or both languages, or a bare one; where a language is missing the other stands in. */
function textOf(at: At | undefined): Text | undefined {
  const bare = wordOf(at);
  if (bare !== undefined) return same(bare);
  const words = locales.map((locale) => wordOf(valueUnder(at, locale)));
  const any = words.find((word) => word !== undefined);
  return any === undefined ? undefined : { en: words[0] ?? any, 'zh-CN': words[1] ?? any };
}

function textsUnder(entry: Entry, key: string): Text[] {
  return itemsOf(entry.pair(key)?.value).flatMap((item) => textOf(item) ?? []);
}

function indicatorsOf(entry: Entry): Indicator[] {
  return itemsOf(entry.pair('indicators')?.value).flatMap((item) => {
    const text = textOf(item);
    const word = isMap(item) ? wordOf(valueUnder(item, 'kind')) : undefined;
    const kind = measureKindValues.find((value) => value === word) as MeasureKind | undefined;
    return text ? [{ ...text, ...(kind && { kind }) }] : [];
  });
}

/** Converts an entry to a catalog strategy; undefined without an id or one of the six levers. */
function strategyOf(entry: Entry, origin: string): CatalogStrategy | undefined {
  const id = entry.word('id')?.value;
  const lever = leverIds.find((value) => value === entry.word('lever')?.value);
  if (id === undefined || !lever) return undefined;
  const phase = strategyPhaseValues.find((value) => value === entry.word('phase')?.value);
  const goodFor = textOf(entry.pair('goodFor')?.value);
  const ai = entry.pair('ai')?.value;
  const caution = entry.word('caution')?.value;
  const words = (key: string) => entry.words(key).map(({ value }) => value);
  return {
    id,
    lever,
    title: textOf(entry.pair('title')?.value) ?? same(titleOf(id)),
    summary: textOf(entry.pair('summary')?.value) ?? nothing,
    ...(goodFor && { goodFor }),
    ...(phase && { phase }),
    ...(isScalar(ai) && ai.node.value === true && { ai: true }),
    factors: words('factors'),
    affects: words('affects'),
    deliverables: textsUnder(entry, 'deliverables'),
    indicators: indicatorsOf(entry),
    seeAlso: words('seeAlso'),
    ...(caution !== undefined && { caution }),
    origin,
  };
}

/** Whether all strategies of a file could be read. */
function wholly({ file }: TeamFile): boolean {
  if (!file.root) return file.errors.length === 0;
  if (!file.head || !complete(file, 'strategies')) return false;
  if (file.head.state('strategies') !== 'given') return true;
  const list = file.head.pair('strategies')?.value;
  return isList(list) && itemsOf(list).every(isMap);
}

/**
 * The built-in catalog with what teams add to it and hide, the files in the order in which they count: of two strategies
 * with one id the first is taken, and never one with the id of a built-in strategy.
 */
export function teamCatalog(files: readonly TeamFile[]): Catalog {
  if (files.length === 0) return builtInCatalog;
  const known = new Map(builtInCatalog.strategies.map((strategy) => [strategy.id, strategy]));
  const own: CatalogStrategy[] = [];
  const hidden = new Map<string, Withdrawn>();
  const incomplete = new Set(files.filter((file) => !wholly(file)));
  for (const by of files) {
    const origin = by.file.id ?? by.name;
    for (const entry of by.file.strategies) {
      const strategy = strategyOf(entry, origin);
      if (!strategy) incomplete.add(by);
      else if (!known.has(strategy.id)) {
        known.set(strategy.id, strategy);
        own.push(strategy);
      }
    }
    for (const { value, span } of by.file.hide) {
      if (builtInCatalog.strategy(value) && !hidden.has(value)) hidden.set(value, { by, span });
    }
  }
  // A team's own strategies are suggested before built-in ones.
  return catalogOf(builtInCatalog.levers, [...own, ...builtInCatalog.strategies], {
    hidden,
    files,
    incomplete: [...incomplete],
  });
}
