// CPU time and memory of a running process, from /proc.
import { readdirSync, readFileSync } from 'node:fs';

if (process.platform !== 'linux')
  throw new Error('This benchmark reads CPU time and memory from /proc: it needs Linux.');

/** The text of a file of the kernel; empty when its thread has just ended. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** CPU time of all living threads so far, in ms, to the nanosecond. */
export function cpuOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]));
  return times.reduce((sum, time) => sum + time, 0) / 1e6;
}

/** Resident memory in MB. */
export const memoryOf = (pid) => (Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1]) * 1024) / 1e6;
