/** Which files were changed since a commit, as git tells it. */
import { join } from 'node:path';
import type { Text } from '../core/i18n/message.ts';
import { CannotRun } from './complaints.ts';
import type { GitAnswer, Machine } from './machine.ts';
import { reasonOf } from './plans.ts';

type GitMachine = Pick<Machine, 'git' | 'shown' | 'identity' | 'exists'>;

const words = {
  noGit: {
    en: '--since needs git, which cannot be started ({reason})',
    'zh-CN': '--since 需要 git，但 git 无法启动（{reason}）',
  },
  noRepository: {
    en: '--since needs a git repository, and this folder is in none',
    'zh-CN': '--since 需要 git 仓库，但当前文件夹不在任何仓库中',
  },
  noCommit: {
    en: '--since takes a branch, a tag or a commit of this repository, not {ref}',
    'zh-CN': '--since 应为本仓库的分支、标签或提交，不能是 {ref}',
  },
  failed: { en: 'git cannot say what has changed since {ref}', 'zh-CN': 'git 无法说明自 {ref} 以来的改动' },
} satisfies Record<string, Text>;

/** No program that the repository names is run, and nothing is written. */
const careful = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];

/**
 * The files of `found` that must be looked at again: those that were changed, and those of which one was that decides what is
 * found in them (`deciding`). All of them if one of those that concern every plan was changed (`common`: settings, further
 * catalogs). Throws `CannotRun`.
 */
export function changedOf(
  found: ReadonlySet<string>,
  ref: string,
  common: readonly string[],
  deciding: (path: string) => readonly string[],
  machine: GitMachine,
): ReadonlySet<string> {
  const isChanged = changedSince(ref, machine);
  if (common.some(isChanged)) return found;
  return new Set([...found].filter((path) => path === '-' || [path, ...deciding(path)].some(isChanged)));
}

/**
 * A function that says whether a file was changed since a commit: in the working directory as it is now, or not kept by git
 * at all. Throws `CannotRun`.
 */
function changedSince(ref: string, machine: GitMachine): (path: string) => boolean {
  const ask = (args: readonly string[]): GitAnswer => {
    try {
      return machine.git([...careful, ...args]);
    } catch (error) {
      throw new CannotRun({ text: words.noGit, data: { reason: reasonOf(error) } });
    }
  };
  const top = ask(['rev-parse', '--show-cdup']);
  if (top.status !== 0) throw new CannotRun({ text: words.noRepository });
  // What begins with a hyphen would be an option.
  const commit = /^[^-]/.test(ref) ? ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]) : undefined;
  // Before the first commit all is new.
  if (ref === 'HEAD' && commit?.status !== 0) return () => true;
  if (commit?.status !== 0) throw new CannotRun({ text: words.noCommit, data: { ref } });
  const files = (args: readonly string[]): string[] => {
    const { status, stdout } = ask(args);
    if (status !== 0) throw new CannotRun({ text: words.failed, data: { ref } });
    const names = stdout.split('\0').slice(0, -1);
    return names.map((name) => machine.shown(join(top.stdout.trimEnd() || '.', name)));
  };
  const everywhere = ['--', ':/'];
  const kept = new Set(files(['ls-files', '-z', '--full-name', ...everywhere]));
  const options = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules'];
  const changed = files(['diff', ...options, commit.stdout.trim(), ...everywhere]);
  const names = new Set(changed);
  const identities = new Set(changed.filter((path) => machine.exists(path)).map((path) => machine.identity(path)));
  return (path) => {
    const shown = machine.shown(path);
    if (names.has(shown)) return true;
    return machine.exists(path) && (!kept.has(shown) || identities.has(machine.identity(path)));
  };
}
