// The page about a run.
import { cpus, totalmem } from 'node:os';
import { allAims, growthOf, kinds, short } from './aims.mjs';
import { atLines, median, quantile, ratio, remarks, rows, valuesOf } from './samples.mjs';
import { ajv, ourVersion, spectral, them, us, versionOf } from './servers.mjs';
import { folderSizes, hugeSizes, sizes, spectralSample } from './settings.mjs';

function table(header, lines) {
  const all = [header, header.map((_, n) => (n ? '--:' : '---')), ...lines];
  return all.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

const unique = (values) => [...new Set(values)];

/** All that was measured together: a column pair for each subject, and our share of what each other takes. */
function tableOf(group) {
  const own = rows.filter((row) => row.group === group);
  const subjects = unique(own.map(({ subject }) => subject)).sort((a, b) => (b === us) - (a === us));
  const others = subjects.filter((subject) => subject !== us);
  const lines = unique(own.map(({ metric }) => metric)).map((metric) => {
    const samples = subjects.map((subject) => valuesOf(group, metric, subject));
    const cells = samples.flatMap((values) => [
      short(median(values)),
      values.length > 1 ? short(quantile(values, 0.95)) : '',
    ]);
    const counts = unique(samples.map(({ length }) => length).filter(Boolean));
    return [metric, ...cells, ...others.map((other) => short(ratio(group, metric, us, other))), counts.join(' / ')];
  });
  const ratios = others.length > 1 ? others.map((other) => `ratio to ${other}`) : others.map(() => 'ratio');
  return table(['', ...subjects.flatMap((subject) => [subject, 'p95']), ...ratios, 'samples'], lines);
}

/** All kinds of keystrokes beside each other. */
function kindsTable() {
  const measured = [...sizes, ...hugeSizes].filter(
    (lines) => valuesOf(atLines(lines), 'keystroke (value): work', us).length > 0,
  );
  if (measured.length === 0) return undefined;
  const header = [
    'kind',
    ...measured.flatMap((lines) => [atLines(lines), 'p95, ms']),
    'our exponent',
    'that of the other',
  ];
  const lines = kinds.map((kind) => [
    kind,
    ...measured.flatMap((size) => {
      const wall = valuesOf(atLines(size), `keystroke (${kind}): wall`, us);
      return [
        short(ratio(atLines(size), `keystroke (${kind}): work`, us, them)),
        wall.length ? short(quantile(wall, 0.95)) : '',
      ];
    }),
    short(growthOf(kind, us)),
    short(growthOf(kind, them)),
  ]);
  return `## Keystrokes by kind

Our work over that of the other, our wall time (95th percentile), and how the work grows from 1,000 to 20,000 lines.

${table(header, lines)}

`;
}

function aimsTable() {
  const lines = allAims().map(({ what, aim, measured, met }) => [
    what,
    aim,
    measured,
    met === undefined ? (measured ? '' : 'not measured') : met ? 'yes' : '**no**',
  ]);
  return table(['', 'aim', 'measured', 'met'], lines);
}

/** What was measured, on which machine. @param {{ load: number[] }} run */
export function report({ load }) {
  const [{ model }] = cpus();
  const groups = unique(rows.map(({ group }) => group));
  return `## Aims

${aimsTable()}

## Machine

* ${model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory
* Node.js ${process.version}
* ${us} ${ourVersion} (production build), ${[them, ajv, spectral].map((name) => `${name} ${versionOf(name)}`).join(', ')}
* ${new Date().toISOString().slice(0, 10)}; load average ${load.map((value) => value.toFixed(1)).join(' before, ')} after

${kindsTable() ?? ''}## Figures

Times are in milliseconds, memory is in MiB, where nothing else is said: medians, and the 95th percentile where there are several samples. The ratio is ours to theirs, the median over samples taken side by side; below 1 we need less.

${groups.map((group) => `### ${group[0].toUpperCase()}${group.slice(1)}\n\n${tableOf(group)}`).join('\n\n')}

## Were the answers right?

Every sample of a keystroke counts only when the diagnostics that must follow have arrived, ours with the version of the document.

${remarks.size ? [...remarks].map((remark) => `* ${remark}`).join('\n') : 'All other answers held what they should.'}
`;
}

/** How it was measured: the beginning of the page. */
export const method = `# Benchmarks

Our language server beside ${them} ${versionOf(them)} with our JSON Schema. \`npm run bench -- --write\` makes this page from one run, and nothing in it is written by hand.

## Method

* Both servers run on the same Node.js, over stdio, with the same generated plans, which hold no error. They take turns within every repetition, each first equally often, and the first repetition does not count.
* **Start** is from the start of the process to the first diagnostics with an error that was planted in the text.
* **Keystroke** is from a change to the diagnostics that must follow it, in the middle of the plan. Changes plant an error and take it out again: one character in a value (*value*), a pasted strategy (*paste*), a quotation mark that is not closed (*quote*), a new line with half a key (*key*). One character in a text (*prose*) makes no error: there, an error stands in another strategy, and what counts are the next diagnostics, with that error. **Work** is the wall time less the 200 ms that the other server waits by design; what we wait counts.
* **Completion while typing** is from a change to the answer of a completion that was asked for at once.
* **Other requests** are asked of a document that did not change since the last time, and after the diagnostics of a change (a character in a text); an error stands in the plan. Only what a server announces is asked of it. \`documentSymbol\` is the outline; the other server ends it after 5,000 symbols.
* **Burst** is 20 characters of prose at eight a second, then a mistake; its CPU is that of all of it.
* **Memory after keystrokes** is what is resident when so many errors were planted and taken out, all over the plan, each as soon as the diagnostics of the one before had arrived. Several such sessions run beside each other, one for each core.
* **In one process**: \`parse\` of a plan that was never seen before, and then \`check\`, all rules over it.
* **Command line**: from the start of the process to its exit, in a folder that the system has read before. No two plans are alike; one in a hundred has an error, and every tool must tell just those. ${ajv} takes a date for a text only in quotes, so its copy of the folder has them; ${spectral} gets ${short(spectralSample)} of the plans. With \`--cache\`, other plans have changed each time.
* **Editor: a folder**: the client pulls diagnostics where the server offers it, of the open file and of the whole folder, and else takes what is pushed. All problems are known when every plan with an error is reported, counted from the start of the server. The other server looks at open files only: there, ${short(folderSizes.some)} plans are opened as documents, each with an error.
* **The packaged extension**: activation is what VS Code itself says in its page of running extensions (loading the code and calling \`activate\`, without what that awaits), in the browser's VS Code with its extension host on Node.js.
* **CPU** is the time of all threads of the server until it is quiet again, as the kernel counts it. **Memory** is what is resident, of the server and all processes that it started.

`;
