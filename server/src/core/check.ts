/** Runs the rules over a plan, or over the catalog of a team. */
import { except } from './exceptions.ts';
import { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import { type Context, type Finding, type Outcome, type RuleFacts, type Severity, severities } from './rule.ts';
import { exceptionRules, rules, rulesOver } from './rules/index.ts';
import { optionsOf, type RuleSetting } from './settings.ts';

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
    related: finding.related ?? [],
    tags: finding.tags ?? [],
    fixes: finding.fixes ?? none,
  };
}

const byCode = new Map(rules.map((rule) => [rule.code, rule]));
const codes = [...byCode.keys()];

/** Whether an exception for a code can have an effect. */
export function mayAllow(code: string): boolean {
  return byCode.get(code)?.doc.allow !== undefined;
}

/** The findings of rules of one kind as problems; rules that are off, or silent about a plan that has ended, are left out. */
function problemsOf<R extends RuleFacts>(
  kind: readonly R[],
  reading: Reading,
  context: Context,
  find: (rule: R) => Iterable<Finding>,
): Problem[] {
  const status = reading instanceof Plan ? reading.status : undefined;
  const ended = status === 'closed' || status === 'cancelled';
  const draft = status === 'draft';
  const problems: Problem[] = [];
  for (const rule of kind) {
    const setting = context.settings.get(rule.code);
    if ((ended && !rule.structural) || setting?.severity === 'off') continue;
    for (const finding of find(rule)) problems.push(problemOf(rule, finding, draft, setting));
  }
  return problems;
}

/**
 * All problems of a plan or catalog that no exception takes away, in the order of the text; at one place the gravest first.
 */
export function check(reading: Reading, context: Context): Problem[] {
  const found = problemsOf(rulesOver(reading), reading, context, (rule) =>
    rule.check(reading, context, optionsOf(rule, context.settings)),
  );
  const asOf = reading instanceof Plan ? reading.head?.day('asOf')?.value : undefined;
  const { problems, unneeded } = except(reading, found, asOf ?? context.today, mayAllow);
  // What must be mended first may keep other rules from finding what an exception is for.
  const hidden = reading.faults.length > 0 || problems.some(({ code }) => !mayAllow(code));
  const off = (code: string) => context.settings.get(code)?.severity === 'off';
  const outcome: Outcome = {
    rule: (code) => byCode.get(code),
    codes,
    unneeded: hidden ? [] : unneeded.filter(({ code }) => !off(code.value)),
  };
  const about = problemsOf(exceptionRules, reading, context, (rule) => rule.review(reading, outcome));
  return [...problems, ...about].sort(
    (a, b) => a.span.start - b.span.start || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
