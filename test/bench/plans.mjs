// Makes valid plans of an exact number of lines, and says where a benchmark can edit them.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const catalog = parse(readFileSync(new URL('../../schemas/strategy-catalog.yaml', import.meta.url), 'utf8'));
const levers = catalog.levers.map(({ id }) => id);
/** Pay and prizes weigh more than a plan of any length bears. */
const costly = ['incentive-program', 'ai-proficiency-rewards'];
const under = (lever) => catalog.strategies.filter(({ id, lever: its }) => its === lever && !costly.includes(id));
/** The first three strategies of each lever, dealt from the levers in turn. */
const dealt = [0, 1, 2].flatMap((turn) => levers.map((lever) => under(lever)[turn]));

const day = (offset) => new Date(Date.UTC(2027, 0, 4 + offset)).toISOString().slice(0, 10);
const firstNames = ['Ana', 'Tom', '敏', 'Kofi', 'Ingrid', 'Ravi', 'Yuki', 'Léa', 'Omar', 'Elena', 'Sam', '建国'];
const lastNames = ['Ruiz', 'Berg', '张', 'Mensah', 'Lindqvist', 'Patel', 'Tanaka', 'Moreau', 'Haddad', 'Rossi', 'Lee'];
const person = (n) =>
  `${firstNames[n % 12]} ${lastNames[n % 11]}${n < 132 ? '' : ` ${String.fromCharCode(65 + Math.floor(n / 132))}.`}`;

/** A group of people with its measure and its risk. It is the audience of one round of strategies. */
function group(n) {
  const id = `group-${n + 1}`;
  return {
    stakeholder: [
      `  - id: ${id}`,
      `    name: "Team ${n + 1}: planners / 第 ${n + 1} 团队"`,
      '    kind: employees',
      `    size: ${20 + ((n * 37) % 400)}`,
      `    impact: ${n === 0 ? 'high' : 'medium'}`,
      '    behaviors: { know: Where the forecast comes from, choose: Start each week with it }',
    ],
    measure: `  - { id: use-${n + 1}, title: Weekly use in team ${n + 1}, kind: adoption, unit: "%", baseline: 0, target: 80, by: ${day(300)}, cadence: weekly }`,
    risk: `  - { id: doubt-${n + 1}, title: Doubts in team ${n + 1}, kind: resistance, likelihood: medium, impact: medium, stakeholders: [${id}], identified: ${day(0)}, addressedBy: [${dealt[0].id}-${n + 1}], response: A talk each month, owner: ${person(n)} }`,
  };
}

/** A strategy as lines; no two have the same id, nor the same `use` for the same people. */
function strategy(n, seed) {
  const { id, lever } = dealt[n % dealt.length];
  const round = Math.floor(n / dealt.length) + 1;
  // People practice, and what comes first begins, before go-live (day 120); everything else goes on after it.
  const early =
    lever === 'enablement' || ['employee-involvement', 'stakeholder-assessment', 'ai-ethics-council'].includes(id);
  const start = early ? 14 + ((n * 53 + seed * 7) % 80) : 110 + ((n * 53 + seed * 7) % 180);
  const shape = Math.floor(n / levers.length) % 4;
  const more = [
    [],
    ['deliverables:', '  - Guide of one page', `  - { title: 操作说明, due: ${day(start + 14)} }`],
    [
      'activities:',
      `  - { title: Talk in the team, kind: engagement, start: ${day(start)}, due: ${day(start + 7)}, audience: [group-${round}], hours: 1 }`,
      'notes: |',
      '  Agreed with the team leads.',
      '  先在两个团队试行，再推广。',
    ],
    ['phase: manage # agreed in the steering group', 'dependsOn: [kickoff]'],
  ][shape];
  return [
    `      - use: ${id}`,
    `        id: ${id}-${round}`,
    `        owner: ${person(Math.floor(n / 4) + (seed % 100))}`,
    `        audience: [group-${round}]`,
    `        start: ${day(start)}`,
    `        due: ${day(start + 21)}`,
    '        status: planned',
    `        summary: Leaders explain why it matters now and what support people will get${seed ? ` in unit ${seed}` : ''}`,
    `        measures: [use-${round}]`,
    ...more.map((line) => `        ${line}`),
  ];
}

const decision = (n) =>
  `  - { on: ${day(-1 - (n % 200))}, title: "Decision ${n + 1}: keep the date", by: ${person(n)} }`;

/** The whole text around strategies and groups, with `decisions` decisions. */
function assemble(strategies, groups, decisions, seed) {
  const written = levers.map((lever) => [
    `  ${lever}:`,
    '    strategies:',
    ...strategies.flatMap((lines, n) => (dealt[n % dealt.length].lever === lever ? lines : [])),
  ]);
  return [
    'version: 1',
    'plan:',
    `  title: "Shared forecast for ${seed ? `unit ${seed}` : 'all teams'} — 统一预测"`,
    '  owner: Maya Chen',
    '  sponsor: Tom Berg',
    '  status: active',
    `  start: ${day(0)}`,
    `  goLive: ${day(120)}`,
    `  end: ${day(347)}`,
    `  asOf: ${day(0)}`,
    'purpose:',
    '  need: Every team plans with its own figures, and they never agree.',
    '  evidence: [Three forecasts in March differed by a fifth]',
    'stakeholders:',
    ...groups.flatMap(({ stakeholder }) => stakeholder),
    'levers:',
    ...written.flat(),
    'measures:',
    ...groups.map(({ measure }) => measure),
    'risks:',
    ...groups.map(({ risk }) => risk),
    'milestones:',
    `  - { id: kickoff, title: Kickoff, date: ${day(7)}, kind: decision }`,
    `  - { id: go-live, title: Go-live, date: ${day(120)}, kind: go-live }`,
    `sustainment: { owner: Tom Berg, until: ${day(347)}, cadence: monthly, reviews: [${day(200)}] }`,
    'decisions:',
    ...Array.from({ length: decisions }, (_, n) => decision(n)),
  ];
}

/** A plan of exactly so many lines (100 or more) that has nothing to complain about; another `seed`, another plan. */
export function makePlan(lines, seed = 0) {
  const strategies = [];
  const groups = [];
  for (let left = lines - assemble([], [], 1, seed).length; ; ) {
    const next = strategy(strategies.length, seed);
    const newGroup = strategies.length % dealt.length === 0;
    left -= next.length + (newGroup ? 8 : 0);
    if (left < 0) break;
    strategies.push(next);
    if (newGroup) groups.push(group(groups.length));
  }
  const missing = lines - assemble(strategies, groups, 0, seed).length;
  return `${assemble(strategies, groups, missing, seed).join('\n')}\n`;
}

/**
 * @typedef {{ line: number, character: number }} Position
 * @typedef {{ range: { start: Position, end: Position }, text: string }} Change
 * @typedef {{ plant: Change, mend: Change, line?: number, standing?: Edit }} Edit `plant` makes an error (on `line`),
 *   `mend` undoes it; with `standing`, the edit changes no error, and that one stands all the time
 */

/** Inserts `text` and takes it out again. @returns {Edit} */
function insertion(line, character, text, errorLine) {
  const start = { line, character };
  const broken = text.split('\n');
  const end =
    broken.length > 1
      ? { line: line + broken.length - 1, character: broken.at(-1).length }
      : { line, character: character + text.length };
  return {
    plant: { range: { start, end: start }, text },
    mend: { range: { start, end }, text: '' },
    ...(errorLine !== undefined && { line: errorLine }),
  };
}

/** Where the strategies of a plan from `makePlan` begin. */
const strategiesOf = (lines) => lines.flatMap((line, at) => (line.startsWith('      - use: ') ? at : []));

/** One more character at the end of the status of the strategy that begins at `use`. */
function wrongStatus(lines, use, character = 'X') {
  return insertion(use + 6, lines[use + 6].length, character, use + 6);
}

/** The places of a plan from `makePlan` that a benchmark needs, all at the strategy in its middle. */
export function sites(text) {
  const lines = text.split('\n');
  const items = strategiesOf(lines);
  const near = (wanted) => items.reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best));
  const use = near(lines.length >> 1);
  const [owner, summary] = [use + 2, use + 7];
  const pasted = [
    '      - id: pasted-strategy',
    '        title: Walk through it together',
    '        owner: Ana Ruiz',
    '        audience: [group-1]',
    `        start: ${day(30)}`,
    `        due: ${day(60)}`,
    '        status: plannedX',
    '        measures: [use-1]',
    '',
  ];
  return {
    /** @type {Record<string, Edit>} */
    edits: {
      /** One more character in a value. */
      value: wrongStatus(lines, use),
      /** One more character in a text, while an error stands in another strategy. */
      prose: {
        ...insertion(summary, lines[summary].length - 10, 'x'),
        standing: wrongStatus(lines, near(lines.length >> 2)),
      },
      /** A pasted strategy: every later line moves. */
      paste: insertion(use, 0, pasted.join('\n'), use + 6),
      /** A quote that is not closed: the rest of the file may change its meaning. */
      quote: insertion(owner, lines[owner].indexOf(': ') + 2, '"'),
      /** A new line with half a key. */
      key: insertion(summary, lines[summary].length, '\n        meas'),
    },
    /** Where a text is written on. */
    prose: { line: summary, character: lines[summary].length },
  };
}

/** Errors all over a plan, one after the other, each another text. @returns {(n: number) => Edit} */
export function errorsAllOver(text) {
  const lines = text.split('\n');
  const items = strategiesOf(lines);
  return (n) => wrongStatus(lines, items[(n * 7) % items.length], String.fromCharCode(65 + (n % 26)));
}

/** The text after a change. */
function applied(text, { range, text: inserted }) {
  const lines = text.split('\n');
  const offset = ({ line, character }) =>
    lines.slice(0, line).reduce((length, { length: more }) => length + more + 1, 0) + character;
  return text.slice(0, offset(range.start)) + inserted + text.slice(offset(range.end));
}

/**
 * What `measure` makes of a plan of each length, one after the other.
 * @template T
 * @param {[lines: number, aim: number][]} aims
 * @param {(text: string, lines: string, aim: number) => Promise<T>} measure `lines` as people read it
 */
export async function forLengths(aims, measure) {
  const figures = [];
  for (const [lines, aim] of aims)
    figures.push(await measure(makePlan(lines), `${lines.toLocaleString('en')} lines`, aim));
  return figures;
}

/** The text of a plan from `makePlan`, with an error. */
export const broken = (text) => applied(text, sites(text).edits.value.plant);
