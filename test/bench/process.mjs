// CPU time and memory of a process and all that it started, from /proc.
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
export function cpuOf(pid) {
  const files = family(pid).flatMap(threads);
  return total(files.map((thread) => Number(read(`${thread}/schedstat`).split(' ')[0]) / 1e6));
}

/** CPU time of all threads and processes, also of those that have ended, in ms, to the hundredth of a second. */
export function ticksOf(pid) {
  const ofOne = (one) => {
    // The name in parentheses may hold anything.
    const fields = read(`/proc/${one}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    // Its own, and that of children for whose end it has waited.
    return total(fields.slice(11, 15).map(Number)) * 10;
  };
  return total(family(pid).map(ofOne));
}

const status = (pid, key) =>
  total(family(pid).map((one) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(read(`/proc/${one}/status`))?.[1] ?? 0))) /
  1024;

/** Resident memory in MiB. */
export const memoryOf = (pid) => status(pid, 'VmRSS');

/** The most memory that was resident so far, in MiB. */
export const peakOf = (pid) => status(pid, 'VmHWM');
