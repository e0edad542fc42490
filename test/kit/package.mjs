// Packages `dist/` as a VSIX. As a program: into the root of the project.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes the VSIX. Throws where the packager fails.
 * @param {string} [out] a file, or a folder for one that is named after the extension
 * @param {import('node:child_process').StdioOptions} [stdio] of the packager; an error says what was piped
 */
export function packageExtension(out = 'dist/levers.vsix', stdio = 'pipe') {
  const manifest = JSON.parse(readFileSync(`${root}node_modules/@vscode/vsce/package.json`, 'utf8'));
  const flags =
    '--no-dependencies --allow-missing-repository --no-rewrite-relative-links --readme-path client/README.md';
  const args = ['package', ...flags.split(' '), '-o', out];
  const vsce = `${root}node_modules/@vscode/vsce/${manifest.bin.vsce}`;
  const { status, stderr } = spawnSync(process.execPath, [vsce, ...args], { cwd: root, encoding: 'utf8', stdio });
  if (status !== 0) throw new Error(`the extension could not be packaged\n${stderr ?? ''}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) packageExtension('.', 'inherit');
