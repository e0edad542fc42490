/** The two versions of plans that a comparison is about: files, folders, and what git keeps. */
import { isAbsolute, join, relative } from 'node:path';
import type { Text } from '../../core/i18n/message.ts';
import { planEndings } from '../../core/model/plan.ts';
import { CannotRun } from '../complaints.ts';
import { changedNames, everywhere, Repository } from '../git.ts';
import type { Machine } from '../machine.ts';
import { reasonOf, unmarked } from '../plans.ts';

/** A plan of one version. */
export interface VersionFile {
  /** Where it stands, as messages show it: `plans/a.levers.yaml`, `main:plans/a.levers.yaml`. */
  readonly name: string;
  /** Its path in the version, by which it is known again in the other. */
  readonly path: string;
  /** The path of the working directory by which it is judged: configuration and catalogs are those of there. */
  readonly judgedAs: string;
  readonly text: string;
}

/** All plans of one version that are compared, and what it is called. */
export interface Version {
  readonly files: readonly VersionFile[];
  /** It is a single plan, whatever its name. */
  readonly single: boolean;
  /** All plans of a folder are among them, not only those that have changed. */
  readonly whole?: true;
}

export type Versions = readonly [before: Version, after: Version];

const words = {
  missing: { en: 'There is no such file or folder: {path}', 'zh-CN': '没有这个文件或文件夹：{path}' },
  missingIn: {
    en: 'There is no such file or folder in {ref}: {path}',
    'zh-CN': '{ref} 中没有这个文件或文件夹：{path}',
  },
  noRef: {
    en: '{word} is neither a file nor a folder, nor a branch, a tag or a commit',
    'zh-CN': '{word} 既不是文件或文件夹，也不是分支、标签或提交',
  },
  unread: { en: 'Cannot be read: {path} ({reason})', 'zh-CN': '无法读取：{path}（{reason}）' },
  noPlans: { en: 'No plan found: neither in {one} nor in {other}', 'zh-CN': '没有找到计划：{one} 和 {other} 中都没有' },
  mixed: {
    en: 'A plan can be compared with a plan, and a folder with a folder: {one}, {other}',
    'zh-CN': '计划只能与计划比较，文件夹只能与文件夹比较：{one}、{other}',
  },
} satisfies Record<string, Text>;

export type VersionsMachine = Pick<Machine, 'git' | 'shown' | 'identity' | 'exists' | 'decode' | 'find'>;

const isPlan = (name: string) => planEndings.some((ending) => name.endsWith(ending));

const inGit = 'levers diff';

/** A path of the disk as git takes it from the working directory. */
function fromHere(path: string): string {
  return `./${isAbsolute(path) ? relative('.', path) : path}`.replaceAll('\\', '/');
}

/** Reads the versions that the words of a call name. */
class Reader {
  private known: Repository | undefined;

  constructor(private readonly machine: VersionsMachine) {}

  private get repository(): Repository {
    this.known ??= new Repository(this.machine, inGit);
    return this.known;
  }

  private hasCommit(word: string): boolean {
    try {
      return this.repository.hasCommit(word);
    } catch (error) {
      // Without git a word can still be a path that does not exist, which is the better message.
      if (error instanceof CannotRun) return false;
      throw error;
    }
  }

  /** A file of the disk. Throws `CannotRun`. */
  file(path: string, within: string): VersionFile {
    const { machine } = this;
    const failed = (reason: string) => new CannotRun({ text: words.unread, data: { path, reason } });
    try {
      const decoded = machine.decode(path);
      if (!('text' in decoded)) throw failed(decoded.encoding ?? decoded.reason);
      return { name: machine.shown(path), path: within, judgedAs: path, text: unmarked(decoded.text) };
    } catch (error) {
      throw error instanceof CannotRun ? error : failed(reasonOf(error));
    }
  }

  /** A file that git keeps. */
  private blob(commit: string, ref: string, name: string): VersionFile {
    const shown = this.repository.shown(name);
    return { name: `${ref}:${name}`, path: name, judgedAs: shown, text: this.textOf(`${commit}:${name}`) };
  }

  /** The text of what git keeps under a name: `COMMIT:PATH`, `TREE:PATH`, a hash. */
  private textOf(object: string): string {
    return unmarked(this.repository.ask(['cat-file', 'blob', object]));
  }

  /** A file or folder of the disk. */
  private async onDisk(path: string): Promise<Version> {
    if (isPlan(path) || !(await this.isFolder(path))) return { files: [this.file(path, path)], single: true };
    const found = (await this.machine.find(path, () => {})).filter(isPlan);
    return { files: found.map((name) => this.file(name, relative(path, name))), single: false, whole: true };
  }

  private async isFolder(path: string): Promise<boolean> {
    try {
      const { machine } = this;
      machine.decode(path);
      return false;
    } catch (error) {
      return reasonOf(error) === 'EISDIR' || reasonOf(error) === 'no-file';
    }
  }

  /** A file or folder that git keeps: `main:plans`, `HEAD:./a.levers.yaml`. */
  private inCommit(ref: string, path: string): Version {
    const { repository } = this;
    const commit = repository.commit(ref);
    const { status, stdout } = repository.try(['rev-parse', '--verify', '--quiet', `${commit}:${path}`]);
    const missing = () => new CannotRun({ text: words.missingIn, data: { ref, path } });
    if (status !== 0) throw missing();
    const object = stdout.trim();
    if (repository.ask(['cat-file', '-t', object]).trim() === 'blob') {
      const judgedAs = /^\.{1,2}\//.test(path) ? path : repository.shown(path);
      return { files: [{ name: `${ref}:${path}`, path, judgedAs, text: this.textOf(object) }], single: true };
    }
    const names = repository.names(['ls-tree', '-r', '-z', '--name-only', object]).filter(isPlan);
    const files = names.map((name): VersionFile => {
      const whole = join(path, name);
      const text = this.textOf(`${object}:${name}`);
      return { name: `${ref}:${whole}`, path: name, judgedAs: repository.shown(whole), text };
    });
    return { files, single: false, whole: true };
  }

  /** What one word names. */
  async version(word: string): Promise<Version> {
    if (this.machine.exists(word)) return this.onDisk(word);
    const colon = word.indexOf(':');
    // A letter alone is a drive.
    if (colon > 1) return this.inCommit(word.slice(0, colon), word.slice(colon + 1));
    throw new CannotRun({ text: words.missing, data: { path: word } });
  }

  /** All plans that differ between two commits, or between a commit and the working directory (`after` undefined). */
  changed(before: string, shown: string, after?: string): Versions {
    const { repository, machine } = this;
    const tracked = repository.names([...changedNames, before, ...(after ? [after] : []), ...everywhere]);
    const others = after
      ? []
      : repository.names(['ls-files', '-o', '-z', '--exclude-standard', '--full-name', ...everywhere]);
    const names = [...new Set([...tracked, ...others])].filter(isPlan).sort();
    const kept = (commit: string, ref: string) => {
      const all = new Set(repository.names(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]));
      return names.filter((name) => all.has(name)).map((name) => this.blob(commit, ref, name));
    };
    const old = kept(before, shown);
    const now = after
      ? kept(after, after)
      : names
          .map((name) => [name, repository.shown(name)] as const)
          .filter(([, path]) => machine.exists(path))
          .map(([name, path]) => this.file(path, name));
    return [
      { files: old, single: false },
      { files: now, single: false },
    ];
  }

  /** A commit and a path of the disk, or two commits; undefined where the first word is no commit. */
  async ofCommit(one: string, other: string): Promise<Versions | undefined> {
    const { machine } = this;
    if (machine.exists(one) || one.includes(':') || !this.hasCommit(one)) return undefined;
    if (machine.exists(other)) return [this.inCommit(one, fromHere(other)), await this.onDisk(other)];
    return this.changed(this.repository.commit(one), one, this.repository.commit(other));
  }

  /** What one word stands for alone: what changed since a commit, between two, or in one file since the last commit. */
  async since(word: string): Promise<Versions> {
    const { machine } = this;
    if (machine.exists(word)) {
      return [this.inCommit('HEAD', fromHere(word)), await this.onDisk(word)];
    }
    const { repository } = this;
    const dots = word.indexOf('..');
    if (dots > 0) {
      const isFromBase = word.startsWith('...', dots);
      const [from, to] = [word.slice(0, dots), word.slice(dots + (isFromBase ? 3 : 2))];
      const base = isFromBase ? repository.mergeBase(from, to || 'HEAD') : repository.commit(from);
      return this.changed(base, from, to === '' ? undefined : repository.commit(to));
    }
    // Of what may be a commit git says what to do in a clone that has only the last ones.
    if (!repository.hasCommit(word) && !word.includes(':') && !/^[\w./-]+$/.test(word))
      throw new CannotRun({ text: words.noRef, data: { word } });
    return this.changed(repository.commit(word), word);
  }
}

/** What git calls a file that one of the versions does not have. */
const noFile = '/dev/null';

/** How many words git gives to a program that shows differences. */
export const gitWords = 7;

/** The versions that git gives to a program that shows differences (`diff.NAME.command`). Throws `CannotRun`. */
export function versionsOfGit(operands: readonly string[], machine: VersionsMachine): Versions {
  const [path = '', old = '', , , now = ''] = operands;
  const reader = new Reader(machine);
  const version = (file: string): Version => ({
    files: file === noFile ? [] : [{ ...reader.file(file, path), name: path, judgedAs: path }],
    single: true,
  });
  return [version(old), version(now)];
}

/** The versions that the words of a call name. Throws `CannotRun`. */
export async function versionsOf(operands: readonly string[], machine: VersionsMachine): Promise<Versions> {
  const reader = new Reader(machine);
  const [one = 'HEAD', other] = operands;
  if (other === undefined) return reader.since(one);
  const ofCommit = await reader.ofCommit(one, other);
  if (ofCommit) return ofCommit;
  const versions = [await reader.version(one), await reader.version(other)] as const;
  const [before, after] = versions;
  if (before.single !== after.single) throw new CannotRun({ text: words.mixed, data: { one, other } });
  if (before.files.length + after.files.length === 0)
    throw new CannotRun({ text: words.noPlans, data: { one, other } });
  return versions;
}
