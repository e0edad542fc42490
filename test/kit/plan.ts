/** A small clean plan, and how a fragment of a plan becomes a whole one. */

/** No rule finds anything in it: it is what fragments in tests stand in. */
export const cleanPlan = `version: 1
plan:
  title: AI assist for the service desk
  owner: Ana
  sponsor: Tom
  status: active
  start: 2027-01-04
  goLive: 2027-05-03
  end: 2027-12-17
  asOf: 2027-03-01
purpose:
  need: Simple questions take nine minutes.
  evidence: [46% of 2026 contacts fall into twelve simple reasons]
stakeholders:
  - id: agents
    name: Agents
    impact: high
    behaviors: { know: I know how to check the draft., choose: I choose to send it only when it is right. }
  - { id: leads, name: Team leads, impact: low }
levers:
  leadership:
    strategies:
      - { use: executive-briefings, owner: Tom, audience: [leads], due: 2027-10-29, measures: [weekly-use] }
  ecosystem:
    strategies:
      - { use: ai-change-network, owner: Bo, audience: [agents], due: 2027-10-29, measures: [weekly-use] }
  values:
    strategies:
      - { use: ai-purpose-value, owner: Ana, audience: [agents], due: 2027-10-29, measures: [weekly-use] }
  enablement: { notUsed: Training is in the plan of the learning team. }
  rewards: { notUsed: The union agreement rules out rewards until 2028. }
  structure:
    strategies:
      - { use: ai-governance, owner: Cy, audience: [agents], due: 2027-10-29, measures: [weekly-use] }
measures:
  - { id: weekly-use, title: Weekly use, kind: adoption, baseline: 0, target: 80, by: 2027-08-31 }
risks:
  - { id: fear, title: Fear of job loss, kind: resistance, stakeholders: [agents], identified: 2027-01-11, response: Town hall }
milestones:
  - { id: pilot, title: Pilot, date: 2027-03-15, kind: pilot }
`;

/** Top-level sections of a text, in order: key → its lines. */
function sections(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let key = '';
  for (const line of text.split(/(?<=\n)/)) {
    const begins = /^([\w-]+):/.exec(line);
    if (begins) key = begins[1] as string;
    found.set(key, (found.get(key) ?? '') + line);
  }
  return found;
}

/** The clean plan with the sections of a fragment in place of its own; others are added at the end. */
export function completed(fragment: string): string {
  const text = fragment.endsWith('\n') ? fragment : `${fragment}\n`;
  const own = sections(text);
  const merged = sections(cleanPlan);
  for (const [key, lines] of own) merged.set(key, lines);
  return [...merged.values()].join('');
}
