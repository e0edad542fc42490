/** Folders and globs without what `.gitignore` leaves out; git itself is asked what that is. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const plans = [
  ...['a', 'draft-a', 'build/b', 'build/keep', 'sub/draft-b', 'sub/draft-kept', 'sub/deep/c', 'sub/deep/build/d'],
  ...['sub/only-here', 'only-here', 'old plans/e', '旧/f', 'x!y', '#z'],
];

const repository = {
  '.gitignore': '# drafts\n\ndraft-*\nbuild/\n!build/keep.levers.yaml\r\nold\\ plans\n旧\n\\#z*\n*.html',
  'sub/.gitignore': '!draft-kept.levers.yaml\n/only-here.levers.yaml\n!deep/build/\n',
  ...Object.fromEntries(plans.map((name) => [`${name}.levers.yaml`, cleanPlan])),
};

/** The paths that a call checks. */
function checked(cwd: string, ...args: string[]): string[] {
  const { stdout } = runLevers(cwd, ['check', '--format', 'json', ...args]);
  return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
}

/** The plans in a folder that git would take, sorted. */
function takenByGit(cwd: string): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--others', '--exclude-standard', '*.levers.yaml'], { cwd });
  return stdout.toString().split('\0').slice(0, -1).sort();
}

describe('.gitignore', () => {
  it('leaves out of folders and globs what it leaves out of git', () => {
    const folder = folderOf(repository);
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    const wanted = [...['a', 'only-here', 'sub/deep/build/d', 'sub/deep/c', 'sub/draft-kept', 'x!y']].map(
      (name) => `${name}.levers.yaml`,
    );
    assert.deepEqual(takenByGit(folder), wanted);
    assert.deepEqual(checked(folder), wanted);
    assert.deepEqual(checked(folder, '**/*.levers.yaml'), wanted);
    assert.deepEqual(checked(join(folder, 'sub')), takenByGit(join(folder, 'sub')));
    assert.deepEqual(
      checked(folder, './sub'),
      takenByGit(join(folder, 'sub')).map((path) => `sub/${path}`),
    );
  });

  it('counts without a repository, from the working directory on', () => {
    const folder = folderOf(repository);
    const wanted = ['deep/build/d', 'deep/c', 'draft-kept'].map((name) => `${name}.levers.yaml`);
    assert.deepEqual(
      checked(folder, 'sub'),
      wanted.map((path) => `sub/${path}`),
    );
    assert.ok(checked(join(folder, 'sub')).includes('draft-b.levers.yaml'));
  });

  it('holds in a folder with signs of patterns in its name', () => {
    for (const name of ['a [b] c', '!a', '#a', '{a,b} c']) {
      const folder = folderOf({
        [`${name}/.gitignore`]: 'x.*\n/y.*\nz/\n',
        ...Object.fromEntries(
          ['x', 'y', 'z/a', 'q/y', 'q/x'].map((path) => [`${name}/${path}.levers.yaml`, cleanPlan]),
        ),
      });
      assert.deepEqual(checked(folder), [`${name}/q/y.levers.yaml`]);
    }
  });

  it('does not hold for a file or a folder that is named', () => {
    const folder = folderOf(repository);
    mkdirSync(join(folder, '.git'));
    for (const path of ['draft-a.levers.yaml', 'build/b.levers.yaml', 'sub/draft-b.levers.yaml'])
      assert.deepEqual(checked(folder, path), [path]);
    const built = ['build/b.levers.yaml', 'build/keep.levers.yaml'];
    assert.deepEqual(checked(folder, 'build'), built);
    assert.deepEqual(checked(folder, 'build/*.levers.yaml'), built);
  });

  it('is named where it leaves nothing to check, which is no clean result', () => {
    const folder = folderOf({
      '.gitignore': 'plans/a.*\nbuilt\n',
      'plans/a.levers.yaml': '',
      'built/a.levers.yaml': '',
    });
    for (const pattern of ['plans', '.', '**/*.levers.yaml']) {
      const { status, stdout, stderr } = runLevers(folder, ['check', pattern]);
      assert.deepEqual(
        { status, stderr },
        { status: 2, stderr: `levers: No plan found that .gitignore does not leave out: ${pattern}\n` },
      );
      assert.doesNotMatch(stdout, /a\.levers/);
    }
    assert.equal(
      runLevers(folder, ['check', 'plans', '--locale', 'zh-CN']).stderr,
      'levers: 没有找到计划，.gitignore 排除的除外：plans\n',
    );
  });

  it('that cannot be read, or is no file, leaves nothing out', () => {
    for (const bad of [Buffer.from([0xff, 0xfe, 0x00]), '\\', '[', '[z-a]\n/', 'a'.repeat(2 ** 20 + 1)])
      assert.deepEqual(checked(folderOf({ '.gitignore': bad, 'p.levers.yaml': '' })), ['p.levers.yaml']);
    const folder = folderOf({ '.gitignore/x': '', 'p.levers.yaml': '' });
    assert.deepEqual(checked(folder), ['p.levers.yaml']);
  });
});
