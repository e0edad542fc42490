/** Several plans beside each other: whom they hit at the same time. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { parse } from '../../server/src/core/model/parse.ts';
import { overview } from '../../server/src/core/overview/overview.ts';
import { changeLoad } from '../../server/src/core/overview/portfolio.ts';
import { completed } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

interface Written {
  readonly status?: string;
  readonly groups: string;
  readonly strategies: readonly string[];
}

function planOf({ status = 'active', groups, strategies }: Written) {
  const list = strategies.map((strategy) => `      - { use: ai-purpose-value, owner: Ana, ${strategy} }\n`).join('');
  const text = `plan:\n  title: x\n  status: ${status}\n  start: 2027-01-04\n  end: 2027-06-30\nstakeholders: [${groups}]\nlevers:\n  values:\n    strategies:\n${list}`;
  return overview(parse(completed(text)), context);
}

/** A line for each group: how many plans and strategies change something for it, month by month. */
function lines(plans: readonly Written[], today = '2027-03-01'): string[] {
  const { months, groups } = changeLoad(plans.map(planOf), today);
  return [
    months.join(' '),
    ...groups.map(({ names, size, impact, loads, most }) => {
      const cells = loads.map((load) => `${load.plans.length}/${load.strategies}`).join(' ');
      return `${names.join(', ')} (${size ?? '?'}, ${impact ?? '?'}): ${cells}; at most ${most}`;
    }),
  ];
}

const agents = '{ id: agents, name: Agents, size: 40, impact: low }';

describe('change load', () => {
  it('is summed by the ids of groups over plans, month by month', () => {
    const one: Written = {
      groups: `${agents}, { id: leads, name: Leads }`,
      strategies: [
        'audience: [agents], start: 2027-02-01, due: 2027-03-31',
        'audience: [agents], start: 2027-03-31, due: 2027-04-01',
        'audience: [leads], start: 2027-03-10, due: 2027-03-20',
      ],
    };
    const other: Written = {
      groups: '{ id: agents, name: Service agents, size: 55, impact: high }',
      strategies: ['audience: [all], start: 2027-03-02, due: 2027-05-02'],
    };
    assert.deepEqual(lines([one, other, { ...one, strategies: ['audience: [agents], due: 2027-01-30'] }]), [
      '2027-01 2027-02 2027-03 2027-04 2027-05 2027-06',
      'Agents, Service agents (55, high): 1/1 1/1 2/3 2/2 1/1 0/0; at most 2',
      'Leads (?, ?): 1/1 1/1 2/2 1/1 1/1 1/1; at most 2',
    ]);
    const { groups } = changeLoad([one, other].map(planOf), '2027-03-01');
    assert.deepEqual(groups[0]?.loads[1]?.plans, [0, 1]);
  });

  it('has no part in it for plans that have ended', () => {
    const closed: Written = { status: 'closed', groups: agents, strategies: ['audience: [agents]'] };
    assert.deepEqual(lines([closed, { ...closed, status: 'cancelled' }]), ['']);
  });

  it('leaves out what is long past, and dates that are far off do not hide the others', () => {
    const plan: Written = {
      groups: agents,
      strategies: [
        'audience: [agents], start: 1927-03-01, due: 2927-04-01',
        'audience: [agents], start: 1999-01-01, due: 1999-02-01',
      ],
    };
    const { months, groups } = changeLoad([planOf(plan)], '2027-03-01');
    assert.deepEqual([months[0], months.at(-1), months.length], ['2026-09', '2029-08', 36]);
    assert.ok(groups[0]?.loads.every(({ strategies }) => strategies === 1));
  });
});
