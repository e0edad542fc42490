/** What git is asked: with care, so that no program that the repository names is run, and nothing is written. */
import { join } from 'node:path';
import type { Message, Text } from '../core/i18n/message.ts';
import { CannotRun } from './complaints.ts';
import type { GitAnswer, Machine } from './machine.ts';
import { reasonOf } from './plans.ts';

const words = {
  noGit: {
    en: '{what} needs git, which cannot be started ({reason})',
    'zh-CN': '{what} 需要 git，但 git 无法启动（{reason}）',
  },
  noRepository: {
    en: '{what} needs a git repository, and this folder is in none',
    'zh-CN': '{what} 需要 git 仓库，但当前文件夹不在任何仓库中',
  },
  noCommit: {
    en: '{what} takes a branch, a tag or a commit of this repository, not {ref}',
    'zh-CN': '{what} 应为本仓库的分支、标签或提交，不能是 {ref}',
  },
  shallow: {
    en: '{what}: this clone has only the last commits, and {ref} is not among them. Get it with: git fetch --unshallow',
    'zh-CN': '{what}：当前克隆只有最近的提交，其中没有 {ref}。请先运行：git fetch --unshallow',
  },
  noBase: {
    en: '{what}: {one} and {other} have no commit in common',
    'zh-CN': '{what}：{one} 与 {other} 没有共同的提交',
  },
  failed: { en: '{what}: git cannot do it ({args})', 'zh-CN': '{what}：git 无法完成（{args}）' },
} satisfies Record<string, Text>;

/** No program that the repository names is run, and nothing is written. */
const careful = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];

/** All files of a repository, also above the working directory. */
export const everywhere = ['--', ':/'];

/** Asks for the names of files that were changed; the commits to compare follow. */
export const changedNames = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules'];

/** The repository of the working directory. `what`: the option or command that asks, for messages. */
export class Repository {
  /** The way from the working directory to the top of the repository. */
  readonly top: string;

  /** Throws `CannotRun` where there is no git or no repository. */
  constructor(
    private readonly machine: Pick<Machine, 'git' | 'shown'>,
    private readonly what: string,
  ) {
    const top = this.try(['rev-parse', '--show-cdup']);
    if (top.status !== 0) throw this.cannot(words.noRepository);
    this.top = top.stdout.trimEnd() || '.';
  }

  private cannot(text: Text, data: Message['data'] = {}): CannotRun {
    return new CannotRun({ text, data: { what: this.what, ...data } });
  }

  /** What git answers. Throws `CannotRun` where it cannot be started. */
  try(args: readonly string[]): GitAnswer {
    try {
      return this.machine.git([...careful, ...args]);
    } catch (error) {
      throw this.cannot(words.noGit, { reason: reasonOf(error) });
    }
  }

  /** What git writes. Throws `CannotRun` where it fails. */
  ask(args: readonly string[]): string {
    const { status, stdout } = this.try(args);
    if (status !== 0) throw this.cannot(words.failed, { args: args.slice(0, 2).join(' ') });
    return stdout;
  }

  /** The commit that a word names; undefined where it names none. */
  private found(ref: string): string | undefined {
    // What begins with a hyphen would be an option.
    const answer = /^[^-]/.test(ref) ? this.try(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]) : undefined;
    return answer?.status === 0 ? answer.stdout.trim() : undefined;
  }

  private get isShallow(): boolean {
    return this.try(['rev-parse', '--is-shallow-repository']).stdout.trim() === 'true';
  }

  /** The commit that a branch, tag or commit names. Throws `CannotRun` where it names none. */
  commit(ref: string): string {
    const found = this.found(ref);
    if (found === undefined) throw this.cannot(this.isShallow ? words.shallow : words.noCommit, { ref });
    return found;
  }

  /** Whether a word names a commit. */
  hasCommit(ref: string): boolean {
    return this.found(ref) !== undefined;
  }

  /** The last commit that two have in common. Throws `CannotRun` where there is none. */
  mergeBase(one: string, other: string): string {
    const { status, stdout } = this.try(['merge-base', this.commit(one), this.commit(other)]);
    if (status === 0) return stdout.trim();
    throw this.isShallow ? this.cannot(words.shallow, { ref: one }) : this.cannot(words.noBase, { one, other });
  }

  /** File names that git writes with a NUL after each, from the top of the repository. */
  names(args: readonly string[]): string[] {
    return this.ask(args).split('\0').slice(0, -1);
  }

  /** A name from the top of the repository, as messages show it. */
  shown(name: string): string {
    return this.machine.shown(join(this.top, name));
  }
}
