/** Generates a commented plan from answers. Invariant: no rule finds anything in it, given at least four levers. */

import { minimumLevers } from '../analysis/coverage.ts';
import { exampleSource } from '../analysis/placesToFill.ts';
import { check } from '../check/check.ts';
import { allowances } from '../check/suppress.ts';
import type { Context } from '../diagnostics/rule.ts';
import { comment } from '../edits/comment.ts';
import { blockList, type ItemText, indented, itemText, written } from '../edits/yamlEdit.ts';
import { daysAfterGoLive, exampleNumbers, general, idFor, indicatorsOf } from '../fixes/measures.ts';
import { riskTitles } from '../fixes/risks.ts';
import { type Data, type Locale, say } from '../i18n/message.ts';
import type { CatalogStrategy } from '../model/catalog.ts';
import { everyone } from '../model/declaredIds.ts';
import { freeId, slug } from '../model/ids.ts';
import { parse } from '../model/parse.ts';
import { beginnings } from '../rules/missing-know-or-choose.ts';
import { prompts } from '../rules/need-without-evidence.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import { addDays, addWorkingDays, workingDayFrom } from '../text/day.ts';
import { apply, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Answers } from './answers.ts';
import { chosen, left, notes, samples } from './draftPhrases.ts';
import { prepick } from './prepick.ts';
import { type Chosen, type Days, daysFor, scheduled } from './schedule.ts';

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
  'usage-tracking-without-governance',
  'owner-overload',
  'sponsor-missing',
  'sustain-coverage-below-four',
  'training-only-after-go-live',
];

/** The language of a plan: Chinese where its author writes Chinese, else the reader's. */
function languageOf({ title = '', need = '' }: Answers, locale: Locale): Locale {
  return /\p{Script=Han}/u.test(title + need) ? 'zh-CN' : locale;
}

/** What is given an id here, once and for all. */
interface Named {
  readonly id: string;
  readonly name: string;
}

function groupsOf({ groups }: Answers, locale: Locale): Named[] {
  const taken = new Set<string>([everyone]);
  return (groups.length ? groups : [say(samples.group, locale)]).map((name, index) => {
    const short = slug(name).slice(0, 40).replace(/-$/, '');
    // A word that reads as a number or as yes and no is no id.
    const id = freeId(/^[a-z]/.test(short) && written(short) === short ? short : `group-${index + 1}`, taken);
    taken.add(id);
    return { id, name };
  });
}

/** A measure of the draft, and the strategies that name it. */
interface Measured {
  readonly id: string;
  readonly of: readonly CatalogStrategy[];
  readonly item: ItemText;
}

/** What all sections of a draft are written from: names and texts as they stand in a plan. */
interface Frame {
  readonly answers: Answers;
  readonly context: Context;
  /** The language of the plan; comments are in the reader's. */
  readonly language: Locale;
  readonly days: Days;
  readonly groups: readonly Named[];
  readonly owner: string;
  readonly sponsor: string;
  readonly byLever: ReadonlyMap<LeverId, readonly Chosen[]>;
  readonly covered: readonly LeverId[];
  /** Enough levers are covered. */
  readonly enough: boolean;
}

function frameFor(answers: Answers, context: Context): Frame {
  const { catalog, today, locale, settings } = context;
  const language = languageOf(answers, locale);
  const days = daysFor(answers, today);
  const picks = answers.strategies ?? prepick(answers, catalog, today);
  const byLever = new Map(leverIds.map((lever) => [lever, scheduled(lever, picks, days, catalog)]));
  const covered = leverIds.filter((lever) => byLever.get(lever)?.length);
  return {
    answers,
    context,
    language,
    days,
    groups: groupsOf(answers, language),
    owner: written(answers.owner ?? say(samples.owner, language)),
    sponsor: written(answers.sponsor ?? say(samples.sponsor, language)),
    byLever,
    covered,
    enough: covered.length >= minimumLevers(settings),
  };
}

function strategiesOf({ byLever }: Frame): CatalogStrategy[] {
  return [...byLever.values()].flat().map(({ known }) => known);
}

/** Leaders answer for what leaders do, whoever leads the change for the rest. */
function ownerOf({ owner, sponsor }: Frame, lever: LeverId): string {
  return lever === 'leadership' ? sponsor : owner;
}

function note({ context }: Frame, name: keyof typeof notes, data?: Data): string {
  return say(notes[name], context.locale, data);
}

/** A line with a comment after it. */
function noted(frame: Frame, line: string, name: keyof typeof notes): string {
  return `${line} # ${note(frame, name)}`;
}

function sample({ language }: Frame, name: keyof typeof samples): string {
  return written(say(samples[name], language));
}

/** A list of ids in one line. */
function inBrackets(ids: readonly string[]): string {
  return `[${ids.join(', ')}]`;
}

/** A section that is a list. */
function listed(key: string, items: readonly ItemText[]): string[] {
  return [`${key}:`, ...indented(blockList(items), 2)];
}

function headLines(frame: Frame): string[] {
  const { answers, context, language, days, owner, sponsor } = frame;
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
    days.past ? noted(frame, `  goLive: ${days.goLive}`, 'past') : `  goLive: ${days.goLive}`,
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

function stakeholderLines(frame: Frame): string[] {
  const { answers, groups, language } = frame;
  return [
    ...comment(note(frame, 'stakeholders')),
    'stakeholders:',
    ...groups.flatMap(({ id, name }) => [
      `  - id: ${id}`,
      `    name: ${written(name)}`,
      noted(frame, '    impact: high', 'impact'),
      ...(answers.aspects.length ? [`    aspects: ${inBrackets(answers.aspects)}`] : []),
      '    behaviors:',
      `      know: ${written(say(beginnings.know, language))}`,
      `      choose: ${written(say(beginnings.choose, language))}`,
    ]),
  ];
}

/** A measure for each strategy: its first indicator that shows an effect, else how much is used. Without any, that alone. */
function measuresFor(frame: Frame): Measured[] {
  const { context, language, owner } = frame;
  const usage = context.catalog.strategy(general);
  const measures = new Map<string, Measured>();
  const taken = new Set<string>();
  const add = (known: CatalogStrategy | undefined, by: string) => {
    const source = indicatorsOf(known).length > 0 ? known : usage;
    const [indicator] = indicatorsOf(source);
    if (!source || !indicator) return;
    const title = say(indicator, language);
    const same = measures.get(title);
    const of = [...(same?.of ?? []), ...(known ? [known] : [])];
    if (same) {
      measures.set(title, { ...same, of });
      return;
    }
    const id = freeId(idFor({ indicator, known: source }), taken);
    taken.add(id);
    const { baseline, target } = exampleNumbers(indicator);
    const item = itemText([
      ['id', id],
      ['title', written(title)],
      ...(indicator.kind ? [['kind', indicator.kind] as const] : []),
      ['baseline', String(baseline)],
      ['target', String(target)],
      ['by', measuredBy(frame)],
      ['source', written(say(exampleSource, language))],
      ['owner', by],
    ]);
    measures.set(title, { id, of, item });
  };
  for (const known of strategiesOf(frame)) add(known, ownerOf(frame, known.lever));
  if (measures.size === 0) add(undefined, owner);
  return [...measures.values()];
}

/** The day by which targets are to be reached. */
function measuredBy({ days, context }: Frame): string {
  const later = workingDayFrom(addDays(days.goLive, daysAfterGoLive));
  return later > context.today ? later : days.end;
}

function strategyLines(frame: Frame, { known, start, due }: Chosen, measures: readonly Measured[]): string[] {
  const ids = frame.groups.map(({ id }) => id);
  const named = measures.filter(({ of }) => of.includes(known)).map(({ id }) => id);
  const item = itemText([
    ['use', known.id],
    ['owner', ownerOf(frame, known.lever)],
    ['audience', inBrackets(ids)],
    ['start', start],
    ['due', due],
    ...(named.length ? [['measures', inBrackets(named)] as const] : []),
  ]);
  return [...comment(say(known.summary, frame.context.locale), 6), ...indented(blockList([item]), 6)];
}

function leverLines(frame: Frame, lever: LeverId, measures: readonly Measured[]): string[] {
  const { context, language, days, byLever, enough } = frame;
  const picked = byLever.get(lever) ?? [];
  // While levers are missing, none is left out on purpose.
  if (picked.length === 0 && !enough) return [];
  const about = comment(say(context.catalog.lever(lever).summary, context.locale), 2);
  const key = `  ${lever}:`;
  return picked.length === 0
    ? [...about, key, `    notUsed: ${written(say(left, language, { day: days.review }))}`]
    : [...about, key, '    strategies:', ...picked.flatMap((one) => strategyLines(frame, one, measures))];
}

function leversLines(frame: Frame, measures: readonly Measured[]): string[] {
  const { context, covered, enough } = frame;
  const n = covered.length;
  const minimum = minimumLevers(context.settings);
  const missing = leverIds
    .filter((lever) => !covered.includes(lever))
    .map((lever) => context.catalog.lever(lever).title);
  return [
    ...comment(enough ? note(frame, 'covered', { n }) : note(frame, 'few', { n, minimum, missing })),
    n > 0 ? 'levers:' : 'levers: {}',
    ...leverIds.flatMap((lever) => leverLines(frame, lever, measures)),
  ];
}

function measureLines(frame: Frame, measures: readonly Measured[]): string[] {
  const items = measures.map(({ item }) => item);
  return items.length ? [...comment(note(frame, 'measures')), ...listed('measures', items), ''] : [];
}

function riskLines(frame: Frame): string[] {
  const { answers, context, language, days, groups, owner } = frame;
  const answering = strategiesOf(frame).find(({ lever }) => ['leadership', 'ecosystem', 'values'].includes(lever));
  const risk = (kind: 'resistance' | 'downtime', addressedBy?: string) =>
    itemText([
      ['id', kind],
      ['title', written(riskTitles[language][kind])],
      ['kind', kind],
      ['stakeholders', inBrackets(groups.map(({ id }) => id))],
      ...(days.past ? [] : [['identified', context.today] as const]),
      ...(addressedBy ? [['addressedBy', inBrackets([addressedBy])] as const] : []),
      ['owner', owner],
    ]);
  const fails = answers.aspects.some((aspect) => aspect === 'systems' || aspect === 'processes');
  const items = [risk('resistance', answering?.id), ...(fails ? [risk('downtime')] : [])];
  return [...comment(note(frame, 'risks')), ...listed('risks', items)];
}

function milestoneLines(frame: Frame): string[] {
  const { days } = frame;
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
    milestone('go-live', sample(frame, 'goLive'), days.goLive),
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
    ...measureLines(frame, measures),
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

/** The plan that answers make: what was not answered is left to be filled in, and the strategies are those proposed. */
export function draft(answers: Answers, context: Context): Draft {
  const frame = frameFor(answers, context);
  const text = allowed(wholeText(frame), frame.days.review, context);
  const words = answers.need ? (evidence(frame)[0] as string) : say(samples.need, frame.language);
  const start = text.indexOf(words, text.indexOf('\npurpose:\n'));
  return { text, first: { start, end: start + words.length } };
}
