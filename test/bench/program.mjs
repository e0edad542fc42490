// Runs programs from start to exit.
import { spawnSync } from 'node:child_process';

const usage = new URL('./usage.mjs', import.meta.url).href;

/**
 * Runs a program of Node's to its end. Throws if it cannot be started, or is ended by a signal.
 * @param {string[]} args of node
 * @returns {{ wall: number, code: number, output: string }} the time from its start to its end in ms, its exit code, and
 *   what it wrote: to standard output, then to standard error
 */
export function run(args, { cwd } = {}) {
  const started = performance.now();
  const { status, output, error, signal } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LC_ALL: 'C' },
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = performance.now() - started;
  if (status === null) throw error ?? new Error(`${args[0]} was ended by ${signal}`);
  const [, out, errors, used] = output;
  return { wall, code: status, output: out + errors, used };
}

/**
 * The same, with what the program has used.
 * @returns {ReturnType<typeof run> & { user: number, system: number, peak: number }} as `usage.mjs` has it
 */
export function runMeasured(args, how) {
  const ran = run(['--import', usage, ...args], how);
  return { ...ran, ...JSON.parse(ran.used) };
}
