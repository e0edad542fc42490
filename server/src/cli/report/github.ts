/** The report for GitHub Actions: annotations as workflow commands, and a summary of the job. */
import { severityWords } from '../../core/analysis/labels.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { printed } from '../printed.ts';
import { type Range, ranges } from './position.ts';
import { dataReport, type Sum } from './report.ts';
import { sumLine } from './text.ts';
import { xml } from './xml.ts';

const kinds = ['error', 'warning', 'notice'] as const;
type Kind = (typeof kinds)[number];

const kindOf: Readonly<Record<Severity, Kind>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** GitHub shows no more annotations of a kind for one step. */
const mostOfAKind = 10;

const words = {
  leftOut: {
    en: 'Not shown as annotations, because GitHub takes ten of a kind: errors: {error} · warnings: {warning} · notices: {notice}',
    'zh-CN': '未显示为注释（GitHub 每类最多显示十条）：错误：{error} · 警告：{warning} · 通知：{notice}',
  },
  place: { en: 'Place', 'zh-CN': '位置' },
  severity: { en: 'Severity', 'zh-CN': '级别' },
  problem: { en: 'Problem', 'zh-CN': '问题' },
  rule: { en: 'Rule', 'zh-CN': '规则' },
  cut: {
    en: 'Left out here, because a summary holds no more: {n}',
    'zh-CN': '因摘要长度有限，此处略去：{n}',
  },
  unchecked: { en: 'Could not be done', 'zh-CN': '未能完成' },
} satisfies Record<string, Text>;

interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

interface FoundIn {
  readonly path: string;
  readonly found: readonly Found[];
}

/** A text as data of a workflow command, in one line. */
function data(text: string): string {
  return printed([text]).replaceAll('%', '%25');
}

/** A text as the value of a property of a workflow command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function annotation(path: string, { code, severity, message, range: { start, end } }: Found): string {
  // The runner refuses columns where there is more than one line.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const place = `file=${property(path)},line=${start.line},endLine=${end.line}${columns}`;
  return `::${kindOf[severity]} ${place},title=${property(code)}::${data(message)}`;
}

function annotations(files: readonly FoundIn[], sum: Sum, locale: Locale): string {
  const found = files.flatMap(({ path, found: inFile }) =>
    inFile.map((one) => ({ kind: kindOf[one.severity], line: annotation(path, one) })),
  );
  const unchecked = sum.failures.map((failure) => ({ kind: 'error' as const, line: `::error::${data(failure)}` }));
  const left = { error: 0, warning: 0, notice: 0 };
  const told = kinds.flatMap((kind) => {
    const all = [...unchecked, ...found].filter((one) => one.kind === kind);
    left[kind] = Math.max(all.length - mostOfAKind, 0);
    return all.slice(0, mostOfAKind).map(({ line }) => line);
  });
  if (kinds.some((kind) => left[kind] > 0)) told.push(say(words.leftOut, locale, left));
  return `${[...told, sumLine(sum, locale)].join('\n')}\n`;
}

/** HTML in the Markdown of a summary: words of a plan are no Markdown in it, and the lines of a table can be cut anywhere. */
function row(cells: readonly string[], tag: 'td' | 'th' = 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${xml(cell)}</${tag}>`).join('')}</tr>\n`;
}

function summary(files: readonly FoundIn[], sum: Sum, locale: Locale, most: number): string {
  const head = ['place', 'severity', 'problem', 'rule'] as const;
  const rows = [
    ...sum.failures.map((failure) => row(['', say(words.unchecked, locale), failure, ''])),
    ...files.flatMap(({ path, found }) =>
      found.map(({ range: { start }, severity, message, code }) =>
        row([`${path}:${start.line}:${start.column}`, say(severityWords[severity], locale), message, code]),
      ),
    ),
  ];
  const title = `## levers\n\n${sumLine(sum, locale)}\n`;
  const headings = row(
    head.map((word) => say(words[word], locale)),
    'th',
  );
  const whole = (kept: readonly string[]) => {
    const left = rows.length - kept.length;
    const table = rows.length ? `\n<table>\n${headings}${kept.join('')}</table>\n` : '';
    return title + table + (left ? `\n${say(words.cut, locale, { n: left })}\n` : '');
  };
  const fits = (text: string) => Buffer.byteLength(text) <= most;
  if (fits(whole(rows))) return whole(rows);
  const cut = whole(fitting(rows, most - Buffer.byteLength(whole([]))));
  return fits(cut) ? cut : '';
}

/** As many of the texts, from the first, as fit into so many bytes. */
function fitting(texts: readonly string[], most: number): readonly string[] {
  let room = most;
  const first = texts.findIndex((text) => {
    room -= Buffer.byteLength(text);
    return room < 0;
  });
  return first < 0 ? texts : texts.slice(0, first);
}

export const github = dataReport<FoundIn>(
  ({ path, text, problems }, locale) => {
    const rangeOf = ranges(text);
    const found = problems.map(({ code, severity, message, span }) => ({
      code,
      severity,
      message: sayMessage(message, locale),
      range: rangeOf(span),
    }));
    return { path, found };
  },
  annotations,
  summary,
);
