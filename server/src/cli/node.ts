/** The command line as a program, and the worker threads that check many plans for it. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  type PathLike,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { version } from '../../../package.json';
import { isTeamPath, teamNames } from '../core/model/parse.ts';
import { planEndings } from '../core/model/plan.ts';
import { teamPlaces } from '../core/model/teamPlaces.ts';
import { getOrMake } from '../core/text/getOrMake.ts';
import { decode, encode } from '../host/encoding.ts';
import { filesBelow, insideOf, type PassedOver, strayLink } from '../host/filesBelow.ts';
import { isWithin } from '../host/isWithin.ts';
import { runAll, takeBatches, type Work } from '../host/pool.ts';
import { readOpen, readRegular } from '../host/readRegular.ts';
import { readWithin } from '../host/readWithin.ts';
import { localDay } from '../host/today.ts';
import { writeWhole } from '../host/writeWhole.ts';
import type { GitAnswer, Machine } from './machine.ts';
import { type Disk, type Job, Plans, reasonOf } from './plans.ts';
import { complaint } from './printed.ts';
import { loadScreen } from './report/index.ts';
import { run } from './run.ts';
import { keyFolder, seal } from './seal.ts';
import { screenOf } from './terminal.ts';
import { watchFolders } from './watchFolders.ts';

/** Whether a file is one of ours by its name; of plans in upper and lower case alike. */
function isOurs(path: string): boolean {
  return isTeamPath(path) || planEndings.some((ending) => path.toLowerCase().endsWith(ending));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A path as people write it, as a folder on the disk and the pattern that is left: what is there is meant as it is written. */
function literalStart(pattern: string): { folder: string; rest: string } {
  const steps = pattern.split('/');
  let count = steps.length - 1;
  const folderOf = () => steps.slice(0, count).join('/') || (count > 0 ? '/' : '.');
  while (count > 0 && !isFolder(folderOf())) count--;
  return { folder: folderOf(), rest: steps.slice(count).join('/') };
}

type IsLeftOut = (path: string, isFolder: boolean) => boolean;

/** What a walk for a glob is told of a folder: files and folders, as `filesBelow` sees them. Throws if it cannot be read. */
function listing(path: PathLike, top: string, passedOver: (what: PassedOver) => void, isLeftOut: IsLeftOut) {
  const folder = String(path);
  const tell = (what: PassedOver) => passedOver({ ...what, path: shown(what.path) });
  try {
    const inner = insideOf(folder, readdirSync(folder, { withFileTypes: true }), top, tell);
    const kept = inner.filter(({ name, isFolder }) => !isLeftOut(join(folder, name), isFolder));
    return kept.map(({ name, isFolder }) => ({
      name,
      isFile: () => !isFolder,
      isDirectory: () => isFolder,
      isSymbolicLink: () => false,
    }));
  } catch (error) {
    // The walk itself says nothing of it.
    if (reasonOf(error) !== 'ENOENT') tell({ path: folder, reason: reasonOf(error) });
    throw error;
  }
}

/**
 * The plans and files of teams that a path or glob names, sorted, but for those that `.gitignore` leaves out; a file that is named
 * by its path may be anything.
 */
async function find(pattern: string, passedOver: (what: PassedOver) => void): Promise<string[]> {
  const stat = statSync(pattern, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) return [pattern];
  const below = (top: string, found: readonly string[]) => {
    const folder = top.replace(/(?<![\\/])[\\/]+$/, '');
    const paths = found.map((path) => (folder === '.' ? path : `${folder}/${path}`)).sort();
    return paths.filter((path) => {
      const stray = strayLink(path, inside(top) ? '.' : top);
      if (stray) passedOver(stray);
      return !stray;
    });
  };
  const { gitIgnore } = await import('./gitIgnore.ts');
  let leavesOut = false;
  const leftOutBelow = (top: string) => {
    const isIgnored = gitIgnore(top);
    return (path: string, isFolder: boolean) => {
      const isLeftOut = isIgnored(path, isFolder);
      leavesOut ||= isLeftOut && (isFolder || isOurs(path));
      return isLeftOut;
    };
  };
  const orIgnored = (found: string[]) => {
    if (found.length === 0 && leavesOut) passedOver({ path: pattern, reason: 'ignored' });
    return found;
  };
  if (stat) {
    const suits = (name: string) => !name.startsWith('.') && isOurs(name);
    return orIgnored(below(pattern, await filesBelow(pattern, suits, passedOver, leftOutBelow(pattern))));
  }
  const { globSync } = await import('tinyglobby');
  const { folder, rest } = literalStart(pattern.replaceAll('\\', '/'));
  const isLeftOut = leftOutBelow(folder);
  const listed = (path: PathLike) => listing(path, folder, passedOver, isLeftOut);
  const fs = { readdirSync: listed as unknown as typeof readdirSync };
  // Signs that names of files may have too are first taken as they are written.
  const literal = rest.replace(/[()[\]{}!+@]/g, '\\$&');
  for (const glob of new Set([literal, rest])) {
    const found = globSync(glob, { cwd: folder, ignore: ['**/node_modules/**'], fs });
    if (found.length > 0) return below(folder, found);
  }
  return orIgnored([]);
}

/** The most bytes that git may say. */
const mostOfGit = 256 * 2 ** 20;

function git(args: readonly string[]): GitAnswer {
  // Loaded only where git is asked.
  const { spawnSync }: typeof import('node:child_process') = require('node:child_process');
  // Windows would look for the program in the working directory first; a clone that lacks objects would fetch them.
  process.env.NoDefaultCurrentDirectoryInExePath = '1';
  process.env.GIT_NO_LAZY_FETCH = '1';
  const { status, stdout, error } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: mostOfGit });
  if (error) throw error;
  return { status, stdout };
}

/** The same for all names of one file. */
function identity(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino > 0n ? `${dev} ${ino}` : resolve(path);
  } catch {
    return resolve(path);
  }
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

/** The display form of a path: relative to the working directory if it is in there, else absolute. */
function shown(path: string): string {
  return slashed(inside(path) ? relative('.', path) : resolve(path));
}

/** Whether a path is in the working directory or below. */
function inside(path: string): boolean {
  return isWithin(path, '.');
}

/** The folder that links from a path may not lead out of. */
function boundary(path: string): string {
  return inside(path) ? '.' : dirname(path);
}

/** By their names and the folder, the places of a team's files: they are the same for all plans in it. */
const places = new Map<readonly string[], Map<string, string[]>>();

function placesOf(path: string, names: readonly string[]): string[] {
  const top = slashed(resolve('.')).replace(/\/$/, '');
  const byFolder = getOrMake(places, names, () => new Map<string, string[]>());
  return getOrMake(byFolder, dirname(path), () => teamPlaces(slashed(resolve(path)), top, names).map(shown));
}

function topOf(path: string): string {
  return inside(path) ? '' : `${slashed(dirname(resolve(path)))}/`;
}

/** How long (milliseconds) a file must be untouched for its times to be trusted: file systems may not resolve less. */
const tick = 2000;

function stamp(path: string): string | undefined {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    return Math.max(mtimeMs, ctimeMs) > Date.now() - tick ? undefined : [mtimeMs, ctimeMs, size, ino].join(' ');
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  // Loaded only with `--cache`.
  const { createHash }: typeof import('node:crypto') = require('node:crypto');
  return createHash('sha256').update(text).digest('base64');
}

const own = fileURLToPath(import.meta.url);

/** Digests of all modules of the program: any change of what decides what is found shows. */
function programDigests(): string[] {
  const modules = readdirSync(dirname(own)).filter((name) => name.endsWith('.mjs'));
  return modules.map((name) => digest(readFileSync(join(dirname(own), name), 'utf8')));
}

const disk: Disk = {
  read: (path) => readRegular(path).toString('utf8'),
  decode: (path) => decode(path === '-' ? readOpen(0) : readRegular(path)),
  write: (path, text, expected, utf16) => {
    const bytes = encode(text, utf16);
    if (path === '-') print(1, bytes);
    else writeWhole(path, bytes, encode(expected, utf16), boundary(path));
  },
  teamPlaces: placesOf,
  topOf,
  shown,
  openTeamFile: (path) => readWithin(path, boundary(path)),
  digest,
  stamp,
};

/** The most bytes of a cache that are read: what is remembered of 100,000 plans takes less. */
const mostOfCache = 256 * 2 ** 20;

/** Replaces a file atomically. */
function replace(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Writes to standard output (1) or error (2), synchronously: Node's streams take longer to set up than a small plan to check. */
function print(to: 1 | 2, bytes: Buffer): void {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(to, bytes, done);
  } catch (error) {
    // The reader has closed the pipe.
    if (reasonOf(error) === 'EPIPE') return;
    // A non-blocking pipe with a slow reader: a stream waits for it.
    if (reasonOf(error) !== 'EAGAIN') throw error;
    (to === 1 ? process.stdout : process.stderr).write(bytes.subarray(done));
  }
}

/** Talks to the user, line by line; lines that come before they are asked for wait. */
const talk: Machine['talk'] = async (about) => {
  const { createInterface } = await import('node:readline');
  const { stdin: input, stdout: output } = process;
  const line = createInterface({ input, output, terminal: input.isTTY === true });
  const lines = line[Symbol.asyncIterator]();
  line.on('SIGINT', () => line.close());
  try {
    return await about(async (text) => {
      // The interface must know what stands in front of the cursor.
      line.setPrompt(text);
      line.prompt();
      const { done, value } = await lines.next();
      return done ? undefined : value;
    });
  } finally {
    line.close();
  }
};

/** Writes a new file, or none. */
function create(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** The summary of a job, which other steps may have begun. */
function summaryIn(path: string): Machine['jobSummary'] {
  return {
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    append: (text) => appendFileSync(path, text),
  };
}

/** A thread is worth its start from this many files. */
const filesPerThread = 250;

/** Of a plan nothing outlives its check but a part of the report: a small heap for what is new costs no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

/** The number of worker threads besides this one. */
function helpersFor(files: number): number {
  return files < 2 * filesPerThread ? 0 : Math.min(availableParallelism(), Math.floor(files / filesPerThread)) - 1;
}

const checkAll: Machine['checkAll'] = async (job, paths, check, taken) => {
  const helpers = helpersFor(paths.length);
  // With `--fix` on one thread: a file may have two names, and would be written twice at the same time.
  if (helpers < 1 || job.fix || paths.includes('-')) {
    return paths.map((path, index) => {
      taken(index);
      return check(path);
    });
  }
  const start = (workerData: unknown) => new Worker(own, { workerData, resourceLimits });
  return runAll(job, paths, helpers, start, check, taken);
};

const watch: Machine['watch'] = (patterns, others, changed, failed) => {
  const names = new Set(others.map((path) => basename(path)));
  const folders = new Map<string, boolean>();
  const add = (folder: string, isDeep: boolean) => {
    const path = resolve(folder);
    if (isFolder(path)) folders.set(path, isDeep || folders.get(path) === true);
  };
  for (const path of others) add(dirname(path), false);
  for (const pattern of patterns) {
    const isFile = existsSync(pattern) && !isFolder(pattern);
    if (isFile) names.add(basename(pattern));
    const top = isFolder(pattern) ? pattern : literalStart(pattern.replaceAll('\\', '/')).folder;
    add(top, !isFile);
    for (const place of placesOf(join(top, 'plan'), teamNames)) add(dirname(place), false);
  }
  return watchFolders(folders, (path) => isOurs(path) || names.has(basename(path)), changed, failed);
};

if (isMainThread) {
  const { LC_ALL, LC_MESSAGES, LANG, GITHUB_STEP_SUMMARY } = process.env;
  const machine: Machine = {
    ...disk,
    version,
    get today() {
      return localDay();
    },
    now: () => performance.now(),
    language: LC_ALL || LC_MESSAGES || LANG,
    progress: isatty(1) && isatty(2) ? (text) => print(2, Buffer.from(`\r\u001b[K${text}`)) : undefined,
    screen: screenOf(process.env, () => process.stdout.columns),
    find,
    checkAll,
    exists: existsSync,
    readCache: (path) => readRegular(path, mostOfCache).toString('utf8'),
    replace,
    seal,
    keyFolder,
    program: () => [version, process.version, ...programDigests()].join(' '),
    identity,
    jobSummary: GITHUB_STEP_SUMMARY ? summaryIn(GITHUB_STEP_SUMMARY) : undefined,
    rulePages: () => JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8')),
    talk,
    create,
    serve: async () => {
      // A name that the bundler does not follow: it is a program of its own.
      const server = './server.mjs';
      await import(server);
    },
    git,
    watch,
    out: (text) => print(1, Buffer.from(text)),
    err: (text) => print(2, Buffer.from(text)),
  };
  // A mistake of ours is no problem of a plan, which 1 would say.
  const broken = (error: unknown): 2 => {
    machine.err(complaint(String(error instanceof Error ? error.stack : error)));
    return 2;
  };
  void run(process.argv.slice(2), machine)
    .catch(broken)
    .then((code) => {
      process.exitCode = code;
    });
} else {
  const work = workerData as Work<Job>;
  const plans = new Plans(work.job, disk);
  void loadScreen(work.job.screen).then(() =>
    takeBatches(
      work,
      (path) => plans.check(path),
      (batch) => parentPort?.postMessage(batch),
    ),
  );
}
