// Repeats what is measured, and works out medians and ratios.

/** What was wrong: an answer, or a part that could not be measured. @type {Set<string>} */
export const remarks = new Set();

/**
 * Repeats `once` for all subjects in turn, each first equally often; the first repetition does not count.
 * @template S, T
 * @param {readonly S[]} subjects
 * @param {(subject: S) => T | Promise<T>} once
 * @param {import('./settings.mjs').Limits} limits
 * @returns {Promise<T[][]>} what it gave, for each subject; samples of one index were taken side by side
 */
export async function inTurn(subjects, once, { most, least, budget }) {
  const samples = subjects.map(() => []);
  const end = performance.now() + budget;
  for (let n = 0; n <= most && (n <= least || performance.now() < end); n++) {
    const order = [...subjects.keys()];
    for (const at of n % 2 ? order : order.toReversed()) {
      const sample = await once(subjects[at]);
      if (n > 0) samples[at].push(sample);
    }
  }
  return samples;
}

/** Interpolated between the two nearest values; NaN without values. */
export function quantile(values, q) {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

/** What we take over what the peer takes: the median over samples that were taken side by side. */
export const ratio = (ours, theirs) => median(ours.map((value, n) => value / theirs[n]));
