/** `--baseline`: what is known is recorded once, then only what is new is reported. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const bad = cleanPlan.replace('[agents]', '[agnets]');
const worse = bad.replace('kind: pilot', 'kind: plot');

const baseline = ['--baseline', 'known.json'];

/** The codes that are reported, by path. */
async function reported(machine: MemoryMachine, ...args: string[]): Promise<Record<string, string[]>> {
  const { stdout } = await machine.check(...baseline, '--format', 'json', ...args);
  const files: { path: string; problems: { code: string }[] }[] = JSON.parse(stdout).files;
  return Object.fromEntries(files.map(({ path, problems }) => [path, problems.map(({ code }) => code)]));
}

describe('--baseline', () => {
  it('records what is found where there is no such file, and reports none of it', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad, 'b.levers.yaml': cleanPlan });
    assert.deepEqual(await machine.check(...baseline), {
      code: 0,
      stdout: `a.levers.yaml  4 of 6 levers covered  At risk: the plan has 1 error
b.levers.yaml  4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in
Plans: 2 · errors: 0 · warnings: 0 · infos: 0 · hints: 0
`,
      stderr: 'levers: Written to known.json, and not reported from now on: 1\n',
    });
    const written = JSON.parse(machine.files['known.json'] ?? '');
    const [[print = '', code] = []] = Object.entries(written.files['a.levers.yaml']);
    assert.equal(code, 'unknown-stakeholder');
    assert.match(print, /^\S{40,}$/);
    assert.deepEqual(written, { leversBaseline: 1, files: { 'a.levers.yaml': { [print]: code } } });
  });

  it('then reports only what is new, wherever the old has moved to, in any language', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad });
    await machine.check(...baseline);
    const recorded = machine.files['known.json'];
    machine.files['a.levers.yaml'] = `# A note.\n\n${worse}`.replaceAll('\n', '\r\n');
    assert.deepEqual(await machine.check(...baseline, '--locale', 'zh-CN'), {
      code: 1,
      stdout: `a.levers.yaml  已启用 4/6 个 LEVERS  有风险：计划中有 2 个错误
  42:56  错误  \`kind\` 只能是 \`decision\`、\`pilot\`、\`go-live\`、\`training\`、\`review\` 或 \`other\` 之一。是不是想写 \`pilot\`？  [unknown-value]
计划：1 · 错误：1 · 警告：0 · 信息：0 · 提示：0
`,
      stderr: 'levers: known.json 中已有，因此不报告：1\n',
    });
    assert.equal(machine.files['known.json'], recorded);
    machine.screen = { colors: false };
    machine.files['a.levers.yaml'] = bad;
    const { code, stdout } = await machine.check(...baseline);
    assert.deepEqual([code, stdout], [0, 'Plans: 1 · errors: 0 · warnings: 0 · infos: 0 · hints: 0\n']);
  });

  it('reports another problem of the same kind, and one in another file', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad, 'b.levers.yaml': cleanPlan });
    await machine.check(...baseline);
    machine.files['a.levers.yaml'] = bad.replace('[leads]', '[laeds]');
    machine.files['b.levers.yaml'] = bad;
    const found = await reported(machine);
    assert.ok(found['a.levers.yaml']?.includes('unknown-stakeholder'), JSON.stringify(found));
    assert.deepEqual(found['b.levers.yaml'], ['unknown-stakeholder']);
  });

  it('is written anew when it is asked for; files that are not looked at stay, those that are gone do not', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad, 'b.levers.yaml': bad, 'c.levers.yaml': bad });
    await machine.check(...baseline);
    machine.files['a.levers.yaml'] = worse;
    delete machine.files['c.levers.yaml'];
    const { stderr, code } = await machine.check(...baseline, '--update-baseline', 'a.levers.yaml');
    assert.deepEqual(
      { stderr, code },
      { stderr: 'levers: Written to known.json, and not reported from now on: 2\n', code: 0 },
    );
    const { files } = JSON.parse(machine.files['known.json'] ?? '');
    assert.deepEqual(
      Object.entries(files).map(([path, codes]) => [path, Object.values(codes as object)]),
      [
        ['a.levers.yaml', ['unknown-stakeholder', 'unknown-value']],
        ['b.levers.yaml', ['unknown-stakeholder']],
      ],
    );
    machine.files['a.levers.yaml'] = cleanPlan;
    await machine.check(...baseline, '--update-baseline');
    assert.deepEqual(Object.keys(JSON.parse(machine.files['known.json'] ?? '').files), ['b.levers.yaml']);
  });

  it('goes with a cache, whose results are of this baseline', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad });
    assert.equal((await machine.check('--cache')).code, 1);
    assert.equal((await machine.check('--cache', ...baseline)).code, 0);
    const known = await machine.check('--cache', ...baseline);
    assert.equal(known.code, 0);
    assert.deepEqual(await machine.check('--cache', ...baseline), known);
    machine.files['known.json'] = '{ "leversBaseline": 1, "files": {} }';
    assert.equal((await machine.check('--cache', ...baseline)).code, 1);
  });

  it('is not written by a dry run, and does not hold for standard input', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad, '-': bad });
    const dry = await machine.check(...baseline, '--fix-dry-run', 'a.levers.yaml');
    assert.equal(dry.code, 1);
    assert.equal(machine.files['known.json'], undefined);
    assert.equal((await machine.check(...baseline, '-')).code, 1);
    assert.deepEqual(JSON.parse(machine.files['known.json'] ?? ''), { leversBaseline: 1, files: {} });
  });

  it('counts paths from its own folder, and has problems of catalogs too', () => {
    const catalog =
      'catalogVersion: 1\nid: team\nstrategies: [{ id: x, lever: nowhere, title: { en: X }, summary: { en: Y } }]\n';
    const folder = folderOf({ 'plans/a.levers.yaml': bad, 'plans/levers.catalog.yaml': catalog, 'other/.keep': '' });
    const run = (cwd: string, ...args: string[]) =>
      runLevers(join(folder, cwd), ['check', '--today', '2027-03-01', '--baseline', ...args]);
    const { status, stderr } = run('', 'plans/known.json');
    assert.deepEqual(
      { status, stderr },
      { status: 0, stderr: 'levers: Written to plans/known.json, and not reported from now on: 2\n' },
    );
    assert.equal(run('', 'plans/known.json', './plans').status, 0);
    assert.equal(run('plans', 'known.json').status, 0);
    assert.equal(run('plans', '../plans/known.json', join(folder, 'plans')).status, 0);
    assert.equal(run('other', '../plans/known.json', '../plans').status, 0);
    writeFileSync(join(folder, 'plans/known.json'), '{ "leversBaseline": 1, "files": {} }');
    assert.equal(run('', 'plans/known.json').status, 1);
  });

  it('never has a file that cannot be read, nor takes what it has in for something else', async () => {
    const folder = folderOf({ 'a.levers.yaml': Buffer.from([0x61, 0xe9, 0xff, 0x0a]) });
    assert.equal(runLevers(folder, ['check', ...baseline]).status, 1);
    assert.equal(runLevers(folder, ['check', ...baseline]).status, 1);
    const files = JSON.stringify({ leversBaseline: 1, files: { constructor: { a: 'b' } } }).replace(
      'constructor',
      '__proto__',
    );
    const machine = new MemoryMachine({ constructor: bad, '__proto__.levers.yaml': bad, 'known.json': files });
    assert.deepEqual(await reported(machine, 'constructor'), { constructor: ['unknown-stakeholder'] });
  });

  it('that is none, of another version or out of reach fails in one line, and is left alone', async () => {
    const takes = 'levers: --baseline takes a new file or one that it has written, not known.json\n';
    const other = 'levers: The baseline known.json is of another version of levers; --update-baseline writes it anew\n';
    for (const [text, said] of [
      ['', takes],
      ['{', takes],
      ['[]', takes],
      ['null', takes],
      ['{ "name": "a package" }', takes],
      ['{ "leversBaseline": "1" }', takes],
      ['{ "leversBaseline": 2, "files": {} }', other],
      ['{ "leversBaseline": 1 }', other],
      ['{ "leversBaseline": 1, "files": [] }', other],
      ['{ "leversBaseline": 1, "files": { "a": ["x"] } }', other],
      ['{ "leversBaseline": 1, "files": { "a": { "x": 1 } } }', other],
    ] as const) {
      const machine = new MemoryMachine({ 'a.levers.yaml': bad, 'known.json': text });
      assert.deepEqual(await machine.check(...baseline), { code: 2, stdout: '', stderr: said }, text);
      const updated = await machine.check(...baseline, '--update-baseline');
      assert.equal(updated.code, said === takes ? 2 : 0);
      if (said === takes) assert.equal(machine.files['known.json'], text);
    }
    const chinese = await new MemoryMachine({ 'known.json': '{ "leversBaseline": 2 }' }).check(
      ...baseline,
      '--locale',
      'zh-CN',
    );
    assert.equal(chinese.stderr, 'levers: 基线 known.json 来自其他版本的 levers；用 --update-baseline 重新写入\n');
    const folder = folderOf({ 'a.levers.yaml': bad, 'folder/x': '' });
    assert.deepEqual(
      ['folder', 'missing/known.json']
        .map((path) => runLevers(folder, ['check', '--baseline', path]))
        .map(({ status, stderr }) => [status, stderr]),
      [
        [2, 'levers: The baseline folder cannot be read (no-file)\n'],
        [2, 'levers: Cannot be written: missing/known.json (ENOENT)\n'],
      ],
    );
    const { code, stderr } = await new MemoryMachine({ 'a.levers.yaml': bad }).check('--update-baseline');
    assert.equal(code, 2);
    assert.ok(stderr.startsWith('levers: --update-baseline needs --baseline FILE\n'));
  });
});
