/** Several plans beside each other: which go-lives clash, whom they hit at the same time, and both in one line. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type Locale, sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { clashes } from '../../server/src/core/overview/clashes.ts';
import { portfolioNews } from '../../server/src/core/overview/news.ts';
import { overview } from '../../server/src/core/overview/overview.ts';
import { changeLoad, monthsFrom, namedApart } from '../../server/src/core/overview/portfolio.ts';
import { completed } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

interface Written {
  readonly status?: string;
  readonly goLive?: string;
  readonly groups: string;
  readonly strategies: readonly string[];
  /** The milestones, as items of a list. */
  readonly waves?: string;
}

function planOf({ status = 'active', goLive, groups, strategies, waves = '' }: Written) {
  const list = strategies.map((strategy) => `      - { use: ai-purpose-value, owner: Ana, ${strategy} }\n`).join('');
  const live = goLive === undefined ? '' : `  goLive: ${goLive}\n`;
  const head = `plan:\n  title: x\n  status: ${status}\n  start: 2027-01-04\n${live}  end: 2027-06-30\n`;
  const text = `${head}stakeholders: [${groups}]\nlevers:\n  values:\n    strategies:\n${list}milestones: [${waves}]\n`;
  return overview(parse(completed(text)), context);
}

/** The months, and a line for each group: how many plans and strategies in each month, with what weight. */
function lines(plans: readonly Written[], today = '2027-03-01'): string[] {
  const { months, groups } = changeLoad(plans.map(planOf), today);
  return [
    months.join(' '),
    ...groups.map(({ name, size, impact, loads, most }) => {
      const cells = loads.map((load) => {
        const live = '*'.repeat(load.goLives);
        return `${load.plans.length}/${load.strategies}=${load.weight}${live}`;
      });
      return `${name} (${size ?? '?'}, ${impact ?? '?'}): ${cells.join(' ')}; at most ${most}`;
    }),
  ];
}

const agents = '{ id: agents, name: Agents, size: 40, impact: low }';
const inMarch = ['audience: [all], start: 2027-03-01, due: 2027-03-31'];

describe('change load', () => {
  it('is what two or more plans change for a group, month by month, weighted by their impact', () => {
    const one: Written = {
      groups: `${agents}, { id: leads, name: Leads }`,
      strategies: [
        'audience: [agents], start: 2027-02-01, due: 2027-03-31',
        'audience: [agents], start: 2027-03-31, due: 2027-04-01',
        'audience: [leads], start: 2027-03-10, due: 2027-03-20',
      ],
    };
    const other: Written = {
      goLive: '2027-04-05',
      groups: '{ id: agents, name: " Ａgents", size: 55, impact: high }',
      strategies: ['audience: [all], start: 2027-03-02, due: 2027-05-02'],
    };
    assert.deepEqual(lines([one, other]), ['2027-03 2027-04', 'Agents (55, high): 2/3=4 2/2=4*; at most 2']);
    assert.deepEqual(changeLoad([one, other].map(planOf), '2027-03-01').groups[0]?.loads[1]?.plans, [0, 1]);
  });

  it('takes the same id with another name for another group', () => {
    const clerks: Written = { groups: '{ id: group-1, name: 仓库管理员 }', strategies: inMarch };
    assert.deepEqual(lines([clerks, { ...clerks, groups: '{ id: group-1, name: 客服坐席 }' }]), ['']);
    assert.equal(lines([clerks, clerks]).length, 2);
  });

  it('has groups by their worst month times their people, and none on which a plan has no impact', () => {
    const few = '{ id: few, name: Few, size: 11, impact: high }';
    const many = '{ id: many, name: Many, size: 286, impact: medium }';
    const spared = '{ id: spared, name: Spared, size: 9000, impact: none }';
    const plan: Written = { groups: `${few}, ${spared}, ${many}`, strategies: inMarch };
    assert.deepEqual(lines([plan, plan, plan]), [
      '2027-03',
      'Many (286, medium): 3/3=6; at most 3',
      'Few (11, high): 3/3=9; at most 3',
    ]);
  });

  it('has no part in it for plans that have ended', () => {
    const closed: Written = { status: 'closed', goLive: '2027-03-08', groups: agents, strategies: inMarch };
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
    const { months, groups } = changeLoad([plan, plan].map(planOf), '2027-03-01');
    assert.deepEqual([months[0], months.at(-1), months.length], ['2026-09', '2029-08', 36]);
    assert.ok(groups[0]?.loads.every(({ strategies }) => strategies === 2));
  });
});

describe('groups of one id and several names', () => {
  const of = (groups: string, status = 'active') => planOf({ goLive: '2027-05-03', status, groups, strategies: [] });
  const office = of('{ id: staff, name: Office staff }');

  it('are told with their plans', () => {
    assert.deepEqual(
      namedApart([office, of('{ id: staff, name: All staff }'), of('{ id: staff, name: office  STAFF }')]),
      [
        {
          id: 'staff',
          names: [
            { name: 'Office staff', plans: [0, 2] },
            { name: 'All staff', plans: [1] },
          ],
        },
      ],
    );
  });

  it('are not asked about where a name is missing, the plan has ended, or ids differ', () => {
    const others = [
      of('{ id: staff }'),
      of('{ id: staff, name: All staff }', 'closed'),
      of('{ id: all, name: All staff }'),
    ];
    assert.deepEqual(namedApart([office, ...others]), []);
  });
});

describe('the go-lives in a change load', () => {
  it('are those of the group', () => {
    const plan: Written = {
      goLive: '2027-03-01',
      groups: `${agents}, { id: leads, name: Leads, impact: low }`,
      strategies: ['audience: [all], start: 2027-03-01, due: 2027-04-30'],
      waves: '{ id: wave-2, title: Wave 2, date: 2027-04-05, kind: go-live, audience: [leads] }',
    };
    assert.deepEqual(lines([plan, plan]), [
      '2027-03 2027-04',
      'Agents (40, low): 2/2=2** 2/2=2; at most 2',
      'Leads (?, low): 2/2=2 2/2=2**; at most 2',
    ]);
  });
});

describe('the months of a portfolio', () => {
  it('end with the last year that a day can have', () => {
    assert.deepEqual(monthsFrom('9999-11', '9999-12'), ['9999-11', '9999-12']);
  });
});

describe('clashes', () => {
  const live = (goLive: string, status = 'active') => planOf({ goLive, status, groups: '', strategies: [] });
  const found = (...days: string[]) =>
    clashes(
      days.map((day) => live(day)),
      '2027-03-01',
    ).map(({ from, to, plans }) => `${from} ${to} ${plans}`);

  it('are go-lives of several plans on one day, or from a Monday to its Sunday', () => {
    assert.deepEqual(found('2027-06-14', '2027-05-03', '2027-06-14'), ['2027-06-14 2027-06-14 0,2']);
    assert.deepEqual(found('2027-06-20', '2027-06-14'), ['2027-06-14 2027-06-20 1,0']);
    assert.deepEqual(found('2027-06-20', '2027-06-21'), []);
  });

  it('are over once they are past, and not made by one plan alone or by one that has ended', () => {
    assert.deepEqual(found('2027-02-15', '2027-02-15'), []);
    const twice = { health: 'on-track' as const, goLives: [{ day: '2027-06-14' }, { day: '2027-06-15' }] };
    assert.deepEqual(clashes([twice, live('2027-06-16', 'closed')], '2027-03-01'), []);
  });
});

describe('the first line', () => {
  function said(plans: readonly ReturnType<typeof overview>[], locale: Locale = 'en', threshold = 0): string {
    const today = '2027-03-01';
    const load = changeLoad(plans, today);
    return sayMessage(portfolioNews(plans, load, clashes(plans, today), today, threshold), locale);
  }
  const council = '{ id: council, name: Staff council, size: 9 }';
  const plan: Written = {
    goLive: '2027-06-14',
    groups: council,
    strategies: ['audience: [council], start: 2027-02-01, due: 2027-05-31'],
  };

  it('says how many plans are at risk, when most go live, and who is hit by most from this month on', () => {
    const fine = { ...planOf(plan), health: 'on-track' as const };
    const bad = { ...fine, health: 'at-risk' as const };
    const late = { ...planOf({ ...plan, goLive: '2027-06-15', strategies: [] }), health: 'attention' as const };
    assert.equal(
      said([bad, fine, bad, overview(parse(''), context)]),
      '3 plans: 2 at risk; 3 go live on Jun 14, 2027; Staff council hit by 3 plans Mar – May 2027; 1 file is no plan yet',
    );
    assert.equal(
      said([fine, late], 'zh-CN'),
      '2 个计划：没有计划有风险；2 个在同一周上线（2027年6月14日至6月15日）；2027年3月至5月有 2 个计划影响Staff council',
    );
  });

  it('tells groups that carry more than the threshold from this month on where plans meet', () => {
    const loaded = (impact: string, ...strategies: string[]) =>
      planOf({ groups: `{ id: a, name: A, impact: ${impact} }, { id: b, name: B, impact: medium }`, strategies });
    const longer = loaded('high', 'audience: [all], start: 2027-02-01, due: 2027-04-30');
    const plans = [longer, loaded('high', 'audience: [all], start: 2027-02-01, due: 2027-03-31')];
    const line = (threshold: number) => said(plans, 'en', threshold).split('; ').slice(1).join('; ');
    const hit = 'A hit by 2 plans Mar 2027; 1 more group hit by several';
    assert.equal(line(0), hit);
    assert.equal(line(6), hit);
    assert.equal(line(4), `A carries a load of 6 Mar 2027, over the threshold of 4; ${hit}`);
    assert.equal(line(2), `A carries a load of 6 Mar 2027, over the threshold of 2; 1 more group over it; ${hit}`);
    assert.doesNotMatch(said([longer], 'en', 2), /threshold/);
    assert.doesNotMatch(
      said(
        plans.map((one) => ({ ...one, health: 'ended' as const })),
        'en',
        2,
      ),
      /threshold/,
    );
  });

  it('says only what there is', () => {
    assert.equal(said([]), '0 plans');
    assert.equal(said([overview(parse('42'), context)]), '0 plans: 1 file is no plan yet');
    assert.equal(said([{ ...planOf(plan), health: 'draft' }]), '1 plan: none at risk');
  });
});
