/** The report for people: one line for each problem, a line for each plan, a sum at the end. */
import { type Locale, say, sayMessage, type Text } from '../../core/text.ts';
import { severityWords } from '../../core/words.ts';
import { type Checked, tally } from '../run.ts';
import { positions } from './position.ts';

const words = {
  covered: { en: '{n} of 6 levers covered', 'zh-CN': '已启用 {n}/6 个 LEVERS' },
  fixed: { en: 'fixed', 'zh-CN': '已修复' },
  sum: {
    en: 'Plans: {files} · errors: {error} · warnings: {warning} · infos: {info} · hints: {hint}',
    'zh-CN': '计划：{files} · 错误：{error} · 警告：{warning} · 信息：{info} · 提示：{hint}',
  },
} satisfies Record<string, Text>;

export function textReport(files: readonly Checked[], locale: Locale): string {
  const lines: string[] = [];
  for (const { path, text, coverage, problems, fixed } of files) {
    const covered = say(words.covered, locale, { n: coverage.covered.length });
    lines.push(`${path}  ${covered}${fixed ? `  ${say(words.fixed, locale)}` : ''}`);
    const at = positions(text);
    for (const problem of problems) {
      const { line, column } = at(problem.span.start);
      const severity = say(severityWords[problem.severity], locale);
      lines.push(`  ${line}:${column}  ${severity}  ${sayMessage(problem.message, locale)}  [${problem.code}]`);
    }
  }
  lines.push(say(words.sum, locale, { files: files.length, ...tally(files) }));
  return `${lines.join('\n')}\n`;
}
