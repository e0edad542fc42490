/** Checks plans from the disk, one after the other: what a job says goes for each of them. */

import { coverage } from '../core/analysis/coverage.ts';
import { check } from '../core/check/check.ts';
import { fixAll } from '../core/check/fixAll.ts';
import type { Context } from '../core/diagnostics/rule.ts';
import type { RuleSettings } from '../core/diagnostics/settings.ts';
import { type Data, type Locale, say, type Text } from '../core/i18n/message.ts';
import { parse } from '../core/model/parse.ts';
import { apply } from '../core/text/edit.ts';
import { type CatalogDisk, Catalogs } from './catalogs.ts';
import { type Format, reports } from './report/index.ts';
import { type Counts, countsOf } from './report/report.ts';

/** What goes for all plans of a call; can be handed to another thread. */
export interface Job {
  readonly format: Format;
  readonly locale: Locale;
  readonly today: string;
  readonly rules: RuleSettings;
  readonly fix: boolean;
  /** Further catalogs, behind the nearest. */
  readonly named: readonly string[];
  /** What is needed to remember results is told too. */
  readonly remember: boolean;
}

/** What is needed of the machine to check plans. */
export interface Disk extends CatalogDisk {
  /** The text of a file. Throws where it cannot be read. */
  read(path: string): string;
  /** Writes a file. Throws where it cannot be written. */
  write(path: string, text: string): void;
  /** All of standard input. */
  stdin(): string;
  /** A short text that differs for different texts. */
  digest(text: string): string;
  /** What the file system says about a file: the same only as long as the file is; undefined where it cannot tell. */
  stamp(path: string): string | undefined;
}

/** By what a result holds. */
export interface Ground {
  /** Of the file, before it was read. */
  readonly stamp?: string;
  /** Digest of the text. */
  readonly text: string;
  /** The day, where it was looked at; else empty. */
  readonly day: string;
}

/** What came of one plan; can be handed to another thread. */
export interface Outcome {
  /** What is said about it; undefined where it could not be read. */
  readonly part?: string;
  readonly counts: Counts;
  /** What could not be done with the file, in words. */
  readonly failures: readonly string[];
  /** Where the result may be remembered. */
  readonly ground?: Ground;
}

/** Why the machine refused something. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}

export const unreadable: Text = {
  en: 'Cannot be read: {path} ({reason})',
  'zh-CN': '无法读取：{path}（{reason}）',
};

export const unwritable: Text = {
  en: 'Cannot be written: {path} ({reason})',
  'zh-CN': '无法写入：{path}（{reason}）',
};

const notUtf8: Text = {
  en: 'Not fixed, because it is not plain text in UTF-8: {path}',
  'zh-CN': '未修复，因为不是 UTF-8 纯文本：{path}',
};

/** Editors leave a byte-order mark out of the text; columns are counted as they do. */
const mark = '\uFEFF';

function unmarked(source: string): string {
  return source.startsWith(mark) ? source.slice(1) : source;
}

export class Plans {
  readonly catalogs: Catalogs;

  constructor(
    private readonly job: Job,
    private readonly disk: Disk,
  ) {
    this.catalogs = new Catalogs(disk, job.named);
  }

  /** What holds for a file; `looked` is called when the day is asked for. */
  context(path: string, looked = () => {}): Context {
    const { today, locale, rules } = this.job;
    return {
      catalog: this.catalogs.for(path),
      get today() {
        looked();
        return today;
      },
      locale,
      settings: rules,
    };
  }

  check(path: string): Outcome {
    const { job, disk } = this;
    const failures: string[] = [];
    const fail = (text: Text, data: Data) => failures.push(say(text, job.locale, data));
    const stamp = job.remember && path !== '-' ? disk.stamp(path) : undefined;
    let source: string;
    try {
      source = path === '-' ? disk.stdin() : disk.read(path);
    } catch (error) {
      fail(unreadable, { path, reason: reasonOf(error) });
      return { counts: countsOf([]), failures };
    }
    let day = '';
    const context = this.context(path, () => {
      day = job.today;
    });
    const left = job.fix ? this.fixed(path, source, context, fail) : source;
    const text = unmarked(left);
    const plan = parse(text);
    const problems = check(plan, context);
    const file = { path, text, coverage: coverage(plan, context.catalog), problems };
    const part = reports[job.format].part(job.fix ? { ...file, fixed: left !== source } : file, job.locale);
    const outcome = { part, counts: countsOf(problems), failures };
    if (!job.remember || path === '-' || failures.length || left !== source) return outcome;
    return { ...outcome, ground: { ...(stamp && { stamp }), text: disk.digest(source), day } };
  }

  /** The text of a file after what can be mended was written back. */
  private fixed(path: string, source: string, context: Context, fail: (text: Text, data: Data) => void): string {
    const text = unmarked(source);
    const edits = fixAll(parse(text), context);
    if (edits.length === 0) return source;
    // Bytes that are no UTF-8 are lost when a file is read as text.
    if (source.includes('\uFFFD')) {
      fail(notUtf8, { path });
      return source;
    }
    const after = source.slice(0, source.length - text.length) + apply(text, edits);
    try {
      this.disk.write(path, after);
      return after;
    } catch (error) {
      fail(unwritable, { path, reason: reasonOf(error) });
      return source;
    }
  }
}
