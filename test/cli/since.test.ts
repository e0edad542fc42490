/** `--since`: only what was changed, as git tells it. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { git, repositoryOf } from '../kit/repository.ts';
import { it } from '../kit/test.ts';

const catalog = 'catalogVersion: 1\nid: team\nstrategies: []\n';

/** The paths that a call checks, catalogs too. */
function checked(cwd: string, ...args: string[]): string[] {
  const { stdout, stderr } = runLevers(cwd, ['check', '--format', 'json', ...args]);
  assert.ok(stdout !== '', stderr);
  return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
}

const plans = {
  'a.levers.yaml': cleanPlan,
  'sub/b (1).levers.yaml': cleanPlan,
  'sub/计划.levers.yaml': cleanPlan,
  'team/c.levers.yaml': cleanPlan,
  'team/levers.catalog.yaml': catalog,
};

describe('--since', () => {
  it('checks plans that were changed, committed or not, and those that are new', () => {
    const folder = repositoryOf(plans);
    assert.deepEqual(checked(folder, '--since', 'base'), []);
    writeFileSync(join(folder, 'sub/计划.levers.yaml'), `${cleanPlan}# later\n`);
    git(folder, 'commit', '--quiet', '--all', '--message', 'later');
    assert.deepEqual(checked(folder, '--since', 'base'), ['sub/计划.levers.yaml']);
    assert.deepEqual(checked(folder, '--since', 'HEAD'), []);
    writeFileSync(join(folder, 'sub/b (1).levers.yaml'), `${cleanPlan}# now\n`);
    writeFileSync(join(folder, 'new.levers.yaml'), cleanPlan);
    rmSync(join(folder, 'a.levers.yaml'));
    assert.deepEqual(checked(folder, '--since', 'HEAD'), ['new.levers.yaml', 'sub/b (1).levers.yaml']);
    assert.deepEqual(checked(join(folder, 'sub'), '--since=HEAD~1'), ['b (1).levers.yaml', '计划.levers.yaml']);
    assert.deepEqual(
      checked(join(folder, 'team'), '--since', 'base', '../sub'),
      [`${folder}/sub/b (1).levers.yaml`, `${folder}/sub/计划.levers.yaml`].map((path) => path.replace(folder, '..')),
    );
  });

  it('checks all plans before the first commit', () => {
    const folder = folderOf({ 'a.levers.yaml': cleanPlan });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    assert.deepEqual(checked(folder, '--since', 'HEAD'), ['a.levers.yaml']);
  });

  it('checks all plans of a catalog that was changed, was added or is gone', () => {
    const folder = repositoryOf(plans);
    writeFileSync(join(folder, 'team/levers.catalog.yaml'), catalog.replace('team', 'other'));
    assert.deepEqual(checked(folder, '--since', 'base'), ['team/c.levers.yaml', 'team/levers.catalog.yaml']);
    rmSync(join(folder, 'team/levers.catalog.yaml'));
    assert.deepEqual(checked(folder, '--since', 'base'), ['team/c.levers.yaml']);
    writeFileSync(join(folder, 'sub/levers.catalog.yaml'), catalog);
    assert.deepEqual(checked(folder, '--since', 'base', 'sub'), [
      'sub/b (1).levers.yaml',
      'sub/计划.levers.yaml',
      'sub/levers.catalog.yaml',
    ]);
  });

  it('checks all plans of a configuration that was changed, of one that it builds on, or of one that is new or gone', () => {
    const folder = repositoryOf({
      ...plans,
      'team/levers.config.yaml': 'extends: ../base/levers.config.yaml\n',
      'base/levers.config.yaml': '',
    });
    const those = [
      'team/c.levers.yaml',
      'base/levers.config.yaml',
      'team/levers.config.yaml',
      'team/levers.catalog.yaml',
    ];
    assert.deepEqual(checked(folder, '--since', 'base'), []);
    writeFileSync(join(folder, 'base/levers.config.yaml'), 'rules: {}\n');
    assert.deepEqual(checked(folder, '--since', 'base'), those);
    git(folder, 'checkout', '--quiet', '--', '.');
    rmSync(join(folder, 'team/levers.config.yaml'));
    writeFileSync(join(folder, 'sub/levers.config.yaml'), '');
    assert.deepEqual(checked(folder, '--since', 'base'), [
      'sub/b (1).levers.yaml',
      'sub/计划.levers.yaml',
      'team/c.levers.yaml',
      'sub/levers.config.yaml',
      'team/levers.catalog.yaml',
    ]);
  });

  it('checks all plans after a change of the settings, or of a catalog that is named', () => {
    const folder = repositoryOf({
      ...plans,
      '.vscode/settings.json': '{}',
      'rules.json': '{}',
      'shared.yaml': catalog,
    });
    const all = ['a.levers.yaml', 'sub/b (1).levers.yaml', 'sub/计划.levers.yaml', 'team/c.levers.yaml'];
    const plansOf = (...args: string[]) =>
      checked(folder, '--since', 'base', ...args).filter((path) => !/catalog|shared/.test(path));
    assert.deepEqual(plansOf('--rules', 'rules.json', '--catalog', 'shared.yaml'), []);
    writeFileSync(join(folder, '.vscode/settings.json'), '{ "levers.rules": {} }');
    assert.deepEqual(plansOf(), all);
    assert.deepEqual(plansOf('--rules', 'rules.json'), []);
    writeFileSync(join(folder, 'rules.json'), '{ "overdue": "off" }');
    assert.deepEqual(plansOf('--rules', 'rules.json'), all);
    git(folder, 'checkout', '--quiet', '--', '.');
    writeFileSync(join(folder, 'shared.yaml'), `${catalog}\n`);
    assert.deepEqual(plansOf('--catalog', 'shared.yaml'), all);
  });

  it('looks at what a link leads to', { skip: process.platform === 'win32' }, () => {
    const folder = folderOf({ 'a.levers.yaml': cleanPlan });
    symlinkSync('a.levers.yaml', join(folder, 'link.levers.yaml'));
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'base');
    writeFileSync(join(folder, 'a.levers.yaml'), `${cleanPlan}#\n`);
    assert.deepEqual(checked(folder, '--since', 'HEAD', 'link.levers.yaml'), ['link.levers.yaml']);
  });

  it('says that nothing was changed, instead of nothing', () => {
    const folder = repositoryOf(plans);
    for (const [locale, said] of [
      ['en', 'levers: Nothing is checked, because no plan or catalog was changed since base\n'],
      ['zh-CN', 'levers: 没有检查任何文件，因为自 base 以来没有计划或目录改动\n'],
    ] as const) {
      const { status, stderr } = runLevers(folder, ['check', '--since', 'base', '--locale', locale]);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: said });
    }
  });

  it('fails in one line where it cannot be known', () => {
    const folder = repositoryOf(plans);
    const outside = folderOf(plans);
    const bare = folderOf({});
    git(bare, 'init', '--quiet', '--bare');
    mkdirSync(join(bare, 'plans'));
    writeFileSync(join(bare, 'plans/a.levers.yaml'), cleanPlan);
    const takes = 'levers: --since takes a branch, a tag or a commit of this repository, not';
    for (const [cwd, args, said, env] of [
      [folder, ['--since', 'nowhere'], `${takes} nowhere\n`],
      [folder, ['--since='], `${takes} \n`],
      [folder, ['--since=--output=x'], `${takes} --output=x\n`],
      [folder, ['--since', 'base:a.levers.yaml'], `${takes} base:a.levers.yaml\n`],
      [folder, ['--since', '\u001b[2J'], `${takes} \\u001b[2J\n`],
      [outside, ['--since', 'base'], 'levers: --since needs a git repository, and this folder is in none\n'],
      [outside, ['--since', 'x', '--locale', 'zh-CN'], 'levers: --since 需要 git 仓库，但当前文件夹不在任何仓库中\n'],
      [bare, ['--since', 'x', 'plans'], `${takes} x\n`],
      [folder, ['--since', 'base'], 'levers: --since needs git, which cannot be started (ENOENT)\n', { PATH: '' }],
    ] as const) {
      const { status, stdout, stderr } = runLevers(cwd, ['check', ...args], {
        env: { ...env, GIT_CEILING_DIRECTORIES: outside },
      });
      assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: '', stderr: said });
    }
  });
});
