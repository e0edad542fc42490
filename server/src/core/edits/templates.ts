/** The smallest plan and the smallest catalog, and the language in which words are written into a plan. */

import { type Locale, localeOf, type Text } from '../i18n/message.ts';
import type { Plan } from '../model/plan.ts';
import { addDays } from '../text/day.ts';
import { lineBreak } from '../text/lines.ts';

/** The language in which words are written into a plan: its own, else the reader's. */
export function writingLocale(plan: Plan, locale: Locale): Locale {
  const own = plan.head?.word('locale')?.value;
  return own ? localeOf(own) : locale;
}

/** What stands in a new plan for what nobody has said yet (`core/analysis/placesToFill.ts`). */
export const planSamples = {
  title: { en: 'What changes …', 'zh-CN': '要变更什么……' },
  need: { en: 'What goes wrong today and for whom …', 'zh-CN': '目前哪里有问题、影响到谁……' },
  group: { en: 'The first group', 'zh-CN': '第一个群体' },
} satisfies Record<string, Text>;

/**
 * The smallest useful plan, to be put after `text` (blank or only comments): dates start at `today`, go-live is twelve
 * weeks and the end half a year later, names are left to be filled in.
 */
export function minimalPlan(text: string, today: string, locale: Locale): string {
  const { title, need, group } = planSamples;
  const lines = [
    'version: 1',
    'plan:',
    `  title: ${title[locale]}`,
    '  owner:',
    '  sponsor:',
    `  start: ${today}`,
    `  goLive: ${addDays(today, 84)}`,
    `  end: ${addDays(today, 182)}`,
    'purpose:',
    `  need: ${need[locale]}`,
    'stakeholders:',
    '  - id: first-group',
    `    name: ${group[locale]}`,
    '    impact: high',
    'levers:',
    '  leadership:',
    '    strategies:',
    '      - use: transparent-communication',
    '        owner:',
    '        audience: [first-group]',
    '',
  ];
  return below(text, lines);
}

function below(text: string, lines: readonly string[]): string {
  const nl = lineBreak(text);
  return (text === '' || text.endsWith('\n') ? '' : nl) + lines.join(nl);
}

const sampleStrategy = {
  en: { title: 'Our own strategy', summary: 'What we do, and for whom' },
  'zh-CN': { title: '我们自己的策略', summary: '做什么，为谁做' },
};

/** A small catalog of a team, to be put after `text` (blank or only comments). */
export function minimalCatalog(text: string, locale: Locale): string {
  const { title, summary } = sampleStrategy[locale];
  return below(text, [
    'catalogVersion: 1',
    'id: our-team',
    'strategies:',
    '  - id: our-strategy',
    '    lever: enablement',
    '    title:',
    `      ${locale}: ${title}`,
    '    summary:',
    `      ${locale}: ${summary}`,
    '',
  ]);
}
