// Runs one test file, or the specification of one rule: its name, a part of it, or a path.   -t "test name"   --watch
import { watch } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { buildProduct } from '../esbuild.mjs';
import { bundleTests, editorTests, root } from './kit/bundle.mjs';
import { runTests } from './kit/runner.mjs';

process.chdir(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { test: { type: 'string', short: 't' }, watch: { type: 'boolean', short: 'w' } },
});

/** `test/core/parse.test.ts`, `server/src/core/model/parse.ts` and `parse` name the same tests. */
const stem = (path) => basename(path.replaceAll('\\', '/')).replace(/(\.test)?\.(ts|mjs|md)$/, '');

const all = globSync(['test/rules/*.md', 'test/**/*.test.{ts,mjs}']);
const words = positionals.map(stem);
const chosen = [
  all.filter((path) => positionals.includes(path)),
  all.filter((path) => words.includes(stem(path))),
  all.filter((path) => words.some((word) => path.includes(word))),
].find((paths) => paths.length > 0);
if (!chosen) {
  const reason = words.length ? `No test is called ${positionals.join(', ')}.` : 'Which test?';
  console.error(`${reason} Usage: npm run t -- FILE-OR-PART-OF-ITS-NAME ... [-t "test name"] [--watch]`);
  process.exit(2);
}
const specs = chosen.filter((path) => path.endsWith('.md'));
const sources = chosen.filter((path) => path.endsWith('.ts'));
const inEditor = chosen.filter((path) => path.endsWith('.mjs'));
if (specs.length) sources.push('test/rules/rules.test.ts');

/** Bundles what is needed, runs it, and gives the exit code. */
async function runOnce() {
  // As `npm run watch` writes it, which may be running.
  if (chosen.some((path) => /^test\/(lsp|cli|editor)\//.test(path))) await buildProduct({ production: false });
  const programs = [
    ...(sources.length ? await bundleTests([...new Set(sources)], { outdir: 'dist/test/one', programs: 1 }) : []),
    ...(inEditor.length ? await editorTests([inEditor]) : []),
  ];
  const env = specs.length ? { LEVERS_SPECS: specs.map(stem).join(' ') } : {};
  const { passed, failed } = await runTests(programs, { concurrency: 1, env, pattern: values.test });
  if (passed + failed === 0) console.error(`No test's name matches ${values.test}.`);
  return passed === 0 || failed > 0 ? 1 : 0;
}

/** Resolves when a file that a test may depend on changes, and no other does for a moment. */
const changed = () =>
  new Promise((done) => {
    let timer;
    const watchers = ['client', 'server', 'schemas', 'snippets', 'examples', 'test'].map((folder) =>
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          for (const watcher of watchers) watcher.close();
          done();
        }, 100);
      }),
    );
  });

process.exitCode = await runOnce().catch((error) => {
  if (!values.watch) throw error;
});
while (values.watch) {
  await changed();
  await runOnce().catch(() => {}); // esbuild has said what is wrong
}
