// Measures our language server and yaml-language-server side by side on the same plans: `npm run bench`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { Client } from './lsp.mjs';
import { applied, makePlan, sites } from './plans.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    /** A build of our server to measure instead of a fresh one. */
    server: { type: 'string' },
    write: { type: 'boolean', default: false },
    /** Where `--write` writes. */
    page: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});
if (process.platform !== 'linux')
  throw new Error('This benchmark reads CPU time and memory from /proc: it needs Linux.');

const sizes = options.quick ? [100, 1000] : [100, 1000, 5000, 20000];
/** How often anything is repeated: at most and at least, and no more after so many ms. */
const limits = options.quick ? { most: 5, least: 2, budget: 1500 } : { most: 20, least: 3, budget: 5000 };
const schemaPath = join(root, 'schemas/levers-plan.schema.json');
const { description: statusHelp } = JSON.parse(readFileSync(schemaPath, 'utf8')).definitions.strategy.properties.status;

// The servers

const theirPackage = { name: 'yaml-language-server', version: '2.0.0' };

/** Installs the other server unless it is there. @returns its folder */
function install({ name, version }) {
  const home = join(root, '.vscode-test/bench');
  const folder = join(home, 'node_modules', name);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== version) {
    mkdirSync(home, { recursive: true });
    execFileSync(
      'npm',
      ['install', '--prefix', home, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  }
  return folder;
}

const temporary = mkdtempSync(join(tmpdir(), 'levers-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** Our production build of these sources, where no other build touches it. @returns the file */
async function build() {
  const bundle = bundles({ production: true }).find(({ entryPoints }) => entryPoints.server);
  await esbuild.build({ ...bundle, outdir: temporary });
  return join(temporary, 'server.js');
}

const ours = {
  name: 'LEVERS',
  args: [options.server ?? (await build()), '--stdio'],
  languageId: 'levers-plan',
  versions: true,
  /** How long it waits by design before it validates. */
  delay: 0,
};
const theirs = {
  name: theirPackage.name,
  args: [join(install(theirPackage), 'bin/yaml-language-server'), '--stdio'],
  languageId: 'yaml',
  delay: 200,
  settings: {
    yaml: {
      schemas: { [pathToFileURL(schemaPath).href]: ['*.levers.yaml'] },
      schemaStore: { enable: false, url: '' },
      kubernetesCRDStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
    },
    http: { proxy: '', proxyStrictSSL: false },
    '[yaml]': { 'editor.tabSize': 2 },
  },
};
const servers = [ours, theirs];

// Measuring

/** @type {{ lines: number, metric: string, server: string, values: number[] }[]} */
const samples = [];
/** What was wrong or missing in the answers. @type {Set<string>} */
const remarks = new Set();

function record(lines, metric, server, value) {
  let row = samples.find((entry) => entry.lines === lines && entry.metric === metric && entry.server === server.name);
  if (!row) {
    row = { lines, metric, server: server.name, values: [] };
    samples.push(row);
  }
  row.values.push(value);
}

const grave = ({ severity = 1 }) => severity <= 2;
const clean = (diagnostics) => !diagnostics.some(grave);
const planted = (edit) => (diagnostics) =>
  diagnostics.some((one) => grave(one) && (edit.line === undefined || one.range.start.line === edit.line));

/** Repeats `once` for both servers in turn, each first equally often; the first repetition is not recorded. */
async function interleaved(subjects, once) {
  const end = performance.now() + limits.budget;
  for (let n = 0; n <= limits.most && (n <= limits.least || performance.now() < end); n++) {
    for (const subject of n % 2 ? subjects : subjects.toReversed()) await once(subject, n > 0);
  }
}

/** From the start of the process to the diagnostics with the planted error. */
async function coldStart(lines, text, edit, uri) {
  const broken = applied(text, edit.plant);
  await interleaved(servers, async (server, counts) => {
    const client = new Client(server, uri);
    const arrived = client.expect(planted(edit));
    await client.open(broken);
    const wall = (await arrived) - client.started;
    const cpu = await client.idle();
    if (counts) {
      record(lines, 'cold start: wall', server, wall);
      record(lines, 'cold start: CPU', server, cpu);
      record(lines, 'memory: opened', server, client.memory());
    }
    await client.stop();
  });
}

/** A change and the diagnostics that must follow; `during` is asked at once after the change. */
async function keystroke(client, change, accept, during) {
  const before = client.cpu();
  const arrived = client.expect(accept);
  const sent = performance.now();
  client.change(change);
  const answer = during && (await during());
  const wall = (await arrived) - sent;
  const cpu = (await client.idle()) - before;
  if (!accept(client.diagnostics)) remarks.add(`${client.server.name}: right diagnostics were followed by wrong ones.`);
  return { wall, cpu, sent, answer };
}

/** An edit and its undoing: the diagnostics must change each time. */
async function edits(lines, kind, edit, clients) {
  await interleaved(clients, async (client, counts) => {
    for (const [change, accept] of [
      [edit.plant, planted(edit)],
      [edit.mend, clean],
    ]) {
      const { wall, cpu } = await keystroke(client, change, accept);
      if (!counts) continue;
      record(lines, `keystroke (${kind}): wall`, client.server, wall);
      record(lines, `keystroke (${kind}): work`, client.server, wall - client.server.delay);
      record(lines, `keystroke (${kind}): CPU`, client.server, cpu);
    }
  });
}

/** How many symbols an outline holds. */
const counted = (symbols) => symbols.reduce((sum, { children = [] }) => sum + 1 + counted(children), 0);

const labels = (result) => (result?.items ?? result ?? []).map(({ label }) => label);

async function completions(lines, key, { position, typed, expected }, clients) {
  const verify = (client, { result }) => {
    if (!labels(result).includes(expected)) {
      remarks.add(`${client.server.name}: completion at \`${key}:\` does not offer \`${expected}\`.`);
    }
  };
  await interleaved(clients, async (client, counts) => {
    const sent = performance.now();
    const answer = await client.ask('completion', { position, context: { triggerKind: 1 } });
    await client.idle();
    verify(client, answer);
    if (counts) record(lines, `completion at \`${key}:\``, client.server, answer.at - sent);
  });
  await interleaved(clients, async (client, counts) => {
    for (const change of [typed.plant, typed.mend]) {
      // Right behind the character, or where it was.
      const at = change === typed.plant ? typed.mend.range.end : typed.plant.range.start;
      const ask = () => client.ask('completion', { position: at, context: { triggerKind: 1 } });
      const { answer, sent } = await keystroke(client, change, () => true, ask);
      if (change === typed.mend) verify(client, answer);
      if (counts) record(lines, `completion while typing at \`${key}:\``, client.server, answer.at - sent);
    }
  });
}

async function questions(lines, places, clients) {
  const asked = {
    hover: [{ position: places.hover }, (result) => JSON.stringify(result ?? '').includes(statusHelp.slice(0, 20))],
    documentSymbol: [{}, (result) => result?.some(({ name }) => name === 'levers')],
  };
  for (const [method, [params, verify]] of Object.entries(asked)) {
    await interleaved(clients, async (client, counts) => {
      const sent = performance.now();
      const { result, at } = await client.ask(method, params);
      await client.idle();
      if (!verify(result)) remarks.add(`${client.server.name}: ${method} does not hold what it should.`);
      if (!counts) return;
      record(lines, method, client.server, at - sent);
      if (method === 'documentSymbol') record(lines, 'documentSymbol: symbols', client.server, counted(result));
    });
  }
}

/** Prose typed at eight characters a second, then a mistake. */
async function burst(lines, { line, character }, edit, clients) {
  const prose = ' and who helps';
  for (const client of clients) {
    const before = client.cpu();
    const published = client.published;
    for (let n = 0; n < prose.length; n++) {
      const at = { line, character: character + n };
      client.change({ range: { start: at, end: at }, text: prose[n] });
      await sleep(125);
    }
    const { wall } = await keystroke(client, edit.plant, planted(edit));
    record(lines, 'burst: mistake at its end', client.server, wall);
    record(lines, 'burst: CPU', client.server, client.cpu() - before);
    record(lines, 'burst: diagnostics sent', client.server, client.published - published);
    await keystroke(client, edit.mend, clean);
    client.change({
      range: { start: { line, character }, end: { line, character: character + prose.length } },
      text: '',
    });
    await sleep(client.server.delay);
    await client.idle();
    record(lines, 'memory: edited', client.server, client.memory());
  }
}

async function measure(lines) {
  const text = makePlan(lines);
  const places = sites(text);
  const uri = pathToFileURL(join(temporary, `plan-${lines}.levers.yaml`)).href;
  await coldStart(lines, text, places.edits.value, uri);
  const clients = servers.map((server) => new Client(server, uri));
  try {
    for (const client of clients) {
      const arrived = client.expect(planted(places.edits.value));
      await client.open(applied(text, places.edits.value.plant));
      await arrived;
      await client.idle();
      await keystroke(client, places.edits.value.mend, clean);
    }
    for (const [kind, edit] of Object.entries(places.edits)) await edits(lines, kind, edit, clients);
    for (const [key, place] of Object.entries(places.completions)) await completions(lines, key, place, clients);
    await questions(lines, places, clients);
    await burst(lines, places.prose, places.edits.value, clients);
  } finally {
    await Promise.all(clients.map((client) => client.stop()));
  }
}

// Reporting

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}
const median = (values) => quantile(values, 0.5);
const short = (x) =>
  Number.isInteger(x) ? `${x}` : Math.abs(x) >= 100 ? x.toFixed(0) : Math.abs(x) >= 10 ? x.toFixed(1) : x.toFixed(2);

/** @returns {number[]} */
const valuesOf = (lines, metric, server) =>
  samples.find((entry) => entry.lines === lines && entry.metric === metric && entry.server === server.name)?.values ??
  [];

/** Our share of their time: the median over samples that were taken side by side. */
function ratio(lines, metric) {
  const other = valuesOf(lines, metric, theirs);
  return median(valuesOf(lines, metric, ours).map((value, n) => value / other[n]));
}

function table(header, rows) {
  const all = [header, header.map((_, n) => (n ? '--:' : '---')), ...rows];
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function tableOf(lines) {
  const metrics = [...new Set(samples.filter((entry) => entry.lines === lines).map(({ metric }) => metric))];
  const cells = (values) => [short(median(values)), values.length > 1 ? short(quantile(values, 0.95)) : ''];
  const rows = metrics.map((metric) => {
    const [a, b] = [valuesOf(lines, metric, ours), valuesOf(lines, metric, theirs)];
    return [metric, ...cells(a), ...cells(b), short(ratio(lines, metric)), `${a.length}`];
  });
  const header = ['', ours.name, 'p95', theirs.name, 'p95', 'ratio', 'samples'];
  return table(header, rows);
}

function aims() {
  const ms = (metric) => median(valuesOf(1000, metric, ours));
  const memory = sizes.map((lines) => ratio(lines, 'memory: edited'));
  const typing = Math.max(ms('completion at `use:`'), ms('completion while typing at `use:`'));
  const list = [
    ['Cold start at 1,000 lines, share of its time', 0.5, ratio(1000, 'cold start: wall')],
    ['Diagnostics after a keystroke at 1,000 lines, ms', 30, ms('keystroke (value): wall')],
    ['Completion at 1,000 lines, ms', 10, typing],
    ['Memory after editing, largest share of its memory', 1, Math.max(...memory)],
  ];
  const rows = list.map(([what, most, is]) => [what, `≤ ${most}`, short(is), is <= most ? 'yes' : 'no']);
  return table(['aim', 'at most', 'measured', 'met'], rows);
}

function report(load) {
  const [{ model }] = cpus();
  const ourVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const heading = (lines) => `### ${lines.toLocaleString('en')} lines`;
  return `## Aims

${aims()}

## Machine

* ${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory
* Node.js ${process.version}
* ${ours.name} ${ourVersion} (production build), ${theirs.name} ${theirPackage.version}
* ${new Date().toISOString().slice(0, 10)}; load average ${load.map((value) => value.toFixed(1)).join(' before, ')} after

## Figures

Times are in milliseconds, memory is in MiB: medians, and the 95th percentile where there are several samples. The ratio is ours to theirs, the median over samples taken side by side; below 1 we need less.

${sizes.map((lines) => `${heading(lines)}\n\n${tableOf(lines)}`).join('\n\n')}

## Were the answers right?

Every sample of a keystroke counts only when the diagnostics that must follow have arrived, ours with the version of the document.

${remarks.size ? [...remarks].map((remark) => `* ${remark}`).join('\n') : 'All other answers held what they should.'}
`;
}

const method = `# Benchmarks

Our language server beside ${theirs.name} ${theirPackage.version} with our JSON Schema. \`npm run bench -- --write\` makes this page from one run, and nothing in it is written by hand.

## Method

* Both servers run on the same Node.js, over stdio, with the same generated plans, which hold no error. They take turns within every repetition, each first equally often, and the first repetition does not count.
* **Cold start** is from the start of the process to the first diagnostics with an error that was planted in the text.
* **Keystroke** is from a change to the diagnostics that must follow it. Changes plant an error and take it out again: one character in a value (*value*), a pasted strategy (*paste*), a quotation mark that is not closed (*quote*), all in the middle of the plan. **Work** is the wall time less the ${theirs.delay} ms that the other server waits by design.
* **Completion while typing** is from a change to the answer of a completion that was asked for at once.
* **documentSymbol** is the outline; the other server ends it after 5,000 symbols.
* **Burst** is prose typed at eight characters a second, then a mistake.
* **CPU** is the time of all threads of the server until it is quiet again, as the kernel counts it. **Memory** is what is resident.

`;

const started = performance.now();
const load = [loadavg()[0]];
for (const lines of sizes) {
  await measure(lines);
  console.error(`${lines} lines: measured after ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
load.push(loadavg()[0]);
const page = report(load);
console.log(page);
if (options.json) writeFileSync(options.json, `${JSON.stringify({ samples, remarks: [...remarks] }, null, 1)}\n`);
if (options.write) writeFileSync(options.page, method + page);
