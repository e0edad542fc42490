/** What the command line opens: regular files of bearable size, in the folders that it was given, each once. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe } from 'node:test';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const home = mkdtempSync(join(realpathSync.native(tmpdir()), 'levers-opened-'));
after(() => rmSync(home, { recursive: true }));

/** Whether the system has pipes and devices that are files. */
const hasPipes = process.platform !== 'win32';

let count = 0;

/** A new folder with these files, links (`-> PLACE`) and pipes (`pipe`) in it. */
function folderOf(files: Record<string, string>): string {
  const folder = join(home, String(count++));
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), place);
    else if (text === 'pipe') spawnSync('mkfifo', [place]);
    else writeFileSync(place, text);
  }
  return folder;
}

/** A call that would wait for a pipe, or read on without end, ends with status null. */
function levers(cwd: string, args: readonly string[], how: { uid?: number; LANG?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.js'), 'check', '--today', '2027-03-01', ...args],
    {
      cwd,
      input: '',
      encoding: 'utf8',
      timeout: 120_000,
      env: { PATH: process.env.PATH, LANG: how.LANG ?? 'C', XDG_CONFIG_HOME: join(home, 'config') },
      ...(how.uid !== undefined && { uid: how.uid }),
    },
  );
  return { status, stdout, stderr };
}

const standing = '4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in';
const one = `a.levers.yaml  ${standing}\nPlans: 1 · errors: 0 · warnings: 0 · infos: 0 · hints: 0\n`;

describe('what is opened', () => {
  it('is no pipe and no device, whoever names it', () => {
    if (!hasPipes) return;
    const folder = folderOf({
      'a.levers.yaml': cleanPlan,
      'endless.levers.yaml': '-> /dev/zero',
      'pipe.levers.yaml': 'pipe',
    });
    const pipe = 'levers: Not read, because it is no ordinary file: pipe.levers.yaml\n';
    assert.deepEqual(levers(folder, []), {
      status: 2,
      stdout: one,
      stderr: `levers: Not read, because the link leads out of the folder: endless.levers.yaml\n${pipe}`,
    });
    assert.equal(levers(folder, ['a*.yaml', 'p*.yaml']).stderr, pipe);
    const named = levers(folder, ['endless.levers.yaml', 'a.levers.yaml'], { LANG: 'zh_CN.UTF-8' });
    assert.equal(named.status, 2);
    assert.equal(named.stderr, 'levers: 未读取，因为不是普通文件：endless.levers.yaml\n');
  });

  it('is no pipe as settings, catalog or cache', () => {
    if (!hasPipes) return;
    const plan = { 'a.levers.yaml': cleanPlan };
    const settings = levers(folderOf({ ...plan, '.vscode/settings.json': 'pipe' }), []);
    assert.deepEqual(settings, {
      status: 2,
      stdout: '',
      stderr: 'levers: Not read, because it is no ordinary file: .vscode/settings.json\n',
    });
    const rules = levers(folderOf({ ...plan, 'rules.json': '-> /dev/zero' }), ['--rules', 'rules.json']);
    assert.equal(rules.stderr, 'levers: Not read, because it is no ordinary file: rules.json\n');
    for (const args of [[], ['--catalog', 'more.yaml']]) {
      const catalog = levers(folderOf({ ...plan, 'levers.catalog.yaml': 'pipe', 'more.yaml': 'pipe' }), args);
      assert.equal(catalog.status, 1);
      assert.equal(catalog.stdout.match(/This file cannot be opened\./g)?.length, args.length ? 2 : 1);
    }
    const folder = folderOf({ ...plan, '.leverscache': 'pipe' });
    for (let time = 0; time < 2; time++)
      assert.deepEqual(levers(folder, ['--cache']), { status: 0, stdout: one, stderr: '' });
    const other = levers(folderOf({ ...plan, cache: 'pipe' }), ['--cache-location', 'cache']);
    assert.equal(other.status, 2);
    assert.match(other.stderr, /^levers: --cache-location takes a new file or one that --cache has made, not cache\n$/);
  });

  it('is each plan once, where folders lead to each other', () => {
    const folder = folderOf({
      'one/a.levers.yaml': cleanPlan,
      'one/two': '-> ../two',
      'two/b.levers.yaml': cleanPlan,
      'two/one': '-> ../one',
      'two/self': '-> .',
      loop: '-> loop',
    });
    for (const args of [[], ['**/*.levers.yaml']]) {
      const { status, stdout, stderr } = levers(folder, args);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /^one\/a\.levers\.yaml .*\ntwo\/b\.levers\.yaml .*\nPlans: 2 ·/);
    }
    const circle = folderOf({ 'a.levers.yaml': cleanPlan, 'b.levers.yaml': '-> b.levers.yaml' });
    assert.deepEqual(levers(circle, []), {
      status: 2,
      stdout: one,
      stderr: 'levers: Not read, because the link leads round in a circle: b.levers.yaml\n',
    });
  });

  it('is nothing behind a link out of the folder, unless that is named', () => {
    const far = folderOf({ 'far.levers.yaml': cleanPlan });
    const folder = folderOf({
      'a.levers.yaml': cleanPlan,
      'in/link.levers.yaml': '-> ../a.levers.yaml',
      far: `-> ${far}`,
    });
    const beside = 'levers: Not read, because the link leads out of the folder: far\n';
    assert.deepEqual(levers(folder, []), { status: 0, stdout: one, stderr: beside });
    symlinkSync(join(far, 'far.levers.yaml'), join(folder, 'far.levers.yaml'));
    const { status, stderr } = levers(folder, []);
    assert.equal(status, 2);
    assert.equal(stderr, `${beside}levers: Not read, because the link leads out of the folder: far.levers.yaml\n`);
    assert.equal(levers(folder, ['*.levers.yaml']).status, 2);
    assert.deepEqual(levers(folder, ['far.levers.yaml']).status, 0);
    assert.match(levers(folder, ['far']).stdout, /^far\/far\.levers\.yaml /);
  });

  it('is said of folders that cannot be read', () => {
    if (!hasPipes) return;
    const folder = folderOf({ 'a.levers.yaml': cleanPlan, 'closed/b.levers.yaml': cleanPlan });
    chmodSync(home, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    // The administrator may read everything.
    const how = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const closed = 'levers: Cannot be read: closed (EACCES)\n';
    for (const args of [[], ['.', './'], ['**/*.levers.yaml']])
      assert.deepEqual(levers(folder, args, how), { status: 2, stdout: one, stderr: closed });
    assert.deepEqual(levers(folder, ['closed'], how).stderr, closed);
    chmodSync(join(folder, 'closed'), 0o755);
  });

  it('is said of what is far too large', () => {
    const folder = folderOf({ 'a.levers.yaml': '', 'rules.json': '', 'off.json': '{ "unreadable-file": "off" }' });
    for (const name of ['a.levers.yaml', 'rules.json']) truncateSync(join(folder, name), 100_000_000_000);
    const plan = levers(folder, []);
    assert.deepEqual([plan.status, plan.stderr], [1, '']);
    assert.match(plan.stdout, /^a\.levers\.yaml\n {2}1:1 {2}error {2}This file is too long for a plan/);
    const off = levers(folder, ['--rules', 'off.json']);
    assert.deepEqual([off.status, off.stderr], [2, 'levers: Not read, because it is far too large: a.levers.yaml\n']);
    const rules = levers(folder, ['--rules', 'rules.json']);
    assert.deepEqual([rules.status, rules.stderr], [2, 'levers: Not read, because it is far too large: rules.json\n']);
  });
});
