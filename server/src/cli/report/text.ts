/** The report for people: one line for each problem, a line for each file, a sum at the end. */

import { coveredCount, severityWords } from '../../core/analysis/labels.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { healthLine } from '../../core/overview/health.ts';
import { startText } from '../../core/overview/startWith.ts';
import { printed } from '../printed.ts';
import { positions } from './position.ts';
import type { Checked, Report, Sum } from './report.ts';

const words = {
  fixed: { en: 'fixed', 'zh-CN': '已修复' },
  catalog: { en: 'catalog · strategies: {n} · hidden: {hidden}', 'zh-CN': '目录 · 策略：{n} · 隐藏：{hidden}' },
  catalogs: { en: ' · catalogs: {n}', 'zh-CN': ' · 目录：{n}' },
  sum: {
    en: 'Plans: {plans}{catalogs} · errors: {error} · warnings: {warning} · infos: {info} · hints: {hint}',
    'zh-CN': '计划：{plans}{catalogs} · 错误：{error} · 警告：{warning} · 信息：{info} · 提示：{hint}',
  },
} satisfies Record<string, Text>;

function about({ coverage, health, catalog }: Checked, locale: Locale): string {
  if (catalog) return say(words.catalog, locale, { n: catalog.strategies.length, hidden: catalog.hide.length });
  const standing = health ? sayMessage(healthLine(health), locale) : '';
  const covered = coverage ? say(coveredCount, locale, { n: coverage.covered.length }) : '';
  return [covered, standing].filter(Boolean).join('  ');
}

/** The sums of a run in one line. */
export function sumLine({ plans, catalogs, counts }: Sum, locale: Locale): string {
  const more = catalogs ? { text: words.catalogs, data: { n: catalogs } } : '';
  return say(words.sum, locale, { plans, catalogs: more, ...counts });
}

export const text: Report = {
  part(file, locale) {
    const { path, problems, fixed } = file;
    const lines = [[path, about(file, locale), fixed ? say(words.fixed, locale) : ''].filter(Boolean).join('  ')];
    const at = positions(file.text);
    for (const problem of problems) {
      const { line, column } = at(problem.span.start);
      const severity = say(severityWords[problem.severity], locale);
      lines.push(`  ${line}:${column}  ${severity}  ${sayMessage(problem.message, locale)}  [${problem.code}]`);
    }
    if (problems.length > 1) {
      const place = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
      const start = startText(problems, locale, ({ span }, sentence) => `${place(at(span.start))} ${sentence}`);
      if (start) lines.push(`  ${start}`);
    }
    return printed(lines);
  },

  whole: (parts, sum, locale) => `${[...parts, sumLine(sum, locale)].join('\n')}\n`,
};
