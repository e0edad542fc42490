/** `expectProblems`: checks a text in which carets mark each expected finding; any other finding fails. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check/check.ts';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { teamConfig } from '../../server/src/core/diagnostics/resolveConfig.ts';
import type { Context } from '../../server/src/core/diagnostics/rule.ts';
import { ruleSettings, rulesLaidOver } from '../../server/src/core/diagnostics/ruleSettings.ts';
import { defaultSettings } from '../../server/src/core/diagnostics/settings.ts';
import type { TeamConfig } from '../../server/src/core/diagnostics/teamConfig.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import type { TeamFile } from '../../server/src/core/model/catalogFile.ts';
import { parse, parseCatalog, readTeamFile, type TeamReading } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { assertSameLines } from './lines.ts';

export const context: Context = {
  catalog: builtInCatalog,
  today: '2027-03-01',
  locale: 'en',
  settings: defaultSettings,
};

/** A line of carets: what is wrong in the line above, how serious, and under which code; the message if it matters. */
const marker = /^(\s*)(\^+) (error|warning|info|hint) ([a-z-]+)(?:: (.*))?$/;

/** The text without its lines of carets. */
export function unmarked(marked: string): string {
  return marked
    .split('\n')
    .filter((line) => !marker.test(line))
    .join('\n');
}

/** A catalog of a team with that text, as the `nth` of several. */
export function teamFile(text: string, nth = 0): TeamFile {
  const name = nth === 0 ? 'levers.catalog.yaml' : `team-${nth}/levers.catalog.yaml`;
  return { uri: `file:///${name}`, name, file: parseCatalog(text) };
}

/** Among what a text is checked. */
export interface Company {
  /** As in `levers.rules`. */
  readonly settings?: unknown;
  /** The text is a catalog of a team. */
  readonly catalog?: boolean;
  /** The text is a configuration of a team. */
  readonly config?: boolean;
  /** The text of the team's configuration that holds for it. */
  readonly teamConfig?: string | undefined;
  /** The texts of the team's catalogs that hold for it; for a catalog, those after it. */
  readonly team?: readonly string[];
}

/** The configurations of a team with these texts by their paths, as that at the first path begins them. */
export function configOf(files: Readonly<Record<string, string>>): TeamConfig | undefined {
  const all = new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      { uri: `file:///${name}`, name, file: readTeamFile(name, { text }) as TeamReading },
    ]),
  );
  return teamConfig(Object.keys(files)[0] as string, (path) => all.get(path));
}

/** The problems of a text. */
export function problemsOf(
  text: string,
  { settings, catalog = false, config = false, teamConfig, team = [] }: Company = {},
): readonly Problem[] {
  const files = (catalog ? [text, ...team] : team).map(teamFile);
  const begins = config ? text : teamConfig;
  const held = begins === undefined ? undefined : configOf({ 'levers.config.yaml': begins });
  const own = config ? held?.files[0]?.file : catalog ? files[0]?.file : undefined;
  const rules = settings === undefined ? context.settings : ruleSettings(settings);
  const all = held && !config ? rulesLaidOver(rules, held.rules) : rules;
  return check(own ?? parse(text), { ...context, settings: all, config: held, catalog: teamCatalog(files) });
}

/** A plan and its problems; a plan with a similar text saves reading what they share. */
export function examined(text: string, like?: Plan): { plan: Plan; problems: readonly Problem[] } {
  const plan = parse(text, like);
  return { plan, problems: check(plan, context) };
}

/** The line of carets for a problem, as it stands below the line with its place. */
function noted(text: string, problem: Problem, message = ''): string {
  const before = text.slice(0, problem.span.start).split('\n');
  const column = (before.at(-1) as string).length;
  const line = text.split('\n')[before.length - 1] as string;
  const width = Math.max(1, Math.min(problem.span.end - problem.span.start, line.length - column));
  return `${' '.repeat(column)}${'^'.repeat(width)} ${problem.severity} ${problem.code}${message}`;
}

/** A text with a line of carets for each problem, as `expectProblems` wants it. */
export function marked(text: string, problems: readonly Problem[], withMessage: (problem: Problem) => boolean): string {
  const lines = text.split('\n');
  const notes = new Map<number, string[]>();
  for (const problem of problems) {
    const line = text.slice(0, problem.span.start).split('\n').length - 1;
    const message = withMessage(problem) ? `: ${sayMessage(problem.message, 'en')}` : '';
    const note = noted(text, problem, message);
    notes.set(line, [...(notes.get(line) ?? []), note]);
  }
  return lines.flatMap((line, index) => [line, ...(notes.get(index) ?? [])]).join('\n');
}

/** Checks a marked text, strictly in both directions. */
export function expectProblems(expected: string, company: Company = {}): readonly Problem[] {
  const text = unmarked(expected);
  const problems = problemsOf(text, company);
  const wanted = new Set(
    expected.split('\n').flatMap((line) => {
      const match = marker.exec(line);
      return match?.[5] === undefined ? [] : [`${match[4]}: ${match[5]}`];
    }),
  );
  const told = (problem: Problem) => `${problem.code}: ${sayMessage(problem.message, 'en')}`;
  const actual = marked(text, problems, (problem) => wanted.has(told(problem)));
  if (actual !== expected) {
    // Whatever is not as expected says its message.
    const known = new Set(expected.split('\n'));
    const full = marked(text, problems, (problem) => wanted.has(told(problem)) || !known.has(noted(text, problem)));
    assertSameLines(full, expected, 'the problems differ');
  }
  return problems;
}

/** Applies the fix with that English title. */
export function applyFix(text: string, problems: readonly Problem[], title: string): string {
  const fixes = problems.flatMap((problem) => problem.fixes());
  const fix = fixes.find((candidate) => sayMessage(candidate.title, 'en') === title);
  const titles = fixes.map((candidate) => sayMessage(candidate.title, 'en'));
  assert.ok(fix, `no fix “${title}”; there are:\n  ${titles.join('\n  ')}`);
  return apply(text, fix.edits);
}
