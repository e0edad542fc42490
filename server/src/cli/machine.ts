/** What the command line needs of the machine it runs on. */
import type { Text } from '../core/i18n/message.ts';
import type { PassedOver } from '../host/filesBelow.ts';
import type { CacheDisk } from './cache.ts';
import type { Disk, Job, PlanResult } from './plans.ts';
import type { Screen } from './report/screen.ts';
import type { Watch } from './watchFolders.ts';

/** What git says: its exit code, and standard output. */
export interface GitAnswer {
  readonly status: number | null;
  readonly stdout: string;
}

export interface Machine extends Disk, CacheDisk {
  readonly version: string;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Milliseconds since some moment. */
  now(): number;
  /** The language of the environment: the value of `LC_ALL`, `LC_MESSAGES` or `LANG`. */
  readonly language: string | undefined;
  /** The terminal that standard output leads to. */
  readonly screen: Screen | undefined;
  /**
   * The plans and files of teams that a file, folder or glob names, in display form. Tells of what it does not look into;
   * rejects if nothing can be listed.
   */
  find(pattern: string, passedOver: (what: PassedOver) => void): Promise<string[]>;
  /** Identifies a file: the same for all its names. */
  identity(path: string): string;
  /** Runs git in the working directory. Throws if it cannot be started. */
  git(args: readonly string[]): GitAnswer;
  /** Where the key for the seal of a cache is kept. */
  keyFolder(): string;
  /** Identifies the program: another version may find something else. */
  program(): string;
  /**
   * Checks plans, on several threads if that is faster. `taken`: told how many were begun with. Rejects if one of the threads
   * fails.
   */
  checkAll(
    job: Job,
    paths: readonly string[],
    check: (path: string) => PlanResult,
    taken: (count: number) => void,
  ): Promise<PlanResult[]>;
  /** Puts a text in the place of the last one, below what is said; undefined where there is no terminal. */
  readonly progress?: ((text: string) => void) | undefined;
  /** The pages about the rules, as Markdown, by code and language. */
  rulePages(): Readonly<Record<string, Text>>;
  /**
   * Talks over standard input and output: `ask` shows a text, and resolves with the line that is typed after it; undefined
   * where the input ends or Ctrl+C is pressed.
   */
  talk<T>(about: (ask: (text: string) => Promise<string | undefined>) => Promise<T>): Promise<T>;
  /** Writes a new file whole, and folders where it needs them. Throws if there is one, or it cannot be written. */
  create(path: string, text: string): void;
  /** Starts the language server over standard input and output; its client ends the process. */
  serve(): Promise<void>;
  /** The file for the summary of a job, where a build has one; its methods throw where it cannot be read or written. */
  readonly jobSummary?: { /** In bytes. */ size(): number; append(text: string): void } | undefined;
  /**
   * Tells of changes below files, folders and globs, and of other files, until it is closed. `failed`: told if that cannot go on.
   * Throws if it cannot begin.
   */
  watch(
    patterns: readonly string[],
    others: readonly string[],
    changed: () => void,
    failed: (error: unknown) => void,
  ): Watch;
  out(text: string): void;
  err(text: string): void;
}
