// Runs every tier of tests and closes with the line "N passed, N failed".
// Arguments: names of tiers (all)   --long: those by chance   --minutes: how long each property is tried   --seed
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { glob } from 'tinyglobby';
import { buildProduct } from '../esbuild.mjs';
import { bundleTests, editorTests, root } from './kit/bundle.mjs';
import { runTests } from './kit/runner.mjs';

process.chdir(root);
const total = { passed: 0, failed: 0 };

/** Counts one check that is a program: it passes when that exits with 0. */
function program(title, command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  const ok = status === 0;
  total[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? '✔' : '✖'} ${title}`);
  if (!ok) console.log(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}`);
}

/** Where a package's program starts. */
function bin(name, file) {
  const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `node_modules/${name}/${typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[file]}`;
}

/** Runs test programs and adds their counts. */
async function tests(programs, options) {
  const { passed, failed } = await runTests(programs, options);
  total.passed += passed;
  total.failed += failed;
}

/** All tests that need nothing built: those of a new folder too. */
const core = ['test/**/*.test.ts', '!test/{lsp,cli,fuzz}/**'];
const processes = availableParallelism();

const tiers = {
  /** Derived files are up to date, the code is tidy, the types hold, in the core also without Node and DOM. */
  async static() {
    program('derived files are up to date', 'schemas/generate.mjs', '--check');
    program('format and lint', bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.');
    program('types', bin('typescript', 'tsc'), '-p', '.');
    program('types of the core', bin('typescript', 'tsc'), '-p', 'server/src/core');
    program('types of the pages', bin('typescript', 'tsc'), '-p', 'client/src/preview/view');
  },
  /** Text in, text out: examples, and the specifications of the rules. */
  async unit() {
    const programs = await bundleTests(await glob(core), { outdir: 'dist/test/unit', programs: 2 * processes });
    await tests(programs, { concurrency: processes, env: { LEVERS_TIER: 'unit' } });
  },
  /** What holds for every generated text. */
  async property() {
    const files = (await glob(core)).filter((file) => /^ *(property|sweep)\(/m.test(readFileSync(file, 'utf8')));
    const programs = await bundleTests(files, { outdir: 'dist/test/property' });
    await tests(programs, { concurrency: processes, env: { LEVERS_TIER: 'property' } });
  },
  /** The built server over stdio and the built command line. */
  async built() {
    const programs = await bundleTests(await glob('test/{lsp,cli}/**/*.test.ts'), { outdir: 'dist/test/built' });
    await tests(programs, { concurrency: processes });
  },
  /** The built server under random edits and requests, beside a fresh one. */
  async fuzz() {
    const programs = await bundleTests(await glob('test/fuzz/**/*.test.ts'), { outdir: 'dist/test/fuzz' });
    await tests(programs, { concurrency: processes });
  },
  /** The built extension in real VS Code. */
  async editor() {
    const files = await glob('test/editor/*.test.mjs');
    // Two at a time: a window waits as long as it works. These are about as long as the others.
    const isFirst = (file) => /(compare|extension|glance|pictures|plans-view)\.test\.mjs$/.test(file);
    const groups = [files.filter(isFirst), files.filter((file) => !isFirst(file))];
    await tests(await editorTests(groups), { concurrency: groups.length });
  },
};

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean' }, minutes: { type: 'string' }, seed: { type: 'string' } },
});
const byChance = ['property', 'fuzz'];
const unknown = asked.filter((name) => !(name in tiers));
if (unknown.length) {
  console.error(`There is no tier of tests ${unknown.join(', ')}; there are: ${Object.keys(tiers).join(', ')}`);
  process.exit(2);
}
if (values.long) {
  const { minutes, seed = String(randomInt(1, 2 ** 31)) } = values;
  process.env.LEVERS_SEED = seed;
  if (minutes) process.env.LEVERS_MINUTES = minutes;
  else process.env.LEVERS_RUNS = '5000';
  const again = [...asked, ...(minutes ? ['--minutes', minutes] : []), '--seed', seed].join(' ');
  console.log(`To repeat this run: npm run test:long -- ${again}`);
}
rmSync('dist/test', { recursive: true, force: true });
await buildProduct({ production: true });
const times = [];
for (const [name, test] of Object.entries(tiers)) {
  if (asked.length ? !asked.includes(name) : values.long && !byChance.includes(name)) continue;
  console.log(`\n— ${name}`);
  const start = performance.now();
  const { passed, failed } = total;
  try {
    await test();
  } catch (error) {
    total.failed++;
    console.log(`✖ ${name}: ${error?.stack ?? error}`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  times.push(`${name}: ${total.passed - passed} passed, ${total.failed - failed} failed in ${seconds} s`);
}
console.log(`\n${times.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
