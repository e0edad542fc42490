/** What a list of plans says of each: plans in, readable lines out. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { ruleSettings } from '../../server/src/core/diagnostics/ruleSettings.ts';
import { type Locale, say, sayMessage, type Value } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { type Overview, overview, type PlanDate } from '../../server/src/core/overview/overview.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

function of(text: string, rules: object = {}): Overview {
  return overview(parse(text), { ...context, settings: ruleSettings(rules) });
}

const word = (value: Value | undefined, locale: Locale = 'en') =>
  value === undefined ? '' : say({ en: '{value}', 'zh-CN': '{value}' }, locale, { value });

const date = (next: PlanDate | undefined) => next && [next.day, next.what, word(next.title)].join(' ').trim();

function standing(text: string, rules: object = {}): string {
  const { health, reason } = of(text, rules);
  return `${health}: ${sayMessage(reason, 'en')}`;
}

function strategies(text: string): string[] {
  return of(text).levers.flatMap(({ coverage, strategies: found }) => [
    `${coverage.lever} ${coverage.covered ? 'covered' : 'not covered'} ${coverage.depth}`,
    ...found.map(({ title, status, owner, next, overdue, gravest, notCounted }) =>
      [
        `  ${word(title)}`,
        status ?? 'no status',
        owner ?? 'nobody',
        next ? `${next.what} ${next.day}` : '-',
        ...(overdue ? [`overdue since ${overdue}`] : []),
        ...(gravest ? [gravest] : []),
        ...(notCounted ? [notCounted] : []),
      ].join(' · '),
    ),
  ]);
}

function periods(fragment: string): string[] {
  return of(completed(fragment)).groups.map(
    ({ id, periods: found }) => `${id}: ${found.map((days) => days.join(' to ')).join(', ') || 'never'}`,
  );
}

const running = (head: string) =>
  cleanPlan.replace(/^plan:\n(?: {2}.*\n)*/m, `plan:\n${head.trim().replace(/^/gm, '  ')}\n`);

describe('the overview of a plan', () => {
  it('says what it is, how much it covers and what comes next', () => {
    const { title, status, covered, enough, start, goLive, end, next, problems, gravest } = of(cleanPlan);
    assert.deepEqual(
      [title, status, `${covered} of 6, ${enough} are enough`, start, goLive, end, date(next)],
      [
        'AI assist for the service desk',
        'active',
        '4 of 6, 4 are enough',
        '2027-01-04',
        '2027-05-03',
        '2027-12-17',
        '2027-03-15 milestone Pilot',
      ],
    );
    assert.deepEqual(problems, { error: 0, warning: 0, info: 0, hint: 0 });
    assert.equal(gravest, undefined);
  });

  it('goes through levers and strategies', () => {
    const text = cleanPlan
      .replace('owner: Bo', 'owner: TBD')
      .replace('use: ai-purpose-value', 'start: 2027-02-01, use: ai-purpose-value')
      .replace('owner: Cy, audience: [agents], due: 2027-10-29', 'status: in-progress, owner: Cy, due: 2027-02-12');
    assert.deepEqual(strategies(text), [
      'leadership covered 2',
      '  Develop Focused Executive Briefings · planned · Tom · due 2027-10-29',
      'ecosystem not covered 1',
      '  Build an AI Change Network · planned · nobody · due 2027-10-29 · warning · no-owner',
      'values covered 3',
      '  Communicate the Purpose and Value of AI · planned · Ana · due 2027-10-29 · warning',
      'enablement not covered 0',
      'rewards not covered 0',
      'structure covered 2',
      '  Establish AI Governance · in-progress · Cy · - · overdue since 2027-02-12 · warning',
    ]);
  });

  it('of nothing, of rubbish and of a plan that has just begun is one all the same', () => {
    for (const text of ['', '42', '- a\n- b', 'plan:', 'plan: [', 'levers:\n  values:\n    strategies:\n      - ']) {
      const { title, covered, levers, next, groups } = of(text);
      assert.deepEqual([title, covered, levers.length, next, groups], [undefined, 0, 6, undefined, []], text);
    }
  });
});

describe('how a plan stands', () => {
  const past = 'start: 2027-01-04, status: in-progress, due: 2027-02-12';
  const late = cleanPlan.replaceAll('due: 2027-10-29', past);
  const fine = 'on-track: nothing is overdue, missed or left to fill in';
  const oneLate = cleanPlan.replace('due: 2027-10-29', past);

  it('is at risk with an error, or when it is late', () => {
    assert.equal(standing(cleanPlan.replace('[agents]', '[agnets]')), 'at-risk: the plan has 1 error');
    assert.equal(standing(late), 'at-risk: 4 strategies are overdue');
    assert.equal(
      standing(late.replace('[agents]', '[agnets]')),
      'at-risk: the plan has 1 error; 4 strategies are overdue',
    );
    const { gravest } = of(late.replace('[agents]', '[agnets]'));
    assert.match(gravest ? sayMessage(gravest, 'en') : '', /agnets/);
  });

  it('needs attention with a warning, and is on track otherwise', () => {
    assert.equal(standing(cleanPlan.replace('audience: [leads], ', '')), 'attention: the plan has 1 warning');
    assert.equal(standing(cleanPlan), fine);
    // Information is no reason to worry.
    assert.equal(standing(cleanPlan.replace(', measures: [weekly-use] }', ' }')), fine);
  });

  it('is a draft while places are to be filled in', () => {
    assert.equal(
      standing(cleanPlan.replace('owner: Bo', 'owner: TBD')),
      'draft: 1 place to fill in; the plan has 2 warnings',
    );
    assert.equal(
      standing(cleanPlan.replace('response: Town hall', 'response: What we do …')),
      'draft: 1 place to fill in',
    );
    assert.equal(standing(late.replace('response: Town hall', 'response: What we do …')).split(':')[0], 'at-risk');
  });

  it('says which measure is behind or has missed its target, and who has not approved', () => {
    const measured = (value: number, by = '2027-08-31') =>
      cleanPlan.replace(
        'target: 80, by: 2027-08-31 }',
        `target: 80, unit: "%", by: ${by}, readings: [{ on: 2027-02-20, value: ${value} }] }`,
      );
    const later = (text: string) => text.replace('asOf: 2027-03-01', 'asOf: 2027-06-01').replace('02-20', '05-28');
    assert.equal(standing(later(measured(4))), 'attention: “Weekly use” is at 4% where 19% was expected');
    assert.equal(standing(later(measured(12))), fine);
    // Nobody works in the new way yet, but people may already be heard.
    assert.equal(standing(measured(4)), fine);
    const heard = measured(4).replace('kind: adoption', 'kind: sentiment');
    assert.equal(standing(heard).split(';')[0], 'attention: “Weekly use” is at 4% where 19% was expected');
    assert.equal(standing(measured(70, '2027-02-26')), 'at-risk: “Weekly use” is at 70% and missed its target of 80%');
    assert.equal(standing(measured(80, '2027-02-26')), fine);
    const approvals = (status: string) =>
      `${cleanPlan}approvals:\n  - { role: Works council, name: Gil, status: ${status}, revision: 1 }\n`;
    assert.equal(standing(approvals('pending')), 'attention: approval pending: Works council');
    assert.equal(standing(approvals('rejected')), 'at-risk: rejected by Works council');
    assert.equal(standing(approvals('approved')), fine);
  });

  it('follows what is set, and exceptions', () => {
    assert.equal(standing(oneLate, { overdue: 'info' }), fine);
    assert.equal(standing(oneLate, { overdue: 'error' }), 'at-risk: 1 strategy is overdue');
    const open = cleanPlan.replace('response: Town hall', 'response: What we do …');
    assert.equal(standing(open, { 'unfinished-text': 'error' }), 'at-risk: the plan has 1 error');
    const allowed = `# levers-ignore-file overdue: agreed with the board\n${oneLate}`;
    assert.equal(standing(allowed), fine);
    assert.equal(of(cleanPlan, { 'coverage-below-four': ['warning', { minimumLevers: 5 }] }).enough, 5);
  });

  it('is no longer asked when the plan has ended', () => {
    assert.equal(standing(late.replace('status: active', 'status: closed')), 'ended: Closed');
    const cancelled = of(late.replace('status: active', 'status: cancelled'));
    assert.equal(sayMessage(cancelled.reason, 'zh-CN'), '已取消');
    assert.equal(cancelled.next, undefined);
  });
});

describe('the next date', () => {
  const dates = `
title: x
owner: Ana
status: active
start: 2027-01-04
goLive: 2027-05-03
end: 2027-12-17
`;

  it('is the first of plan, milestones and strategies from the day on which the plan is judged', () => {
    const on = (day: string) => date(of(running(`${dates}asOf: ${day}`)).next);
    assert.equal(on('2026-12-24'), '2027-01-04 plan-start');
    assert.equal(on('2027-01-05'), '2027-03-15 milestone Pilot');
    assert.equal(on('2027-03-15'), '2027-03-15 milestone Pilot');
    assert.equal(on('2027-03-16'), '2027-05-03 go-live');
    assert.equal(on('2027-05-04'), '2027-10-29 due Develop Focused Executive Briefings');
    assert.equal(on('2027-10-30'), '2027-12-17 plan-end');
    assert.equal(on('2027-12-18'), undefined);
    // Half typed: nothing is known.
    assert.equal(on('2027-02-30'), undefined);
    // Without `asOf` it is today.
    assert.equal(date(of(running(dates)).next), '2027-03-15 milestone Pilot');
  });

  it('of several go-lives has the name that a milestone gives it', () => {
    const text = cleanPlan.replace(
      /milestones:\n.*\n/,
      `milestones:
  - { id: stores, title: Stores, date: 2027-08-23, kind: go-live }
  - { id: center, title: Service center, date: 2027-05-03, kind: go-live }
  - { id: pilot, title: Pilot, date: 2027-03-15, kind: pilot }
`,
    );
    assert.deepEqual(of(text).goLives.map(date), ['2027-05-03 go-live Service center', '2027-08-23 go-live Stores']);
  });
});

describe('the time in which a plan changes something for a group', () => {
  const head = `plan:
  title: x
  status: active
  start: 2027-01-04
  goLive: 2027-05-03
  end: 2027-12-17
stakeholders:
  - { id: agents, name: Agents, impact: high }
  - { id: leads, name: Team leads }
  - { id: press, name: Press, impact: none }
levers:
  values:
    strategies:
`;
  const having = (...strategies: string[]) =>
    periods(head + strategies.map((strategy) => `      - { use: ai-purpose-value, ${strategy} }\n`).join(''));

  it('is that of the strategies for it, and what they leave open is as in the plan', () => {
    assert.deepEqual(having('audience: [agents], start: 2027-02-01, due: 2027-03-01', 'audience: [agents, nobody]'), [
      'agents: 2027-02-01 to 2027-03-01, 2027-01-04 to 2027-12-17',
      'leads: 2027-01-04 to 2027-12-17',
      'press: never',
    ]);
    assert.deepEqual(having('audience: [agents], due: 2027-03-01', 'audience: [leads], start: 2027-09-01'), [
      'agents: 2027-01-04 to 2027-03-01',
      'leads: 2027-09-01 to 2027-12-17',
      'press: never',
    ]);
  });

  it('takes in activities, whose audience is that of the strategy where they name none', () => {
    const activities = `activities: [
      { title: Demo, start: 2027-04-05, due: 2027-04-09 },
      { title: Talk, due: 2027-06-01, audience: [leads] }]`.replace(/\s*\n\s*/g, ' ');
    assert.deepEqual(having(`audience: [agents], start: 2027-02-01, due: 2027-03-01, ${activities}`), [
      'agents: 2027-02-01 to 2027-04-09',
      'leads: 2027-06-01 to 2027-06-01',
      'press: never',
    ]);
    assert.deepEqual(having(`audience: [agents], ${activities}`), [
      'agents: 2027-04-05 to 2027-04-09',
      'leads: 2027-06-01 to 2027-06-01',
      'press: never',
    ]);
  });

  it('is the same for each group where a strategy is for all', () => {
    assert.deepEqual(having('audience: [all], start: 2027-02-01, due: 2027-03-01'), [
      'agents: 2027-02-01 to 2027-03-01',
      'leads: 2027-02-01 to 2027-03-01',
      'press: 2027-02-01 to 2027-03-01',
    ]);
  });

  it('leaves out what is paused or cancelled', () => {
    assert.deepEqual(
      having('audience: [press], status: paused', 'audience: [press], status: cancelled').at(-1),
      'press: never',
    );
  });
});
