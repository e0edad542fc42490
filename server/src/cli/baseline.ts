/** What is known of files by a baseline (`--baseline`), so that only new problems are reported. */
import { relative } from 'node:path';

/** What is known of each file, as a job has it; can be cloned to another thread. */
export interface Baseline {
  /** The folder of the baseline, from which paths of files count. */
  readonly folder: string;
  /** Fingerprints by path. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** What is found now is recorded, so nothing of it is new. */
  readonly records: boolean;
}

/** The code of the rule of each problem of a file, by fingerprint. */
export type Fingerprints = Readonly<Record<string, string>>;

/** The path of a file as the baseline in a folder names it. */
export function nameIn(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}
