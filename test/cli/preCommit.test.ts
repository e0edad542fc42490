/** The hook for pre-commit: installed as pre-commit does it from a clone, and run on the names of files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative, resolve } from 'node:path';
import { describe } from 'node:test';
import { parse } from 'yaml';
import { folderOf } from '../kit/commandLine.ts';
import { npm, npmEnv } from '../kit/npm.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
const [hook] = hooks;

/** What the files of a clone are not: built, installed, or of git. */
const besides = new Set(['.git', '.vscode-test', 'dist', 'node_modules']);

/** Installs this project as pre-commit does; gives the folder of its programs. */
function installed(): string {
  const clone = folderOf({});
  cpSync('.', clone, { recursive: true, filter: (path) => !besides.has(relative('.', path)) });
  // In place of `npm install`, which would need a connection.
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'), 'junction');
  const { status, stdout, stderr } = npm('npm', ['pack'], clone);
  assert.equal(status, 0, stderr);
  // Everything that is printed is the name of the package.
  assert.match(stdout.trim(), /^[\w.-]+\.tgz$/);
  const prefix = folderOf({});
  const { status: code, stderr: said } = npm('npm', ['install', '-g', '--prefix', prefix, stdout.trim()], clone);
  assert.equal(code, 0, said);
  return join(prefix, 'bin');
}

describe('the hook for pre-commit', () => {
  it('has the keys that pre-commit asks for, and takes the names of plans and files of teams', () => {
    assert.equal(hooks.length, 1);
    for (const key of ['id', 'name', 'description', 'entry', 'language', 'files'])
      assert.equal(typeof hook[key], 'string', key);
    assert.equal(hook.language, 'node');
    const names = [
      ...[
        'a.levers.yaml',
        'plans/a b.levers.yml',
        '计划.levers.yaml',
        'levers.catalog.yaml',
        'a/levers.catalog.yml',
        'levers.config.yml',
      ],
      ...['levers.yaml', 'a/.levers.yaml', 'my-levers.catalog.yaml', 'a.levers.yaml.bak', 'a.levers.json', 'a/levers'],
    ];
    const taken = names.filter((name) => new RegExp(hook.files).test(name));
    assert.deepEqual(taken, names.slice(0, 6));
  });

  it('is built and installed from a clone, and checks the files of a commit', {
    skip: process.platform === 'win32',
  }, () => {
    const programs = installed();
    const folder = folderOf({ 'a b.levers.yaml': cleanPlan, 'plans/计划.levers.yaml': cleanPlan });
    const [program, ...args] = hook.entry.split(' ');
    const run = () => {
      const env = { ...npmEnv, PATH: `${programs}${delimiter}${npmEnv.PATH}` };
      const names = ['a b.levers.yaml', 'plans/计划.levers.yaml', '--today=2027-03-01'];
      const { status, stdout } = spawnSync(program, [...args, ...names], { cwd: folder, env, encoding: 'utf8' });
      return { status, stdout };
    };
    const clean = run();
    assert.equal(clean.status, 0);
    assert.match(clean.stdout, /^Plans: 2 · errors: 0/m);
    writeFileSync(join(folder, 'plans/计划.levers.yaml'), cleanPlan.replace('[agents]', '[agnets]'));
    const wrong = run();
    assert.equal(wrong.status, 1);
    assert.match(wrong.stdout, /\n {2}26:57 {2}error {2}There is no stakeholder group `agnets`/);
  });
});
