// Keeps what was measured, and works out medians and ratios.

/**
 * What one subject (a server, a tool) took for something, time after time.
 * @typedef {{ group: string, metric: string, subject: string, values: number[] }} Row
 */

/** @type {Row[]} */
export const rows = [];

/** What was wrong or missing in the answers. @type {Set<string>} */
export const remarks = new Set();

const find = (group, metric, subject) =>
  rows.find((row) => row.group === group && row.metric === metric && row.subject === subject);

/** The group of measurements at plans of so many lines. */
export const atLines = (lines) => `${lines.toLocaleString('en')} lines`;

/** @param {string} group what was measured together: a size, a folder */
export function record(group, metric, subject, value) {
  const row = find(group, metric, subject);
  if (row) row.values.push(value);
  else rows.push({ group, metric, subject, values: [value] });
}

/** @returns {number[]} */
export const valuesOf = (group, metric, subject) => find(group, metric, subject)?.values ?? [];

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

/** NaN without values. */
export const median = (values) => (values.length ? quantile(values, 0.5) : Number.NaN);

export const medianOf = (group, metric, subject) => median(valuesOf(group, metric, subject));

/** One subject's share of another's: the median over samples that were taken side by side; NaN where one has none. */
export function ratio(group, metric, one, other) {
  const [a, b] = [valuesOf(group, metric, one), valuesOf(group, metric, other)];
  if (a.length !== b.length) return median(a) / median(b);
  return median(a.map((value, n) => value / b[n]));
}

/** How a cost grows with a size: the slope of its logarithm. @param {[size: number, cost: number][]} points */
export function growth(points) {
  const logs = points.map((point) => point.map(Math.log));
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return along / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

/**
 * Repeats `once` for all subjects in turn, each first equally often; the first repetition does not count.
 * @template T
 * @param {readonly T[]} subjects
 * @param {(subject: T, counts: boolean) => Promise<void>} once
 * @param {import('./settings.mjs').Limits} limits
 */
export async function interleaved(subjects, once, { most, least, budget }) {
  const end = performance.now() + budget;
  for (let n = 0; n <= most && (n <= least || performance.now() < end); n++) {
    for (const subject of n % 2 ? subjects : subjects.toReversed()) await once(subject, n > 0);
  }
}
