/** `levers`: arguments and files in, text and an exit code out. */
import { parseArgs } from 'node:util';
import { type CatalogFile, isCatalogPath } from '../core/catalogFile.ts';
import { check } from '../core/check.ts';
import { type Coverage, coverage } from '../core/coverage.ts';
import { isDay } from '../core/date.ts';
import { apply } from '../core/edit.ts';
import { fixAll } from '../core/fixAll.ts';
import { parse } from '../core/parse.ts';
import type { Problem } from '../core/problem.ts';
import { type Context, type Severity, severities } from '../core/rule.ts';
import { defaultSettings } from '../core/settings.ts';
import { type Data, type Locale, localeOf, locales, say, type Text } from '../core/text.ts';
import { alternatives } from '../core/words.ts';
import { type CatalogDisk, Catalogs } from './catalogs.ts';
import { jsonReport } from './report/json.ts';
import { textReport } from './report/text.ts';
import { editorSettings, type FileSettings, readSettings, SettingsError } from './settings.ts';

/** What the command line needs of the machine. */
export interface Machine extends CatalogDisk {
  readonly version: string;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The language of the environment: the value of `LC_ALL`, `LC_MESSAGES` or `LANG`. */
  readonly language: string | undefined;
  /** The plans and catalogs that a file, folder or glob names: paths as they are to be shown. Throws where that cannot be found out. */
  find(pattern: string): string[];
  /** The text of a file. Throws where it cannot be read. */
  read(path: string): string;
  /** Writes a file. Throws where it cannot be written. */
  write(path: string, text: string): void;
  /** All of standard input. */
  stdin(): string;
  out(text: string): void;
  err(text: string): void;
}

/** A plan, or the catalog of a team, that was checked. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  /** Of a plan. */
  readonly coverage?: Coverage;
  /** The catalog, if it is one. */
  readonly catalog?: CatalogFile;
  readonly problems: readonly Problem[];
  /** Whether the file was changed; undefined without `--fix`. */
  readonly fixed?: boolean;
}

/** How many problems of each severity. */
export function tally(files: readonly Checked[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { problems } of files) for (const { severity } of problems) counts[severity]++;
  return counts;
}

const words = {
  usage: {
    en: `Usage: levers check [options] [files, folders or globs; - for standard input]

Checks LEVERS change plans (*.levers.yaml), each with the levers.catalog.yaml of the team that is nearest to it, in its
folder or one above it up to this one; and those catalogs. Without a path: all in this folder and below.

Options:
  --catalog FILE          a further catalog of the team, behind the nearest; may be given several times
  --format text|json      how to report (text)
  --locale en|zh-CN       language of the messages (that of the environment)
  --today YYYY-MM-DD      the day to take for today
  --fail-on SEVERITY      exit with 1 from this severity on: error, warning, info, hint (warning)
  --rules FILE            severities and options of the rules: JSON with "levers.rules", or just what stands
                          there (.vscode/settings.json of this folder, where it exists)
  --fix                   write back what can be mended without a decision, then report what remains
  --help, --version

Exit code: 0 nothing at or above --fail-on, 1 otherwise, 2 usage or a file that cannot be read or written.
`,
    'zh-CN': `用法：levers check [选项] [文件、文件夹或通配符；- 表示标准输入]

检查 LEVERS 变更计划（*.levers.yaml），以及离它最近的团队目录 levers.catalog.yaml（在同一文件夹或上级文件夹中，
至多到当前文件夹）。不写路径时，检查当前文件夹及其下的全部内容。

选项：
  --catalog FILE          团队的其他目录，排在最近的目录之后；可以写多次
  --format text|json      输出格式（text）
  --locale en|zh-CN       提示语言（默认随环境）
  --today YYYY-MM-DD      以这一天为今天
  --fail-on SEVERITY      达到此级别即以 1 退出：error、warning、info、hint（warning）
  --rules FILE            规则的级别和选项：含 "levers.rules" 的 JSON，或只含其内容的 JSON
                          （默认为当前文件夹的 .vscode/settings.json，如果有）
  --fix                   写回无需决定即可修复的内容，再报告剩下的问题
  --help、--version

退出码：0 没有达到 --fail-on 的问题，1 有，2 用法错误，或文件无法读取、写入。
`,
  },
  noCommand: { en: 'A command is missing', 'zh-CN': '缺少命令' },
  command: { en: 'Unknown command: {word}', 'zh-CN': '未知命令：{word}' },
  option: { en: '{option} takes one of {values}, not {word}', 'zh-CN': '{option} 只能是 {values} 之一，不能是 {word}' },
  day: {
    en: '--today takes a day such as 2027-03-15, not {word}',
    'zh-CN': '--today 应为日期，例如 2027-03-15，不能是 {word}',
  },
  none: { en: 'No plan found: {pattern}', 'zh-CN': '没有找到计划：{pattern}' },
  settings: { en: 'Settings in {path} cannot be used: {reason}', 'zh-CN': '{path} 中的设置无法使用：{reason}' },
  fixStdin: {
    en: '--fix writes files; standard input (-) is none',
    'zh-CN': '--fix 会写回文件，不能用于标准输入（-）',
  },
  unwritable: { en: 'Cannot be written: {path} ({reason})', 'zh-CN': '无法写入：{path}（{reason}）' },
  notUtf8: {
    en: 'Not fixed, because it is not plain text in UTF-8: {path}',
    'zh-CN': '未修复，因为不是 UTF-8 纯文本：{path}',
  },
  unreadable: { en: 'Cannot be read: {path} ({reason})', 'zh-CN': '无法读取：{path}（{reason}）' },
} satisfies Record<string, Text>;

/** A mistake in the call; the message is for the user. */
class UsageError extends Error {}

interface Options {
  readonly format: 'text' | 'json';
  readonly locale: Locale;
  readonly today: string;
  readonly failOn: Severity;
  /** The file with settings; undefined: that of the editor. */
  readonly rules: string | undefined;
  readonly fix: boolean;
  readonly patterns: readonly string[];
  readonly catalogs: readonly string[];
}

function optionsOf(
  args: readonly string[],
  machine: Machine,
  speak: (text: Text, data: Data) => string,
): Options | 'help' | 'version' {
  const { values, positionals } = parsedArgs(args);
  if (values.version) return 'version';
  if (values.help || positionals[0] === 'help') return 'help';
  const [command, ...patterns] = positionals;
  if (command === undefined) throw new UsageError(speak(words.noCommand, {}));
  if (command !== 'check') throw new UsageError(speak(words.command, { word: command }));
  const oneOf = <T extends string>(option: string, word: string, allowed: readonly T[]): T => {
    const found = allowed.find((value) => value === word);
    if (!found) throw new UsageError(speak(words.option, { option, word, values: alternatives(allowed) }));
    return found;
  };
  const today = values.today ?? machine.today;
  if (!isDay(today)) throw new UsageError(speak(words.day, { word: today }));
  const fix = values.fix === true;
  if (fix && patterns.includes('-')) throw new UsageError(speak(words.fixStdin, {}));
  return {
    fix,
    rules: values.rules,
    format: oneOf('--format', values.format ?? 'text', ['text', 'json']),
    locale: values.locale === undefined ? localeOf(machine.language) : oneOf('--locale', values.locale, locales),
    today,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', severities),
    patterns: patterns.length ? patterns : ['.'],
    catalogs: values.catalog ?? [],
  };
}

function parsedArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        locale: { type: 'string' },
        today: { type: 'string' },
        'fail-on': { type: 'string' },
        rules: { type: 'string' },
        fix: { type: 'boolean' },
        catalog: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Runs `levers` with the arguments behind its name; gives the exit code. */
export function run(args: readonly string[], machine: Machine): 0 | 1 | 2 {
  const asked = /(?:^|\n)--locale[=\n](\S+)/.exec(args.join('\n'))?.[1];
  const locale = localeOf(asked ?? machine.language);
  const speak = (text: Text, data?: Data) => say(text, locale, data);
  let options: Options | 'help' | 'version';
  try {
    options = optionsOf(args, machine, speak);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    machine.err(`levers: ${error.message}\n\n${speak(words.usage)}`);
    return 2;
  }
  if (options === 'help' || options === 'version') {
    machine.out(options === 'help' ? speak(words.usage) : `${machine.version}\n`);
    return 0;
  }
  const settings = settingsOf(options, machine, speak);
  return settings ? checkAll(options, settings, machine, speak) : 2;
}

type Speak = (text: Text, data?: Data) => string;

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}

/** The settings that hold for this run; undefined, and said why, where they cannot be used. */
function settingsOf({ rules, locale }: Options, machine: Machine, speak: Speak): FileSettings | undefined {
  const path = rules ?? editorSettings;
  try {
    return readSettings(machine.read(path), rules !== undefined, locale);
  } catch (error) {
    const reason = reasonOf(error);
    if (rules === undefined && (reason === 'ENOENT' || reason === 'ENOTDIR'))
      return { rules: defaultSettings, catalogs: [] };
    const text = error instanceof SettingsError ? words.settings : words.unreadable;
    machine.err(`levers: ${speak(text, { path, reason })}\n`);
    return undefined;
  }
}

/** The plans that the patterns name, each once. */
function pathsOf(patterns: readonly string[], machine: Machine, fail: (text: Text, data: Data) => void): Set<string> {
  const paths = new Set<string>();
  for (const pattern of patterns) {
    if (pattern === '-') paths.add('-');
    else {
      try {
        const found = machine.find(pattern);
        if (found.length === 0) fail(words.none, { pattern });
        for (const path of found) paths.add(path);
      } catch (error) {
        fail(words.unreadable, { path: pattern, reason: reasonOf(error) });
      }
    }
  }
  return paths;
}

/** Editors leave a byte-order mark out of the text; columns are counted as they do. */
const mark = '\uFEFF';

function checkAll(options: Options, settings: FileSettings, machine: Machine, speak: Speak): 0 | 1 | 2 {
  const { locale, today } = options;
  let failed = false;
  const fail = (text: Text, data: Data) => {
    failed = true;
    machine.err(`levers: ${speak(text, data)}\n`);
  };
  const paths = pathsOf(options.patterns, machine, fail);
  const named = [...options.catalogs, ...settings.catalogs];
  const catalogs = new Catalogs(machine, named);
  for (const path of [...named, ...[...paths].filter(isCatalogPath)]) {
    if (!catalogs.use(path)) fail(words.unreadable, { path, reason: 'ENOENT' });
  }
  const contextFor = (path: string): Context => ({
    catalog: catalogs.for(path),
    today,
    locale,
    settings: settings.rules,
  });
  const fixed = (path: string, source: string): string => {
    const text = source.startsWith(mark) ? source.slice(1) : source;
    const edits = fixAll(parse(text), contextFor(path));
    if (edits.length === 0) return source;
    // Bytes that are no UTF-8 are lost when a file is read as text.
    if (source.includes('\uFFFD')) {
      fail(words.notUtf8, { path });
      return source;
    }
    const after = source.slice(0, source.length - text.length) + apply(text, edits);
    try {
      machine.write(path, after);
      return after;
    } catch (error) {
      fail(words.unwritable, { path, reason: reasonOf(error) });
      return source;
    }
  };
  const files: Checked[] = [];
  for (const path of paths) {
    if (isCatalogPath(path)) continue;
    let source: string;
    try {
      source = path === '-' ? machine.stdin() : machine.read(path);
    } catch (error) {
      fail(words.unreadable, { path, reason: reasonOf(error) });
      continue;
    }
    const left = options.fix ? fixed(path, source) : source;
    const text = left.startsWith(mark) ? left.slice(1) : left;
    const plan = parse(text);
    const context = contextFor(path);
    const report = { path, text, coverage: coverage(plan, context.catalog), problems: check(plan, context) };
    files.push(options.fix ? { ...report, fixed: left !== source } : report);
  }
  for (const { name, file } of catalogs.used) {
    files.push({ path: name, text: file.text, catalog: file, problems: check(file, contextFor(name)) });
  }
  machine.out(options.format === 'json' ? jsonReport(files, locale) : textReport(files, locale));
  if (failed) return 2;
  const limit = severities.indexOf(options.failOn);
  const bad = files.some(({ problems }) => problems.some(({ severity }) => severities.indexOf(severity) <= limit));
  return bad ? 1 : 0;
}
