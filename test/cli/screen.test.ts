/** The report on a terminal: golden texts, in colors and without, in any width. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { beginning, columnsOf, ending, wrapped } from '../../server/src/cli/report/columns.ts';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const bad = cleanPlan.replace('[agents]', '[agnets]').replace('kind: pilot', 'kind: plot');

/** What is said on a terminal about plans, with `^[` for what begins a command to it. */
async function said(files: Record<string, string>, screen: MemoryMachine['screen'], ...args: string[]) {
  const machine = new MemoryMachine(files);
  machine.screen = screen;
  const { code, stdout, stderr } = await machine.check(...args);
  return { code, stdout: stdout.replaceAll('\u001b', '^['), stderr };
}

describe('the report on a terminal', () => {
  it('shows each problem with its line, the place, the fixes and what is related', async () => {
    const { code, stdout } = await said({ 'a.levers.yaml': bad, 'b.levers.yaml': cleanPlan }, { colors: false });
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `a.levers.yaml  4 of 6 levers covered  At risk: the plan has 2 errors

  26:57  error  There is no stakeholder group \`agnets\`. Did you mean \`agents\`?  [unknown-stakeholder]
    26 │       - { use: ai-change-network, owner: Bo, audience: [agnets], due: 2027-10-29, measures: [weekly-use] }
       │                                                         ^^^^^^
       Fix: Change to \`agents\`
       Fix: Add the group \`agnets\`

  40:56  error  \`kind\` must be one of \`decision\`, \`pilot\`, \`go-live\`, \`training\`, \`review\` or \`other\`. Did you mean \`pilot\`?  [unknown-value]
    40 │   - { id: pilot, title: Pilot, date: 2027-03-15, kind: plot }
       │                                                        ^^^^
       Fix: Change to \`pilot\`

  Start with: 40:56 \`kind\` must be one of \`decision\`, \`pilot\`, \`go-live\`, \`training\`, \`review\` or \`other\`; 26:57 There is no stakeholder group \`agnets\`

Plans: 2 · errors: 2 · warnings: 0 · infos: 0 · hints: 0
`,
    );
  });

  it('is in colors, as wide as the terminal, in the language that is asked for', async () => {
    const text = bad.replace('title: Pilot, date', 'title: 客服中心试点与复盘会议, date');
    const screen = { colors: true, width: 60 };
    const { stdout } = await said({ 'a.levers.yaml': text }, screen, '--locale', 'zh-CN');
    assert.equal(
      stdout,
      `^[[1ma.levers.yaml^[[22m
  已启用 4/6 个 LEVERS  有风险：计划中有 2 个错误

  ^[[2m26:57^[[22m  ^[[31m错误^[[39m  没有 \`agnets\` 这个利益相关者群体。是不是想写
               \`agents\`？  ^[[2m[unknown-stakeholder]^[[22m
^[[2m    26 │ ^[[22m…: ai-change-network, owner: Bo, audience: [agnets…
^[[2m       │ ^[[22m                                            ^[[31m^^^^^^^[[39m
       ^[[32m修复：改为 \`agents\`^[[39m
       ^[[32m修复：添加群体 \`agnets\`^[[39m

  ^[[2m40:62^[[22m  ^[[31m错误^[[39m  \`kind\` 只能是 \`decision\`、\`pilot\`、
               \`go-live\`、\`training\`、\`review\` 或 \`other\` 之
               一。是不是想写 \`pilot\`？  ^[[2m[unknown-value]^[[22m
^[[2m    40 │ ^[[22m…中心试点与复盘会议, date: 2027-03-15, kind: plot }
^[[2m       │ ^[[22m                                             ^[[31m^^^^^[[39m
       ^[[32m修复：改为 \`pilot\`^[[39m

  先处理：40:62 \`kind\` 只能是 \`decision\`、\`pilot\`、
  \`go-live\`、\`training\`、\`review\` 或 \`other\` 之一；26:57 没
  有 \`agnets\` 这个利益相关者群体

计划：1 · 错误：2 · 警告：0 · 信息：0 · 提示：0
`,
    );
    for (const line of stdout.replace(/\^\[\[\d+m/g, '').split('\n')) assert.ok(columnsOf(line) <= 60, line);
  });

  it('says in one line that nothing was found, and only then', async () => {
    const files = { 'a.levers.yaml': cleanPlan, 'b.levers.yaml': cleanPlan };
    const clean = { code: 0, stdout: 'Nothing found. Plans: 2\n', stderr: '' };
    assert.deepEqual(await said(files, { colors: false }), clean);
    assert.deepEqual(await said(files, { colors: true }), {
      ...clean,
      stdout: '^[[32mNothing found. Plans: 2^[[39m\n',
    });
    assert.equal((await said(files, { colors: false }, '--locale', 'zh-CN')).stdout, '没有发现问题。计划：2\n');
    const part = await said(files, { colors: false }, 'a.levers.yaml', 'missing.levers.yaml');
    assert.equal(part.code, 2);
    assert.equal(part.stdout, 'Plans: 1 · errors: 0 · warnings: 0 · infos: 0 · hints: 0\n');
  });

  it('names files that were fixed, also where nothing is left in them', async () => {
    const { stdout } = await said(
      { 'a.levers.yaml': cleanPlan.replace('owner: Ana', 'owner: 12') },
      { colors: false },
      '--fix',
    );
    assert.match(stdout, /^a\.levers\.yaml {2}.* {2}fixed\n/);
  });

  it('has its carets under tabs, Chinese letters and signs that are shown as what they stand for', async () => {
    for (const [written, shown] of [
      ['客服中心', '客服中心'],
      ['e\u0301 👩‍🔧', 'e\u0301 👩‍🔧'],
      ['"\\u001b[2J"', '"\\u001b[2J"'],
      ['"a ##[group]"', '"a \\u0023#[group]"'],
    ] as const) {
      const text = cleanPlan.replace(
        'title: Pilot, date: 2027-03-15, kind: pilot',
        `title: ${written}, date: 2027-03-15, kind: plot`,
      );
      const { stdout } = await said({ 'a.levers.yaml': text }, { colors: false, width: 120 });
      const [, line = '', carets = ''] = /^( *40 │ .*)\n( *│ .*)$/m.exec(stdout) ?? [];
      assert.ok(line.includes(`title: ${shown}, date`), stdout);
      assert.equal(columnsOf(carets), columnsOf(line.slice(0, line.indexOf('plot') + 4)), stdout);
    }
  });

  it('is no other text where there is no terminal, unless colors are forced', () => {
    const folder = folderOf({ 'a.levers.yaml': bad });
    const run = (env: Record<string, string>, ...args: string[]) =>
      runLevers(folder, ['check', '--today', '2027-03-01', ...args], { env: { TERM: 'xterm', ...env } }).stdout;
    const plain = run({});
    assert.match(plain, /^ {2}26:57 {2}error {2}There .*\n {2}40:56 /m);
    for (const env of [{ NO_COLOR: '1' }, { COLUMNS: '50' }, { FORCE_COLOR: '0' }, { CI: 'true' }])
      assert.equal(run(env as Record<string, string>), plain);
    assert.ok(run({ FORCE_COLOR: '1' }).includes('\u001b[31m^^^^^^\u001b[39m'));
    const narrow = run({ FORCE_COLOR: '1', COLUMNS: '50' }).replace(/\u001b\[\d+m/g, '');
    for (const line of narrow.split('\n')) assert.ok(columnsOf(line) <= 50, line);
    for (const format of ['json'])
      assert.equal(run({ FORCE_COLOR: '1' }, '--format', format), run({}, '--format', format));
  });
});

describe('columns', () => {
  it('are filled by words, and by Chinese letters with their punctuation', () => {
    assert.deepEqual(wrapped('one two  three', 7), ['one two', 'three']);
    assert.deepEqual(wrapped('unknown-stakeholder is long', 8), ['unknown-stakeholder', 'is long']);
    assert.deepEqual(wrapped('没有这个群体。请写“员工”，再看。', 12), ['没有这个群', '体。请写“员', '工”，再看。']);
    assert.deepEqual(wrapped('', 10), ['']);
    assert.deepEqual(wrapped('a b', undefined), ['a b']);
  });

  it('are counted for a beginning and an end', () => {
    assert.equal(beginning('abcdef', 4), 'abc…');
    assert.equal(ending('abcdef', 4), '…def');
    assert.equal(beginning('客服中心', 6), '客服…');
    assert.equal(ending('客服中心', 6), '…中心');
    assert.equal(beginning('abc', 3), 'abc');
    assert.equal(beginning('👩‍🔧👩‍🔧', 3), '👩‍🔧…');
  });
});
