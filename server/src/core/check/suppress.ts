/** Writes exceptions: the comments that allow problems, all but the reason, which only the author knows. */

import type { Problem } from '../diagnostics/problem.ts';
import { exceptions, exceptionWords, lineOf, type Reach } from '../diagnostics/suppressions.ts';
import type { Message, Text } from '../i18n/message.ts';
import type { Reading } from '../model/reading.ts';
import { surroundings } from '../model/surroundings.ts';
import { lineBreak, lineEnd, lineStart } from '../text/lines.ts';
import { mayAllow } from './check.ts';

/** A comment to be inserted at an offset: what stands before the reason, and what stands after it. */
export interface Allowance {
  readonly title: Message;
  /** The problems that it takes away. */
  readonly problems: readonly Problem[];
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

const titles: Record<'next-line' | 'file', Text> = {
  'next-line': { en: 'Allow {code} here, with a reason', 'zh-CN': '在此处允许 {code}，并写明理由' },
  file: { en: 'Allow {code} in the whole file, with a reason', 'zh-CN': '在整个文件中允许 {code}，并写明理由' },
};

/** Where the text of a plan begins, after a byte-order mark. */
function firstOffset(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** Where a comment about the whole file stands: after `---` and the comments with which it begins. */
function topOf(text: string): number {
  let at = firstOffset(text);
  while (/^(#|%|---[ \t]*(#|$))/.test(text.slice(at, lineEnd(text, at)))) {
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return at;
}

/** Exceptions that are written already and only lack their reason. */
function begun(plan: Reading): Set<string> {
  const open = exceptions(plan).filter(({ mistake, reason }) => !mistake && !reason);
  return new Set(open.flatMap(({ codes, line }) => codes.map(({ value }) => `${value} ${line ?? ''}`)));
}

function allowance(
  plan: Reading,
  reach: Reach & keyof typeof titles,
  at: number,
  problems: readonly Problem[],
): Allowance {
  const code = problems[0]?.code as string;
  const indent = reach === 'file' ? '' : (/^[ \t]*/.exec(plan.text.slice(at, lineEnd(plan.text, at)))?.[0] as string);
  return {
    title: { text: titles[reach], data: { code } },
    problems,
    at,
    before: `${indent}# ${exceptionWords[reach]} ${code}: `,
    after: lineBreak(plan.text),
  };
}

/**
 * The comments that would allow problems of a plan (given in the order of the text): one for each code on a line, then
 * one for each code in the file. None where a line cannot be put before the problem, or where a comment that is there
 * only waits for its reason.
 */
export function allowances(plan: Reading, problems: readonly Problem[]): Allowance[] {
  const allowable = problems.filter(({ code }) => mayAllow(code));
  if (allowable.length === 0) return [];
  const { text } = plan;
  const written = begun(plan);
  const here = new Map<string, { at: number; problems: Problem[] }>();
  const everywhere = new Map<string, Problem[]>();
  let line = { start: -1, end: -1 };
  for (const problem of allowable) {
    const { start } = problem.span;
    if (start > line.end || line.start < 0) {
      line = { start: Math.max(lineStart(text, start), firstOffset(text)), end: lineEnd(text, start) };
    }
    const key = `${problem.code} ${lineOf(plan, start)}`;
    const known = here.get(key);
    if (known) known.problems.push(problem);
    else if (!written.has(key)) here.set(key, { at: line.start, problems: [problem] });
    const others = everywhere.get(problem.code);
    if (others) others.push(problem);
    else if (!written.has(`${problem.code} `)) everywhere.set(problem.code, [problem]);
  }
  const lines = [...here.values()];
  const around = surroundings(
    plan,
    lines.map(({ at }) => at),
  );
  return [
    ...lines
      .filter((_, index) => around[index] === 'structure')
      .map((candidate) => allowance(plan, 'next-line', candidate.at, candidate.problems)),
    ...[...everywhere.values()].map((found) => allowance(plan, 'file', topOf(text), found)),
  ];
}
