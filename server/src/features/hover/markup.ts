/** Documentation of keys, strategies and levers as Markdown, for hover and completion. */

import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { phaseWords, strategyWords } from '../../core/analysis/strategyWords.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import type { Catalog, CatalogStrategy } from '../../core/model/catalog.ts';
import type { LeverId } from '../../core/schema/format.gen.ts';
import type { Shape } from '../../core/schema/schema.ts';

const words = {
  ...strategyWords,
  values: { en: 'One of', 'zh-CN': '可选值' },
  example: { en: 'Example', 'zh-CN': '示例' },
  default: { en: 'When left out', 'zh-CN': '不写时' },
  required: { en: 'Required', 'zh-CN': '必填' },
} satisfies Record<string, Text>;

const colon: Record<Locale, string> = { en: ': ', 'zh-CN': '：' };

/**
 * A text that users have written as Markdown shows it letter by letter, in one line: with no link, no picture, no HTML.
 * A bare address is no link either: the backslashes would become a part of it. In the plan itself it is one.
 */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]|:(?=\/\/)/g, '\\$&').replace(/\s+/g, ' ');
}

/** Markdown for an editor; what users have written is `escaped` in it, or code. */
export function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}

/** An id as inline code, whatever characters it has. */
function code(id: string): string {
  return `\`${id.replace(/[`\s]+/g, ' ')}\``;
}

function shownTitle({ title, origin }: CatalogStrategy, locale: Locale): string {
  return origin === undefined ? say(title, locale) : escaped(say(title, locale));
}

/** A strategy of the catalog: description, phase, benefits. `full` adds deliverables, indicators and look-alikes. */
export function strategyMarkup(strategy: CatalogStrategy, catalog: Catalog, locale: Locale, full: boolean): string {
  const label = (key: keyof typeof words) => `**${say(words[key], locale)}**${colon[locale]}`;
  const lever = catalog.lever(strategy.lever);
  // A team's own words are shown as they are.
  const text = (words: Text) => (strategy.origin === undefined ? say(words, locale) : escaped(say(words, locale)));
  const parts = [`**${shownTitle(strategy, locale)}** · ${say(lever.title, locale)}`, text(strategy.summary)];
  if (strategy.origin !== undefined) parts.push(`_${say(words.origin, locale, { origin: code(strategy.origin) })}_`);
  if (catalog.hidden.has(strategy.id)) parts.push(`_${say(words.hidden, locale)}_`);
  if (strategy.goodFor) parts.push(label('goodFor') + text(strategy.goodFor));
  const phase = strategy.phase && phaseWords[strategy.phase];
  if (phase) parts.push(label('phase') + say(phase, locale));
  if (strategy.caution === 'rewards-in-moderation') parts.push(`_${say(words.moderation, locale)}_`);
  if (full) {
    const list = (key: keyof typeof words, texts: readonly Text[] | undefined) => {
      if (texts?.length) parts.push([label(key).trimEnd(), '', ...texts.map((words) => `- ${text(words)}`)].join('\n'));
    };
    list('deliverables', strategy.deliverables);
    list('indicators', strategy.indicators);
    const offered = (strategy.seeAlso ?? []).filter((id) => !catalog.hidden.has(id));
    const similar = offered.flatMap((id) => catalog.strategy(id) ?? []);
    if (similar.length) {
      const names = similar.map(
        (other) =>
          `- ${code(other.id)}${colon[locale]}${shownTitle(other, locale)} (${say(catalog.lever(other.lever).title, locale)})`,
      );
      parts.push([label('seeAlso').trimEnd(), '', ...names].join('\n'));
    }
  }
  return parts.filter(Boolean).join('\n\n');
}

/** A key or value of the format: its title and description, the values it takes, an example. */
export function shapeMarkup(shape: Shape, locale: Locale, required: boolean): string {
  const label = (key: keyof typeof words) => `**${say(words[key], locale)}**${colon[locale]}`;
  const parts: string[] = [];
  if (shape.title) parts.push(`**${say(shape.title, locale)}**${required ? ` · ${say(words.required, locale)}` : ''}`);
  if (shape.description) parts.push(say(shape.description, locale));
  if (shape.enum) {
    const lines = shape.enum.map((value) => {
      const text = shape.values?.get(value);
      return text ? `- \`${value}\`${colon[locale]}${say(text, locale)}` : `- \`${value}\``;
    });
    parts.push([label('values').trimEnd(), '', ...lines].join('\n'));
  }
  if (shape.default !== undefined) parts.push(`${label('default')}\`${String(shape.default)}\``);
  const example = shape.examples[locale][0];
  if ((typeof example === 'string' || typeof example === 'number') && !shape.enum) {
    parts.push(`${label('example')}\`${example}\``);
  }
  return parts.join('\n\n');
}

/** One of the six levers, with the strategies of the catalog. */
export function leverMarkup(id: LeverId, catalog: Catalog, locale: Locale): string {
  const lever = catalog.lever(id);
  const strategies = catalog
    .under(id)
    .map((strategy) => `- ${code(strategy.id)}${colon[locale]}${shownTitle(strategy, locale)}`);
  return [`**${say(lever.title, locale)}** (${lever.letter})`, say(lever.summary, locale), strategies.join('\n')].join(
    '\n\n',
  );
}
