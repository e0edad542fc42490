// Bundles of tests, and of the product that some of them run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { bundles, shared } from '../../esbuild.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes `dist/`. `production`: as it is shipped, else with source maps, as `npm run watch` does. */
export async function buildProduct({ production }) {
  await Promise.all(bundles({ production }).map((options) => esbuild.build(options)));
}

/**
 * Bundles test files with what they share split off, and programs that import some of them each: few processes load the
 * core less often than one for each file would.
 * @param {string[]} files paths of test files from the root
 * @param {{ outdir: string, programs?: number }} options outdir: from the root
 * @returns {Promise<string[]>} paths of the programs, from the root
 */
export async function bundleTests(files, { outdir, programs = files.length }) {
  await esbuild.build({
    ...shared,
    entryPoints: files,
    outdir,
    outbase: 'test',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    // What bundled CommonJS packages ask for: modules of Node.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    sourcemap: 'inline',
    external: ['vscode'],
  });
  mkdirSync(`${root}${outdir}`, { recursive: true });
  const paths = files.map((file) => file.replace(/^test\//, './').replace(/\.ts$/, '.mjs'));
  return Array.from({ length: Math.min(programs, files.length) }, (_, program) => {
    const own = paths.filter((_, index) => index % programs === program);
    const path = `${outdir}/program-${program}.mjs`;
    writeFileSync(`${root}${path}`, own.map((file) => `import '${file}';\n`).join(''));
    return path;
  });
}

/** The suite that runs inside of VS Code, which loads CommonJS. */
export async function bundleSuite() {
  const options = { ...shared, sourcemap: 'inline', external: ['vscode'] };
  await esbuild.build({ ...options, entryPoints: ['test/editor/suite.ts'], outfile: 'dist/test/suite.cjs' });
}
