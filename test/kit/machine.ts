/** In-memory `Machine` for the command line: its disk is a map, and the test sets its clock. */
import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Machine } from '../../server/src/cli/machine.ts';
import type { Screen } from '../../server/src/cli/report/screen.ts';
import { run } from '../../server/src/cli/run.ts';

function pagesOfRules() {
  const read = (folder: string, name: string) => readFileSync(`docs/${folder}rules/${name}`, 'utf8');
  return Object.fromEntries(
    readdirSync('docs/rules').map((name) => [
      name.replace(/\.md$/, ''),
      { en: read('', name), 'zh-CN': read('zh-cn/', name) },
    ]),
  );
}

/** Files in one folder, and what the last call of `levers` said. */
export class MemoryMachine implements Machine {
  readonly version = '0.0.0';
  readonly today = '2027-03-01';
  readonly language = 'C';
  screen: Screen | undefined;
  /** The time at each look at the clock, which goes on by as much. */
  tick = 250;
  private time = 0;
  /** Long enough ago that every file's stamp can be trusted; a file that was just written has none. */
  settled = false;
  /** How often a file was replaced as a whole. */
  replaced = 0;
  stdout = '';
  stderr = '';
  private readonly versions = new Map<string, number>();

  constructor(readonly files: Record<string, string>) {}

  /** Runs `levers` with these arguments; gives the exit code and what it said. */
  async levers(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    this.stdout = '';
    this.stderr = '';
    const code = await run(args, this);
    return { code, stdout: this.stdout, stderr: this.stderr };
  }

  check(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return this.levers('check', ...args);
  }

  read(path: string): string {
    const text = this.files[path];
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return text;
  }

  write(path: string, text: string): void {
    this.files[path] = text;
    this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
  }

  replace(path: string, text: string): void {
    this.replaced++;
    this.write(path, text);
  }

  stamp(path: string): string | undefined {
    return this.settled ? `${this.versions.get(path) ?? 0}` : undefined;
  }

  /** The key of this user. */
  key = 'key';
  readCache = (path: string) => this.read(path);
  seal = (text: string) => createHmac('sha256', this.key).update(text).digest('base64');
  keyFolder = () => 'home';
  exists = (path: string) => path in this.files;
  watch: Machine['watch'] = () => {
    throw Object.assign(new Error(), { code: 'ENOSYS' });
  };
  git: Machine['git'] = () => ({ status: 128, stdout: '' });
  now = () => {
    this.time += this.tick;
    return this.time;
  };
  digest = (text: string) => createHash('sha256').update(text).digest('base64');
  identity = (path: string) => path;
  program = () => 'program';
  shown = (path: string) => path;
  decode = (path: string) => ({ text: this.read(path) });
  teamPlaces: Machine['teamPlaces'] = () => [];
  topOf = () => '';
  openTeamFile = (path: string) => (this.exists(path) ? this.decode(path) : { reason: 'absent' as const });
  find = async (pattern: string) =>
    pattern === '.' ? Object.keys(this.files).filter((name) => name.endsWith('.levers.yaml')) : [pattern];
  /** The file for the summary of a job, where a build has one. */
  jobSummary: Machine['jobSummary'];
  progress: Machine['progress'];
  checkAll: Machine['checkAll'] = async (_job, paths, check, taken) =>
    paths.map((path, index) => {
      taken(index);
      return check(path);
    });
  /** One page that shows what a terminal makes of it, and those of the package. */
  rulePages: Machine['rulePages'] = () => ({
    ...pagesOfRules(),
    overdue: {
      en: '<!-- Note. -->\n\n# overdue\n\n**Late.** See [status](https://example.org).\n\n```yaml\nowner: Tom # [a](b)\n```\n',
      'zh-CN': '<!-- Note. -->\n\n# overdue\n\n**逾期。**\n',
    },
  });
  /** What is typed, line by line. */
  typed: string[] = [];
  talk: Machine['talk'] = (about) =>
    about(async (text) => {
      this.out(text);
      return this.typed.shift();
    });
  create = (path: string, text: string) => {
    if (this.exists(path)) throw Object.assign(new Error(path), { code: 'EEXIST' });
    this.files[path] = text;
  };
  serve: Machine['serve'] = async () => {};
  out = (text: string) => {
    this.stdout += text;
  };
  err = (text: string) => {
    this.stderr += text;
  };
}
