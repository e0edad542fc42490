/** `levers`: arguments and files in, text and an exit code out. */

import { check } from '../core/check/check.ts';
import { defaultSettings } from '../core/diagnostics/settings.ts';
import { severities } from '../core/diagnostics/severity.ts';
import { type Data, localeOf, say, type Text } from '../core/i18n/message.ts';
import { isCatalogPath } from '../core/model/catalogFile.ts';
import type { PassedOver } from '../host/filesBelow.ts';
import type { Cache, CacheDisk } from './cache.ts';
import { type Options, optionsOf, type Speak, UsageError, usage, usualCache } from './options.ts';
import { type Disk, type Job, type PlanResult, Plans, reasonOf, sayUnread, unwritable } from './plans.ts';
import { complaint, printed } from './printed.ts';
import { reports } from './report/index.ts';
import { countsOf } from './report/report.ts';
import { editorSettings, type FileSettings, readSettings, SettingsError } from './settings.ts';

/** What the command line needs of the machine it runs on. */
export interface Machine extends Disk, CacheDisk {
  readonly version: string;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The language of the environment: the value of `LC_ALL`, `LC_MESSAGES` or `LANG`. */
  readonly language: string | undefined;
  /**
   * The plans and catalogs that a file, folder or glob names, in display form. Tells of what it does not look into; rejects
   * if nothing can be listed.
   */
  find(pattern: string, passedOver: (what: PassedOver) => void): Promise<string[]>;
  /** Identifies a file: the same for all its names. */
  identity(path: string): string;
  /** Where the key for the seal of a cache is kept. */
  keyFolder(): string;
  /** Identifies the program: another version may find something else. */
  program(): string;
  /** Checks plans, on several threads if that is faster. Rejects if one of them fails. */
  checkAll(job: Job, paths: readonly string[], check: (path: string) => PlanResult): Promise<PlanResult[]>;
  out(text: string): void;
  err(text: string): void;
}

const words = {
  none: { en: 'No plan found: {pattern}', 'zh-CN': '没有找到计划：{pattern}' },
  settings: { en: 'Settings in {path} cannot be used: {reason}', 'zh-CN': '{path} 中的设置无法使用：{reason}' },
  noCache: {
    en: '--cache-location takes a new file or one that --cache has made, not {path}',
    'zh-CN': '--cache-location 应为新文件，或由 --cache 写成的文件，不能是 {path}',
  },
  noKey: {
    en: 'Nothing is remembered, because the key that protects it cannot be kept in {folder} ({reason})',
    'zh-CN': '没有记住检查结果，因为保护它的密钥无法保存在 {folder} 中（{reason}）',
  },
  thread: {
    en: 'A thread that checked plans has failed, so there is no report ({reason})',
    'zh-CN': '检查计划的线程出错，因此没有报告（{reason}）',
  },
} satisfies Record<string, Text>;

/** Runs `levers` with its arguments. @returns the exit code */
export async function run(args: readonly string[], machine: Machine): Promise<0 | 1 | 2> {
  const asked = /(?:^|\n)--locale[=\n](\S+)/.exec(args.join('\n'))?.[1];
  const locale = localeOf(asked ?? machine.language);
  const speak: Speak = (text, data) => printed([say(text, locale, data)]);
  let options: Options | 'help' | 'version';
  try {
    options = optionsOf(args, machine, speak);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    machine.err(`levers: ${error.message}\n\n${say(usage, locale)}`);
    return 2;
  }
  if (options === 'help' || options === 'version') {
    machine.out(options === 'help' ? say(usage, locale) : `${machine.version}\n`);
    return 0;
  }
  const settings = settingsOf(options, machine, speak);
  if (!settings) return 2;
  return options.command === 'brief'
    ? briefOf(options, settings, machine)
    : checkAll(options, settings, machine, speak);
}

/** The settings of this run; undefined, with a message, if they cannot be used. */
function settingsOf({ rules, locale }: Options, machine: Machine, speak: Speak): FileSettings | undefined {
  const path = rules ?? editorSettings;
  try {
    return readSettings(machine.read(path), rules !== undefined, locale);
  } catch (error) {
    const reason = reasonOf(error);
    if (rules === undefined && (reason === 'ENOENT' || reason === 'ENOTDIR'))
      return { rules: defaultSettings, catalogs: [] };
    const message =
      error instanceof SettingsError ? speak(words.settings, { path, reason }) : sayUnread(path, reason, locale);
    machine.err(complaint(message));
    return undefined;
  }
}

/** The plans and catalogs that the patterns name, each once. */
async function pathsOf(
  patterns: readonly string[],
  machine: Machine,
  fail: (text: Text, data: Data) => void,
  passedOver: (what: PassedOver) => void,
): Promise<Set<string>> {
  const paths = new Map<string, string>();
  for (const pattern of patterns) {
    if (pattern === '-') paths.set('-', '-');
    else {
      try {
        let told = false;
        const found = await machine.find(pattern, (what) => {
          told ||= !what.harmless;
          passedOver(what);
        });
        if (found.length === 0 && !told) fail(words.none, { pattern });
        for (const path of found) {
          const id = machine.identity(path);
          if (!paths.has(id)) paths.set(id, path);
        }
      } catch (error) {
        passedOver({ path: pattern, reason: reasonOf(error) });
      }
    }
  }
  return new Set(paths.values());
}

/** There is no key for the seal of a cache. */
class NoKey extends Error {}

/** The cache of this run; undefined without `--cache`. Throws `NoCache` or `NoKey`. */
async function cacheOf({ cache }: Options, job: Job, machine: Machine): Promise<Cache | undefined> {
  if (cache === undefined) return undefined;
  try {
    machine.seal('');
  } catch (error) {
    throw new NoKey(reasonOf(error));
  }
  const { Cache } = await import('./cache.ts');
  const { format, sort, locale, fix, rules } = job;
  const key = machine.digest(JSON.stringify([machine.program(), format, sort, locale, fix, [...rules]]));
  return new Cache(cache, key, cache === usualCache, machine);
}

/** Prints the brief of the one plan that is named. */
function briefOf(options: Options, settings: FileSettings, machine: Machine): 0 | 2 {
  const { format, sort, locale, today, catalogs, patterns } = options;
  const named = [...catalogs, ...settings.catalogs];
  const plans = new Plans(
    { format, sort, locale, today, fix: false, rules: settings.rules, named, remember: false },
    machine,
  );
  const made = plans.brief(patterns[0] as string);
  if ('html' in made) {
    machine.out(printed(made.html.split('\n')));
    return 0;
  }
  machine.err(complaint(made.failure));
  return 2;
}

async function checkAll(options: Options, settings: FileSettings, machine: Machine, speak: Speak): Promise<0 | 1 | 2> {
  const { format, sort, locale, today, fix } = options;
  let failed = false;
  const note = (message: string) => machine.err(complaint(message));
  const failure = (message: string) => {
    failed = true;
    note(message);
  };
  const fail = (text: Text, data: Data) => failure(speak(text, data));
  const said = new Set<string>();
  const found = await pathsOf(options.patterns, machine, fail, ({ path, reason, harmless }) => {
    const message = sayUnread(path, reason, locale);
    if (!said.has(message)) (harmless ? note : failure)(message);
    said.add(message);
  });
  const named = [...options.catalogs, ...settings.catalogs];
  const remember = options.cache !== undefined;
  const job: Job = { format, sort, locale, today, fix, rules: settings.rules, named, remember };
  const plans = new Plans(job, machine);
  const { catalogs } = plans;
  for (const path of [...named, ...[...found].filter(isCatalogPath)]) {
    if (!catalogs.use(path)) failure(sayUnread(path, 'ENOENT', locale));
  }
  const paths = [...found].filter((path) => !isCatalogPath(path));
  let cache: Cache | undefined;
  try {
    cache = await cacheOf(options, job, machine);
  } catch (error) {
    if (error instanceof NoKey) note(speak(words.noKey, { folder: machine.keyFolder(), reason: error.message }));
    else {
      fail(words.noCache, { path: options.cache ?? '' });
      return 2;
    }
  }
  const team = (path: string) => catalogs.digest(path, machine.digest);
  const known = new Map<string, PlanResult>();
  for (const path of cache ? paths : []) {
    const result = cache?.find(path, team(path), today);
    if (result) known.set(path, result);
  }
  const open = paths.filter((path) => !known.has(path));
  try {
    const results = await machine.checkAll(job, open, (path) => plans.check(path));
    for (const [index, path] of open.entries()) known.set(path, results[index] as PlanResult);
  } catch (error) {
    fail(words.thread, { reason: reasonOf(error) });
    return 2;
  }
  const report = reports[format];
  const parts: string[] = [];
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  const add = ({ part, counts: more, failures }: PlanResult) => {
    if (part !== undefined) parts.push(part);
    for (const severity of severities) counts[severity] += more[severity];
    for (const message of failures) failure(message);
  };
  for (const path of paths) {
    add(known.get(path) as PlanResult);
    // Catalogs that only worker threads have used belong to the report too.
    catalogs.for(path);
  }
  const sum = { plans: parts.length, catalogs: catalogs.used.length, counts };
  for (const { name: path, file } of catalogs.used) {
    const problems = check(file, plans.context(path));
    const part = report.part({ path, text: file.text, catalog: file, problems }, locale);
    add({ part, counts: countsOf(problems), failures: [] });
  }
  if (cache) {
    for (const path of open) cache.keep(path, team(path), known.get(path) as PlanResult);
    try {
      cache.save(found);
    } catch (error) {
      fail(unwritable, { path: options.cache ?? '', reason: reasonOf(error) });
    }
  }
  // Standard output holds what standard input has become.
  const print = fix && found.has('-') ? machine.err : machine.out;
  print(report.whole(parts, sum, locale));
  if (failed) return 2;
  return severities.slice(0, severities.indexOf(options.failOn) + 1).some((severity) => counts[severity] > 0) ? 1 : 0;
}
