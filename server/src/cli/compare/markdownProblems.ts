/** What the check found new, for a comment on a pull request: how much it is, and all of it with its places. */
import { problemCount, severityWords } from '../../core/analysis/labels.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import { counted } from '../../core/i18n/phrases.ts';
import { positions } from '../report/position.ts';
import { fitting, folded, item, type Row } from './markdownRow.ts';
import type { ComparedPlan } from './pairs.ts';

const words = {
  found: { en: 'What the check found new: {list}', 'zh-CN': '检查新发现：{list}' },
  gone: { en: 'No longer found by the check: {n}', 'zh-CN': '检查不再发现：{n} 处' },
  place: { en: '{path}, line {line}', 'zh-CN': '{path} 第 {line} 行' },
  problem: { en: '{problem} ({severity}, {code})', 'zh-CN': '{problem}（{severity}，{code}）' },
  day: {
    en: '{problem} ({severity}, {code}, because of the new reporting day)',
    'zh-CN': '{problem}（{severity}，{code}，仅因报告日期改变）',
  },
  all: { en: 'All that the check found new ({n})', 'zh-CN': '检查新发现的全部问题（{n}）' },
  cut: {
    en: 'Left out here, because a comment holds no more: {n} (`levers check` lists all)',
    'zh-CN': '因评论长度有限，此处略去：{n} 处（`levers check` 会全部列出）',
  },
} satisfies Record<string, Text>;

/** The errors and warnings that a plan brings, in the order of its text: their places, their words and their rules. */
export function problemRows({ after, problems }: ComparedPlan, locale: Locale): readonly Row[] {
  if (!after) return [];
  const at = positions(after.plan.text);
  return problems
    .filter(({ how }) => how !== 'gone')
    .map(({ how, level, problem: { message, severity, code, span } }) => ({
      level,
      name: say(words.place, locale, { path: after.file.path, line: at(span.start).line }),
      text: say(how === 'day' ? words.day : words.problem, locale, {
        problem: message,
        severity: severityWords[severity],
        code,
      }),
    }));
}

/** How many problems are new, by severity, and how many are no longer found; empty where there are none. */
function sumOfProblems(plans: readonly ComparedPlan[], locale: Locale): string {
  const problems = plans.flatMap((plan) => plan.problems);
  const found = problems.filter(({ how }) => how !== 'gone');
  const list = (['error', 'warning'] as const).flatMap((severity) => {
    const n = found.filter(({ problem }) => problem.severity === severity).length;
    return n > 0 ? [counted(problemCount[severity], n)] : [];
  });
  const gone = problems.length - found.length;
  return [
    ...(list.length > 0 ? [say(words.found, locale, { list })] : []),
    ...(gone > 0 ? [say(words.gone, locale, { n: gone })] : []),
  ].join(' · ');
}

/** How many problems there are, those that are open, and all of them folded in at most so many characters. */
export function problemSection(
  plans: readonly ComparedPlan[],
  rows: readonly Row[],
  open: readonly Row[],
  room: number,
  locale: Locale,
): readonly string[] {
  const sum = sumOfProblems(plans, locale);
  if (sum === '') return [];
  const lines = open.map((row) => item(row, locale));
  const head = [`**${sum}**`, '', ...lines, ...(lines.length > 0 ? [''] : [])];
  if (rows.every((row) => open.includes(row))) return head;
  const all = rows.map((row) => item(row, locale));
  const shown = fitting(all, room);
  const left = all.length - shown.length;
  const rest = left > 0 ? ['', say(words.cut, locale, { n: left })] : [];
  return [...head, ...folded(say(words.all, locale, { n: all.length }), [...shown, ...rest])];
}
