// Bundles of tests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { shared } from '../../esbuild.mjs';
import { packageExtension } from './package.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

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
    // Of the compiler, a program that it finds beside itself.
    external: ['vscode', 'typescript/*'],
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

/**
 * Packages the extension, bundles the suite that runs inside of VS Code (which loads CommonJS), and writes programs that
 * import tests of the editor: those of a program share editors.
 * @param {string[][]} groups paths of test files from the root, for each program
 * @returns {Promise<string[]>} paths of the programs, from the root
 */
export async function editorTests(groups) {
  packageExtension();
  await esbuild.build({
    ...shared,
    entryPoints: ['test/editor/suite.ts'],
    outfile: 'dist/test/editor/suite.js',
    sourcemap: 'inline',
    external: ['vscode'],
  });
  const end = "import { after } from 'node:test';\nimport { closeEditors } from '../../../test/editor/window.mjs';\n";
  return groups.map((files, index) => {
    const path = `dist/test/editor/program-${index}.mjs`;
    const imports = files.map((file) => `import '../../../${file}';\n`).join('');
    writeFileSync(`${root}${path}`, `${end}${imports}after(closeEditors);\n`);
    return path;
  });
}
