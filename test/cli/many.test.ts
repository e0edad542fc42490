/** The command line with many plans: on several threads, and with what it remembers from the last time. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Job, PlanResult } from '../../server/src/cli/plans.ts';
import { runAll } from '../../server/src/host/pool.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { offline } from '../kit/offline.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const home = mkdtempSync(join(tmpdir(), 'levers-many-'));
after(() => rmSync(home, { recursive: true }));

/** The environment of a call: who has another home has another key for what is remembered. */
const environment = (user = 'me') => ({ PATH: process.env.PATH, LANG: 'C', XDG_CONFIG_HOME: join(home, user) });

const bad = cleanPlan.replace('[agents]', '[agnets]');
const catalog = 'catalogVersion: 1\nid: team\nhide: [ai-feedback-lop]\n';
const using = cleanPlan.replace('use: executive-briefings', 'use: clinics');

/** A new folder with files in it. */
function folderOf(name: string, files: Record<string, string>): string {
  const folder = join(home, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function levers(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...offline, resolve('dist/cli.js'), 'check', '--today', '2027-03-01', ...args],
    { cwd, encoding: 'utf8', maxBuffer: 64_000_000, env: environment() },
  );
  return { status, stdout, stderr };
}

/** The lines of a report without its sum. */
function partsOf(report: string): string {
  return report.replace(/Plans: .*\n$/, '');
}

describe('many plans', () => {
  const half = (name: string, first: number) =>
    Object.fromEntries(
      Array.from({ length: 255 }, (_, n) => [
        `${name}/${String(first + n).padStart(3, '0')}.levers.yaml`,
        (n % 3 ? cleanPlan : bad).replace(/title: .*/, `title: Number ${n}`),
      ]),
    );
  const folder = folderOf('threads', { ...half('a', 0), ...half('b', 255), 'b/levers.catalog.yaml': catalog });

  it('are reported on several threads as on one, in the same order', () => {
    const [a, b, both] = [['a'], ['b'], ['.']].map((args) => levers(folder, ...args));
    assert.equal(both?.stderr, '');
    assert.equal(both?.status, 1);
    assert.equal(partsOf(both?.stdout ?? ''), partsOf(a?.stdout ?? '') + partsOf(b?.stdout ?? ''));
    assert.match(both?.stdout ?? '', /\nPlans: 510 · catalogs: 1 · errors: 170 · warnings: 1 ·/);
    const [first, second, all] = [['a'], ['b'], ['.']].map((args) =>
      JSON.parse(levers(folder, '--format', 'json', ...args).stdout),
    );
    assert.deepEqual(all.files, [...first.files, ...second.files]);
    assert.equal(all.summary.errors, 170);
  });

  it('are all checked where some cannot be read', () => {
    const gone = ['a/none.levers.yaml', join(folder, 'a')];
    mkdirSync(join(folder, 'b/folder.levers.yaml'));
    const { status, stdout, stderr } = levers(folder, 'a/*', 'b/*', 'b/folder.levers.yaml/x', ...gone);
    assert.equal(status, 2);
    assert.match(stderr, /^levers: No plan found: b\/folder\.levers\.yaml\/x\nlevers: No plan found: a\/none/);
    assert.match(stdout, /\nPlans: 510 · catalogs: 1 ·/);
    rmSync(join(folder, 'b/folder.levers.yaml'), { recursive: true });
  });

  it('end with an error when a thread does, and never wait for it', async () => {
    const job = {} as Job;
    const outcome = {
      counts: { error: 0, warning: 0, info: 0, hint: 0 },
      codes: {},
      failures: [],
    } satisfies PlanResult;
    const paths = Array.from({ length: 100 }, (_, n) => `${n}`);
    /** Takes a handful of files, then ends in some way; the others take what is left. */
    const helper = (end: string) =>
      runAll(
        job,
        paths,
        1,
        (workerData) => {
          const ready = new Int32Array(new SharedArrayBuffer(4));
          const code = `const { next, ready } = require('node:worker_threads').workerData;
            Atomics.add(next, 0, 16); Atomics.store(ready, 0, 1); Atomics.notify(ready, 0); ${end}`;
          const worker = new Worker(code, { eval: true, workerData: { ...workerData, ready } });
          Atomics.wait(ready, 0, 0);
          return worker;
        },
        () => outcome,
      );
    await assert.rejects(helper('throw new Error("broken")'), /broken/);
    await assert.rejects(helper('process.exit(3)'), /ended early/);
    assert.equal(
      (
        await runAll(
          job,
          paths,
          0,
          () => assert.fail(),
          () => outcome,
        )
      ).length,
      100,
    );
  });
});

describe('--cache', () => {
  const cached = (cwd: string, ...args: string[]) => levers(cwd, '--cache', ...args);
  const inside = (folder: string) => readFileSync(join(folder, '.leverscache'), 'utf8');

  /** Nothing that is remembered is told by the time of the file alone. */
  const settle = (folder: string, path: string) => utimesSync(join(folder, path), 1, 1);

  it('finds the same as without, whatever changes in between', () => {
    const folder = folderOf('cache', { 'a.levers.yaml': cleanPlan, 'sub/b.levers.yaml': bad });
    const same = (...args: string[]) => {
      const plain = levers(folder, ...args);
      assert.deepEqual(cached(folder, ...args), plain);
      assert.deepEqual(cached(folder, ...args), plain);
      return plain.stdout;
    };
    const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
    same();
    put('a.levers.yaml', bad);
    assert.match(same(), /errors: 2/);
    // Of the same length and with the same time as before.
    settle(folder, 'a.levers.yaml');
    same();
    put('a.levers.yaml', bad.replace('[agnets]', '[agents]'));
    settle(folder, 'a.levers.yaml');
    assert.match(same(), /errors: 1/);
    // What holds for a plan: its catalog, settings, the day, the language, the form of the report.
    put('sub/b.levers.yaml', using);
    assert.match(same(), /unknown-strategy/);
    put(
      'levers.catalog.yaml',
      'catalogVersion: 1\nid: team\nstrategies: [{ id: clinics, lever: leadership, title: { en: x }, summary: { en: y } }]\n',
    );
    assert.doesNotMatch(same(), /unknown-strategy/);
    put('sub/levers.catalog.yaml', catalog);
    assert.match(same(), /unknown-strategy/);
    put('rules.json', '{ "unknown-strategy": "hint" }');
    assert.match(same('--rules', 'rules.json'), / hint .*unknown-strategy/);
    same('--locale', 'zh-CN');
    same('--format', 'json');
    put('a.levers.yaml', cleanPlan.replace(/ *asOf: .*\n/, ''));
    assert.match(same('--today', '2029-03-01'), /\[overdue\]/);
    assert.doesNotMatch(same(), /\[overdue\]/);
    // Files come and go.
    rmSync(join(folder, 'sub'), { recursive: true });
    assert.match(same(), /Plans: 1 ·/);
    assert.doesNotMatch(inside(folder), /sub\/b/);
    same('missing.levers.yaml', 'a.levers.yaml');
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      ['.leverscache'],
    );
  });

  /** What is remembered with other words, under a seal that is right for them. */
  function forged(machine: MemoryMachine, words: string, others: string): string {
    const content = /"key":.*(?=\}\n$)/.exec(machine.read('.leverscache'))?.[0].replaceAll(words, others) ?? '';
    assert.ok(content.includes(others));
    return `{"levers-cache":1,"seal":"${machine.seal(content)}",${content}}\n`;
  }

  it('takes what it remembers, and writes only when that changes', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad, 'b.levers.yaml': cleanPlan });
    const cached = (...args: string[]) => machine.check('--cache', ...args).then(({ stdout }) => stdout);
    await cached();
    // Words that only the memory knows.
    machine.write('.leverscache', forged(machine, 'There is no stakeholder group', 'REMEMBERED'));
    assert.match(await cached(), /REMEMBERED/);
    assert.match(await cached('a.levers.yaml'), /REMEMBERED/);
    assert.equal(machine.replaced, 1);
    assert.match(machine.read('.leverscache'), /b\.levers\.yaml/);
    // Once the time of a file tells enough, that is remembered too, once.
    machine.settled = true;
    for (let time = 0; time < 3; time++) assert.match(await cached(), /REMEMBERED/);
    assert.equal(machine.replaced, 2);
    assert.match(machine.read('.leverscache'), /"stamp"/);
    // Both plans say themselves on which day they are judged.
    assert.match(await cached('--today', '2029-03-01'), /REMEMBERED/);
    assert.doesNotMatch(await cached('--locale', 'zh-CN'), /REMEMBERED/);
  });

  it('forgets everything when the program changes, its rules too', () => {
    const folder = folderOf('program', { 'a.levers.yaml': bad });
    const program = join(home, 'dist');
    cpSync(resolve('dist'), program, { recursive: true, filter: (path) => !path.startsWith(resolve('dist/test')) });
    const check = () =>
      spawnSync(process.execPath, [join(program, 'cli.js'), 'check', '--cache'], {
        cwd: folder,
        encoding: 'utf8',
        env: environment(),
      });
    assert.match(check().stdout, /There is no stakeholder group/);
    let changed = 0;
    for (const name of readdirSync(program).filter((name) => /\.m?js$/.test(name))) {
      const code = readFileSync(join(program, name), 'utf8');
      if (code.includes('There is no stakeholder group')) changed++;
      writeFileSync(join(program, name), code.replaceAll('There is no stakeholder group', 'A rule that changed'));
    }
    assert.equal(changed, 1);
    assert.match(check().stdout, /A rule that changed/);
  });

  it('believes nothing that another has written', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad });
    const plain = await machine.check();
    await machine.check('--cache');
    const whole = machine.read('.leverscache');
    const clean = forged(machine, '"error":1', '"error":0');
    machine.write('.leverscache', clean);
    assert.equal((await machine.check('--cache')).code, 0);
    for (const [text, key] of [
      [clean, 'another'],
      [whole.replace('"error":1', '"error":0'), 'key'],
      [clean.replace(/"seal":"[^"]*",/, ''), 'key'],
      [clean.replace(/"seal":"[^"]*"/, '"seal":""'), 'key'],
    ] as const) {
      machine.write('.leverscache', text);
      machine.key = key;
      assert.deepEqual(await machine.check('--cache'), plain);
      machine.key = 'key';
    }
  });

  it('believes nothing that was written on another machine, and keeps its key from others', () => {
    const folder = folderOf('machines', { 'a.levers.yaml': bad });
    const plain = levers(folder);
    assert.deepEqual(cached(folder), plain);
    const mine = inside(folder);
    const key = join(home, 'me/levers/cache-key');
    assert.equal(statSync(key).mode & (process.platform === 'win32' ? 0 : 0o077), 0);
    const other = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--cache', '--today', '2027-03-01'], {
      cwd: folder,
      encoding: 'utf8',
      env: environment('other'),
    });
    assert.deepEqual([other.status, other.stdout, other.stderr], [plain.status, plain.stdout, plain.stderr]);
    // It was not taken: all has been written anew, under the key of the other.
    assert.notEqual(inside(folder), mine);
    assert.equal(readFileSync(key).equals(readFileSync(join(home, 'other/levers/cache-key'))), false);
    assert.deepEqual(cached(folder), plain);
    // A stamp is kept only of a file that is not quite new, and is a part of what is sealed.
    const lasting = (text: string) => text.replace(/"(?:stamp|seal)":"[^"]*",/g, '');
    assert.equal(lasting(inside(folder)), lasting(mine));
  });

  it('goes without where no key can be kept, and says so', () => {
    const folder = folderOf('keyless', { 'a.levers.yaml': bad });
    writeFileSync(join(home, 'file'), '');
    const plain = levers(folder);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('dist/cli.js'), 'check', '--cache', '--today', '2027-03-01'],
      { cwd: folder, encoding: 'utf8', env: environment('file') },
    );
    assert.deepEqual([status, stdout], [plain.status, plain.stdout]);
    assert.match(
      stderr,
      /^levers: Nothing is remembered, because the key that protects it cannot be kept in .*levers \(E/,
    );
    assert.ok(!existsSync(join(folder, '.leverscache')));
  });

  it('fixes all the same', () => {
    const broken = cleanPlan.replace('owner: Ana', 'owner: 12');
    const folder = folderOf('fix', { 'a.levers.yaml': broken, 'b.levers.yaml': cleanPlan });
    cached(folder);
    assert.match(cached(folder, '--fix').stdout, /^a\.levers\.yaml .* {2}fixed\n/);
    assert.equal(readFileSync(join(folder, 'a.levers.yaml'), 'utf8'), broken.replace('owner: 12', 'owner: "12"'));
    assert.doesNotMatch(cached(folder, '--fix').stdout, /fixed/);
    writeFileSync(join(folder, 'b.levers.yaml'), broken);
    assert.match(cached(folder, '--fix').stdout, /^b\.levers\.yaml .* {2}fixed\n/m);
  });

  it('is not misled by a damaged file', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': bad });
    const plain = await machine.check();
    await machine.check('--cache');
    const whole = machine.read('.leverscache');
    for (const damaged of [
      whole.slice(0, -20),
      '',
      'not ours',
      '{"levers-cache":1,',
      whole.replace('"counts":{', '"counts":{"error":"x"},"more":{'),
      whole.replace(/"plans":.*/, '"plans":[[1,2]]}'),
    ]) {
      machine.write('.leverscache', damaged);
      assert.deepEqual(await machine.check('--cache'), plain);
      assert.equal(machine.read('.leverscache'), whole);
    }
  });

  it('replaces no file of somebody else', () => {
    const folder = folderOf('foreign', { 'a.levers.yaml': bad, 'notes.txt': 'keep me' });
    const plain = levers(folder);
    const foreign = levers(folder, '--cache-location', 'notes.txt');
    assert.equal(foreign.status, 2);
    assert.match(foreign.stderr, /^levers: --cache-location takes a new file .* not notes\.txt\n$/);
    assert.equal(readFileSync(join(folder, 'notes.txt'), 'utf8'), 'keep me');
    assert.deepEqual(levers(folder, '--cache-location', 'kept'), plain);
    assert.ok(existsSync(join(folder, 'kept')));
    const nowhere = levers(folder, '--cache-location', 'none/kept', '--locale', 'zh-CN');
    assert.equal(nowhere.status, 2);
    assert.equal(nowhere.stderr, 'levers: 无法写入：none/kept（ENOENT）\n');
    assert.match(nowhere.stdout, /agnets/);
  });
});
