// Runs every kind of test and closes with the line "N passed, N failed".   Arguments: names of kinds (all)
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { glob } from 'tinyglobby';
import { bundles, shared } from '../esbuild.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
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

/** Runs test files with Node's runner and counts their tests (suites are not counted). */
async function nodeTests(files, concurrency) {
  const stream = run({ files, concurrency, timeout: 15 * 60_000 });
  stream.on('test:pass', (event) => event.details.type !== 'suite' && !event.skip && !event.todo && total.passed++);
  stream.on('test:fail', (event) => event.details.type !== 'suite' && total.failed++);
  stream.on('test:pass', (event) => {
    // A skipped test is not a passed one: nothing may be left out silently.
    if (event.skip !== undefined || event.todo !== undefined) total.failed++;
  });
  await new Promise((resolve) => stream.compose(new spec()).on('end', resolve).pipe(process.stdout, { end: false }));
}

async function bundled(patterns) {
  const entryPoints = await glob(patterns);
  const outdir = 'dist/test';
  await esbuild.build({ ...shared, entryPoints, outdir, outbase: 'test', sourcemap: 'inline', external: ['vscode'] });
  return entryPoints.map((file) => `${root}${outdir}/${file.replace(/^test\//, '').replace(/\.ts$/, '.js')}`);
}

const kinds = {
  /** Derived files are up to date, the code is tidy, the types hold, in the core also without Node and DOM. */
  async static() {
    program('derived files are up to date', 'schemas/generate.mjs', '--check');
    program('format and lint', bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.');
    program('types', bin('typescript', 'tsc'), '-p', '.');
    program('types of the core', bin('typescript', 'tsc'), '-p', 'server/src/core');
    program('types of the pages', bin('typescript', 'tsc'), '-p', 'client/src/preview/view');
  },
  /** Text in, text out. */
  async unit() {
    await nodeTests(await bundled(['test/{core,features,rules,tidy}/**/*.test.ts']), true);
  },
  /** The built server over stdio and the built command line. */
  async built() {
    await nodeTests(await bundled(['test/{lsp,cli}/**/*.test.ts']), 1);
  },
  /** The built extension in real VS Code. */
  async editor() {
    await bundled(['test/editor/suite.ts']);
    await nodeTests(
      (await glob('test/editor/*.test.mjs')).map((file) => root + file),
      1,
    );
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((kind) => !(kind in kinds));
if (unknown.length) {
  console.error(`There is no kind of test ${unknown.join(', ')}; there are: ${Object.keys(kinds).join(', ')}`);
  process.exit(2);
}
rmSync('dist', { recursive: true, force: true });
await Promise.all(bundles({ production: true }).map((options) => esbuild.build(options)));
for (const [name, test] of Object.entries(kinds)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n— ${name}`);
  try {
    await test();
  } catch (error) {
    total.failed++;
    console.log(`✖ ${name}: ${error?.stack ?? error}`);
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
