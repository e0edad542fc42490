// The page about a run: one table of figures, each with its aim.
import { cpus, loadavg, totalmem } from 'node:os';
import { median, ratio, remarks } from './samples.mjs';
import { ajv, ourVersion, spectral, us, versionOf, yamlServer } from './servers.mjs';
import { options } from './settings.mjs';

/**
 * `ours` and `theirs` say what the measured value was made of.
 * @typedef {{ what: string, measured: string, aim: string, reached: boolean, ours: string, theirs: string }} Figure
 */

/** Three digits that count. */
export const short = (x) =>
  Math.abs(x) >= 100 ? Math.round(x).toLocaleString('en') : String(Number(x.toPrecision(Math.abs(x) < 0.1 ? 2 : 3)));

/** @returns {Figure} */
export const atMost = (what, aim, value, unit = '', { ours = '', theirs = '' } = {}) => ({
  what,
  measured: short(value) + unit,
  aim: `≤ ${aim}${unit}`,
  reached: value <= aim,
  ours,
  theirs,
});

/** @returns {Figure} */
export const atLeast = (what, aim, value, { ours = '', theirs = '' } = {}) => ({
  what,
  measured: short(value),
  aim: `≥ ${aim}`,
  reached: value >= aim,
  ours,
  theirs,
});

/** At most so much of what a peer takes; samples of one index were taken side by side. @returns {Figure} */
export const share = (what, aim, [ours, theirs], unit) =>
  atMost(what, aim, ratio(ours, theirs), '', {
    ours: short(median(ours)) + unit,
    theirs: short(median(theirs)) + unit,
  });

/** @param {string[][]} rows the first is the header */
function table([header, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, n) => (n === 0 || n > 3 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const method = `Each ratio is what we take over what a peer takes for the same in the same run: ${yamlServer} with our JSON Schema, ${ajv}, ${spectral}, \`parseDocument\` of \`yaml\`, or a Node.js that does nothing. They take turns, each first equally often, and the first repetition does not count; values are medians where nothing else is said. All programs run on the same Node.js. The plans are generated and without an error, but for the one of 330 lines, which is an example of ours.

* **First reading**: \`parse\` and \`check\` in a process that has read many plans, of a text that it has not read before.
* **Start**: from the start of the server to the diagnostics of an open plan with an error.
* **Keystroke**: from a change in the middle of the plan to the diagnostics that must follow. Changes plant an error and take it out again: a character in a value (*value*), a pasted strategy (*paste*), a quotation mark that is not closed (*quote*), a new line with half a key (*key*). A character in a text (*prose*) makes no error: there, an error stands elsewhere. **Work** is that time less the 200 ms that the peer waits by design.
* **Burst**: 20 characters of prose at eight a second, then a mistake; the CPU time of all threads of the server.
* **\`levers check\`**: from the start of the process to its exit, in a folder that the system has read before. No two plans are alike; one in a hundred has an error, and each tool must tell just those. ${ajv} takes a date for a text only in quotes, so its copy of the folder has them. Memory is the peak of what is resident.
* **Memory of the server**: what is resident after errors were planted and taken out all over the plan, each as soon as the diagnostics of the one before had arrived.
* **Activation**: what VS Code says in its page of running extensions, in the browser's VS Code with its extension host on Node.js.`;

/**
 * The page, in Markdown.
 * @param {Figure[]} figures
 * @param {number} loadBefore the load average before the run
 */
export function page(figures, loadBefore) {
  const header = ['', 'measured', 'aim', 'reached', us, 'peer'];
  const rows = figures.map(({ what, measured, aim, reached, ours, theirs }) => [
    what,
    measured,
    aim,
    reached ? 'yes' : '**no**',
    ours,
    theirs,
  ]);
  const peers = [yamlServer, ajv, spectral].map((name) => `${name} ${versionOf(name)}`);
  return `# Benchmarks

\`npm run bench -- --write\` makes this page from one run, and nothing in it is written by hand.

${table([header, ...rows])}

${[...remarks].map((remark) => `* **Wrong:** ${remark}\n`).join('')}* ${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory; Node.js ${process.version}
* ${us} ${ourVersion} (production build), ${peers.join(', ')}
* ${new Date().toISOString().slice(0, 10)}${options.quick ? ', a quick run' : ''}; load average ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after

## How it was measured

${method}
`;
}
