// Builds the bundles: dist/client.js, dist/server.js, dist/levers.js (the command line) and dist/cli.js, which starts it.   --production  --watch
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import esbuild from 'esbuild';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('.', import.meta.url));
const read = (path) => readFile(path, 'utf8');

/** A schema without the notes for people, which a validator would carry along. */
function checksOnly(schema) {
  if (Array.isArray(schema)) return schema.map(checksOnly);
  if (schema === null || typeof schema !== 'object') return schema;
  // Words that begin with `x-` tell people and the language server something; they check nothing.
  const note = (key) => key.startsWith('x-') || ['title', 'description', 'examples', 'default'].includes(key);
  const named = (key) => key === 'properties' || key === 'definitions' || key === 'patternProperties';
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !note(key))
      .map(([key, value]) => [key, named(key) ? mapped(value, checksOnly) : checksOnly(value)]),
  );
}

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** The JavaScript of a function that validates data against a JSON Schema, with every error, not just the first. */
export async function validatorSource(schemaPath) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strict: true,
    messages: false,
    code: { source: true },
  });
  return standalone.default(ajv, ajv.compile(checksOnly(JSON.parse(await read(schemaPath)))));
}

/** Imports that are worked out when building: YAML files as data, and our schemas as compiled validators. */
export const derived = {
  name: 'derived',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await read(path))),
      loader: 'json',
      watchFiles: [path],
    }));
    build.onResolve({ filter: /^levers:/ }, ({ path }) => ({ path, namespace: 'levers' }));
    build.onLoad({ filter: /^levers:validate-/, namespace: 'levers' }, async ({ path }) => {
      const schema = `${root}schemas/levers-${path.replace('levers:validate-', '')}.schema.json`;
      return { contents: await validatorSource(schema), loader: 'js', resolveDir: root, watchFiles: [schema] };
    });
  },
};

/** Build options that every bundle shares, tests included. */
export const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The packages' ES modules: smaller and without the wrappers that `require` needs.
  mainFields: ['module', 'main'],
  // Its modules stand behind the condition for browsers; what they leave out are bytes in YAML.
  alias: { yaml: fileURLToPath(new URL('../browser/dist/index.js', import.meta.resolve('yaml'))) },
  legalComments: 'none',
  charset: 'utf8',
  plugins: [derived],
  logLevel: 'warning',
  absWorkingDir: root,
};

/** The bundles that are shipped. */
export function bundles({ production = false } = {}) {
  const common = { ...shared, minify: production, sourcemap: !production };
  return [
    { ...common, entryPoints: { client: 'client/src/node.ts' }, external: ['vscode'], outdir: 'dist' },
    { ...common, entryPoints: { server: 'server/src/lsp/node.ts' }, outdir: 'dist' },
    {
      ...common,
      entryPoints: { levers: 'server/src/cli/node.ts' },
      outdir: 'dist',
      // A package that is loaded when it is needed asks for it.
      banner: { js: `const bundleUrl = require('node:url').pathToFileURL(__filename).href;` },
      define: { 'import.meta.url': 'bundleUrl' },
    },
    {
      ...common,
      entryPoints: { cli: 'server/src/cli/start.ts' },
      external: ['./levers.js'],
      outdir: 'dist',
      banner: { js: '#!/usr/bin/env node' },
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = bundles({ production: process.argv.includes('--production') });
  if (process.argv.includes('--watch')) {
    for (const option of options) await (await esbuild.context({ ...option, logLevel: 'info' })).watch();
  } else {
    await Promise.all(options.map((option) => esbuild.build(option)));
  }
}
