/** Commands that show what is there: `coverage`, `exceptions`, `catalog`, `explain`, `schema`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const levers = (files: Record<string, string>, ...args: string[]) => new MemoryMachine(files).levers(...args);

describe('levers coverage', () => {
  const plan = cleanPlan
    .replace('owner: Bo', 'owner: TBD')
    .replace('use: ai-purpose-value, ', 'use: super-users, status: paused, ');

  it('says of each plan which levers it covers, and why the others do not count', async () => {
    const { code, stdout, stderr } = await levers({ 'a.levers.yaml': plan }, 'coverage');
    assert.deepEqual([code, stderr], [0, '']);
    const [first, ...lines] = stdout.trimEnd().split('\n');
    assert.match(first ?? '', /^a\.levers\.yaml {2}Only 2 of 6 levers are covered \(Leadership and Structure\)\./);
    assert.deepEqual(lines, [
      '  Leadership: covered by Develop Focused Executive Briefings',
      '  Ecosystem: not covered: “Build an AI Change Network”, because it has no owner',
      '  Values: not covered: “Recruit Super Users”, because it is paused',
      '  Enablement: left out, with a reason',
      '  Rewards: left out, with a reason',
      '  Structure: covered by Establish AI Governance',
    ]);
    const chinese = await levers({ 'a.levers.yaml': plan }, 'coverage', '--locale', 'zh-CN');
    assert.match(chinese.stdout, /^ {2}生态系统：未启用：“建立 AI 变更网络”，因为没有负责人$/m);
  });

  it('says the same as JSON', async () => {
    const { code, stdout } = await levers({ 'a.levers.yaml': plan }, 'coverage', '--format', 'json');
    assert.equal(code, 0);
    const { version, files } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual([files.length, files[0].path, files[0].count], [1, 'a.levers.yaml', 2]);
    assert.deepEqual(files[0].levers[1], {
      lever: 'ecosystem',
      covered: false,
      leftOut: false,
      unread: false,
      strategies: [{ title: 'Build an AI Change Network', counts: false, why: 'no-owner', message: 'it has no owner' }],
    });
  });

  it('passes no plan that cannot be read', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': plan });
    const decode = machine.decode;
    machine.decode = (path) => (path === 'b.levers.yaml' ? ({ reason: 'binary' } as never) : decode(path));
    const { code, stdout, stderr } = await machine.levers(
      'coverage',
      'a.levers.yaml',
      'b.levers.yaml',
      'c.levers.yaml',
    );
    assert.equal(code, 2);
    assert.match(stdout, /^a\.levers\.yaml /);
    assert.equal(
      stderr,
      'levers: Cannot be read: b.levers.yaml (binary)\nlevers: Cannot be read: c.levers.yaml (ENOENT)\n',
    );
  });
});

describe('levers exceptions', () => {
  const plan = cleanPlan
    .replace('owner: Tom,', 'owner: TBD,')
    .replace(
      '      - { use: exec',
      '      # levers-ignore-next-line strategy-without-owner until 2027-02-28: the board decides\n      - { use: exec',
    )
    .replace(
      'version: 1\n',
      'version: 1\n# levers-ignore-file overdue, late-start: agreed with Tom\n# levers-ignore-file date-order\n',
    );
  const files = { 'a.levers.yaml': plan, 'b.levers.yaml': cleanPlan };
  const [inFile, inLine] = [
    'a.levers.yaml:2  overdue, late-start (whole file)  without a last day  agreed with Tom',
    'a.levers.yaml:25  strategy-without-owner  until 2027-02-28{over}  the board decides',
  ];

  it('lists those that have an effect, each with place, reason and last day', async () => {
    const over = inLine.replace('{over}', ', which is over');
    assert.deepEqual(await levers(files, 'exceptions'), {
      code: 0,
      stdout: `${inFile}\n${over}\nExceptions: 2 · over: 1\n`,
      stderr: '',
    });
    const before = await levers(files, 'exceptions', '--today', '2027-02-28');
    assert.equal(before.stdout, `${inFile}\n${inLine.replace('{over}', '')}\nExceptions: 2 · over: 0\n`);
    const chinese = await levers(files, 'exceptions', '--locale', 'zh-CN');
    assert.match(
      chinese.stdout,
      /strategy-without-owner {2}至 2027-02-28，已过期 {2}the board decides\n例外：2 · 已过期：1\n$/,
    );
  });

  it('lists with --expired those that are over, and exits with 1', async () => {
    const { code, stdout } = await levers(files, 'exceptions', '--expired');
    assert.equal(code, 1);
    assert.equal(stdout, `${inLine.replace('{over}', ', which is over')}\nExceptions: 2 · over: 1\n`);
    assert.equal((await levers(files, 'exceptions', '--expired', '--today', '2027-02-28')).code, 0);
    assert.equal((await levers(files, 'exceptions', '--expired', 'a.levers.yaml', 'none.levers.yaml')).code, 2);
  });
});

describe('levers catalog', () => {
  const team =
    'catalogVersion: 1\nid: north\nhide: [super-users]\nstrategies: [{ id: clinics, lever: enablement, title: { en: Clinics }, summary: { en: "A \\e[31mtrainer" } }]\n';

  it('lists strategies by lever, those of the team too', async () => {
    const { code, stdout } = await levers({}, 'catalog');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^Leadership \(leadership\)\n {2}Encourage Transparent Communication \(transparent-communication\)\n/,
    );
    assert.equal(stdout.split('\n').filter((line) => line.startsWith('  ')).length, 34);
    assert.equal((await levers({}, 'catalog', 'list')).stdout, stdout);
    const ours = (await levers({ 'team.yaml': team }, 'catalog', '--catalog', 'team.yaml')).stdout;
    assert.match(ours, /\nEnablement \(enablement\)\n {2}Clinics \(clinics\)\n/);
    assert.doesNotMatch(ours, /super-users/);
  });

  it('shows one, with nothing in it that a terminal obeys', async () => {
    const { stdout } = await levers({}, 'catalog', 'show', 'super-users', '--locale', 'zh-CN');
    assert.match(stdout, /^招募超级用户（super-users）\n赋能\n\n/);
    assert.match(stdout, /\n通常阶段：推广前后\n/);
    const files = { 'team.yaml': team };
    const own = await levers(files, 'catalog', 'show', 'clinics', '--catalog', 'team.yaml');
    assert.equal(
      own.stdout,
      'Clinics (clinics)\nEnablement\n\nA \\u001b[31mtrainer\nFrom the catalog of your team, north.\n',
    );
    const hidden = await levers(files, 'catalog', 'show', 'super-users', '--catalog', 'team.yaml');
    assert.match(hidden.stdout, /No longer offered: the catalog of your team hides it\./);
  });

  it('says in one line what it does not know', async () => {
    for (const [args, message] of [
      [['shw'], 'levers catalog takes list or show'],
      [['list', 'a'], 'levers catalog takes list or show'],
      [['show'], 'levers catalog show takes the id of one strategy'],
      [['show', 'a', 'b'], 'levers catalog show takes the id of one strategy'],
      [['show', 'super-user'], 'There is no strategy super-user. Did you mean super-users?'],
      [['show', 'xyz'], 'There is no strategy xyz. `levers catalog list` lists all.'],
      [['--catalog', 'none.yaml'], 'Cannot be read: none.yaml (ENOENT)'],
    ] as const) {
      const { code, stderr } = await levers({}, 'catalog', ...args);
      assert.deepEqual([code, stderr], [2, `levers: ${message}\n`]);
    }
  });
});

describe('levers explain', () => {
  it('shows the page about a rule as a text', async () => {
    assert.deepEqual(await levers({}, 'explain', 'overdue'), {
      code: 0,
      stdout: 'overdue\n\nLate. See status (https://example.org).\n\n    owner: Tom # [a](b)\n',
      stderr: '',
    });
    assert.equal((await levers({}, 'explain', 'overdue', '--locale', 'zh-CN')).stdout, 'overdue\n\n逾期。\n');
  });

  it('says in one line what it does not know', async () => {
    for (const [args, message] of [
      [[], 'levers explain takes the code of one rule, such as `overdue`'],
      [['overdu'], 'There is no rule overdu. Did you mean overdue?'],
      [['constructor'], 'There is no rule constructor. `levers check` shows the code of each problem in brackets.'],
    ] as const)
      assert.deepEqual(await levers({}, 'explain', ...args), { code: 2, stdout: '', stderr: `levers: ${message}\n` });
  });
});

describe('levers schema', () => {
  it('writes the schemas as they are', async () => {
    for (const name of ['plan', 'catalog', 'config', 'json-output', 'diff-output']) {
      const { code, stdout } = await levers({}, 'schema', name);
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(stdout), JSON.parse(readFileSync(`schemas/levers-${name}.schema.json`, 'utf8')));
    }
    assert.equal((await levers({}, 'schema')).stdout, (await levers({}, 'schema', 'plan')).stdout);
    const { code, stderr } = await levers({}, 'schema', 'plans');
    assert.deepEqual(
      [code, stderr],
      [2, 'levers: levers schema takes one of plan, catalog, config, json-output or diff-output\n'],
    );
  });
});
