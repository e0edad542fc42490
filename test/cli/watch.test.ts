/** `--watch`: again after each change. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { folderOf, started } from '../kit/commandLine.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const bad = cleanPlan.replace('[agents]', '[agnets]');
const waits = 'levers: Waiting for changes; Ctrl+C ends it\n';

/** A machine whose files can be changed while it watches. */
class WatchedMachine extends MemoryMachine {
  /** What is done at each wait, in order; the last ends it. */
  readonly atWait: (() => void)[] = [];
  closed = 0;
  others: readonly string[] = [];
  change = () => {};
  fail = (_error: unknown) => {};
  override watch: MemoryMachine['watch'] = (_patterns, others, changed, failed) => {
    this.others = others;
    this.change = changed;
    this.fail = failed;
    return { close: () => void this.closed++ };
  };
  override err = (text: string) => {
    this.stderr += text;
    if (text === waits) queueMicrotask(this.atWait.shift() ?? (() => {}));
  };
}

const lost = Object.assign(new Error(), { code: 'ENOSPC' });

describe('--watch', () => {
  it('checks again after a change, with the settings as they are then', async () => {
    const machine = new WatchedMachine({ 'a.levers.yaml': cleanPlan });
    machine.atWait.push(
      () => {
        machine.files['a.levers.yaml'] = bad;
        machine.change();
        machine.change();
      },
      () => {
        machine.files['.vscode/settings.json'] = '{ "levers.rules": { "unknown-stakeholder": "off" } }';
        machine.change();
      },
      () => machine.fail(lost),
    );
    const { code, stdout, stderr } = await machine.check('--watch', 'a.levers.yaml');
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.startsWith('Plans:')),
      [0, 1, 0].map((errors) => `Plans: 1 · errors: ${errors} · warnings: 0 · infos: 0 · hints: 0`),
    );
    assert.deepEqual(
      { code, stderr },
      { code: 2, stderr: `${waits.repeat(3)}levers: Changes cannot be watched (ENOSPC)\n` },
    );
    assert.equal(machine.closed, 1);
  });

  it('checks again what was changed during a check', async () => {
    const machine = new WatchedMachine({ 'a.levers.yaml': cleanPlan });
    const { checkAll } = machine;
    let checks = 0;
    machine.checkAll = (...args) => {
      if (checks++ === 0) machine.change();
      return checkAll(...args);
    };
    machine.atWait.push(
      () => {},
      () => machine.fail(lost),
    );
    await machine.check('--watch', 'a.levers.yaml');
    assert.equal(checks, 2);
  });

  it('does not begin where there is nothing to watch, or it cannot be watched', async () => {
    const machine = new WatchedMachine({ 'a.levers.yaml': cleanPlan });
    const missing = await machine.check('--watch', 'missing.levers.yaml');
    assert.equal(missing.code, 2);
    assert.ok(!missing.stderr.includes(waits));
    assert.equal(machine.closed, 1);
    assert.equal((await machine.check('--watch', '--rules', 'missing.json')).code, 2);
    const input = await machine.check('--watch', '-');
    assert.deepEqual([input.code, input.stderr], [2, 'levers: --watch cannot watch standard input (-)\n']);
    const { code, stderr } = await new MemoryMachine({ 'a.levers.yaml': cleanPlan }).check(
      '--watch',
      '--locale',
      'zh-CN',
    );
    assert.deepEqual({ code, stderr }, { code: 2, stderr: 'levers: 无法监视改动（ENOSYS）\n' });
  });

  it('hears of a file that a configuration builds on or names when it comes to be', async () => {
    const machine = new WatchedMachine({ 'a.levers.yaml': cleanPlan, 'levers.config.yaml': 'rules: {}\n' });
    machine.teamPlaces = (_, names) => [...names];
    const absent = ['base/levers.config.yaml', 'team/levers.catalog.yaml'];
    machine.atWait.push(
      () => {
        machine.files['levers.config.yaml'] = `extends: ${absent[0]}\ncatalogs: [${absent[1]}]\n`;
        machine.change();
      },
      () => machine.fail(lost),
    );
    const { stderr } = await machine.check('--watch', 'a.levers.yaml');
    assert.match(stderr, /^levers: Settings in levers\.config\.yaml cannot be used: /m);
    for (const path of absent) assert.ok(machine.others.includes(path), path);
  });

  it('hears of what a configuration builds on and names, wherever that stands', async () => {
    const config = (owner: string) =>
      `rules: { unknown-stakeholder: ${owner} }\ncatalogs: [team/levers.catalog.yaml]\n`;
    const folder = folderOf({
      'plans/a.levers.yaml': bad,
      'levers.config.yaml': 'extends: base/levers.config.yaml\n',
      'base/levers.config.yaml': config('off'),
      'base/team/levers.catalog.yaml': 'catalogVersion: 1\nid: team\nstrategies: []\n',
    });
    const start = started(['check', '--watch', 'plans', '--today', '2027-03-01']);
    const program = spawn(process.execPath, start.args, { cwd: folder, env: start.env });
    const ended = once(program, 'exit');
    try {
      const report = reportsOf(program);
      assert.match(await report(), /configurations: 2 · errors: 0 /);
      writeFileSync(join(folder, 'base/levers.config.yaml'), config('error'));
      assert.match(await report(), /errors: 1 /);
      writeFileSync(join(folder, 'base/team/levers.catalog.yaml'), 'catalogVersion: 1\nid: team\nhide: []\n');
      assert.match(await report(), /catalogs: 1 /);
    } finally {
      program.kill('SIGINT');
    }
    await ended;
  });

  it('hears of plans and catalogs in the folder, below and above, and ends with Ctrl+C', async () => {
    const folder = folderOf({ 'plans/deep/a.levers.yaml': bad, 'plans/deep/notes.txt': '' });
    const start = started(['check', '--watch', 'plans', '--today', '2027-03-01']);
    const program = spawn(process.execPath, start.args, { cwd: folder, env: start.env });
    const ended = once(program, 'exit');
    try {
      const report = reportsOf(program);
      assert.match(await report(), /errors: 1 /);
      writeFileSync(join(folder, 'plans/deep/a.levers.yaml'), cleanPlan);
      assert.match(await report(), /errors: 0 /);
      writeFileSync(join(folder, 'plans/deep/b.levers.yaml'), bad);
      assert.match(await report(), /^Plans: 2 · errors: 1 /m);
      writeFileSync(join(folder, 'levers.catalog.yaml'), 'catalogVersion: 1\nid: team\nstrategies: []\n');
      assert.match(await report(), /^Plans: 2 · catalogs: 1 /m);
    } finally {
      program.kill('SIGINT');
    }
    const [code, signal] = await ended;
    assert.deepEqual([code, signal], [null, 'SIGINT']);
  });
});

/** A function that waits for the next report of a program that watches. */
function reportsOf(program: ChildProcess): () => Promise<string> {
  let [said, waited] = ['', 0];
  let tell = () => {};
  program.stdout?.on('data', (data) => {
    said += data;
    tell();
  });
  program.stderr?.on('data', (data) => {
    waited += String(data).split(waits).length - 1;
    tell();
  });
  return () =>
    new Promise((resolve, reject) => {
      program.once('exit', () => reject(new Error(`ended: ${said}`)));
      tell = () => {
        if (waited === 0 || !said.includes('hints:')) return;
        const report = said;
        [said, waited] = ['', waited - 1];
        tell = () => {};
        resolve(report);
      };
      tell();
    });
}
