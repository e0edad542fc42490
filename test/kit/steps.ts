/** Cost in steps instead of seconds: how often the blocks of our code ran, by V8's coverage. */
import { type Profiler, Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** While V8 counts it must neither optimize code, which then counts no longer, nor drop code with its counts. */
const counting = ['opt', 'maglev', 'flush-bytecode'];

/** A connection to V8's profiler; it answers before it returns, as both sides are this process. */
export class Counter {
  private readonly session = new Session();

  constructor() {
    for (const flag of counting) setFlagsFromString(`--no-${flag}`);
    this.session.connect();
    this.post('Profiler.enable');
    this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  private post<T>(method: string, params?: object): T {
    let answer: T | undefined;
    this.session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result as T;
    });
    return answer as T;
  }

  /** How many blocks ran since it was last asked. */
  take(): number {
    const { result } = this.post<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage');
    const blocks = result.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
    return blocks.reduce((sum, { count }) => sum + count, 0);
  }

  close(): void {
    this.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
    for (const flag of counting) setFlagsFromString(`--${flag}`);
  }
}

/**
 * How the steps of some work grow with its size: the exponent is 1 when twice the size takes twice the steps, 2 when it
 * takes four times. The same on every machine; what the engine does inside of one call (a regular expression) is not seen.
 */
export function growth(size: number, work: (size: number) => () => void): number {
  const counter = new Counter();
  try {
    // The first time also prepares what is kept, and ends what was optimized before V8 counted.
    const [, small, large] = [size, size, 4 * size].map((each) => {
      const run = work(each);
      counter.take();
      run();
      return counter.take();
    }) as [number, number, number];
    return Math.log(large / small) / Math.log(4);
  } finally {
    counter.close();
  }
}
