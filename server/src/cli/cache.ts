/**
 * Result cache (`--cache`): only plans whose text, catalogs, settings or day have changed are checked again. What it says
 * is believed only under our own seal: a forged one would make findings vanish.
 */
import type { CacheKey, PlanResult } from './plans.ts';
import type { Counts } from './report/report.ts';

/** The beginning of a cache file; no other file is overwritten. */
const signature = '{"levers-cache":1,';

/** The whole of one: the seal, and what is sealed. */
const sealed = /^\{"levers-cache":1,"seal":"([^"]*)",(.*)\}\n$/s;

/** The cached result of one plan. */
interface CacheEntry extends CacheKey {
  /** Digest of the catalogs that held for it. */
  readonly team: string;
  readonly result: Omit<PlanResult, 'failures' | 'cacheKey'>;
}

/** What the cache needs of the machine. */
export interface CacheDisk {
  read(path: string): string;
  /** The text of a cache file, which may be longer than any plan. Throws if it cannot be read. */
  readCache(path: string): string;
  digest(text: string): string;
  /** The seal of a text, which only this user can make. Throws if there is no key for it. */
  seal(text: string): string;
  stamp(path: string): string | undefined;
  exists(path: string): boolean;
  /** Replaces a file atomically. */
  replace(path: string, text: string): void;
}

/** The file at the cache's path is not a cache. */
export class NoCache extends Error {}

export class Cache {
  private readonly entries: Map<string, CacheEntry>;
  private changed = false;

  /**
   * `key` identifies what concerns every plan: the program, the settings, the report format. `own`: any file at `path`
   * may be replaced; else throws `NoCache` if there is one that is no cache.
   */
  constructor(
    private readonly path: string,
    private readonly key: string,
    own: boolean,
    private readonly disk: CacheDisk,
  ) {
    const source = this.source(own);
    if (!own && source !== '' && !source.startsWith(signature)) throw new NoCache();
    const [, found, content = ''] = sealed.exec(source) ?? [];
    this.entries = found !== undefined && found === disk.seal(content) ? entriesOf(content, key) : new Map();
  }

  /** The result of a plan; undefined if there is none, or something has changed. */
  find(path: string, team: string, today: string): PlanResult | undefined {
    const entry = this.entries.get(path);
    if (!entry || entry.team !== team || (entry.day !== '' && entry.day !== today)) return undefined;
    const { result, text, day } = entry;
    const stamp = this.disk.stamp(path);
    if (stamp === undefined || stamp !== entry.stamp) {
      if (this.digestOf(path) !== text) return undefined;
      if (stamp !== undefined) this.put(path, { ...entry, stamp });
    }
    return { ...result, failures: [], cacheKey: { ...(stamp && { stamp }), text, day } };
  }

  /** Sets the result of a plan. */
  keep(path: string, team: string, { failures, cacheKey, ...result }: PlanResult): void {
    if (result.part !== undefined && cacheKey) this.put(path, { ...cacheKey, team, result });
    else if (this.entries.delete(path)) this.changed = true;
  }

  /** Writes the cache, without files that are gone; `checked`: the plans of this run. Throws if it cannot be written. */
  save(checked: ReadonlySet<string>): void {
    for (const path of this.entries.keys()) {
      if (checked.has(path) || this.disk.exists(path)) continue;
      this.entries.delete(path);
      this.changed = true;
    }
    if (!this.changed) return;
    const content = `"key":${JSON.stringify(this.key)},"plans":${JSON.stringify([...this.entries])}`;
    this.disk.replace(this.path, `${signature}"seal":"${this.disk.seal(content)}",${content}}\n`);
  }

  private put(path: string, entry: CacheEntry): void {
    this.entries.set(path, entry);
    this.changed = true;
  }

  private source(own: boolean): string {
    try {
      return this.disk.readCache(this.path);
    } catch {
      // What cannot be read may be somebody's.
      if (!own && this.disk.exists(this.path)) throw new NoCache();
      // Not there yet; if it cannot be accessed, `save` says so.
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

/** The entries of a cache; none if its key differs, or an older program has written them otherwise. */
function entriesOf(content: string, key: string): Map<string, CacheEntry> {
  try {
    const json = JSON.parse(`{${content}}`) as { key?: unknown; plans?: unknown };
    if (json.key !== key || !Array.isArray(json.plans) || !json.plans.every(isEntry)) return new Map();
    return new Map(json.plans);
  } catch {
    return new Map();
  }
}

function isEntry(value: unknown): value is [string, CacheEntry] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const { stamp, text, day, team, result } = (value[1] ?? {}) as Partial<CacheEntry>;
  const { part, counts, codes } = (result ?? {}) as Partial<PlanResult>;
  const words = [stamp ?? '', text, day, team, part].every((word) => typeof word === 'string');
  return (
    words &&
    typeof codes === 'object' &&
    codes !== null &&
    ['error', 'warning', 'info', 'hint'].every((name) => Number.isInteger(counts?.[name as keyof Counts]))
  );
}
