/** Checks plans from the disk, each as the job says, and fixes them if it says so. */

import { isAbsolute } from 'node:path';
import { coverage } from '../core/analysis/coverage.ts';
import { brief } from '../core/brief/brief.ts';
import { briefHtml } from '../core/brief/html.ts';
import { check } from '../core/check/check.ts';
import { firstFixes, fixAll } from '../core/check/fixAll.ts';
import { fingerprints } from '../core/diagnostics/fingerprint.ts';
import type { Problem } from '../core/diagnostics/problem.ts';
import type { Context } from '../core/diagnostics/rule.ts';
import { severities } from '../core/diagnostics/severity.ts';
import { type Locale, say, type Text } from '../core/i18n/message.ts';
import { parse, unreadPlan } from '../core/model/parse.ts';
import type { Reading } from '../core/model/reading.ts';
import { healthOf } from '../core/overview/health.ts';
import { apply } from '../core/text/edit.ts';
import type { Decoded, Utf16 } from '../host/encoding.ts';
import { type Baseline, type Fingerprints, nameIn } from './baseline.ts';
import type { CatalogDisk } from './catalogs.ts';
import { Judge, type JudgedBy } from './judge.ts';
import { type Format, reportOf } from './report/index.ts';
import { type Checked, type Codes, type Counts, codesOf, countsOf } from './report/report.ts';
import type { Screen } from './report/screen.ts';
import type { Change } from './unifiedDiff.ts';

/** In which order the problems of a file are reported. */
export const sorts = ['line', 'severity'] as const;
export type Sort = (typeof sorts)[number];

/** What all plans of a run are checked with; can be cloned to another thread. */
export interface Job extends JudgedBy {
  readonly format: Format;
  /** The terminal that shows the report. */
  readonly screen?: Screen | undefined;
  readonly sort: Sort;
  /** Only errors are reported; all problems count. */
  readonly quiet?: boolean;
  readonly fix: boolean;
  /** Nothing is written: results say what would become of the files. */
  readonly dryRun?: boolean;
  /** Problems that are known already, and not reported. */
  readonly baseline?: Baseline | undefined;
  /** Results come with the key for the cache. */
  readonly remember: boolean;
}

type Readable = Extract<Decoded, { text: string }>;
type Unreadable = Exclude<Decoded, Readable>;

/** What checking plans needs of the machine. */
export interface Disk extends CatalogDisk {
  /** The text of a file. Throws if it cannot be read. */
  read(path: string): string;
  /** What the bytes of a file say, or of standard input (`-`). Throws if it cannot be read. */
  decode(path: string): Decoded;
  /**
   * Replaces the text of a file whole, if it is still `expected`, or writes to standard output (`-`), in UTF-8 unless
   * something else is said. Throws if it cannot be written; then it is as it was.
   */
  write(path: string, text: string, expected: string, utf16?: Utf16): void;
  /** A digest of a text. */
  digest(text: string): string;
  /** A fingerprint of a file's metadata, equal only as long as the file is unchanged; undefined if it cannot be trusted. */
  stamp(path: string): string | undefined;
}

/** Cache validity of a result. */
export interface CacheKey {
  /** `Disk.stamp` of the file before it was read. */
  readonly stamp?: string;
  /** Digest of the text. */
  readonly text: string;
  /** The day, if the result depends on it; else empty. */
  readonly day: string;
}

/** The result of one plan; can be cloned to another thread. */
export interface PlanResult {
  /** Its part of the report; undefined if it could not be read. */
  readonly part?: string;
  readonly counts: Counts;
  /** Number of problems by the code of their rule. */
  readonly codes: Codes;
  /** With a baseline: how many problems are known, and all that were found. */
  readonly known?: { readonly count: number; readonly found: Fingerprints };
  /** What would become of the text, where nothing is written. */
  readonly change?: Change;
  /** Messages about what could not be done with the file. */
  readonly failures: readonly string[];
  /** Present if the result may be cached. */
  readonly cacheKey?: CacheKey;
}

/** The code or message of an error of the system. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}

const unreadable: Text = {
  en: 'Cannot be read: {path} ({reason})',
  'zh-CN': '无法读取：{path}（{reason}）',
};

/** Why a file or folder is not read, by the code of the error. */
const notRead: Readonly<Record<string, Text>> = {
  'no-file': { en: 'Not read, because it is no ordinary file: {path}', 'zh-CN': '未读取，因为不是普通文件：{path}' },
  'too-long': { en: 'Not read, because it is far too large: {path}', 'zh-CN': '未读取，因为过大：{path}' },
  outside: {
    en: 'Not read, because the link leads out of the folder: {path}',
    'zh-CN': '未读取，因为链接指向文件夹之外：{path}',
  },
  ignored: {
    en: 'No plan found that .gitignore does not leave out: {path}',
    'zh-CN': '没有找到计划，.gitignore 排除的除外：{path}',
  },
  ELOOP: {
    en: 'Not read, because the link leads round in a circle: {path}',
    'zh-CN': '未读取，因为链接循环指向自身：{path}',
  },
};

/** Says that something cannot be read, and why: `reason` is the code or message of the error. */
export function sayUnread(path: string, reason: string, locale: Locale): string {
  return say(notRead[reason] ?? unreadable, locale, { path, reason });
}

export const unwritable: Text = {
  en: 'Cannot be written: {path} ({reason})',
  'zh-CN': '无法写入：{path}（{reason}）',
};

/** Why a file is not written, by the code of the error. */
const refusals: Readonly<Record<string, Text>> = {
  changed: {
    en: '{what}, because the file was changed meanwhile: {path}',
    'zh-CN': '{what}，因为文件在此期间有改动：{path}',
  },
  outside: {
    en: '{what}, because the link leads out of the folder: {path}',
    'zh-CN': '{what}，因为链接指向文件夹之外：{path}',
  },
  'hard-links': {
    en: '{what}, because the file has a second name on the disk, which would keep the old text: {path}',
    'zh-CN': '{what}，因为该文件在磁盘上另有一个名称，那里会留下旧内容：{path}',
  },
  'no-file': { en: '{what}, because it is no ordinary file: {path}', 'zh-CN': '{what}，因为不是普通文件：{path}' },
  'read-only': {
    en: '{what}, because the file or its folder is read-only: {path}',
    'zh-CN': '{what}，因为文件或所在文件夹是只读的：{path}',
  },
};

/** Says that a file was not written, and why: `what` was not done, `reason` is the code or message of the error. */
export function sayUnwritten(path: string, reason: string, what: Text, locale: Locale): string {
  return say(refusals[reason] ?? unwritable, locale, { what, path, reason });
}

const notFixed: Text = { en: 'Not fixed', 'zh-CN': '未修复' };

/** The byte-order mark; editors leave it out of the text, so columns are counted without it. */
const mark = '\uFEFF';

/** A text without its byte-order mark. */
export function unmarked(source: string): string {
  return source.startsWith(mark) ? source.slice(1) : source;
}

/** The problems of a file. */
interface Judged extends Pick<PlanResult, 'known'> {
  readonly all: readonly Problem[];
  /** Those that the baseline does not have. */
  readonly fresh: readonly Problem[];
}

/** What a result says in numbers. */
export function tallied({ fresh, known }: Omit<Judged, 'all'>): Pick<PlanResult, 'counts' | 'codes' | 'known'> {
  return { counts: countsOf(fresh), codes: codesOf(fresh), ...(known && { known }) };
}

export class Plans extends Judge {
  constructor(
    readonly job: Job,
    private readonly disk: Disk,
  ) {
    super(job, disk);
  }

  /** The problems of a file, and what is new of them. */
  judge(path: string, reading: Reading, context: Context): Judged {
    const all = check(reading, context);
    const { baseline } = this.job;
    if (!baseline || path === '-') return { all, fresh: all };
    const prints = fingerprints(reading, all, this.disk.digest);
    const name = nameIn(baseline.folder, this.disk.shown(path));
    const old = new Set(Object.hasOwn(baseline.known, name) ? baseline.known[name] : []);
    const fresh = all.filter((problem) => !baseline.records && !old.has(prints.get(problem) as string));
    const found = Object.fromEntries(all.map((problem) => [prints.get(problem), problem.code]));
    return { all, fresh, known: { count: all.length - fresh.length, found } };
  }

  /** What is reported of the problems that were found in a file, in its order. */
  reported(problems: readonly Problem[]): readonly Problem[] {
    const some = this.job.quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
    if (this.job.sort === 'line') return some;
    return [...some].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  }

  check(path: string): PlanResult {
    const { job, disk } = this;
    const failures: string[] = [];
    const stamp = job.remember && path !== '-' ? disk.stamp(path) : undefined;
    let opened: Decoded;
    try {
      opened = disk.decode(path);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== 'too-long') return { ...tallied({ fresh: [] }), failures: [sayUnread(path, reason, job.locale)] };
      opened = { reason };
    }
    let day = '';
    const context = this.context(path, () => {
      day = job.today;
    });
    if (!('text' in opened)) return this.unread(path, opened, context, failures);
    const source = opened.text;
    const left = job.fix ? this.fixed(path, opened, context, failures) : source;
    const text = unmarked(left);
    const plan = parse(text);
    const judged = this.judge(path, plan, context);
    const part = this.part(path, plan, judged, context, {
      coverage: coverage(plan, context.catalog),
      health: healthOf(plan, judged.all, context),
      ...(job.fix && !job.dryRun && { fixed: left !== source }),
    });
    const change = job.dryRun && left !== source && { change: { before: source, after: left } };
    const result = { part, ...tallied(judged), failures, ...change };
    if (!job.remember || path === '-' || failures.length || left !== source || opened.utf16) return result;
    return { ...result, cacheKey: { ...(stamp && { stamp }), text: disk.digest(source), day } };
  }

  /** The part of the report about a file; `more`: what is known of it besides its problems. */
  part(
    path: string,
    reading: Reading,
    { all, fresh }: Judged,
    context: Context,
    more: Pick<Checked, 'fixed' | 'coverage' | 'health' | 'catalog' | 'config'>,
  ): string {
    const { job, disk } = this;
    const shown = disk.shown(path);
    const file: Checked = {
      ...more,
      path: isAbsolute(shown) ? path : shown,
      text: reading.text,
      problems: this.reported(fresh),
      fingerprints: (salt = '') => fingerprints(reading, all, (text) => disk.digest(salt + text)),
      firstFixes: () => firstFixes(reading, all, context),
    };
    return reportOf(job).part(file, job.locale);
  }

  /** The brief of a plan as an HTML page; where the file cannot be read, why. */
  brief(path: string): { readonly html: string } | { readonly failure: string } {
    try {
      const opened = this.disk.decode(path);
      if ('text' in opened) return { html: briefHtml(brief(parse(unmarked(opened.text)), this.context(path))) };
      return { failure: say(unreadable, this.job.locale, { path, reason: opened.encoding ?? opened.reason }) };
    } catch (error) {
      return { failure: say(unreadable, this.job.locale, { path, reason: reasonOf(error) }) };
    }
  }

  /** The result of a file whose bytes are no text: nothing in it is judged, and it never passes. */
  private unread(path: string, opened: Unreadable, context: Context, failures: string[]): PlanResult {
    const { job } = this;
    const { reason, encoding } = opened;
    const plan = unreadPlan('', reason, encoding);
    const problems = check(plan, context);
    const judged = { all: problems, fresh: problems };
    const part = this.part(path, plan, judged, context, job.fix && !job.dryRun ? { fixed: false } : {});
    // The settings have made it less than an error: still it has not been checked.
    if (!problems.some(({ severity }) => severity === 'error'))
      failures.push(sayUnread(path, encoding ?? reason, job.locale));
    return { part, ...tallied(judged), failures };
  }

  /** Applies safe fixes, and writes the file unless nothing is to be written. @returns its text then */
  private fixed(path: string, { text: source, utf16 }: Readable, context: Context, failures: string[]): string {
    const text = unmarked(source);
    const edits = fixAll(parse(text), context);
    // What comes through a pipe goes on through one, changed or not.
    if (edits.length === 0 && (path !== '-' || this.job.dryRun)) return source;
    const after = source.slice(0, source.length - text.length) + apply(text, edits);
    if (this.job.dryRun) return after;
    try {
      this.disk.write(path, after, source, utf16);
      return after;
    } catch (error) {
      const reason = reasonOf(error);
      failures.push(sayUnwritten(path, reason, notFixed, this.job.locale));
      return source;
    }
  }
}
