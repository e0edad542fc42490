/** Many plans on several threads: each thread, this one too, takes the next few files until none are left. */
import type { Worker } from 'node:worker_threads';
import type { Job, Outcome } from './plans.ts';

/** How many files a thread takes at once: enough that handing over costs nothing, few enough that all end together. */
const handful = 16;

/** What a helping thread is given. */
export interface Share {
  readonly job: Job;
  readonly paths: readonly string[];
  /** The first file that nobody has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** What a helping thread gives back: what came of some files, from `first` on. */
export interface Result {
  readonly first: number;
  readonly outcomes: readonly Outcome[];
}

/** Takes files and checks them until none are left. */
export function take({ paths, next }: Share, check: (path: string) => Outcome, give: (result: Result) => void): void {
  for (;;) {
    const first = Atomics.add(next, 0, handful);
    if (first >= paths.length) return;
    give({ first, outcomes: paths.slice(first, first + handful).map(check) });
  }
}

/** What came of each path, in the order of the paths. Rejects when a helper ends before its work does. */
export async function together(
  job: Job,
  paths: readonly string[],
  helpers: number,
  start: (share: Share) => Worker,
  check: (path: string) => Outcome,
): Promise<Outcome[]> {
  const share: Share = { job, paths, next: new Int32Array(new SharedArrayBuffer(4)) };
  const all: Outcome[] = [];
  const give = ({ first, outcomes }: Result) => {
    for (const [index, outcome] of outcomes.entries()) all[first + index] = outcome;
  };
  const workers = Array.from({ length: helpers }, () => start(share));
  const ends = Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on('message', give);
          worker.once('error', reject);
          worker.once('exit', resolve);
        }),
    ),
  );
  try {
    take(share, check, give);
    await ends;
  } finally {
    ends.catch(() => {});
    for (const worker of workers) void worker.terminate();
  }
  if (paths.some((_, index) => !all[index])) throw new Error('a helper has ended early');
  return all;
}
