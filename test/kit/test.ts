/** How tests are registered: examples with `it`, properties with `property`. A tier of `npm test` runs one of both. */
import assert from 'node:assert/strict';
import { it as nodeIt } from 'node:test';

/** What is run: `unit`, only examples; `property`, only properties; otherwise both. */
const tier = process.env.LEVERS_TIER;

/** A whole number from an environment variable, at least 1; undefined where it is not set. */
function count(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Error(`${name} is a whole number from 1 on, not “${text}”`);
  return Number(text);
}

/** How often each property is tried, whatever it asks for. */
const runs = count('LEVERS_RUNS');
/** How many minutes each property is tried instead. */
const minutes = count('LEVERS_MINUTES');
/** The same texts each time, unless another seed is asked for: CI must not fail by chance. */
const seed = count('LEVERS_SEED') ?? 1;

/** An example: text in, text out. */
export const it: typeof nodeIt = tier === 'property' ? (((..._: unknown[]) => undefined) as never) : nodeIt;

/** How a property is tried: for the second argument of `fc.assert`. */
export interface Trials {
  readonly seed: number;
  readonly numRuns: number;
  /** Milliseconds. */
  readonly interruptAfterTimeLimit?: number;
}

/**
 * A property: what holds for every generated input. `trials`: how many of them `npm test` tries. A failure prints its
 * seed; `LEVERS_SEED=SEED npm run t -- FILE` repeats it.
 */
export function property(title: string, trials: number, test: (trials: Trials) => void | Promise<void>): void {
  const limit = minutes
    ? { numRuns: 2 ** 31 - 1, interruptAfterTimeLimit: 60_000 * minutes }
    : { numRuns: runs ?? trials };
  sweep(title, () => test({ seed, ...limit }));
}

/** A property of all inputs of a list, or of a very large one: it runs with the properties, and needs no seed. */
export function sweep(title: string, test: () => void | Promise<void>): void {
  if (tier !== 'unit') nodeIt(title, test);
}

/** Fails where too few trials had the property's subject: less than `share` for each trial. Few trials prove nothing. */
export function assertOften(count: number, share: number, { numRuns }: Trials, subject: string): void {
  if (numRuns >= 50 && !minutes) assert.ok(count >= share * numRuns, `only ${count} ${subject} in ${numRuns} trials`);
}
