/** The report on a terminal: each problem with its line, the place in it, the fixes and related places. */
import { severityWords } from '../../core/analysis/labels.ts';
import type { Problem } from '../../core/diagnostics/problem.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { lineEnd } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
import { printed } from '../printed.ts';
import { beginning, columnsOf, ending, wrapped } from './columns.ts';
import { type Position, positions } from './position.ts';
import type { Checked, Report } from './report.ts';
import { aboutFile, placeShown, startLine, sumLine } from './text.ts';

/** What is known of a terminal. Undefined in its place: the output is none. */
export interface Screen {
  readonly colors: boolean;
  /** How many columns it has, where that is known. */
  readonly width?: number;
}

const words = {
  fix: { en: 'Fix: {title}', 'zh-CN': '修复：{title}' },
  safeFix: { en: 'Fix, made by --fix: {title}', 'zh-CN': '修复（--fix 会做）：{title}' },
  related: { en: 'See {place}: {message}', 'zh-CN': '参见 {place}：{message}' },
  clean: {
    en: 'Nothing found. Plans: {plans}{catalogs}{configs}',
    'zh-CN': '没有发现问题。计划：{plans}{catalogs}{configs}',
  },
} satisfies Record<string, Text>;

/** Attributes of a terminal: what turns each on and off. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;
type Style = keyof typeof styles;

const severityStyles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'dim',
};

/** The least columns of a line of a plan that are shown. */
const leastOfLine = 20;

export function screenReport({ colors, width }: Screen): Report {
  /** A text that is safe for a terminal, with an attribute around it. */
  const painted = (style: Style, text: string) => {
    const [on, off] = styles[style];
    return colors && text ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };

  /** A text after a head, wrapped; further lines are indented by as much. `paint`: what is done to each line. */
  const paragraph = (head: string, text: string, paint = (line: string) => line) => {
    const indent = columnsOf(head);
    const lines = wrapped(printed([text]), width === undefined ? undefined : Math.max(width - indent, leastOfLine));
    // What was in the midst of a line may be at the start of one now.
    return lines.map((line, index) => (index === 0 ? head : ' '.repeat(indent)) + paint(printed([line])));
  };

  /** The line in which a span begins, and the carets below it; nothing of an empty line. */
  const excerpt = (text: string, { start, end }: Span, { line, column }: Position, style: Style): string[] => {
    const from = start - column + 1;
    const to = lineEnd(text, start);
    const safe = (a: number, b: number) => printed([text.slice(a, b).replaceAll('\t', '→ ')]);
    if (text.slice(from, to).trim() === '') return [];
    const gutter = `${String(line).padStart(6)} │ `;
    const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(width - columnsOf(gutter), leastOfLine);
    const marked = safe(start, Math.min(Math.max(end, start), to));
    const before = ending(safe(from, start), room - Math.min(columnsOf(marked) + 1, Math.floor(room / 2)));
    const shown = beginning(before + safe(start, to), room);
    const carets = Math.max(1, Math.min(columnsOf(marked), room - columnsOf(before)));
    const below = ' '.repeat(gutter.length - 2);
    return [
      painted('dim', gutter) + shown,
      `${painted('dim', `${below}│ `)}${' '.repeat(columnsOf(before))}${painted(style, '^'.repeat(carets))}`,
    ];
  };

  const problemLines = (problem: Problem, file: Checked, at: (offset: number) => Position, locale: Locale) => {
    const { span, severity, code, message, related } = problem;
    const style = severityStyles[severity];
    const place = at(span.start);
    const word = say(severityWords[severity], locale);
    const head = `  ${painted('dim', placeShown(place))}  ${painted(style, word)}  `;
    const name = `[${code}]`;
    const dimName = (line: string) => (line.endsWith(name) ? line.slice(0, -name.length) + painted('dim', name) : line);
    const indent = ' '.repeat(7);
    const fixes = problem
      .fixes()
      .flatMap(({ title, safe }) =>
        paragraph(indent, say(safe ? words.safeFix : words.fix, locale, { title }), (line) => painted('green', line)),
      );
    const others = related.flatMap(({ span: where, in: other, message: said }) => {
      const found = placeShown((other ? positions(other.file.text) : at)(where.start));
      const shown = other ? `${other.name}:${found}` : found;
      return paragraph(indent, say(words.related, locale, { place: shown, message: said }));
    });
    return [
      ...paragraph(head, `${sayMessage(message, locale)}  ${name}`, dimName),
      ...excerpt(file.text, span, place, style),
      ...fixes,
      ...others,
    ];
  };

  return {
    part(file, locale) {
      const { path, text, problems, fixed } = file;
      if (problems.length === 0 && !fixed) return '';
      const at = positions(text);
      const about = printed([aboutFile(file, locale).join('  ')]);
      const name = printed([path]);
      const isShort = width === undefined || columnsOf(`${name}  ${about}`) <= width;
      const head = painted('bold', name) + (isShort ? `  ${about}` : `\n${paragraph('  ', about).join('\n')}`);
      const parts = problems.map((problem) => problemLines(problem, file, at, locale).join('\n'));
      const start = startLine(file, at, locale);
      if (start) parts.push(paragraph('  ', start).join('\n'));
      return [head, ...parts].join('\n\n');
    },

    whole(parts, sum, locale) {
      const isClean =
        sum.failures.length === 0 && sum.known === 0 && Object.values(sum.counts).every((count) => count === 0);
      const last = isClean
        ? paragraph('', sumLine(sum, locale, words.clean), (line) => painted('green', line))
        : paragraph('', sumLine(sum, locale));
      return `${[...parts.filter((part) => part !== ''), last.join('\n')].join('\n\n')}\n`;
    },
  };
}
