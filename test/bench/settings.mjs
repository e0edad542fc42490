// What one run of the benchmark measures: its arguments, sizes and repetitions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const { values: options } = parseArgs({
  options: {
    /** A fast look: small sizes, few repetitions. */
    quick: { type: 'boolean', default: false },
    /** Plans of 100,000 lines too. */
    huge: { type: 'boolean', default: false },
    /** Lines of the plans that are edited, with commas between. */
    sizes: { type: 'string' },
    /** How many plans the folder has. */
    plans: { type: 'string' },
    /** The parts to run, by their names; all without it. */
    only: { type: 'string', multiple: true, default: [] },
    /** Where all samples are written. */
    json: { type: 'string' },
    /** A build of our server to measure instead of a fresh one. */
    server: { type: 'string' },
    /** A build of our command line to measure instead of a fresh one. */
    cli: { type: 'string' },
    write: { type: 'boolean', default: false },
    /** Where `--write` writes. */
    page: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});

const { quick } = options;

/** Lines of the plans that are edited. */
export const sizes = options.sizes?.split(',').map(Number) ?? (quick ? [100, 1000] : [100, 1000, 5000, 20_000]);

/** A size for which everything takes long: only keystrokes and memory are measured. */
export const hugeSizes = options.huge ? [100_000] : [];

/**
 * How often anything is repeated: at most and at least, and no more after so many ms.
 * @typedef {{ most: number, least: number, budget: number }} Limits
 */

/** @type {Limits} */
export const limits = quick ? { most: 5, least: 2, budget: 1500 } : { most: 20, least: 3, budget: 5000 };

/** For what takes seconds. @type {Limits} */
export const fewTimes = { most: quick ? 1 : 3, least: quick ? 1 : 3, budget: Number.POSITIVE_INFINITY };

/** After how many keystrokes memory is read. */
export const countsOf = (lines) => (quick || lines > 20_000 ? [25, 50, 100] : [250, 500, 1000]);

const plans = Number(options.plans ?? (quick ? 300 : 10_000));

/** How many plans a folder has: all of them, those that the slow alternative gets, and lines of each plan. */
export const folderSizes = { all: plans, some: Math.ceil(plans / 10), lines: 120 };

/** How many plans of the folder `spectral` checks. */
export const spectralSample = quick ? 20 : 500;

/** For files that nobody needs later. */
export const temporary = mkdtempSync(join(tmpdir(), 'levers-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
