// CPU time and memory of a running process and all that it started, from /proc.
import { readdirSync, readFileSync } from 'node:fs';

if (process.platform !== 'linux')
  throw new Error('This benchmark reads CPU time and memory from /proc: it needs Linux.');

/** The text of a file of the kernel; empty when its process has just ended. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function threads(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
  } catch {
    return [];
  }
}

/** A process and its descendants that live. @returns {number[]} */
function family(pid) {
  const children = threads(pid).flatMap((thread) => read(`${thread}/children`).split(' ').filter(Boolean).map(Number));
  return [pid, ...children.flatMap(family)];
}

const total = (values) => values.reduce((sum, value) => sum + value, 0);

/** CPU time of all living threads so far, in ms, to the nanosecond. */
export const cpuOf = (pid) =>
  total(
    family(pid)
      .flatMap(threads)
      .map((thread) => Number(read(`${thread}/schedstat`).split(' ')[0]) / 1e6),
  );

/** Resident memory in MB. */
export const memoryOf = (pid) =>
  (total(family(pid).map((one) => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${one}/status`))?.[1] ?? 0))) * 1024) / 1e6;
