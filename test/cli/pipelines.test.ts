/** The pages for teams: what they have people copy into a repository does there what they say. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe } from 'node:test';
import { parse } from 'yaml';
import { folderOf } from '../kit/commandLine.ts';
import { npm, npmEnv, packed } from '../kit/npm.ts';
import { cleanPlan } from '../kit/plan.ts';
import { assertFormat } from '../kit/reportRules.ts';
import { git, repositoryOf } from '../kit/repository.ts';
import { it } from '../kit/test.ts';

const pages = ['docs/pipelines.md', 'docs/zh-cn/pipelines.md'] as const;
const [page] = pages;
const wrong = cleanPlan.replace('[agents]', '[agnets]');
const skip = process.platform === 'win32';

/** The blocks of a page in the order in which they stand, without their indentation. */
function blocksOf(path: string): { kind: string; text: string }[] {
  const found = readFileSync(path, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, kind = '', text = '']) => ({ kind, text }));
}

/** The only block of the page that has a text in it. */
function blockWith(part: string): string {
  const [block, ...others] = blocksOf(page).filter(({ text }) => text.includes(part));
  assert.ok(block && others.length === 0, part);
  return block.text;
}

/** A repository as the page has it set up: with the package, installed. */
function repository(files: Record<string, string>): string {
  const folder = repositoryOf({ '.gitignore': 'node_modules/\n', ...files });
  const tarball = packed(folderOf({}));
  cpSync(tarball, join(folder, basename(tarball)));
  const install = blockWith('npm install').split('\n')[0] as string;
  assert.equal(install, `npm install --save-dev ./${basename(tarball)}`);
  const { status, stderr } = npm('npm', install.split(' ').slice(1), folder);
  assert.equal(status, 0, stderr);
  return folder;
}

function bash(script: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: npmEnv,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the pages for teams', () => {
  it('have the same to copy in both languages', () => {
    const [english, chinese] = pages.map(blocksOf);
    assert.deepEqual(chinese, english);
    assert.ok(english && english.length > 8);
  });

  it('name files that exist, and nothing that the action and the hook do not have', () => {
    for (const path of pages) {
      const text = readFileSync(path, 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https:)([^)]+)\)/g))
        assert.ok(existsSync(join(dirname(path), target)), target);
      const { inputs } = parse(readFileSync('action.yml', 'utf8'));
      const told = [...text.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
      assert.deepEqual(told, Object.keys(inputs));
    }
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { jobs } = parse(blockWith('OWNER/'));
    assert.match(jobs.levers.steps.at(-1).uses, new RegExp(`@v${version}$`));
    const { repos } = parse(blockWith('repos:'));
    const [{ id }] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    assert.deepEqual([repos[0].rev, repos[0].hooks], [`v${version}`, [{ id }]]);
  });

  it('have a task of VS Code that uses our problem matcher', () => {
    const [task] = JSON.parse(blockWith('"tasks"')).tasks;
    const { problemMatchers } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
    assert.equal(task.problemMatcher, `$${problemMatchers[0].name}`);
    assert.match(task.command, / --format unix$/);
  });

  describe('in a repository with the package', { skip }, () => {
    const folder = repository({ 'a.levers.yaml': cleanPlan });
    const plan = join(folder, 'a.levers.yaml');

    it('have a job for GitLab that writes its report and fails on what is wrong', () => {
      const { levers } = parse(blockWith('codequality'));
      const report = join(folder, levers.artifacts.reports.codequality);
      const run = () => bash(levers.script.join('\n'), folder);
      writeFileSync(plan, wrong);
      assert.equal(run().status, 1);
      assertFormat('gitlab', readFileSync(report, 'utf8'));
      assert.equal(JSON.parse(readFileSync(report, 'utf8')).length, 1);
      writeFileSync(plan, cleanPlan);
      const { status, stderr } = run();
      assert.equal(status, 0, stderr);
      assert.equal(readFileSync(report, 'utf8'), '[]\n');
    });

    it('have steps for GitHub without the action', () => {
      writeFileSync(plan, wrong);
      const [, install, check] = parse(blockWith('--format github'));
      const { status, stdout } = bash(`${install.run}\n${check.run}`, folder);
      assert.equal(status, 1);
      assert.match(stdout, /^::error file=a\.levers\.yaml,line=26,/m);
    });

    it('have a baseline after which only what is new fails', () => {
      const check = blockWith('--baseline');
      const statusOf = (text: string) => {
        writeFileSync(plan, text);
        return bash(check, folder).status;
      };
      assert.equal(statusOf(wrong), 0);
      assert.equal(statusOf(wrong), 0);
      assert.equal(statusOf(wrong.replace('use: executive-briefings', 'use: executive-briefing')), 1);
      rmSync(join(folder, 'levers-known.json'));
    });

    it('have a step for the matcher of GitHub', () => {
      writeFileSync(plan, wrong);
      const [{ run }] = parse(blockWith('add-matcher'));
      const { status, stdout } = bash(run, folder);
      assert.equal(status, 1);
      const [command, problem] = stdout.split('\n');
      assert.equal(command, '::add-matcher::.github/levers-matcher.json');
      assert.match(problem as string, /^a\.levers\.yaml:26:57: error: /);
    });

    it('have a git hook that stops a commit of a wrong plan, and no other', () => {
      const hook = join(folder, '.git/hooks/pre-commit');
      writeFileSync(hook, blockWith('#!/bin/sh'));
      chmodSync(hook, 0o755);
      const commit = (text: string) => {
        writeFileSync(plan, text);
        git(folder, 'add', '--all');
        const author = '-c user.name=Ana -c user.email=ana@example.org -c commit.gpgsign=false';
        return bash(`git ${author} commit --quiet --message plan`, folder);
      };
      const head = git(folder, 'rev-parse', 'HEAD');
      const stopped = commit(wrong);
      assert.equal(stopped.status, 1);
      assert.match(stopped.stdout + stopped.stderr, /There is no stakeholder group `agnets`/);
      assert.equal(git(folder, 'rev-parse', 'HEAD'), head);
      assert.equal(commit(`${cleanPlan}# later\n`).status, 0);
      assert.notEqual(git(folder, 'rev-parse', 'HEAD'), head);
    });
  });
});
