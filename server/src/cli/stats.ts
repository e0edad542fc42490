/** What `--stats` says of a run: how many files and problems, of which rules, and how long it took. */
import { type Locale, say, type Text } from '../core/i18n/message.ts';
import type { Codes } from './report/report.ts';
import { configsCounted } from './report/text.ts';

const words = {
  files: {
    en: 'Plans: {plans} · catalogs: {catalogs}{configs} · seconds: {seconds}',
    'zh-CN': '计划：{plans} · 目录：{catalogs}{configs} · 秒：{seconds}',
  },
  problems: { en: 'Problems by rule: {n}', 'zh-CN': '各规则发现的问题：{n}' },
} satisfies Record<string, Text>;

interface Stats {
  readonly plans: number;
  readonly catalogs: number;
  readonly configs: number;
  /** The counts of each file. */
  readonly codes: readonly Codes[];
  readonly milliseconds: number;
}

/** The lines; rules with the most problems first. */
export function statsLines({ plans, catalogs, configs, codes, milliseconds }: Stats, locale: Locale): string[] {
  const sums = new Map<string, number>();
  for (const [code, count] of codes.flatMap((some) => Object.entries(some)))
    sums.set(code, (sums.get(code) ?? 0) + count);
  const rows = [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const n = rows.reduce((sum, [, count]) => sum + count, 0);
  const width = Math.max(5, ...rows.map(([, count]) => String(count).length + 2));
  return [
    say(words.files, locale, {
      plans,
      catalogs,
      configs: configsCounted(configs),
      seconds: (milliseconds / 1000).toFixed(2),
    }),
    say(words.problems, locale, { n }),
    ...rows.map(([code, count]) => `${String(count).padStart(width)}  ${code}`),
  ];
}
