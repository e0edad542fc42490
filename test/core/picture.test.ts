/** What pictures show of a plan, as lines that can be read. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Entry } from '../../server/src/core/model/entry.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { pictureKeys } from '../../server/src/core/overview/picture/keys.ts';
import { type Picture, picture } from '../../server/src/core/overview/picture.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

/** The picture of a plan, and what its entries are called there. */
function drawn(text: string): Picture & { name: (entry: Entry) => string } {
  const plan = parse(text);
  const keys = pictureKeys(plan);
  return { ...picture(plan, context), name: (entry) => keys.get(entry)?.split('/').slice(1).join('/') ?? '?' };
}

const strategies = (...lines: string[]) =>
  completed(`levers:\n  enablement:\n    strategies:\n${lines.map((line) => `      - ${line}\n`).join('')}`);

/** The bars of the timeline, each in a line. */
function bars(text: string): string[] {
  const { timeline, name } = drawn(text);
  return [...timeline.bars.values()].flat().map((bar) => {
    const days = `${bar.start ?? '…'} – ${bar.due ?? '…'}`;
    const signs = [bar.contrary && 'contrary', bar.overdue && 'overdue', bar.after && 'after go-live'].filter(Boolean);
    const more = [...bar.activities.map(({ start, due }) => `+ ${start ?? '…'} – ${due ?? '…'}`)];
    const waits = bar.waitsFor.map((entry) => `waits for ${name(entry)}`);
    return [`${name(bar.strategy)}: ${days}`, ...signs, ...more, ...waits].join(', ');
  });
}

describe('the timeline', () => {
  it('has a bar for each strategy, whatever of its days is written', () => {
    const text = strategies(
      '{ use: live-demos, start: 2027-01-11, due: 2027-02-26, activities: [{ title: A, due: 2027-02-01 }, { title: B }] }',
      '{ use: super-users, start: 2027-05-10, dependsOn: [live-demos, pilot, nothing] }',
      '{ use: training-strategy, due: 2027-09-10, status: done }',
      '{ id: later, title: Later }',
      '{ id: wrong, title: Wrong, start: 2027-06-01, due: 2027-05-01 }',
    );
    assert.deepEqual(bars(text), [
      'live-demos: 2027-01-11 – 2027-02-26, overdue, + … – 2027-02-01',
      'super-users: 2027-05-10 – …, after go-live, waits for live-demos, waits for pilot',
      'training-strategy: … – 2027-09-10, after go-live',
      'later: … – …',
      'wrong: … – …, contrary',
    ]);
  });

  it('tells strategies with the same id apart', () => {
    assert.deepEqual(bars(strategies('{ use: live-demos }', '{ use: live-demos }', '{ title: No id }')), [
      'live-demos: … – …',
      'live-demos~2: … – …',
      '3: … – …',
    ]);
  });

  it('reaches from the first to the last day, but to none that is far from the plan', () => {
    const range = (text: string) => {
      const { timeline } = drawn(text);
      return [timeline.from, timeline.to];
    };
    assert.deepEqual(range(cleanPlan), ['2027-01-04', '2027-12-17']);
    assert.deepEqual(range(completed('sustainment: { until: 2028-03-31, reviews: [2028-04-03] }')), [
      '2027-01-04',
      '2028-04-03',
    ]);
    assert.deepEqual(range(strategies('{ use: live-demos, start: 0001-01-01, due: 9999-12-31 }')), [
      '2027-01-04',
      '2027-12-17',
    ]);
    assert.deepEqual(range('levers:\n'), [undefined, undefined]);
    assert.deepEqual(range('levers: { values: { strategies: [{ use: live-demos, due: 1990-01-01 }] } }'), [
      '1990-01-01',
      '1990-01-01',
    ]);
  });
});

describe('the heat map', () => {
  it('counts live strategies that name a group, an activity for it, or all; the highest impact first', () => {
    const groups = `stakeholders:
  - { id: leads, name: Leads, impact: low }
  - { id: agents, name: Agents, impact: high }
  - { id: board, name: Board }
`;
    const text = `${groups}${strategies(
      '{ use: live-demos, owner: Ana, audience: [agents] }',
      '{ use: super-users, owner: Ana, audience: [all], status: paused }',
      '{ use: training-strategy, owner: Ana, activities: [{ title: A, audience: [leads] }] }',
    ).replace(/stakeholders:\n(?: .*\n)+/, '')}`;
    const { groups: rows, name } = drawn(text);
    assert.deepEqual(
      rows.map(({ group, strategies: found, byLever }) => [
        name(group),
        found.map(name).join(' '),
        byLever.get('enablement')?.length,
        byLever.get('rewards')?.length,
      ]),
      [
        ['agents', 'live-demos', 1, 0],
        ['leads', 'training-strategy', 1, 0],
        ['board', '', 0, 0],
      ],
    );
  });

  it('takes `all` for every group', () => {
    const { groups } = drawn(strategies('{ use: live-demos, owner: Ana, audience: [all] }'));
    assert.deepEqual(
      groups.map(({ strategies: found }) => found.length),
      [1, 1],
    );
  });
});

describe('the standing', () => {
  it('counts statuses, and says what is overdue and what comes within thirty days', () => {
    const { standing, name } = drawn(
      strategies(
        '{ use: live-demos, due: 2027-02-20 }',
        '{ use: super-users, due: 2027-02-05, status: in-progress }',
        '{ use: training-strategy, start: 2027-03-30, due: 2027-04-30 }',
        '{ id: today, title: Today, due: 2027-03-01 }',
        '{ id: far, title: Far, start: 2027-04-01 }',
      ),
    );
    assert.deepEqual(standing.counts, { planned: 4, 'in-progress': 1, done: 0, paused: 0, cancelled: 0 });
    assert.deepEqual(standing.overdue.map(name), ['super-users', 'live-demos']);
    assert.deepEqual(
      standing.soon.map(({ strategy, what, day }) => `${name(strategy)} ${what} ${day}`),
      ['today due 2027-03-01', 'training-strategy start 2027-03-30'],
    );
  });
});

describe('measures', () => {
  it('have come so much of the way, whether more or less is better', () => {
    const { measures, name } = drawn(
      completed(`measures:
  - { id: up, title: Up, baseline: 0, target: 80, readings: [{ on: 2027-03-01, value: 60 }, { on: 2027-02-01, value: 20 }] }
  - { id: down, title: Down, baseline: 20, target: 10, readings: [{ on: 2027-02-01, value: 22 }] }
  - { id: none, title: None, baseline: 5, target: 5, readings: [{ on: 2027-02-01, value: 5 }] }
  - { id: words, title: Words, baseline: few, target: 5, by: soon, readings: [{ on: 2027-13-01, value: 5 }, { on: 2027-02-01 }] }
`),
    );
    assert.deepEqual(
      measures.map(({ measure, progress, by, readings }) => [
        name(measure),
        progress,
        by,
        readings.map(({ value }) => value).join(' '),
      ]),
      [
        ['up', 0.75, undefined, '20 60'],
        ['down', -0.2, undefined, '22'],
        ['none', undefined, undefined, '5'],
        ['words', undefined, undefined, ''],
      ],
    );
  });
});

describe('open risks', () => {
  it('stand with the gravest first, and what is closed or accepted is counted', () => {
    const { risks, name } = drawn(
      completed(`risks:
  - { id: small, title: Small, likelihood: low, impact: medium }
  - { id: unrated, title: Unrated }
  - { id: grave, title: Grave, likelihood: high, impact: high, status: mitigating, addressedBy: [ai-purpose-value, nothing] }
  - { id: gone, title: Gone, status: closed }
  - { id: taken, title: Taken, status: accepted }
`),
    );
    assert.deepEqual(
      risks.risks.map(({ risk, addressedBy }) => [name(risk), addressedBy.map(name).join(' ')]),
      [
        ['grave', 'ai-purpose-value'],
        ['unrated', ''],
        ['small', ''],
      ],
    );
    assert.equal(risks.settled, 2);
  });
});

describe('a picture', () => {
  it('is complete as long as nothing is lost', () => {
    assert.equal(drawn(cleanPlan).complete, true);
    assert.equal(drawn('').complete, true);
    assert.equal(drawn(cleanPlan.replace('owner: Ana', 'owner：Ana')).complete, true);
    assert.equal(drawn(cleanPlan.replace('owner: Ana', 'owner: "Ana')).complete, false);
    assert.equal(drawn(cleanPlan.replace('measures:', 'measur')).complete, false);
    assert.equal(drawn('ver').complete, false);
  });

  it('has the gravest problems first', () => {
    const { problems } = drawn(
      cleanPlan.replace('owner: Cy, ', '').replace('[weekly-use] }\nmea', '[weekly-us] }\nmea'),
    );
    assert.deepEqual(
      problems.map(({ severity }) => severity).filter((one) => one === 'error' || one === 'warning'),
      ['error', 'warning', 'warning'],
    );
  });
});
