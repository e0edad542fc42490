/** Runs the rules over a document. */

import { isDraft } from '../analysis/timeline.ts';
import { withoutAccepted } from '../diagnostics/acceptance.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Context, Finding, Fix, FormatRule, RuleFacts } from '../diagnostics/rule.ts';
import { optionsOf } from '../diagnostics/ruleSettings.ts';
import type { RuleSetting, RuleSettings } from '../diagnostics/settings.ts';
import { type Severity, severities } from '../diagnostics/severity.ts';
import { except, type Outcome } from '../diagnostics/suppressions.ts';
import { Plan } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import { exceptionRules, rules, rulesOver } from '../rules/index.ts';
import { holdsConflict } from '../syntax/lines.ts';
import { getOrMake } from '../text/getOrMake.ts';

const none = () => [];

function milder(severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)] as Severity;
}

/** What is set holds as it is, for drafts too; only what a rule itself calls milder than its other findings stays milder. */
function severityOf(rule: RuleFacts, finding: Finding, draft: boolean, set: Severity | undefined): Severity {
  const own = finding.severity ?? rule.severity;
  if (set === undefined) return draft && rule.eases ? milder(own) : own;
  const steps = Math.max(0, severities.indexOf(own) - severities.indexOf(rule.severity));
  return severities[Math.min(severities.indexOf(set) + steps, severities.length - 1)] as Severity;
}

function problemOf(rule: RuleFacts, finding: Finding, draft: boolean, setting: RuleSetting | undefined): Problem {
  const set = setting?.severity === 'off' ? undefined : setting?.severity;
  return {
    code: rule.code,
    severity: severityOf(rule, finding, draft, set),
    message: { text: finding.text, ...(finding.data && { data: finding.data }) },
    span: finding.span,
    ...(finding.about !== undefined && { about: finding.about }),
    related: finding.related ?? [],
    tags: finding.tags ?? [],
    fixes: finding.fixes ?? none,
  };
}

/** The problem without fixes that reach over a merge conflict: of its two sides they know only one, and move its markers. */
function besideConflicts({ text }: Reading, problem: Problem): Problem {
  const apart = ({ edits }: Fix) => {
    const start = Math.min(...edits.map(({ span }) => span.start));
    const end = Math.max(...edits.map(({ span }) => span.end));
    return !holdsConflict(text, { start, end });
  };
  return { ...problem, fixes: () => problem.fixes().filter(apart) };
}

const byCode = new Map(rules.map((rule) => [rule.code, rule]));
const codes = [...byCode.keys()];

/** Whether an exception for a code can have an effect. */
export function mayAllow(code: string): boolean {
  return byCode.get(code)?.doc.allow !== undefined;
}

/** By settings, the rules of a kind that speak: about all texts, and about plans that have ended. */
const spoken = new WeakMap<RuleSettings, Map<readonly RuleFacts[], readonly (readonly RuleFacts[])[]>>();

/** The rules that speak about a reading: neither off, nor silent about a plan that has ended. */
function speaking<R extends RuleFacts>(kind: readonly R[], reading: Reading, { settings }: Context): readonly R[] {
  const kinds = getOrMake(spoken, settings, () => new Map());
  const [all, ofEnded] = getOrMake(kinds, kind, () => {
    const on = kind.filter((rule) => settings.get(rule.code)?.severity !== 'off');
    return [on, on.filter((rule) => rule.structural)];
  }) as [readonly R[], readonly R[]];
  return reading instanceof Plan && reading.ended ? ofEnded : all;
}

/** Whether the rule with a code speaks about a reading: what it asks may then be shown elsewhere too. */
export function speaks(code: string, reading: Reading, context: Context): boolean {
  return speaking(rules, reading, context).some((rule) => rule.code === code);
}

const judgedBy = ['catalog', 'config', 'settings', 'today', 'locale'] as const;

/** Whether a reading is judged alike in both. */
export function sameContext(one: Context, other: Context): boolean {
  return judgedBy.every((key) => one[key] === other[key]);
}

/** Of one rule, findings beyond this number are not told: a text of a machine must not fill the memory with them. */
const mostFindings = 10_000;

/** `found` with more of the same rule added to it, as long as there is room. */
function added(found: Finding[], more: Iterable<Finding>): Finding[] {
  for (const finding of more) {
    if (found.length >= mostFindings) break;
    found.push(finding);
  }
  return found;
}

/** What a rule finds: as it looks at the whole, and at strategies one by one. */
function findings(rule: FormatRule, reading: Reading, context: Context): readonly Finding[] {
  const options = optionsOf(rule, context.settings);
  const found = rule.check ? added([], rule.check(reading, context, options)) : [];
  const look = rule.each?.(reading, context, options);
  if (!look || !(reading instanceof Plan)) return found;
  for (const strategy of reading.strategies) {
    if (found.length >= mostFindings) break;
    const seen = look(strategy);
    if (seen !== undefined) added(found, Symbol.iterator in seen ? seen : [seen]);
  }
  return found;
}

/**
 * All problems of a plan, or of a file of the team, that no exception takes away, in the order of the text; at one place the gravest first.
 */
export function check(reading: Reading, context: Context): readonly Problem[] {
  const known = checked.get(reading);
  if (known && sameContext(known.by, context)) return known.problems;
  const problems = problemsIn(reading, context);
  checked.set(reading, { by: context, problems });
  return problems;
}

/** What was found last in a reading: diagnostics and code actions ask for the same. */
const checked = new WeakMap<Reading, { readonly by: Context; readonly problems: readonly Problem[] }>();

/** The title of a plan. */
function titleOf(reading: Reading): string | undefined {
  return reading instanceof Plan ? reading.head?.text('title') : undefined;
}

function problemsIn(reading: Reading, context: Context): Problem[] {
  const over = speaking(rulesOver(reading), reading, context);
  const draft = reading instanceof Plan && isDraft(reading, context);
  const conflicts = reading.errors.some(({ kind }) => kind === 'merge-conflict');
  const problemsOf = (rule: RuleFacts, found: readonly Finding[]) =>
    found.map((finding) => {
      const problem = problemOf(rule, finding, draft, context.settings.get(rule.code));
      return conflicts && rule.code !== 'merge-conflict' ? besideConflicts(reading, problem) : problem;
    });
  const found = over.flatMap((rule) => problemsOf(rule, findings(rule, reading, context)));
  const asOf = reading instanceof Plan ? reading.head?.day('asOf')?.value : undefined;
  const day = asOf ?? context.today;
  const { problems: left, unneeded } = except(reading, found, day, mayAllow);
  const accepted = reading instanceof Plan ? (context.config?.accepted ?? []) : [];
  const problems = withoutAccepted(left, accepted, titleOf(reading), day, mayAllow);
  // What must be repaired first may keep other rules from finding what an exception is for.
  const hidden = reading.errors.length > 0 || problems.some(({ code }) => !mayAllow(code));
  const off = (code: string) => context.settings.get(code)?.severity === 'off';
  const outcome: Outcome = {
    rule: (code) => byCode.get(code),
    codes,
    unneeded: hidden ? [] : unneeded.filter(({ code }) => !off(code.value)),
  };
  const onExceptions = speaking(exceptionRules, reading, context);
  const about = onExceptions.flatMap((rule) => problemsOf(rule, added([], rule.review(reading, outcome))));
  return [...problems, ...about].sort(
    (a, b) => a.span.start - b.span.start || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
