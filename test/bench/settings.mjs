// The arguments of a run, and how often it repeats things.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const { values: options } = parseArgs({
  options: {
    /** A look: fewer repetitions, keystrokes and plans. */
    quick: { type: 'boolean', default: false },
    /** The parts to run, by their names; all without it. */
    only: { type: 'string', multiple: true, default: [] },
    /** Writes the page into the documentation, too. */
    write: { type: 'boolean', default: false },
  },
});

const { quick } = options;

/**
 * How often anything is repeated: at most and at least, and no more after so many ms.
 * @typedef {{ most: number, least: number, budget: number }} Limits
 */

/** @type {Limits} */
export const limits = quick ? { most: 8, least: 3, budget: 2000 } : { most: 25, least: 5, budget: 8000 };

/** For what takes many seconds. @type {Limits} */
export const fewTimes = { most: quick ? 1 : 3, least: 0, budget: Number.POSITIVE_INFINITY };

/** After how many keystrokes memory is read. */
export const keystrokes = quick ? 100 : 1000;

/** How many plans a folder has, how many of them the slow peer gets, and how many the larger folder has, if any; how many plans are compared. */
export const plans = quick
  ? { folder: 1000, sample: 20, diff: 200, larger: undefined }
  : { folder: 10_000, sample: 500, diff: 200, larger: 100_000 };

/** For files that nobody needs later. */
export const temporary = mkdtempSync(join(tmpdir(), 'levers-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
