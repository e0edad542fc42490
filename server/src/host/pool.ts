/** Worker pool: threads take the next few items from a shared counter until none are left, so nothing is dealt out in advance. */
import type { Worker } from 'node:worker_threads';

/** How many items a thread takes at once: enough that messages cost nothing, few enough that all threads end together. */
const batchSize = 16;

/** The input of a pool, shared by its threads. */
export interface Work<Job> {
  /** Holds for all items; can be cloned to another thread. */
  readonly job: Job;
  readonly items: readonly string[];
  /** Index of the first item that no thread has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Results of consecutive items, the first of which is `items[first]`. */
export interface Batch<Result> {
  readonly first: number;
  readonly results: readonly Result[];
}

/** Running threads. */
export interface Pool {
  /** Resolves when all threads have ended, however many items they managed; rejects with the error of one that failed. */
  readonly done: Promise<void>;
  /** Ends the threads; results that are still on their way are dropped. */
  stop(): void;
}

export function workOn<Job>(job: Job, items: readonly string[]): Work<Job> {
  return { job, items, next: new Int32Array(new SharedArrayBuffer(4)) };
}

/** One thread's part of the work: takes batches of items until none are left. */
export async function takeBatches<Result>(
  { items, next }: Work<unknown>,
  check: (item: string) => Result | Promise<Result>,
  give: (batch: Batch<Result>) => void,
): Promise<void> {
  for (;;) {
    const first = Atomics.add(next, 0, batchSize);
    if (first >= items.length) return;
    const results: Result[] = [];
    for (const item of items.slice(first, first + batchSize)) results.push(await check(item));
    give({ first, results });
  }
}

/** Starts `count` threads, each of which runs `takeBatches` and posts its batches. */
export function startPool<Job, Result>(
  work: Work<Job>,
  count: number,
  start: (work: Work<Job>) => Worker,
  give: (batch: Batch<Result>) => void,
): Pool {
  let stopped = false;
  const workers = Array.from({ length: count }, () => start(work));
  const ends = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        worker.on('message', (batch: Batch<Result>) => stopped || give(batch));
        worker.once('error', reject);
        worker.once('exit', () => resolve());
      }),
  );
  const done = Promise.all(ends).then(() => {});
  // Whoever stops a pool need not wait for it.
  done.catch(() => {});
  const stop = () => {
    stopped = true;
    for (const worker of workers) void worker.terminate();
  };
  return { done, stop };
}

/**
 * The result of each item, in their order; this thread takes part beside `helpers` others. `taken`: told how many items the
 * threads have begun with. Rejects when one of them fails, or ends before its work does.
 */
export async function runAll<Job, Result>(
  job: Job,
  items: readonly string[],
  helpers: number,
  start: (work: Work<Job>) => Worker,
  check: (item: string) => Result,
  taken: (count: number) => void = () => {},
): Promise<Result[]> {
  const work = workOn(job, items);
  const all: Result[] = [];
  const give = ({ first, results }: Batch<Result>) => {
    for (const [index, result] of results.entries()) all[first + index] = result;
  };
  const pool = startPool(work, helpers, start, give);
  try {
    const told = (item: string) => {
      taken(Math.min(Atomics.load(work.next, 0), items.length - 1));
      return check(item);
    };
    await takeBatches(work, told, give);
    await pool.done;
  } finally {
    pool.stop();
  }
  if (items.some((_, index) => !all[index])) throw new Error('a helper has ended early');
  return all;
}
