/** Comparison of URIs: clients escape them differently, and `(EU)` is the same folder as `%28EU%29`. */

function escapedAlike(step: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(step));
  } catch {
    return step;
  }
}

/**
 * A canonical form of a URI, only for comparison. Unlike `URI.toString` of `vscode-uri`, it keeps an escaped slash
 * apart from a real one.
 */
export function comparable(uri: string): string {
  const plain = uri.split('/').map(escapedAlike).join('/');
  // The letter of a drive is the same in either case.
  return plain.replace(/^file%3A\/\/\/[A-Z](?=%3A)/, (start) => start.toLowerCase().replace('%3a', '%3A'));
}

/** The innermost of some folders around a file, in the file's own spelling; undefined if it is in none. */
export function innermost(folders: readonly string[], uri: string): string | undefined {
  const file = comparable(uri);
  const lengths = folders
    .filter((folder) => file.startsWith(`${comparable(folder)}/`))
    .map((folder) => folder.split('/').length);
  return lengths.length
    ? uri
        .split('/')
        .slice(0, Math.max(...lengths))
        .join('/')
    : undefined;
}

/** The folder of a file. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** One URI for all plans in the folder of a file: the same catalog holds for them. */
export function planBeside(uri: string): string {
  return `${folderOf(uri)}/.levers.yaml`;
}

/** A map by URI, however it is escaped. */
export class ByAddress<T> {
  private readonly entries = new Map<string, T>();

  get(uri: string): T | undefined {
    return this.entries.get(comparable(uri));
  }

  /** The value under a URI that is `comparable` already. */
  at(key: string): T | undefined {
    return this.entries.get(key);
  }

  has(uri: string): boolean {
    return this.entries.has(comparable(uri));
  }

  set(uri: string, value: T): void {
    this.entries.set(comparable(uri), value);
  }

  delete(uri: string): void {
    this.entries.delete(comparable(uri));
  }

  /** Deletes all other files. */
  retain(uris: readonly string[]): void {
    const kept = new Set(uris.map(comparable));
    for (const key of this.entries.keys()) if (!kept.has(key)) this.entries.delete(key);
  }

  /** The value of a file, or else those of all files in a folder and below. */
  in(uri: string): T[] {
    const key = comparable(uri);
    const own = this.entries.get(key);
    if (own !== undefined) return [own];
    return [...this.entries].flatMap(([file, value]) => (file.startsWith(`${key}/`) ? [value] : []));
  }

  get size(): number {
    return this.entries.size;
  }

  clear(): void {
    this.entries.clear();
  }

  values(): IterableIterator<T> {
    return this.entries.values();
  }
}
