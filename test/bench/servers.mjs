// Who is measured: our builds, and the alternatives as they are published.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { buildProduct, shared } from '../../esbuild.mjs';
import { options, root, temporary } from './settings.mjs';

export const us = 'LEVERS';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
export const ourVersion = manifest.version;
export const schemaPath = join(root, 'schemas/levers-plan.schema.json');

/** The alternatives, by the names of their packages; with what they need besides. */
const packages = {
  'yaml-language-server': { version: '2.0.0' },
  'ajv-cli': { version: '5.0.0' },
  '@stoplight/spectral-cli': { version: '6.16.3' },
};

export const them = 'yaml-language-server';
export const ajv = 'ajv-cli';
export const spectral = '@stoplight/spectral-cli';

export const versionOf = (name) => packages[name].version;

/** Installs an alternative in a folder of its own unless it is there. @returns {string} its folder */
function installed(name) {
  const { version } = packages[name];
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

let built;

/** Our production builds, where no other build touches them. @returns {Promise<string>} their folder */
function builds() {
  built ??= (async () => {
    const outdir = join(temporary, 'dist');
    // Together, as they are shipped: one may start another.
    await buildProduct({ production: true, outdir });
    return outdir;
  })();
  return built;
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

/** Our command line: the file to start. @returns {Promise<string>} */
export async function commandLine() {
  return options.cli ?? join(await builds(), basename(manifest.bin.levers));
}

/** @type {Promise<[import('./lsp.mjs').Server, import('./lsp.mjs').Server]> | undefined} */
let servers;

/** Our language server and the other. */
export function languageServers() {
  servers ??= (async () => [
    {
      name: us,
      // As the extension starts it.
      args: [options.server ?? join(await builds(), 'server.mjs'), '--stdio'],
      languageId: 'levers-plan',
      versions: true,
      delay: 0,
    },
    {
      name: them,
      args: [commandOf(them), '--stdio'],
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
          format: { enable: true },
        },
        http: { proxy: '', proxyStrictSSL: false },
        '[yaml]': { 'editor.tabSize': 2 },
      },
    },
  ])();
  return servers;
}
