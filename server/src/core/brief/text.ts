/** A brief as plain text: a line for each thing that the page says, so that two briefs can be compared line by line. */
import type { Brief, BriefList } from './model.ts';

function paragraphs(heading: string, lines: readonly string[]): string[] {
  const said = lines.filter(Boolean);
  return said.length > 0 ? [[heading, ...said].join('\n')] : [];
}

function joined(between: string, ...parts: readonly string[]): string {
  return parts.filter(Boolean).join(between);
}

function list({ heading, items, more }: BriefList): string[] {
  return paragraphs(heading, [...items.map(({ title, detail }) => `- ${joined(' · ', title, detail)}`), more]);
}

/** The text of a brief, in lines that end with `\n`. Its parts have empty lines between them; none is empty. */
export function briefText(brief: Brief): string {
  const { since, title, about, people, asOf, health, why, goLive, lanes, measures } = brief;
  return `${[
    ...(since ? paragraphs(since.summary, [since.added, since.gone]) : []),
    ...paragraphs(title, [
      ...people.map(({ text }) => text),
      joined(' · ', ...about, asOf),
      joined(' · ', health.word, health.reason),
    ]),
    ...paragraphs(why.heading, [why.need, why.solution, why.unchanged]),
    ...paragraphs(goLive.heading, [joined(' ', goLive.days, goLive.of), ...goLive.others, goLive.people]),
    ...list(brief.asked),
    ...paragraphs(
      lanes.heading,
      lanes.lanes.flatMap(({ title, bars, note }) => [
        joined(' · ', title, note),
        ...bars.map(({ label }) => `- ${label}`),
      ]),
    ),
    ...paragraphs(measures.heading, [
      ...measures.rows.map(({ title, values, verdict }) => `- ${joined(' · ', title, values, verdict)}`),
      measures.rest,
    ]),
    ...list(brief.risks),
    ...list(brief.dates),
    ...list(brief.groups),
    ...list(brief.exceptions),
    brief.state.join(' · '),
  ].join('\n\n')}\n`;
}
