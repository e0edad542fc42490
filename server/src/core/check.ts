/** Runs the rules over a plan. */
import { except } from './exceptions.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import {
  type Context,
  type ExceptionRule,
  type Finding,
  type Outcome,
  type Rule,
  type RuleFacts,
  type Severity,
  severities,
} from './rule.ts';
import { rules } from './rules/index.ts';
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
  plan: Plan,
  context: Context,
  find: (rule: R) => Iterable<Finding>,
): Problem[] {
  const ended = plan.status === 'closed' || plan.status === 'cancelled';
  const draft = plan.status === 'draft';
  const problems: Problem[] = [];
  for (const rule of kind) {
    const setting = context.settings.get(rule.code);
    if ((ended && !rule.structural) || setting?.severity === 'off') continue;
    for (const finding of find(rule)) problems.push(problemOf(rule, finding, draft, setting));
  }
  return problems;
}

const planRules = rules.filter((rule): rule is Rule => 'check' in rule);
const exceptionRules = rules.filter((rule): rule is ExceptionRule => 'review' in rule);

/**
 * All problems of a plan that no exception takes away, in the order of the text; at one place the gravest first.
 */
export function check(plan: Plan, context: Context): Problem[] {
  const found = problemsOf(planRules, plan, context, (rule) =>
    rule.check(plan, context, optionsOf(rule, context.settings)),
  );
  const day = plan.head?.day('asOf')?.value ?? context.today;
  const { problems, unneeded } = except(plan, found, day, mayAllow);
  // What must be mended first may keep other rules from finding what an exception is for.
  const hidden = plan.faults.length > 0 || problems.some(({ code }) => !mayAllow(code));
  const off = (code: string) => context.settings.get(code)?.severity === 'off';
  const outcome: Outcome = {
    rule: (code) => byCode.get(code),
    codes,
    unneeded: hidden ? [] : unneeded.filter(({ code }) => !off(code.value)),
  };
  const about = problemsOf(exceptionRules, plan, context, (rule) => rule.review(plan, outcome));
  return [...problems, ...about].sort(
    (a, b) => a.span.start - b.span.start || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
