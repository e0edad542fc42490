/** What *Fix all* did and what it left, in numbers: no words of the text, for a message in which they might be obeyed. */
import type { Problem } from '../core/diagnostics/problem.ts';
import { lineOf } from '../core/diagnostics/suppressions.ts';
import { type Locale, say, type Text } from '../core/i18n/message.ts';
import type { Reading } from '../core/model/reading.ts';

/** At most so many lines are named. */
const most = 5;

const texts = {
  fixed: { en: '{done} of {n} fixed.', 'zh-CN': '共 {n} 个问题，已修复 {done} 个。' },
  one: { en: ' 1 needs your decision, in line {lines}.', 'zh-CN': '其余 1 个需要您决定：第 {lines} 行。' },
  oneLine: { en: ' {left} need your decision, in line {lines}.', 'zh-CN': '其余 {left} 个需要您决定：第 {lines} 行。' },
  lines: { en: ' {left} need your decision, in lines {lines}.', 'zh-CN': '其余 {left} 个需要您决定：第 {lines} 行。' },
  first: {
    en: ' {left} need your decision, the first in lines {lines}.',
    'zh-CN': '其余 {left} 个需要您决定，前几个在第 {lines} 行。',
  },
} satisfies Record<string, Text>;

/** Hints are in no list of problems. */
const listed = ({ severity }: Problem) => severity !== 'hint';

/** The lines of problems, from 1, each once. */
function linesOf(problems: readonly Problem[], reading: Reading): number[] {
  return [...new Set(problems.map(({ span }) => lineOf(reading, span.start) + 1))].sort((a, b) => a - b);
}

/** The report about a text after its fixes; undefined where there was nothing to fix. */
export function fixReport(
  before: readonly Problem[],
  after: Reading,
  left: readonly Problem[],
  locale: Locale,
): string | undefined {
  const n = before.filter(listed).length;
  const open = left.filter(listed);
  if (n === 0) return undefined;
  const fixed = say(texts.fixed, locale, { done: n - open.length, n });
  if (open.length === 0) return fixed;
  const lines = linesOf(open, after);
  const several = lines.length > most ? texts.first : lines.length > 1 ? texts.lines : texts.oneLine;
  const rest = open.length === 1 ? texts.one : several;
  return fixed + say(rest, locale, { left: open.length, lines: lines.slice(0, most) });
}
