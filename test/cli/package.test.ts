/** The npm package: what is in it, and that it works where nothing else is installed. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe } from 'node:test';
import { npm, packed } from '../kit/npm.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const folder = mkdtempSync(join(realpathSync.native(tmpdir()), 'levers-package-'));
after(() => rmSync(folder, { recursive: true }));
const home = join(folder, 'empty');
mkdirSync(home);

describe('the npm package', () => {
  const tarball = packed(folder);

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
