/** Drafts a plan from answers: a commented text in which no rule finds anything, but for what the answers leave open. */
import { allowances } from './allow.ts';
import type { Answers } from './answers.ts';
import type { Catalog, CatalogStrategy, Phase } from './catalog.ts';
import { check } from './check.ts';
import { freeId, slug } from './customize.ts';
import { addDays, addWorkingDays, daysBetween, workingDayFrom } from './date.ts';
import { apply, blockList, indented, itemText, written } from './edit.ts';
import { type LeverId, leverIds } from './format.gen.ts';
import { daysAfterGoLive, exampleNumbers, exampleSource, general, idFor, indicatorsOf } from './measure.ts';
import { everyone } from './names.ts';
import { parse } from './parse.ts';
import { prepick } from './prepick.ts';
import { riskTitles } from './risks.ts';
import type { Context, Edit } from './rule.ts';
import { minimumLevers } from './rules/coverage-below-four.ts';
import { beginnings } from './rules/missing-know-or-choose.ts';
import { prompts } from './rules/need-without-evidence.ts';
import { type Data, type Locale, say, type Text } from './text.ts';
import type { Span } from './tree.ts';

/** The text of a new plan. */
export interface Draft {
  readonly text: string;
  /** What its author has to fill in first. */
  readonly first: Span;
}

/** More groups than these are addressed by the word for all of them. */
const mostNamed = 4;

/** The width of comments, in columns. */
const width = 118;

/** Words that are written into the plan, in its language, and stand in for what nobody has said yet. */
const samples: Readonly<
  Record<'title' | 'owner' | 'sponsor' | 'group' | 'need' | 'pilot' | 'goLive' | 'action', Text>
> = {
  title: { en: 'What changes …', 'zh-CN': '要变更什么……' },
  owner: { en: 'Change lead', 'zh-CN': '变更负责人' },
  sponsor: { en: 'Sponsor', 'zh-CN': '发起人' },
  group: { en: 'The first group', 'zh-CN': '第一个群体' },
  need: { en: 'What goes wrong today and for whom …', 'zh-CN': '目前哪里有问题、影响到谁……' },
  pilot: { en: 'A first team tries it out', 'zh-CN': '第一个团队试用' },
  goLive: { en: 'Go-live', 'zh-CN': '上线' },
  action: { en: 'What keeps people from going back to the old way …', 'zh-CN': '怎样防止大家回到旧做法……' },
};

const left: Text = {
  en: 'Left out of the first draft; we decide again in the review on {day}',
  'zh-CN': '初稿暂不采用；在 {day} 的回顾中再作决定',
};

/** Why a finding about what was chosen is allowed for now. */
const chosen: Text = {
  en: 'so chosen for the first draft; decide again by {day}',
  'zh-CN': '初稿如此选择；请在 {day} 之前再作决定',
};

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

const notes: Readonly<Record<string, Text>> = {
  top: {
    en: 'A first draft, made from your answers on {today}. What to do next:',
    'zh-CN': '根据你在 {today} 的回答生成的初稿。接下来：',
  },
  fill: {
    en: '1. Write your own words wherever a text ends in “…”.',
    'zh-CN': '1. 凡是以“……”结尾的地方，请换成你自己的内容。',
  },
  numbers: {
    en: '2. Put real numbers under `measures`. Those that stand there are examples.',
    'zh-CN': '2. 在 `measures` 下填写真实数字，现有的只是示例。',
  },
  agree: {
    en: '3. Ask every owner whether they agree to the dates. Then set `status` to active.',
    'zh-CN': '3. 请每位负责人确认日期，然后把 `status` 改为 active。',
  },
  owner: { en: 'leads the change from day to day', 'zh-CN': '负责日常推进' },
  sponsor: { en: 'the leader who stands behind it', 'zh-CN': '支持这项变更的领导者' },
  status: { en: 'becomes active when the work begins', 'zh-CN': '工作开始后改为 active' },
  past: { en: 'was before this plan was made', 'zh-CN': '早于编写本计划的日子' },
  end: { en: 'time to make sure that it lasts', 'zh-CN': '留出时间，确保变更得以保持' },
  purpose: {
    en: 'Why, in words that your colleagues would use. Evidence is a number, a voice from the front line, or the result of a pilot.',
    'zh-CN': '为什么要变更：用同事们会说的话来写。依据可以是一个数字、一线人员的原话或试点的结果。',
  },
  stakeholders: {
    en: 'Who has to work differently. Add how many they are (`size`) and how they see the change (`attitude`).',
    'zh-CN': '谁的工作方式会改变。请补充人数（`size`）和他们对变更的态度（`attitude`）。',
  },
  impact: { en: 'high, medium, low or none: your judgment', 'zh-CN': 'high、medium、low 或 none，由你判断' },
  covered: {
    en: '{n} of the six levers are covered. Keep what fits, and change who, for whom and when.',
    'zh-CN': '六个 LEVERS 已启用 {n} 个。保留适合的内容，并调整由谁负责、面向谁、何时进行。',
  },
  few: {
    en: 'Only {n} of the six levers are covered so far. A change lasts when at least {minimum} work together: add strategies for {missing}.',
    'zh-CN': '目前六个 LEVERS 只启用了 {n} 个。至少 {minimum} 个共同作用，变更才能持久：请为{missing}增加策略。',
  },
  measures: {
    en: 'What shows that it works: an indicator of the catalog for each strategy. Measure the baseline before go-live.',
    'zh-CN': '怎样看出有效果：每项策略对应目录中的一个指标。请在上线之前测量基线值。',
  },
  risks: {
    en: 'What could hold the change back. Rate each by `likelihood` and `impact`, and say how you respond.',
    'zh-CN': '什么可能阻碍变更。请用 `likelihood` 和 `impact` 评级，并写明如何应对。',
  },
  sustainment: { en: 'Who keeps it alive after go-live, and until when.', 'zh-CN': '上线之后由谁保持，直到何时。' },
};

/** The days of a plan, all worked out from go-live and today. */
interface Days {
  readonly start: string;
  readonly goLive: string;
  readonly end: string;
  /** The review after go-live in which open choices are made. */
  readonly review: string;
  /** The later of go-live and today. */
  readonly live: string;
  readonly past: boolean;
  /** A working day after a share of the time until go-live, but always before it if there is time left. */
  before(share: number): string;
}

/** Twelve weeks: the time until go-live where nobody has named a day. */
const daysUntilGoLive = 84;

function daysFor(answers: Answers, today: string): Days {
  const goLive = answers.goLive ?? workingDayFrom(addDays(today, daysUntilGoLive));
  const past = goLive <= today;
  const monday = workingDayFrom(today);
  const first = past || monday < goLive ? monday : today;
  const live = past ? monday : goLive;
  return {
    start: past ? goLive : first,
    goLive,
    end: addWorkingDays(live, 125),
    review: addWorkingDays(live, 20),
    live,
    past,
    before(share) {
      const day = past ? first : workingDayFrom(addDays(first, Math.floor(daysBetween(first, goLive) * share)));
      return day < goLive || past ? day : first;
    },
  };
}

/** A strategy that was chosen, and when its work goes on. */
interface Chosen {
  readonly known: CatalogStrategy;
  readonly start: string;
  readonly due: string;
}

const phases: readonly (Phase | undefined)[] = ['prepare', 'manage', undefined, 'sustain'];

/** The strategies chosen for a lever, in the order in which they begin: the last goes on after go-live, training begins before it. */
function scheduled(lever: LeverId, ids: readonly string[], days: Days, catalog: Catalog): Chosen[] {
  const picked = catalog.under(lever).filter(({ id }) => ids.includes(id));
  const ordered = picked.sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
  const firstLearning = lever === 'enablement' ? ordered[0] : undefined;
  return ordered.map((known): Chosen => {
    if (known.phase === 'sustain') {
      return { known, start: known === firstLearning ? days.before(0.6) : addWorkingDays(days.live, 1), due: days.end };
    }
    const early = known.phase === 'prepare';
    const lasts = !early || known === ordered.at(-1);
    const start = days.before(early ? 0 : 0.6);
    const due = lasts ? addWorkingDays(days.live, 40) : days.past ? addWorkingDays(start, 20) : days.before(0.8);
    return { known, start, due: due < start ? start : due };
  });
}

/** The columns that a text takes, where a Chinese character takes two. */
export function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\uFFEF]/.test(letter) ? 2 : 1), 0);
}

/** A comment on lines of its own, none of them too long to read; lines but the first are indented by `hanging`. */
function comment(text: string, indent = 0, hanging = 0): string[] {
  const lines: string[] = [];
  let line = '';
  // Words of a team's catalog must not begin an exception.
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').replaceAll('levers-ignore', 'levers ignore');
  // English breaks at blanks, Chinese before any character that is no punctuation.
  for (const part of plain.match(/ ?(?:\p{Script=Han}[^\p{Script=Han} ]*|[^\p{Script=Han} ]+)/gu) ?? []) {
    if (line !== '' && columns(line + part) > width - indent - 2 - (lines.length ? hanging : 0)) {
      lines.push(line);
      line = part.trimStart();
    } else line += part;
  }
  if (line) lines.push(line);
  return lines.map((words, index) => `${' '.repeat(indent)}# ${index ? ' '.repeat(hanging) : ''}${words.trimStart()}`);
}

type Pair = readonly [key: string, value: string];

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
    const short = slug(name).slice(0, 40).replace(/-+$/, '');
    // A word that reads as a number or as yes and no is no id.
    const id = freeId(/^[a-z]/.test(short) && written(short) === short ? short : `group-${index + 1}`, taken);
    taken.add(id);
    return { id, name };
  });
}

/** Writes the sections of a draft. */
function sections(answers: Answers, { catalog, today, locale, settings }: Context): { text: string; days: Days } {
  const language = languageOf(answers, locale);
  const days = daysFor(answers, today);
  const groups = groupsOf(answers, language);
  const ids = groups.map(({ id }) => id);
  const audience = `[${(ids.length > mostNamed ? [everyone] : ids).join(', ')}]`;
  const owner = written(answers.owner ?? say(samples.owner, language));
  const sponsor = written(answers.sponsor ?? say(samples.sponsor, language));
  const note = (name: string, data?: Data) => say(notes[name] as Text, locale, data);
  const sample = (name: keyof typeof samples) => written(say(samples[name], language));
  const noted = (line: string, name: string) => `${line} # ${note(name)}`;

  const picks = answers.strategies ?? prepick(answers, catalog, today);
  const byLever = new Map(leverIds.map((lever) => [lever, scheduled(lever, picks, days, catalog)]));
  const strategies = [...byLever.values()].flat();
  const covered = leverIds.filter((lever) => byLever.get(lever)?.length);
  const missing = leverIds.filter((lever) => !covered.includes(lever));
  const minimum = minimumLevers(settings);
  const enough = covered.length >= minimum;

  const taken = new Set<string>();
  const measures: { id: string; pairs: Pair[] }[] = [];
  /** The id of the measure for a strategy: of its first indicator that shows an effect, else of how much is used. */
  const measureFor = (known: CatalogStrategy | undefined, by: string): string | undefined => {
    const source = known && indicatorsOf(known).length > 0 ? known : catalog.strategy(general);
    const [indicator] = indicatorsOf(source);
    if (!source || !indicator) return undefined;
    const title = written(say(indicator, language));
    const same = measures.find(({ pairs }) => pairs.some(([key, value]) => key === 'title' && value === title));
    if (same) return same.id;
    const id = freeId(idFor({ indicator, known: source }), taken);
    taken.add(id);
    const { baseline, target } = exampleNumbers(indicator);
    const later = workingDayFrom(addDays(days.goLive, daysAfterGoLive));
    measures.push({
      id,
      pairs: [
        ['id', id],
        ['title', title],
        ...(indicator.kind ? [['kind', indicator.kind] as const] : []),
        ['baseline', String(baseline)],
        ['target', String(target)],
        ['by', later > today ? later : days.end],
        ['source', written(say(exampleSource, language))],
        ['owner', by],
      ],
    });
    return id;
  };

  const leverLines = leverIds.flatMap((lever): string[] => {
    const { summary } = catalog.lever(lever);
    const picked = byLever.get(lever) ?? [];
    if (picked.length === 0 && !enough) return [];
    const about = comment(say(summary, locale), 2);
    if (picked.length === 0) {
      return [...about, `  ${lever}:`, `    notUsed: ${written(say(left, language, { day: days.review }))}`];
    }
    return [
      ...about,
      `  ${lever}:`,
      '    strategies:',
      ...picked.flatMap(({ known, start, due }) => {
        const by = lever === 'leadership' ? sponsor : owner;
        const measure = measureFor(known, by);
        const item = itemText([
          ['use', known.id],
          ['owner', by],
          ['audience', audience],
          ['start', start],
          ['due', due],
          ...(measure ? [['measures', `[${measure}]`] as const] : []),
        ]);
        return [...comment(say(known.summary, locale), 6), ...indented(blockList([item]), 6)];
      }),
    ];
  });
  if (measures.length === 0) measureFor(undefined, owner);

  const answering = strategies.find(({ known: { lever } }) => ['leadership', 'ecosystem', 'values'].includes(lever));
  const risk = (kind: 'resistance' | 'downtime', more: readonly Pair[] = []) =>
    itemText([
      ['id', kind],
      ['title', written(riskTitles[language][kind])],
      ['kind', kind],
      ['stakeholders', `[${ids.join(', ')}]`],
      ...(days.past ? [] : [['identified', today] as const]),
      ...more,
      ['owner', owner],
    ]);
  const fails = answers.aspects.some((aspect) => aspect === 'systems' || aspect === 'processes');
  const used = new Set(strategies.map(({ known }) => known.id));
  const milestone = (id: string, name: 'pilot' | 'goLive', date: string) =>
    itemText([
      ['id', freeId(id, used)],
      ['title', sample(name)],
      ['date', date],
      ['kind', id],
    ]);

  const lines = [
    ...comment(note('top', { today })),
    ...['fill', 'numbers', 'agree'].flatMap((name) => comment(note(name), 0, 3)),
    'version: 1',
    'plan:',
    `  title: ${answers.title ? written(answers.title) : sample('title')}`,
    noted(`  owner: ${owner}`, 'owner'),
    noted(`  sponsor: ${sponsor}`, 'sponsor'),
    noted('  status: draft', 'status'),
    `  start: ${days.start}`,
    days.past ? noted(`  goLive: ${days.goLive}`, 'past') : `  goLive: ${days.goLive}`,
    noted(`  end: ${days.end}`, 'end'),
    `  locale: ${language}`,
    '',
    ...comment(note('purpose')),
    'purpose:',
    `  need: ${answers.need ? written(answers.need) : sample('need')}`,
    '  evidence:',
    ...prompts[language].map((prompt) => `    - ${written(prompt + (language === 'en' ? ' …' : '……'))}`),
    '',
    ...comment(note('stakeholders')),
    'stakeholders:',
    ...groups.flatMap(({ id, name }) => [
      `  - id: ${id}`,
      `    name: ${written(name)}`,
      noted('    impact: high', 'impact'),
      ...(answers.aspects.length ? [`    aspects: [${answers.aspects.join(', ')}]`] : []),
      '    behaviors:',
      `      know: ${written(say(beginnings.know, language))}`,
      `      choose: ${written(say(beginnings.choose, language))}`,
    ]),
    '',
    ...comment(
      enough
        ? note('covered', { n: covered.length })
        : note('few', { n: covered.length, minimum, missing: missing.map((lever) => catalog.lever(lever).title) }),
    ),
    covered.length > 0 ? 'levers:' : 'levers: {}',
    ...leverLines,
    '',
    ...(measures.length > 0
      ? [
          ...comment(note('measures')),
          'measures:',
          ...indented(blockList(measures.map(({ pairs }) => itemText(pairs))), 2),
          '',
        ]
      : []),
    ...comment(note('risks')),
    'risks:',
    ...indented(
      blockList([
        risk('resistance', answering ? [['addressedBy', `[${answering.known.id}]`]] : []),
        ...(fails ? [risk('downtime')] : []),
      ]),
      2,
    ),
    '',
    'milestones:',
    ...indented(
      blockList([
        ...(days.past ? [] : [milestone('pilot', 'pilot', days.before(0.7))]),
        milestone('go-live', 'goLive', days.goLive),
      ]),
      2,
    ),
    '',
    ...comment(note('sustainment')),
    'sustainment:',
    `  owner: ${owner}`,
    `  until: ${days.end}`,
    '  cadence: monthly',
    `  reviews: [${days.review}, ${addWorkingDays(days.live, 60)}]`,
    '  actions:',
    `    - ${sample('action')}`,
    '',
  ];
  return { text: lines.join('\n'), days };
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
  const { text: drafted, days } = sections(answers, context);
  const text = allowed(drafted, days.review, context);
  const language = languageOf(answers, context.locale);
  const words = answers.need ? (prompts[language][0] as string) : say(samples.need, language);
  const start = text.indexOf(words, text.indexOf('\npurpose:\n'));
  const behind = text.indexOf('…', start);
  const end = text[behind + 1] === '…' ? behind + 2 : behind + 1;
  return { text, first: { start, end } };
}

/** Names that Windows keeps for devices, whatever stands behind the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The name of a file for a plan, without what all of them end in: the words of its title, in any script. */
export function fileName({ title = '' }: Answers): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+/, '');
  const name = [...words].slice(0, 48).join('').replace(/-+$/, '');
  return name === '' ? 'plan' : reserved.test(name) ? `plan-${name}` : name;
}
