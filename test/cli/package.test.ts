/** The npm package: what is in it, and that it works where nothing else is installed. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe } from 'node:test';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const folder = mkdtempSync(join(realpathSync.native(tmpdir()), 'levers-package-'));
after(() => rmSync(folder, { recursive: true }));
const home = join(folder, 'empty');
mkdirSync(home);

/** npm reads no settings of this machine, and opens no connection. */
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  LANG: 'C',
  npm_config_offline: 'true',
  npm_config_cache: join(folder, 'cache'),
  npm_config_update_notifier: 'false',
};

/** Runs `npm` or `npx`, in a folder. */
function npm(program: 'npm' | 'npx', args: string[], cwd: string): SpawnSyncReturns<string> {
  // npm names its own script when it runs us; the shell finds it otherwise.
  const script = process.env.npm_execpath;
  const [file, first] = script
    ? [process.execPath, [join(dirname(script), `${program}-cli.js`)]]
    : [program, [] as string[]];
  return spawnSync(file, [...first, ...args], { cwd, env, encoding: 'utf8', shell: !script });
}

function made(): string {
  const packed = join(folder, 'npm');
  const written = spawnSync(process.execPath, ['npm/pack.mjs', packed], { encoding: 'utf8' });
  assert.deepEqual([written.status, written.stderr], [0, '']);
  const { status, stderr } = npm('npm', ['pack', '--pack-destination', folder], packed);
  assert.equal(status, 0, stderr);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) as string);
}

describe('the npm package', () => {
  const tarball = made();

  it('is one that can be published, without the editor and without other packages', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'npm/package.json'), 'utf8'));
    assert.equal(manifest.version, JSON.parse(readFileSync('package.json', 'utf8')).version);
    for (const key of ['private', 'dependencies', 'scripts', 'contributes', 'main']) assert.ok(!(key in manifest), key);
    const files = readdirSync(join(folder, 'npm'), { recursive: true, encoding: 'utf8' });
    for (const name of ['LICENSE', 'README.md', join('dist', 'server.mjs'), join('docs', 'rules', 'overdue.md')])
      assert.ok(files.includes(name), name);
    for (const name of files) assert.doesNotMatch(name, /client|preview|\.map$/);
  });

  it('is installed into an empty folder, and checks plans there', () => {
    const { status, stderr } = npm('npm', ['install', '--no-audit', '--no-fund', tarball], home);
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.')),
      [JSON.parse(readFileSync('npm/package.json', 'utf8')).name],
    );
    writeFileSync(join(home, 'a.levers.yaml'), cleanPlan);
    const levers = (...args: string[]) => npm('npx', ['levers', ...args], home);
    const clean = levers('check', '--today', '2027-03-01');
    assert.deepEqual([clean.status, clean.stderr], [0, '']);
    assert.match(clean.stdout, /^a\.levers\.yaml {2}4 of 6 levers covered .*\nPlans: 1 · errors: 0/);
    writeFileSync(join(home, 'a.levers.yaml'), cleanPlan.replace('[agents]', '[agnets]'));
    assert.equal(levers('check', '--today', '2027-03-01').status, 1);
    assert.equal(levers('chek').stderr, 'levers: Unknown command: chek. Did you mean check?\n');
    const page = readFileSync(resolve('docs/rules/overdue.md'), 'utf8');
    const sentence = /^\*\*(.+)\*\*$/m.exec(page)?.[1] as string;
    assert.ok(levers('explain', 'overdue').stdout.includes(sentence));
  });
});
