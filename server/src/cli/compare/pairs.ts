/** Which plans of two versions are the same plan, and what changed in each. */
import type { Change } from '../../core/compare/change.ts';
import { compare } from '../../core/compare/compare.ts';
import { Comparison, type Side } from '../../core/compare/comparison.ts';
import { type ProblemChange, problemChanges, problemsOfNew } from '../../core/compare/problems.ts';
import { since } from '../../core/compare/since.ts';
import { compareTogether } from '../../core/compare/together.ts';
import type { Text } from '../../core/i18n/message.ts';
import { parse } from '../../core/model/parse.ts';
import { folded } from '../../core/model/personName.ts';
import type { Since } from '../../core/overview/picture/since.ts';
import { isWhole } from '../../core/syntax/parseError.ts';
import { CannotRun } from '../complaints.ts';
import type { Judge } from '../judge.ts';
import type { VersionFile, Versions } from './versions.ts';

/** A file of a version, read. */
export interface Opened extends Side {
  readonly file: VersionFile;
}

/** A plan in both versions, or in the one that has it. */
export interface ComparedPlan {
  readonly before: Opened | undefined;
  readonly after: Opened | undefined;
  /** Empty where the plan is new or gone, or says the same. */
  readonly changes: readonly Change[];
  /** How many more there are, which `--level` does not ask for. */
  readonly untold: number;
  /** The version before, as a picture shows it; undefined where one of them is missing. */
  readonly since?: Since;
  /** The errors and warnings that one version alone has; of a new plan all of them, of one that is gone none. */
  readonly problems: readonly ProblemChange[];
}

const unread: Text = { en: 'Cannot be read: {path} ({reason})', 'zh-CN': '无法读取：{path}（{reason}）' };

/** Throws `CannotRun` where nothing of a file can be read. */
function opened(file: VersionFile, judge: Judge): Opened {
  const plan = parse(file.text);
  const error = plan.errors.find(isWhole);
  if (error) throw new CannotRun({ text: unread, data: { path: file.name, reason: error.kind } });
  return { file, plan, context: judge.context(file.judgedAs) };
}

/** By what a plan is known again, the surest first: its id, where it stands, its title. */
const names: readonly ((one: Opened) => string | undefined)[] = [
  ({ plan }) => plan.head?.text('id'),
  ({ file }) => file.path,
  ({ plan }) => {
    const title = plan.head?.text('title');
    return title === undefined ? undefined : folded(title);
  },
];

/** Pairs the plans of two versions, in the order of the second; those that are gone come last. */
function paired(
  before: readonly Opened[],
  after: readonly Opened[],
): readonly (readonly [Opened | undefined, Opened | undefined])[] {
  const partner = new Map<Opened, Opened>();
  const free = new Set(before);
  for (const nameOf of names) {
    const open = after.filter((one) => !partner.has(one));
    for (const one of open) {
      const name = nameOf(one);
      // A name that two plans have tells neither.
      const same = [...free].filter((other) => name !== undefined && nameOf(other) === name);
      const [found] = same;
      if (!found || same.length > 1 || open.filter((other) => nameOf(other) === name).length > 1) continue;
      partner.set(one, found);
      free.delete(found);
    }
  }
  return [
    ...after.map((one) => [partner.get(one), one] as const),
    ...[...free].map((one) => [one, undefined] as const),
  ];
}

/** Two versions, compared. */
export interface Compared {
  readonly plans: readonly ComparedPlan[];
  /** One plan was compared with another. */
  readonly isSingle: boolean;
  /** What changes for all plans taken together; empty where not all of them were read. */
  readonly together: readonly Change[];
}

function comparedPlan(before: Opened | undefined, after: Opened | undefined): ComparedPlan {
  if (!before || !after) return { before, after, changes: [], untold: 0, problems: after ? problemsOfNew(after) : [] };
  const comparison = new Comparison(before, after);
  const changes = compare(comparison);
  return { before, after, changes, untold: 0, since: since(comparison, changes), problems: problemChanges(comparison) };
}

/** Two files that are named themselves: that they have two names is no change. */
function inPlace(before: Opened | undefined, after: Opened | undefined) {
  const path = after?.file.path ?? '';
  return [before && { ...before, file: { ...before.file, path } }, after] as const;
}

/** Compares two versions plan by plan, and all of them together. Throws `CannotRun`. */
export function compared([before, after]: Versions, judge: Judge, today: string): Compared {
  const [old, now] = [before, after].map(({ files }) => files.map((file) => opened(file, judge))) as [
    Opened[],
    Opened[],
  ];
  const isSingle = before.single && after.single;
  const pairs = isSingle ? [inPlace(old[0], now[0])] : paired(old, now);
  return {
    plans: pairs.map(([was, is]) => comparedPlan(was, is)),
    isSingle,
    together: before.whole && after.whole ? compareTogether(old, now, today) : [],
  };
}
