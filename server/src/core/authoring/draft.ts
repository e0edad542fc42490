/**
 * Generates a commented plan from answers. Invariant: given at least four levers, no rule finds anything in it but what
 * its author has still to fill in, which is never an error or a warning.
 */

import { check } from '../check/check.ts';
import { allowances } from '../check/suppress.ts';
import type { Context } from '../diagnostics/rule.ts';
import { comment } from '../edits/comment.ts';
import { blockList, type ItemText, indented, itemText, written } from '../edits/yamlEdit.ts';
import { riskTitles } from '../fixes/risks.ts';
import { type Data, type Message, say, type Text } from '../i18n/message.ts';
import { freeId } from '../model/ids.ts';
import { parse } from '../model/parse.ts';
import { beginnings } from '../rules/missing-know-or-choose.ts';
import { prompts } from '../rules/need-without-evidence.ts';
import { addWorkingDays } from '../text/day.ts';
import { apply, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Answers } from './answers.ts';
import { leversLines } from './draftLevers.ts';
import { measureLines, measuresFor } from './draftMeasures.ts';
import { chosen, notes, open, openParts } from './draftPhrases.ts';
import {
  type Frame,
  frameFor,
  inBrackets,
  mainGroups,
  type NamedGroup,
  type Spell,
  sample,
  strategiesOf,
} from './frame.ts';

/** The text of a new plan. */
export interface Draft {
  readonly text: string;
  /** What its author has to fill in first. */
  readonly first: Span;
}

/** Findings about what the author chose with open eyes: they are allowed until the first review, in the plan and for all to see. */
const choices: readonly string[] = [
  'factor-missing',
  'rewards-without-values',
  'rewards-overweight',
  'ai-without-ethics',
  'usage-tracking-without-governance',
  'owner-overload',
  'sponsor-missing',
  'nothing-after-go-live',
  'invisible-sponsor',
  'late-start',
  'sustain-coverage-below-four',
  'training-only-after-go-live',
];

function note({ context }: Frame, name: keyof typeof notes, data?: Data): string {
  return say(notes[name], context.locale, data);
}

/** A line with a comment after it. */
function noted(frame: Frame, line: string, name: keyof typeof notes): string {
  return `${line} # ${note(frame, name)}`;
}

/** A section that is a list. */
function listed(key: string, items: readonly ItemText[]): string[] {
  return [`${key}:`, ...indented(blockList(items), 2)];
}

function headLines(frame: Frame): string[] {
  const { answers, context, language, days, owner, sponsor } = frame;
  const goLive = `  goLive: ${days.goLive}`;
  return [
    ...comment(note(frame, 'top', { today: context.today })),
    ...(['fill', 'numbers', 'agree'] as const).flatMap((name) => comment(note(frame, name), 0, 3)),
    'version: 1',
    'plan:',
    `  title: ${answers.title ? written(answers.title) : sample(frame, 'title')}`,
    noted(frame, `  owner: ${owner}`, 'owner'),
    noted(frame, `  sponsor: ${sponsor}`, 'sponsor'),
    noted(frame, '  status: draft', 'status'),
    `  start: ${days.start}`,
    days.past ? noted(frame, goLive, 'past') : answers.goLive ? goLive : noted(frame, goLive, 'assumed'),
    noted(frame, `  end: ${days.end}`, 'end'),
    `  locale: ${language}`,
  ];
}

/** Lines of evidence that are still to be written. */
function evidence({ language }: Frame): string[] {
  return [...prompts[language]];
}

function purposeLines(frame: Frame): string[] {
  const { need } = frame.answers;
  return [
    ...comment(note(frame, 'purpose')),
    'purpose:',
    `  need: ${need ? written(need) : sample(frame, 'need')}`,
    '  evidence:',
    ...evidence(frame).map((line) => `    - ${written(line)}`),
  ];
}

/** What nobody has said of a group, as a text to fill in. */
function openOf({ impact, aspects, size, attitude }: NamedGroup): Message | undefined {
  const parts: Text[] = [
    ...(impact ? [] : [openParts.impact]),
    ...(aspects.length ? [] : [openParts.aspects]),
    ...(size === undefined ? [openParts.size] : []),
    ...(attitude ? [] : [openParts.attitude]),
  ];
  return parts.length ? { text: open, data: { parts } } : undefined;
}

function stakeholderLines(frame: Frame): string[] {
  const { groups, language } = frame;
  const main = mainGroups(frame);
  return [
    ...comment(note(frame, 'stakeholders')),
    'stakeholders:',
    ...groups.flatMap((group) => {
      const { id, name, size, impact, attitude, aspects } = group;
      const unknown = openOf(group);
      return [
        `  - id: ${id}`,
        `    name: ${written(name)}`,
        ...(size === undefined ? [] : [`    size: ${size}`]),
        ...(impact ? [`    impact: ${impact}`] : []),
        ...(attitude ? [`    attitude: ${attitude}`] : []),
        ...(aspects.length ? [`    aspects: ${inBrackets(aspects)}`] : []),
        ...(main.includes(group)
          ? [
              '    behaviors:',
              `      know: ${written(say(beginnings.know, language))}`,
              `      choose: ${written(say(beginnings.choose, language))}`,
            ]
          : []),
        ...(unknown ? [`    notes: ${written(say(unknown.text, language, unknown.data))}`] : []),
      ];
    }),
  ];
}

function riskLines(frame: Frame): string[] {
  const { context, language, days, groups, owner } = frame;
  const answering = strategiesOf(frame).find(({ lever }) => ['leadership', 'ecosystem', 'values'].includes(lever));
  const doubting = groups.filter(({ attitude }) => attitude === 'resistant' || attitude === 'skeptical');
  const ids = (some: readonly NamedGroup[]) => inBrackets(some.map(({ id }) => id));
  const risk = (kind: 'resistance' | 'downtime', stakeholders: string, addressedBy?: string) =>
    itemText([
      ['id', kind],
      ['title', written(riskTitles[language][kind])],
      ['kind', kind],
      ['stakeholders', stakeholders],
      ...(days.past ? [] : [['identified', context.today] as const]),
      ...(addressedBy ? [['addressedBy', inBrackets([addressedBy])] as const] : []),
      ['owner', owner],
    ]);
  const fails = groups.filter(({ aspects }) => aspects.includes('systems') || aspects.includes('processes'));
  const items = [
    risk('resistance', ids(doubting.length ? doubting : mainGroups(frame)), answering?.id),
    ...(fails.length ? [risk('downtime', ids(fails))] : []),
  ];
  return [...comment(note(frame, 'risks')), ...listed('risks', items)];
}

function milestoneLines(frame: Frame): string[] {
  const { answers, days } = frame;
  // Strategies and milestones share one name space.
  const taken = new Set(strategiesOf(frame).map(({ id }) => id));
  const milestone = (kind: 'pilot' | 'go-live', title: string, date: string) =>
    itemText([
      ['id', freeId(kind, taken)],
      ['title', title],
      ['date', date],
      ['kind', kind],
    ]);
  return listed('milestones', [
    ...(days.past ? [] : [milestone('pilot', sample(frame, 'pilot'), days.before(0.7))]),
    milestone('go-live', sample(frame, answers.goLive ? 'goLive' : 'assumedGoLive'), days.goLive),
  ]);
}

function sustainmentLines(frame: Frame): string[] {
  const { days, owner } = frame;
  return [
    ...comment(note(frame, 'sustainment')),
    'sustainment:',
    `  owner: ${owner}`,
    `  until: ${days.end}`,
    '  cadence: monthly',
    `  reviews: ${inBrackets([days.review, addWorkingDays(days.live, 60)])}`,
    '  actions:',
    `    - ${sample(frame, 'action')}`,
  ];
}

function wholeText(frame: Frame): string {
  const measures = measuresFor(frame);
  const lines = [
    ...[...headLines(frame), ''],
    ...[...purposeLines(frame), ''],
    ...[...stakeholderLines(frame), ''],
    ...[...leversLines(frame, measures), ''],
    ...(measures.length ? [...comment(note(frame, 'measures')), ...measureLines(measures), ''] : []),
    ...[...riskLines(frame), ''],
    ...[...milestoneLines(frame), ''],
    ...[...sustainmentLines(frame), ''],
  ];
  return lines.join('\n');
}

/** Allows, with a reason and until the first review, what is found about choices that only the author can change. */
function allowed(text: string, day: string, context: Context): string {
  const plan = parse(text);
  const problems = check(plan, context).filter(({ code }) => choices.includes(code));
  const reason = say(chosen, context.locale, { day });
  const done = new Set<object>();
  const edits = allowances(plan, problems).flatMap((allowance): Edit[] => {
    if (allowance.problems.some((problem) => done.has(problem))) return [];
    for (const problem of allowance.problems) done.add(problem);
    const { at, before, after } = allowance;
    return [{ span: { start: at, end: at }, text: before + reason + after }];
  });
  return apply(text, edits);
}

/**
 * The plan that answers make: what was not answered is left to be filled in, and the strategies are those proposed.
 * `spell` helps with ids for names in other scripts than Latin, which are numbered else.
 */
export function draft(answers: Answers, context: Context, spell: Spell = (name) => name): Draft {
  const frame = frameFor(answers, context, spell);
  const text = allowed(wholeText(frame), frame.days.review, context);
  const words = answers.need ? (evidence(frame)[0] as string) : sample(frame, 'need');
  const start = text.indexOf(words, text.indexOf('\npurpose:\n'));
  return { text, first: { start, end: start + words.length } };
}
