// Runs programs from start to exit.
import { spawn } from 'node:child_process';
import { peakOf, ticksOf } from './process.mjs';

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** How often CPU time and memory of a program are looked at, in ms. */
const step = 20;

/**
 * Runs a program of Node's to its end.
 * @param {string[]} args of node
 * @param {{ cwd?: string, watched?: boolean }} [how] `watched`: CPU time and memory are read too, as long as it lives
 */
export async function run(args, { cwd, watched = false } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', LC_ALL: 'C' },
  });
  running.add(child);
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  let [cpu, peak, wall] = [0, 0, 0];
  const look = () => {
    cpu = Math.max(cpu, ticksOf(child.pid));
    peak = Math.max(peak, peakOf(child.pid));
  };
  const timer = watched ? setInterval(look, step) : undefined;
  child.once('exit', () => {
    wall = performance.now() - started;
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(timer);
  running.delete(child);
  return { wall, cpu, peak, code, output: Buffer.concat(chunks).toString() };
}
