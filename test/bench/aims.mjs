// The aims, each with what was measured.
import { bare, folderGroup, onePlanGroup } from './commandLine.mjs';
import { editorGroup } from './folder.mjs';
import { memoryAfter } from './memory.mjs';
import { packagedGroup } from './packaged.mjs';
import { requestNames } from './requests.mjs';
import { atLines, growth, medianOf, quantile, ratio, valuesOf } from './samples.mjs';
import { ajv, spectral, them, us } from './servers.mjs';
import { countsOf, folderSizes, hugeSizes, sizes, spectralSample } from './settings.mjs';

/**
 * `met` is undefined for what was not measured.
 * @typedef {{ what: string, aim: string, measured: string, met: boolean | undefined }} Aim
 */

/** A number as it is read best. */
export const short = (x) => {
  if (!Number.isFinite(x)) return '';
  if (Number.isInteger(x)) return x.toLocaleString('en');
  const size = Math.abs(x);
  return x.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
};

const known = (value, met) => (Number.isFinite(value) ? met : undefined);

/** @returns {Aim} */
export const atMost = (what, limit, value, unit = '') => ({
  what,
  aim: `≤ ${limit}${unit}`,
  measured: Number.isFinite(value) ? `${short(value)}${unit}` : '',
  met: known(value, value <= limit),
});

/** @returns {Aim} */
export const atLeast = (what, limit, value, unit = '') => ({
  what,
  aim: `≥ ${limit}${unit}`,
  measured: Number.isFinite(value) ? `${short(value)}${unit}` : '',
  met: known(value, value >= limit),
});

/** What is told without an aim. @returns {Aim} */
const shown = (what, value) => ({ what, aim: 'shown', measured: short(value), met: undefined });

/** Our share of what the other language server takes. */
const share = (lines, metric) => ratio(atLines(lines), metric, us, them);

const p95 = (lines, metric) => {
  const values = valuesOf(atLines(lines), metric, us);
  return values.length ? quantile(values, 0.95) : Number.NaN;
};

/** The kinds of keystrokes that were measured, the one with aims first. */
export const kinds = ['value', 'prose', 'paste', 'quote', 'key'];

/** How the work of a keystroke grows from 1,000 to 20,000 lines; NaN where these were not measured. */
export function growthOf(kind, subject) {
  const points = sizes
    .filter((lines) => lines >= 1000)
    .map((lines) => [lines, medianOf(atLines(lines), `keystroke (${kind}): work`, subject)]);
  return points.length > 1 ? growth(points) : Number.NaN;
}

function keystrokeAims() {
  const small = sizes.filter((lines) => lines <= 1000);
  const worst = Math.max(...small.map((lines) => p95(lines, 'keystroke (value): wall')));
  const work = [
    [1000, 0.15],
    [5000, 0.04],
    [20_000, 0.01],
  ];
  return [
    atMost('keystroke → diagnostics, wall, 95th percentile, up to 1,000 lines', 16, worst, ' ms'),
    ...work.map(([lines, limit]) =>
      atMost(`the same, work, ${atLines(lines)}`, limit, share(lines, 'keystroke (value): work')),
    ),
    atMost('growth exponent of a keystroke’s work, 1,000 → 20,000 lines', 0.3, growthOf('value', us)),
  ];
}

function completionAims() {
  const worst = (lines) =>
    Math.max(...['use', 'status'].map((key) => share(lines, `completion while typing at \`${key}:\``)));
  return [
    atMost(`completion while typing, ${atLines(1000)}`, 0.15, worst(1000)),
    atMost(`completion while typing, ${atLines(20_000)}`, 0.01, worst(20_000)),
  ];
}

/** Requests that we announce: of a document as it is and after a change, both must be quick. @returns {Aim[]} */
function requestAims() {
  const lines = 20_000;
  const group = atLines(lines);
  const asked = requestNames.flatMap((name) => [name, `${name} after a change`]);
  const rows = asked.filter((metric) => valuesOf(group, metric, us).length > 0);
  if (rows.length === 0) {
    return [{ what: `every other request, ${group}`, aim: '≤ 10 ms or ≤ 0.1', measured: '', met: undefined }];
  }
  return rows.map((metric) => {
    const [time, part] = [medianOf(group, metric, us), share(lines, metric)];
    const measured = [`${short(time)} ms`, short(part)].filter(Boolean).join(', ');
    return { what: `${metric}, ${group}`, aim: '≤ 10 ms or ≤ 0.1', measured, met: time <= 10 || part <= 0.1 };
  });
}

function memoryAims() {
  return [...sizes, ...hugeSizes].flatMap((lines) => {
    const [first, , last] = countsOf(lines);
    const now = medianOf(atLines(lines), memoryAfter(last), us);
    const before = medianOf(atLines(lines), memoryAfter(first), us);
    const name = memoryAfter(last).replace(':', '');
    return [
      atMost(`${name}, ${atLines(lines)}`, 0.6, share(lines, memoryAfter(last))),
      atMost(`the same, over that after ${short(first)}`, 1.1, now / before),
    ];
  });
}

function rulesAims() {
  return [1000, 20_000].map((lines) => {
    const group = atLines(lines);
    const [check, parse] = ['check', 'parse'].map((name) => valuesOf(group, `in one process: ${name}`, us));
    const values = check.map((value, n) => value / parse[n]);
    return atMost(
      `rules against reading: \`check\` over \`parse\`, ${group}`,
      0.1,
      values.length ? quantile(values, 0.5) : Number.NaN,
    );
  });
}

function commandLineAims() {
  const rate = (other) => ratio(folderGroup, 'plans per second (more is better)', us, other);
  const cold = medianOf(folderGroup, 'cold: wall', us);
  const again = medianOf(folderGroup, 'with --cache, 1% changed: wall', us);
  const count = short(folderSizes.all);
  return [
    atLeast(`\`levers check\` of ${count} plans, plans per second over \`${ajv}\``, 1.5, rate(ajv)),
    atLeast(`the same over \`${spectral}\` (on ${short(spectralSample)} plans)`, 20, rate(spectral)),
    atLeast('the same folder again with `--cache`, 1% changed, over its own cold run', 5, cold / again),
    atMost(`\`levers check\` of one plan over \`${bare}\``, 2.5, ratio(onePlanGroup, 'start to exit: wall', us, bare)),
  ];
}

function editorFolderAims() {
  const group = editorGroup(folderSizes.all);
  const name = `${short(folderSizes.all)} plans`;
  const of = (metric) => medianOf(group, metric, us);
  const first = (within) => of(`first diagnostics of the open file, ${within} the folder: wall`);
  return [
    shown(`first diagnostics in a folder of ${name}, over that without the folder`, first('with') / first('without')),
    shown(
      `all problems of ${name} known, over \`levers check\``,
      of('all problems known: wall') / of('levers check: wall'),
    ),
    atMost(`memory then, ${name}`, 300, (of('all problems known: memory') * 2 ** 20) / 1e6, ' MB'),
    atMost(
      'one plan changed on the disk: plans that are reported again',
      1,
      of('one plan changed on the disk: reports (number)'),
    ),
    atMost(
      'the same, CPU over that of the whole folder',
      0.01,
      of('one plan changed on the disk: CPU') / of('all problems known: CPU'),
    ),
  ];
}

function packagedAims() {
  return [
    atMost('the packaged extension', 700, medianOf(packagedGroup, 'size (kB)', us), ' kB'),
    atMost('activation in the extension host of real VS Code', 50, medianOf(packagedGroup, 'activation', us), ' ms'),
  ];
}

/** @returns {Aim[]} */
export function allAims() {
  return [
    atMost(`start → first diagnostics, ${atLines(1000)}`, 0.25, share(1000, 'start: wall')),
    atMost(`start → first diagnostics, ${atLines(20_000)}`, 0.42, share(20_000, 'start: wall')),
    ...keystrokeAims(),
    ...completionAims(),
    ...sizes.map((lines) =>
      atMost(`CPU of a burst of 20 characters, ${atLines(lines)}`, 1, share(lines, 'burst: CPU')),
    ),
    ...requestAims(),
    ...memoryAims(),
    ...commandLineAims(),
    ...editorFolderAims(),
    ...packagedAims(),
    ...rulesAims(),
  ];
}
