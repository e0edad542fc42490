/** `levers check`: what is wrong with plans and catalogs. */
import { type Severity, severities } from '../../core/diagnostics/severity.ts';
import { sayMessage, type Text } from '../../core/i18n/message.ts';
import { isCatalogPath } from '../../core/model/catalogFile.ts';
import { ConfigFile } from '../../core/model/configFile.ts';
import { isTeamPath } from '../../core/model/parse.ts';
import { BaselineStore } from '../baselineStore.ts';
import type { Cache } from '../cache.ts';
import { changedOf } from '../changedSince.ts';
import { type Call, command, type ExitCode, type Options, UsageError } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { CannotRun, Complaints } from '../complaints.ts';
import type { JudgedBy } from '../judge.ts';
import { canUseConfigs, judgedBy, useCatalogs } from '../judging.ts';
import type { Machine } from '../machine.ts';
import { pathOperands, pathsOf } from '../paths.ts';
import { type Job, type PlanResult, Plans, reasonOf, sorts, tallied, unwritable } from '../plans.ts';
import { complaint, printed } from '../printed.ts';
import { progressOf } from '../progress.ts';
import { formats, loadScreen, reportOf } from '../report/index.ts';
import type { Sum } from '../report/report.ts';
import { Results } from '../results.ts';
import { editorSettings } from '../settings.ts';
import { statsLines } from '../stats.ts';

const words = {
  noCache: {
    en: '--cache-location takes a new file or one that --cache has made, not {path}',
    'zh-CN': '--cache-location 应为新文件，或由 --cache 写成的文件，不能是 {path}',
  },
  noKey: {
    en: 'Nothing is remembered, because the key that protects it cannot be kept in {folder} ({reason})',
    'zh-CN': '没有记住检查结果，因为保护它的密钥无法保存在 {folder} 中（{reason}）',
  },
  number: {
    en: '{option} takes a whole number such as 10, not {word}',
    'zh-CN': '{option} 应为整数，例如 10，不能是 {word}',
  },
  warnings: {
    en: 'Warnings: {n}, which is more than --max-warnings {most} allows',
    'zh-CN': '警告有 {n} 个，超过 --max-warnings {most} 允许的数量',
  },
  noBaseline: {
    en: '--update-baseline needs --baseline FILE',
    'zh-CN': '--update-baseline 需要 --baseline FILE',
  },
  recorded: {
    en: 'Written to {path}, and not reported from now on: {n}',
    'zh-CN': '已写入 {path}，今后不再报告：{n}',
  },
  known: { en: 'Not reported, because {path} has them: {n}', 'zh-CN': '{path} 中已有，因此不报告：{n}' },
  waiting: { en: 'Waiting for changes; Ctrl+C ends it', 'zh-CN': '正在等待改动；按 Ctrl+C 结束' },
  watchInput: { en: '--watch cannot watch standard input (-)', 'zh-CN': '--watch 无法监视标准输入（-）' },
  unchanged: {
    en: 'Nothing is checked, because no plan or catalog was changed since {ref}',
    'zh-CN': '没有检查任何文件，因为自 {ref} 以来没有计划或目录改动',
  },
  thread: {
    en: 'A thread that checked plans has failed, so there is no report ({reason})',
    'zh-CN': '检查计划的线程出错，因此没有报告（{reason}）',
  },
} satisfies Record<string, Text>;

/** The most bytes that GitHub takes as the summary of a step. */
const mostOfSummary = 2 ** 20;

/** The default cache file. */
const usualCache = '.leverscache';

const options = {
  format: {
    takes: formats,
    text: { en: `how to report (${formats[0]})`, 'zh-CN': `输出格式（${formats[0]}）` },
  },
  sort: {
    takes: sorts,
    text: {
      en: 'order of the problems of a file: as in the text, or the most serious first (line)',
      'zh-CN': '每个文件中问题的顺序：按行，或最严重的在前（line）',
    },
  },
  quiet: {
    text: {
      en: 'report errors only; the sum and the exit code count all',
      'zh-CN': '只报告错误；合计和退出码仍计入全部问题',
    },
  },
  'fail-on': {
    takes: severities,
    text: { en: 'exit with 1 from this severity on (warning)', 'zh-CN': '达到此级别即以 1 退出（warning）' },
  },
  'max-warnings': {
    takes: 'N',
    text: {
      en: 'exit with 1 if there are more warnings than this, whatever --fail-on says of them',
      'zh-CN': '警告多于 N 个即以 1 退出，不论 --fail-on 如何规定警告',
    },
  },
  ...judgingOptions,
  since: {
    takes: 'REF',
    text: {
      en: `check only what was changed since this branch, tag or commit of git, and what git does not
keep; all plans of a catalog or configuration that was changed, and all plans after a
change of the settings`,
      'zh-CN': `只检查自 git 的这个分支、标签或提交以来有改动的文件，以及 git 未收录的文件；
目录或配置有改动时检查使用它的全部计划，设置有改动时检查全部计划`,
    },
  },
  watch: {
    text: {
      en: 'check again whenever a plan, a file of the team or the settings change, until Ctrl+C',
      'zh-CN': '每当计划、目录、配置或设置有改动就重新检查，直到按 Ctrl+C',
    },
  },
  stats: {
    text: {
      en: 'say on standard error how many problems each rule found, and how long it took',
      'zh-CN': '在标准错误中说明每条规则发现了多少问题、用时多久',
    },
  },
  baseline: {
    takes: 'FILE',
    text: {
      en: `report only problems that this file does not have; where there is no such file yet, it is
written with all that is found now`,
      'zh-CN': `只报告此文件中没有的问题；文件还不存在时，
写入当前发现的全部问题`,
    },
  },
  'update-baseline': {
    text: {
      en: 'write the file of --baseline anew, with all that is found now',
      'zh-CN': '重新写入 --baseline 的文件，包含当前发现的全部问题',
    },
  },
  fix: {
    text: {
      en: `write back what can be repaired without a decision, then report what remains; with - the
repaired text goes to standard output and the report to standard error`,
      'zh-CN': `写回无需决定即可修复的内容，再报告剩下的问题；写 - 时，修复后的文本写到标准输出，
报告写到标准错误`,
    },
  },
  'fix-dry-run': {
    text: {
      en: `write nothing: what --fix would change goes to standard output as a unified diff, the report
of what would remain to standard error`,
      'zh-CN': `不写文件：把 --fix 会做的改动以统一差异格式写到标准输出，
把会剩下的问题报告到标准错误`,
    },
  },
  cache: {
    text: {
      en: 'remember what was found, and next time check only plans for which something changed',
      'zh-CN': '记住检查结果，下次只检查有变化的计划',
    },
  },
  'cache-location': {
    takes: 'FILE',
    text: {
      en: `where to remember it (${usualCache} in this folder); goes without --cache too`,
      'zh-CN': `检查结果存放的文件（默认为当前文件夹的 ${usualCache}）；写了它就不必再写 --cache`,
    },
  },
} as const satisfies Options;

/** How many problems of a severity there may be. */
type Limits = (severity: Severity) => number;

/** What of the options says when a run fails. Throws `UsageError`. */
function limitsOf({ values, speak }: Call<typeof options>): Limits {
  const { 'fail-on': failOn = 'warning', 'max-warnings': word } = values;
  if (word !== undefined && !/^\d{1,9}$/.test(word))
    throw new UsageError(speak(words.number, { option: '--max-warnings', word }));
  return (severity) => {
    if (severity === 'warning' && word !== undefined) return Number(word);
    return severities.indexOf(severity) <= severities.indexOf(failOn) ? 0 : Number.POSITIVE_INFINITY;
  };
}

/** The cache of this run; undefined without `--cache`, or where the key for its seal cannot be kept. Throws `CannotRun`. */
async function cacheOf(job: Job, { values, speak }: Call<typeof options>, machine: Machine, complaints: Complaints) {
  const path = cachePathOf(values);
  if (path === undefined) return undefined;
  try {
    machine.seal('');
  } catch (error) {
    complaints.note(speak(words.noKey, { folder: machine.keyFolder(), reason: reasonOf(error) }));
    return undefined;
  }
  const { Cache, NoCache } = await import('../cache.ts');
  // The day and the files of the team are looked at for each plan.
  const { today, named, ...common } = job;
  const key = machine.digest(JSON.stringify([machine.program(), common, [...job.rules]]));
  try {
    return new Cache(path, key, path === usualCache, machine);
  } catch (error) {
    throw error instanceof NoCache ? new CannotRun({ text: words.noCache, data: { path } }) : error;
  }
}

function cachePathOf(values: Call<typeof options>['values']): string | undefined {
  return values['cache-location'] ?? (values.cache ? usualCache : undefined);
}

/** The results of plans, by path: those that the cache has, and of all others. Throws `CannotRun`. */
async function resultsOf(
  paths: readonly string[],
  plans: Plans,
  cache: Cache | undefined,
  machine: Machine,
): Promise<ReadonlyMap<string, PlanResult>> {
  const { job, catalogs } = plans;
  const team = (path: string) => catalogs.digest(path, machine.digest);
  const known = new Map<string, PlanResult>();
  for (const path of cache ? paths : []) {
    const result = cache?.find(path, team(path), job.today);
    if (result) known.set(path, result);
  }
  const open = paths.filter((path) => !known.has(path));
  const tell = progressOf(open.length, machine, job.locale);
  try {
    const results = await machine.checkAll(job, open, (path) => plans.check(path), tell);
    for (const [index, path] of open.entries()) known.set(path, results[index] as PlanResult);
  } catch (error) {
    throw new CannotRun({ text: words.thread, data: { reason: reasonOf(error) } });
  } finally {
    tell(open.length);
  }
  for (const path of cache ? open : []) cache?.keep(path, team(path), known.get(path) as PlanResult);
  return known;
}

/** The baseline of this run; none where it would be written, but nothing is to be. Throws `CannotRun`. */
function baselineOf({ values, speak }: Call<typeof options>, machine: Machine): BaselineStore | undefined {
  const { baseline: path, 'update-baseline': updates, 'fix-dry-run': dryRun } = values;
  if (updates && path === undefined) throw new UsageError(speak(words.noBaseline));
  const store = path === undefined ? undefined : new BaselineStore(path, updates, machine);
  return dryRun && store?.baseline.records ? undefined : store;
}

/** @param teamFiles the paths of the files of the team that it goes by are added, and of those that are not there yet */
async function checkAll(
  call: Call<typeof options>,
  by: JudgedBy,
  machine: Machine,
  teamFiles: Set<string>,
): Promise<ExitCode> {
  const { values, operands, locale, speak } = call;
  const { format = formats[0], sort = sorts[0], quiet, 'fix-dry-run': dryRun, since } = values;
  const limits = limitsOf(call);
  const store = baselineOf(call, machine);
  const start = machine.now();
  const complaints = new Complaints(machine);
  const written = (path: string, write: () => void) => {
    try {
      write();
    } catch (error) {
      complaints.failure(speak(unwritable, { path, reason: reasonOf(error) }));
    }
  };
  const found = await pathsOf(operands, machine, locale, complaints);
  const fix = values.fix || dryRun;
  // Standard output holds what standard input has become, or what would become of files.
  const isBeside = dryRun || (fix && found.has('-'));
  const job: Job = {
    ...by,
    ...{ format, sort, quiet, fix, dryRun },
    screen: isBeside ? undefined : machine.screen,
    baseline: store?.baseline,
    remember: cachePathOf(values) !== undefined,
  };
  await loadScreen(job.screen);
  const plans = new Plans(job, machine);
  const { catalogs } = plans;
  const named = [...by.named.asked, ...by.named.set];
  const common = [...named, values.rules ?? editorSettings];
  const deciding = (path: string) => catalogs.deciding(path);
  const chosen = since === undefined ? found : changedOf(found, since, common, deciding, machine);
  if (found.size > 0 && chosen.size === 0) complaints.note(speak(words.unchanged, { ref: since ?? '' }));
  const canGoOn = canUseConfigs(chosen, plans, locale, complaints);
  for (const path of catalogs.lookedFor) teamFiles.add(path);
  if (!canGoOn) return 2;
  useCatalogs([...named, ...[...chosen].filter(isCatalogPath)], plans, locale, complaints);
  const paths = [...chosen].filter((path) => !isTeamPath(path));
  const cache = await cacheOf(job, call, machine, complaints);
  const known = await resultsOf(paths, plans, cache, machine);
  const report = reportOf(job);
  const results = new Results(complaints);
  for (const path of paths) {
    results.add(path, known.get(path) as PlanResult);
    // Catalogs that only worker threads have used belong to the report too.
    catalogs.for(path);
  }
  for (const path of catalogs.lookedFor) teamFiles.add(path);
  for (const { name: path, file } of [...catalogs.usedConfigs, ...catalogs.used]) {
    const context = plans.context(path);
    const judged = plans.judge(path, file, context);
    const what = file instanceof ConfigFile ? { config: file } : { catalog: file };
    const part = plans.part(path, file, judged, context, what);
    results.add(path, { part, ...tallied(judged), failures: [] });
  }
  if (cache) written(cachePathOf(values) ?? '', () => cache.save(found));
  const { baseline = '' } = values;
  const noteKnown = (text: Text) => complaints.note(speak(text, { path: baseline, n: results.known }));
  if (store?.baseline.records) {
    written(baseline, () => {
      store.record(results.found);
      noteKnown(words.recorded);
    });
  } else if (results.known > 0) noteKnown(words.known);
  for (const [path, { change }] of known) {
    if (change) machine.out((await import('../unifiedDiff.ts')).unifiedDiff(path, change));
  }
  const { parts } = results;
  const sum: Sum = {
    ...results.sum(catalogs.used.length, catalogs.usedConfigs.length),
    failOn: values['fail-on'] ?? 'warning',
    version: machine.version,
    rulePages: () => machine.rulePages(),
  };
  const print = isBeside ? machine.err : machine.out;
  print(report.whole(parts, sum, locale));
  const { jobSummary } = machine;
  if (report.summary && jobSummary) {
    try {
      jobSummary.append(report.summary(parts, sum, locale, mostOfSummary - jobSummary.size()));
    } catch (error) {
      complaints.note(speak(unwritable, { path: 'GITHUB_STEP_SUMMARY', reason: reasonOf(error) }));
    }
  }
  if (values.stats) {
    const lines = statsLines({ ...sum, codes: results.codes, milliseconds: machine.now() - start }, locale);
    machine.err(`${printed(lines)}\n`);
  }
  const most = values['max-warnings'];
  if (most !== undefined && sum.counts.warning > limits('warning'))
    complaints.note(speak(words.warnings, { n: sum.counts.warning, most }));
  if (complaints.failed) return 2;
  return severities.some((severity) => sum.counts[severity] > limits(severity)) ? 1 : 0;
}

export const check = command({
  summary: { en: 'Finds what is wrong with plans and catalogs', 'zh-CN': '检查计划和目录中的问题' },
  operands: pathOperands,
  about: {
    en: `Checks LEVERS change plans (*.levers.yaml), each with the levers.catalog.yaml of the team that is nearest to it, in its
folder or one above it up to this one; and those catalogs. Without a path: all in this folder and below.
The nearest levers.config.yaml says what the team has decided: rules, further catalogs, the calendar, names.`,
    'zh-CN': `检查 LEVERS 变更计划（*.levers.yaml），以及离它最近的团队目录 levers.catalog.yaml（在同一文件夹或上级文件夹中，
至多到当前文件夹）。不写路径时，检查当前文件夹及其下的全部内容。
离计划最近的 levers.config.yaml 写明团队的约定：规则、其他目录、日历和名称。`,
  },
  options,
  notes: {
    en: `A file that is not saved as UTF-8 (or as UTF-16 with its mark) is an error.

Exit code: 0 nothing at or above --fail-on, 1 otherwise, 2 a wrong call, or a file or folder that cannot be read or
written, or a levers.config.yaml that cannot be used.`,
    'zh-CN': `没有以 UTF-8（或带标记的 UTF-16）保存的文件算作错误。

退出码：0 没有达到 --fail-on 的问题，1 有，2 用法错误，或文件、文件夹无法读取、写入，或 levers.config.yaml 无法使用。`,
  },
  examples: [
    { call: 'check', text: { en: 'All plans in this folder and below', 'zh-CN': '当前文件夹及其下的全部计划' } },
    {
      call: 'check plans/*.levers.yaml --format json --fail-on error',
      text: {
        en: 'For a program, which should stop at errors only',
        'zh-CN': '供程序使用，只在有错误时失败',
      },
    },
    {
      call: 'check --fix plans',
      text: { en: 'Repair what needs no decision, then report', 'zh-CN': '先修复无需决定的内容，再报告' },
    },
    {
      call: 'check - --locale zh-CN < a.levers.yaml',
      text: { en: 'From standard input, in Chinese', 'zh-CN': '检查标准输入，用中文报告' },
    },
  ],
  async run(call, machine) {
    const { values, operands, locale, speak } = call;
    const orTold = async (run: () => Promise<ExitCode>): Promise<ExitCode> => {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof CannotRun)) throw error;
        machine.err(complaint(sayMessage(error.said, locale)));
        return 2;
      }
    };
    const teamFiles = new Set<string>();
    const once = () =>
      orTold(async () => {
        const by = judgedBy(call, machine);
        return by ? checkAll(call, by, machine, teamFiles) : 2;
      });
    if (!values.watch) return once();
    if (operands.includes('-')) throw new UsageError(speak(words.watchInput));
    const { watching } = await import('../watch.ts');
    const patterns = operands.length > 0 ? operands : ['.'];
    const others = () => [...values.catalog, values.rules ?? editorSettings, ...teamFiles];
    const waiting = () => machine.err(complaint(speak(words.waiting)));
    return orTold(() => watching(patterns, others, machine, once, waiting));
  },
});
