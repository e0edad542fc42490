/** Remembers what came of each plan, so that only plans for which something changed are checked again. */
import type { Ground, Outcome } from './plans.ts';
import type { Counts } from './report/report.ts';

/** How the file begins; no other file is taken for one of ours. */
const signature = '{"levers-cache":1,';

/** What is remembered of one plan. */
interface Entry extends Ground {
  /** Digest of the catalogs that held for it. */
  readonly team: string;
  readonly part: string;
  readonly counts: Counts;
}

/** What is needed of the machine to remember. */
export interface CacheDisk {
  read(path: string): string;
  digest(text: string): string;
  stamp(path: string): string | undefined;
  exists(path: string): boolean;
  /** Puts a whole file in the place of another, or nothing at all. */
  replace(path: string, text: string): void;
}

/** A file that stands where the cache belongs and is none. */
export class NoCache extends Error {}

export class Cache {
  private readonly kept: Map<string, Entry>;
  private changed = false;

  /**
   * `key` stands for all that counts for every plan: the program, the settings, how to report. `own`: whatever stands
   * at `path` may be replaced; else throws `NoCache` where something foreign stands there.
   */
  constructor(
    private readonly path: string,
    private readonly key: string,
    own: boolean,
    private readonly disk: CacheDisk,
  ) {
    const source = this.source();
    if (!own && source !== '' && !source.startsWith(signature)) throw new NoCache();
    this.kept = entriesOf(source, key);
  }

  /** What came of a plan, where all is as it was. */
  find(path: string, team: string, today: string): Outcome | undefined {
    const entry = this.kept.get(path);
    if (!entry || entry.team !== team || (entry.day !== '' && entry.day !== today)) return undefined;
    const { part, counts, text, day } = entry;
    const stamp = this.disk.stamp(path);
    if (stamp === undefined || stamp !== entry.stamp) {
      if (this.digestOf(path) !== text) return undefined;
      if (stamp !== undefined) this.put(path, { ...entry, stamp });
    }
    return { part, counts, failures: [], ground: { ...(stamp && { stamp }), text, day } };
  }

  /** From now on this is what came of a plan. */
  keep(path: string, team: string, { part, counts, ground }: Outcome): void {
    if (part !== undefined && ground) this.put(path, { ...ground, team, part, counts });
    else if (this.kept.delete(path)) this.changed = true;
  }

  /** Writes it down, without files that are no more; `checked`: the plans of this call. Throws where that cannot be done. */
  save(checked: ReadonlySet<string>): void {
    for (const path of this.kept.keys()) {
      if (checked.has(path) || this.disk.exists(path)) continue;
      this.kept.delete(path);
      this.changed = true;
    }
    if (!this.changed) return;
    const plans = JSON.stringify([...this.kept]);
    this.disk.replace(this.path, `${signature}"key":${JSON.stringify(this.key)},"plans":${plans}}\n`);
  }

  private put(path: string, entry: Entry): void {
    this.kept.set(path, entry);
    this.changed = true;
  }

  private source(): string {
    try {
      return this.disk.read(this.path);
    } catch {
      // Not there yet, or to be told when it is written.
      return '';
    }
  }

  private digestOf(path: string): string | undefined {
    try {
      return this.disk.digest(this.disk.read(path));
    } catch {
      return undefined;
    }
  }
}

/** What a file holds; nothing where it was made for something else, or is damaged. */
function entriesOf(source: string, key: string): Map<string, Entry> {
  if (!source.startsWith(signature)) return new Map();
  try {
    const json = JSON.parse(source) as { key?: unknown; plans?: unknown };
    if (json.key !== key || !Array.isArray(json.plans) || !json.plans.every(isKept)) return new Map();
    return new Map(json.plans);
  } catch {
    return new Map();
  }
}

function isKept(value: unknown): value is [string, Entry] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const { stamp, text, day, team, part, counts } = (value[1] ?? {}) as Partial<Entry>;
  const words = [stamp ?? '', text, day, team, part].every((word) => typeof word === 'string');
  return (
    words && ['error', 'warning', 'info', 'hint'].every((name) => Number.isInteger(counts?.[name as keyof Counts]))
  );
}
