/** The report for people: one line for each problem, a line for each file, a sum at the end. */

import { coveredCount, severityWords } from '../../core/analysis/labels.ts';
import { type Locale, say, sayMessage, type Text, type Value } from '../../core/i18n/message.ts';
import { healthLine } from '../../core/overview/health.ts';
import { startText } from '../../core/overview/startWith.ts';
import { printed } from '../printed.ts';
import { type Position, positions } from './position.ts';
import type { Checked, Report, Sum } from './report.ts';

const words = {
  fixed: { en: 'fixed', 'zh-CN': '已修复' },
  catalog: { en: 'catalog · strategies: {n} · hidden: {hidden}', 'zh-CN': '目录 · 策略：{n} · 隐藏：{hidden}' },
  config: { en: 'configuration', 'zh-CN': '配置' },
  catalogs: { en: ' · catalogs: {n}', 'zh-CN': ' · 目录：{n}' },
  configs: { en: ' · configurations: {n}', 'zh-CN': ' · 配置：{n}' },
  sum: {
    en: 'Plans: {plans}{catalogs}{configs} · errors: {error} · warnings: {warning} · infos: {info} · hints: {hint}',
    'zh-CN': '计划：{plans}{catalogs}{configs} · 错误：{error} · 警告：{warning} · 信息：{info} · 提示：{hint}',
  },
} satisfies Record<string, Text>;

/** What is said of a file beside its path: coverage and how it stands, or what file of the team it is, and whether it was fixed. */
export function aboutFile({ coverage, health, catalog, config, fixed }: Checked, locale: Locale): string[] {
  const of = catalog && { n: catalog.strategies.length, hidden: catalog.hide.length };
  return [
    of ? say(words.catalog, locale, of) : '',
    config ? say(words.config, locale) : '',
    coverage ? say(coveredCount, locale, { n: coverage.covered.length }) : '',
    health ? sayMessage(healthLine(health), locale) : '',
    fixed ? say(words.fixed, locale) : '',
  ].filter(Boolean);
}

export function placeShown({ line, column }: Position): string {
  return `${line}:${column}`;
}

/** "Start with: …", with the place of each problem; empty where there is one problem or none. */
export function startLine({ problems }: Checked, at: (offset: number) => Position, locale: Locale): string {
  if (problems.length < 2) return '';
  return startText(problems, locale, ({ span }, sentence) => `${placeShown(at(span.start))} ${sentence}`);
}

/** How many configurations there are, as the end of a list of files; empty where there is none. */
export function configsCounted(n: number): Value {
  return n ? { text: words.configs, data: { n } } : '';
}

/** The sums of a run in one line. */
export function sumLine({ plans, catalogs, configs, counts }: Sum, locale: Locale, form: Text = words.sum): string {
  const more = catalogs ? { text: words.catalogs, data: { n: catalogs } } : '';
  return say(form, locale, { plans, catalogs: more, configs: configsCounted(configs), ...counts });
}

export const text: Report = {
  part(file, locale) {
    const lines = [[file.path, ...aboutFile(file, locale)].join('  ')];
    const at = positions(file.text);
    for (const problem of file.problems) {
      const severity = say(severityWords[problem.severity], locale);
      const place = placeShown(at(problem.span.start));
      lines.push(`  ${place}  ${severity}  ${sayMessage(problem.message, locale)}  [${problem.code}]`);
    }
    const start = startLine(file, at, locale);
    if (start) lines.push(`  ${start}`);
    return printed(lines);
  },

  whole: (parts, sum, locale) => `${[...parts, sumLine(sum, locale)].join('\n')}\n`,
};
