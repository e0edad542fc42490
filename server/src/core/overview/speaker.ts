/** Texts of pictures, in one language. */

import { strategyTitle } from '../analysis/labels.ts';
import type { Context } from '../diagnostics/rule.ts';
import { type Data, type Locale, say, type Text, type Value } from '../i18n/message.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Strategy } from '../model/plan.ts';

const between: Record<Locale, string> = { en: '; ', 'zh-CN': '；' };

export interface Speaker {
  readonly locale: Locale;
  readonly catalog: Catalog;
  text(text: Text, data?: Data): string;
  value(value: Value): string;
  /** The title of a strategy. */
  strategy(strategy: Strategy): string;
  /** Several pieces as one label; empty ones are left out, and so are full stops between them. */
  label(...parts: readonly (string | undefined)[]): string;
}

/** A speaker for a reader. */
export function speaker({ locale, catalog }: Pick<Context, 'locale' | 'catalog'>): Speaker {
  const value = (words: Value) => say({ en: '{words}', 'zh-CN': '{words}' }, locale, { words });
  return {
    locale,
    catalog,
    text: (text, data) => say(text, locale, data),
    value,
    strategy: (strategy) => value(strategyTitle(strategy, catalog)),
    label: (...parts) => {
      const said = parts.flatMap((part) => part || []);
      return said
        .map((part, index) => (index < said.length - 1 ? part.replace(/[.。]$/, '') : part))
        .join(between[locale]);
    },
  };
}
