/** Runs the rules over a plan. */
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { type Context, type Finding, type Rule, type Severity, severities } from './rule.ts';
import { rules } from './rules/index.ts';

const none = () => [];

function milder(severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)] as Severity;
}

function problemOf(rule: Rule, finding: Finding, draft: boolean): Problem {
  const severity = finding.severity ?? rule.severity;
  return {
    code: rule.code,
    severity: draft && rule.eases ? milder(severity) : severity,
    message: { text: finding.text, ...(finding.data && { data: finding.data }) },
    span: finding.span,
    related: finding.related ?? [],
    tags: finding.tags ?? [],
    fixes: finding.fixes ?? none,
  };
}

/** All problems of a plan, in the order of the text; at one place the gravest first. */
export function check(plan: Plan, context: Context): Problem[] {
  const ended = plan.status === 'closed' || plan.status === 'cancelled';
  const draft = plan.status === 'draft';
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (ended && !rule.structural) continue;
    for (const finding of rule.check(plan, context)) problems.push(problemOf(rule, finding, draft));
  }
  return problems.sort(
    (a, b) => a.span.start - b.span.start || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
