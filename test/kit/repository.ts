/** Git repositories in folders of their own. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { folderOf } from './commandLine.ts';

const author = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];

/** Runs git, which must succeed; gives what it printed, without blanks around it. */
export function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', [...author, ...args], { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

/** A repository with these files, committed and tagged as `base`. */
export function repositoryOf(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--message', 'base');
  git(folder, 'tag', 'base');
  return folder;
}
