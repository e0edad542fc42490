// Writes the npm package of the command line, without the editor, from `dist/`: package.json and README.md of this folder, the
// version of the project, and the files that this package.json names. Argument: another folder than
// `dist/npm/`, which is published; what is there is replaced.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const root = fileURLToPath(new URL('..', import.meta.url));
const json = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

const out = resolve(process.argv[2] ?? `${root}dist/npm`);
const { name, ...others } = json('npm/package.json');
rmSync(out, { recursive: true, force: true });
for (const path of [...globSync(others.files, { cwd: root }), 'LICENSE']) cpSync(`${root}${path}`, join(out, path));
cpSync(`${root}npm/README.md`, join(out, 'README.md'));
const { version } = json('package.json');
writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name, version, ...others }, null, 2)}\n`);
