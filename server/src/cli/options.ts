/** Command-line arguments as options. */
import { parseArgs } from 'node:util';
import { type Severity, severities } from '../core/diagnostics/severity.ts';
import { type Data, type Locale, localeOf, locales, type Text } from '../core/i18n/message.ts';
import { alternatives } from '../core/i18n/phrases.ts';
import { isDay } from '../core/text/day.ts';
import { printed } from './printed.ts';
import { type Format, formats } from './report/index.ts';

/** An option and what it takes, as wide as the first column of the help. */
const formatOption = `--format ${formats.join('|')}`.padEnd(23);

export const usage: Text = {
  en: `Usage: levers check [options] [files, folders or globs; - for standard input]
       levers brief [--locale en|zh-CN] [--today YYYY-MM-DD] [--catalog FILE] [--rules FILE] PLAN

Checks LEVERS change plans (*.levers.yaml), each with the levers.catalog.yaml of the team that is nearest to it, in its
folder or one above it up to this one; and those catalogs. Without a path: all in this folder and below.
The brief of a plan is one page for those who decide about it, as HTML on standard output.

Options:
  --catalog FILE          a further catalog of the team, behind the nearest; may be given several times
  ${formatOption} how to report (${formats[0]})
  --sort line|severity    order of the problems of a file: as in the text, or the most serious first (line)
  --locale en|zh-CN       language of the messages (that of the environment)
  --today YYYY-MM-DD      the day to take for today
  --fail-on SEVERITY      exit with 1 from this severity on: error, warning, info, hint (warning)
  --rules FILE            severities and options of the rules: JSON with "levers.rules", or just what stands
                          there (.vscode/settings.json of this folder, where it exists)
  --fix                   write back what can be repaired without a decision, then report what remains; with - the
                          repaired text goes to standard output and the report to standard error
  --cache                 remember what was found, and next time check only plans for which something changed
  --cache-location FILE   where to remember it (.leverscache in this folder); goes without --cache too
  --help, --version

A file that is not saved as UTF-8 (or as UTF-16 with its mark) is an error.

Exit code: 0 nothing at or above --fail-on, 1 otherwise, 2 usage, or a file or folder that cannot be read or
written.
`,
  'zh-CN': `用法：levers check [选项] [文件、文件夹或通配符；- 表示标准输入]
      levers brief [--locale en|zh-CN] [--today YYYY-MM-DD] [--catalog FILE] [--rules FILE] 计划

检查 LEVERS 变更计划（*.levers.yaml），以及离它最近的团队目录 levers.catalog.yaml（在同一文件夹或上级文件夹中，
至多到当前文件夹）。不写路径时，检查当前文件夹及其下的全部内容。
brief 把一份计划写成供决策者阅读的一页简报，以 HTML 写到标准输出。

选项：
  --catalog FILE          团队的其他目录，排在最近的目录之后；可以写多次
  ${formatOption} 输出格式（${formats[0]}）
  --sort line|severity    每个文件中问题的顺序：按行，或最严重的在前（line）
  --locale en|zh-CN       提示语言（默认随环境）
  --today YYYY-MM-DD      以这一天为今天
  --fail-on SEVERITY      达到此级别即以 1 退出：error、warning、info、hint（warning）
  --rules FILE            规则的级别和选项：含 "levers.rules" 的 JSON，或只含其内容的 JSON
                          （默认为当前文件夹的 .vscode/settings.json，如果有）
  --fix                   写回无需决定即可修复的内容，再报告剩下的问题；写 - 时，修复后的文本写到标准输出，
                          报告写到标准错误
  --cache                 记住检查结果，下次只检查有变化的计划
  --cache-location FILE   检查结果存放的文件（默认为当前文件夹的 .leverscache）；写了它就不必再写 --cache
  --help、--version

没有以 UTF-8（或带标记的 UTF-16）保存的文件算作错误。

退出码：0 没有达到 --fail-on 的问题，1 有，2 用法错误，或文件、文件夹无法读取、写入。
`,
};

const words = {
  noCommand: { en: 'A command is missing', 'zh-CN': '缺少命令' },
  command: { en: 'Unknown command: {word}', 'zh-CN': '未知命令：{word}' },
  option: { en: '{option} takes one of {values}, not {word}', 'zh-CN': '{option} 只能是 {values} 之一，不能是 {word}' },
  onePlan: { en: 'levers brief takes one plan', 'zh-CN': 'levers brief 需要一份计划' },
  notForBrief: { en: 'levers brief does not take {option}', 'zh-CN': 'levers brief 不接受 {option}' },
  day: {
    en: '--today takes a day such as 2027-03-15, not {word}',
    'zh-CN': '--today 应为日期，例如 2027-03-15，不能是 {word}',
  },
} satisfies Record<string, Text>;

/** Says a text in the language of this run, as a line to print. */
export type Speak = (text: Text, data?: Data) => string;

/** A mistake in the arguments; the message is for the user, as lines to print. */
export class UsageError extends Error {}

/** What `levers` can do. */
const commands = ['check', 'brief'] as const;
type Command = (typeof commands)[number];

/** Options of `levers check` alone. */
const ofCheck = ['format', 'sort', 'fail-on', 'fix', 'cache', 'cache-location'] as const;

/** In which order the problems of a file are reported. */
const sorts = ['line', 'severity'] as const;
export type Sort = (typeof sorts)[number];

export interface Options {
  readonly command: Command;
  readonly format: Format;
  readonly sort: Sort;
  readonly locale: Locale;
  readonly today: string;
  readonly failOn: Severity;
  /** The settings file; undefined: that of the editor. */
  readonly rules: string | undefined;
  readonly fix: boolean;
  /** The cache file; undefined: no cache. */
  readonly cache: string | undefined;
  readonly patterns: readonly string[];
  readonly catalogs: readonly string[];
}

/** The default cache file. */
export const usualCache = '.leverscache';

/** What options depend on besides the arguments. */
interface Surroundings {
  readonly today: string;
  readonly language: string | undefined;
}

export function optionsOf(
  args: readonly string[],
  { today: day, language }: Surroundings,
  speak: Speak,
): Options | 'help' | 'version' {
  const { values, positionals } = parsedArgs(args);
  if (values.version) return 'version';
  if (values.help || positionals[0] === 'help') return 'help';
  const [word, ...patterns] = positionals;
  if (word === undefined) throw new UsageError(speak(words.noCommand));
  const command = commands.find((known) => known === word);
  if (!command) throw new UsageError(speak(words.command, { word }));
  const other = command === 'brief' && ofCheck.find((option) => values[option] !== undefined);
  if (other) throw new UsageError(speak(words.notForBrief, { option: `--${other}` }));
  if (command === 'brief' && patterns.length !== 1) throw new UsageError(speak(words.onePlan));
  const oneOf = <T extends string>(option: string, word: string, allowed: readonly T[]): T => {
    const found = allowed.find((value) => value === word);
    if (!found) throw new UsageError(speak(words.option, { option, word, values: alternatives(allowed) }));
    return found;
  };
  const today = values.today ?? day;
  if (!isDay(today)) throw new UsageError(speak(words.day, { word: today }));
  return {
    command,
    fix: values.fix === true,
    rules: values.rules,
    format: oneOf('--format', values.format ?? formats[0], formats),
    sort: oneOf('--sort', values.sort ?? sorts[0], sorts),
    locale: values.locale === undefined ? localeOf(language) : oneOf('--locale', values.locale, locales),
    today,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', severities),
    cache: values['cache-location'] ?? (values.cache ? usualCache : undefined),
    patterns: patterns.length ? patterns : ['.'],
    catalogs: values.catalog ?? [],
  };
}

/** Options and other arguments. Throws where an option is not known, or lacks its value. */
function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      sort: { type: 'string' },
      locale: { type: 'string' },
      today: { type: 'string' },
      'fail-on': { type: 'string' },
      rules: { type: 'string' },
      fix: { type: 'boolean' },
      cache: { type: 'boolean' },
      'cache-location': { type: 'string' },
      catalog: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
}

function parsedArgs(args: readonly string[]) {
  try {
    return read(args);
  } catch {
    throw new UsageError(complaint(args.map((arg) => printed([arg]))));
  }
}

/** What is wrong with arguments that cannot be read: their words among line breaks of the message itself. */
function complaint(args: readonly string[]): string {
  try {
    read(args);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
