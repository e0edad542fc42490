/** Runs the rules over a plan, or over the catalog of a team. */
import { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import { type Context, type Finding, type FormatRule, type Severity, severities } from './rule.ts';
import { rulesOver } from './rules/index.ts';
import { optionsOf, type RuleSetting } from './settings.ts';

const none = () => [];

function milder(severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)] as Severity;
}

/** What is set holds as it is, for drafts too; only what a rule itself calls milder than its other findings stays milder. */
function severityOf(rule: FormatRule, finding: Finding, draft: boolean, set: Severity | undefined): Severity {
  const own = finding.severity ?? rule.severity;
  if (set === undefined) return draft && rule.eases ? milder(own) : own;
  const steps = Math.max(0, severities.indexOf(own) - severities.indexOf(rule.severity));
  return severities[Math.min(severities.indexOf(set) + steps, severities.length - 1)] as Severity;
}

function problemOf(rule: FormatRule, finding: Finding, draft: boolean, setting: RuleSetting | undefined): Problem {
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

/** All problems of a plan or catalog, in the order of the text; at one place the gravest first. */
export function check(reading: Reading, context: Context): Problem[] {
  const status = reading instanceof Plan ? reading.status : undefined;
  const ended = status === 'closed' || status === 'cancelled';
  const draft = status === 'draft';
  const problems: Problem[] = [];
  for (const rule of rulesOver(reading)) {
    const setting = context.settings.get(rule.code);
    if ((ended && !rule.structural) || setting?.severity === 'off') continue;
    for (const finding of rule.check(reading, context, optionsOf(rule, context.settings))) {
      problems.push(problemOf(rule, finding, draft, setting));
    }
  }
  return problems.sort(
    (a, b) => a.span.start - b.span.start || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
