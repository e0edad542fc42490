/**
 * Has V8 optimize functions later than by default. As long as there is little to read its compiler is of no use: what is
 * over soon, and the first answers of a server, only wait for it, and it takes a tenth of the process. To be imported
 * first. Where flags may be fixed once the process runs (Electron), nothing is done.
 */
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

// Since V8 12 (Node 22) calls are counted, before it the bytes of code that ran.
const counted = Number.parseInt(process.versions.v8, 10) >= 12;

function optimizeAfter(bytes: number, calls: number): void {
  if (process.versions.electron) return;
  setFlagsFromString(counted ? `--invocation-count-for-turbofan=${calls}` : `--interrupt-budget=${bytes}`);
}

// Flags hold for all threads: what was set since then stays.
if (isMainThread) optimizeAfter(1_200_000, 48_000);

/** A text of this length (UTF-16 units) is much to read. */
const much = 150_000;

/** For a text that is about to be read: of a long one the reading itself is worth being optimized. */
export function optimizeForLength(length: number): void {
  if (length >= much) optimizeSooner();
}

/** For much to read: functions are optimized sooner from now on, but still later than by default. */
export function optimizeSooner(): void {
  optimizeAfter(300_000, 12_000);
}
