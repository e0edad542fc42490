// Who is measured: our builds, and the peers as they are published.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { shared } from '../../esbuild.mjs';
import { root, temporary } from './settings.mjs';

export const us = 'LEVERS';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
export const ourVersion = manifest.version;
export const schemaPath = join(root, 'schemas/levers-plan.schema.json');

export const yamlServer = 'yaml-language-server';
export const ajv = 'ajv-cli';
export const spectral = '@stoplight/spectral-cli';

const versions = { [yamlServer]: '2.0.0', [ajv]: '5.0.0', [spectral]: '6.16.3' };
export const versionOf = (name) => versions[name];

/** Installs a peer in a folder of its own unless it is there. @returns {string} its folder */
function installed(name) {
  const version = versionOf(name);
  const home = join(root, '.vscode-test/bench', name.replace(/^@.*\//, ''));
  const folder = join(home, 'node_modules', name);
  const found = join(folder, 'package.json');
  if (!existsSync(found) || JSON.parse(readFileSync(found, 'utf8')).version !== version) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', home, ...flags, `${name}@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return folder;
}

/** The file that a package's only command starts. */
export function commandOf(name) {
  const folder = installed(name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : String(Object.values(bin)[0]));
}

/** Builds a module from sources in `contents`, relative to the root. @returns {Promise<string>} the file */
export async function buildModule(name, contents) {
  const outfile = join(temporary, `${name}.cjs`);
  await esbuild.build({
    ...shared,
    stdin: { contents, resolveDir: root, loader: 'ts', sourcefile: `${name}.ts` },
    minify: true,
    outfile,
  });
  return outfile;
}

/** Our command line: the file to start. */
export const commandLine = join(root, manifest.bin.levers);

/** Our language server, as the extension starts it. @type {import('./client.mjs').Server} */
export const ourServer = {
  name: us,
  args: [join(root, 'dist/server.mjs'), '--stdio'],
  languageId: 'levers-plan',
  versions: true,
  delay: 0,
};

/** Our language server and its peer. @returns {import('./client.mjs').Server[]} */
export const languageServers = () => [
  ourServer,
  {
    name: yamlServer,
    args: [commandOf(yamlServer), '--stdio'],
    languageId: 'yaml',
    versions: false,
    delay: 200,
    settings: {
      yaml: {
        schemas: { [pathToFileURL(schemaPath).href]: ['*.levers.yaml'] },
        schemaStore: { enable: false, url: '' },
        kubernetesCRDStore: { enable: false },
        validate: true,
        hover: true,
        completion: true,
        format: { enable: true },
      },
      http: { proxy: '', proxyStrictSSL: false },
      '[yaml]': { 'editor.tabSize': 2 },
    },
  },
];
