// Builds `dist/`: client.js; protocol.js, which it and the server load; preview.js and brief.css, for the pages of its panels; pages.json, about rules; server.mjs and levers.mjs (the command
// line) with the chunks that they share; cli.js, which starts the latter.   --production  --watch
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
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

const definitionOf = (schema) => (schema?.$ref ?? schema?.allOf?.[0].$ref)?.replace('#/definitions/', '');

/**
 * A schema cut where objects have a definition of their own: what they may hold is checked by itself, and again only
 * when it changed. `parts` collects by key where that is: under the key, in the items of its list, or further below.
 */
function cut(schema, definitions, parts) {
  const partIn = (inner) => (definitions[definitionOf(inner)]?.properties ? definitionOf(inner) : undefined);
  const { properties, ...others } = schema;
  if (!properties) return schema;
  const inner = Object.entries(properties).map(([key, { items, ...value }]) => {
    const [whole, item] = [partIn(value), partIn(items)];
    const below = {};
    const rest = whole ? {} : { ...cut(value, definitions, below), ...(items && !item && { items }) };
    if (whole) parts[key] = { whole };
    else if (item) parts[key] = { item };
    else if (Object.keys(below).length > 0) parts[key] = { below };
    return [key, rest];
  });
  return { ...others, properties: Object.fromEntries(inner) };
}

/** So many keys of an object that take the same are checked each by itself. */
const mostAlike = 20;

/** A schema in which more keys that take the same, such as those of rules in a configuration, are checked by one pattern. */
function alikeOnce({ properties, ...others }) {
  if (!properties) return others;
  const alike = new Map();
  for (const [key, value] of Object.entries(mapped(properties, alikeOnce))) {
    const json = JSON.stringify(value);
    alike.set(json, [...(alike.get(json) ?? []), key]);
  }
  const result = { ...others, properties: {} };
  for (const [json, keys] of alike) {
    if (keys.length > mostAlike)
      result.patternProperties = { [`^(?:${keys.join('|')})$`]: JSON.parse(json), ...result.patternProperties };
    else for (const key of keys) result.properties[key] = JSON.parse(json);
  }
  return result;
}

/** The definitions that parts have, at any depth. */
const definitionsIn = (parts) =>
  Object.values(parts).flatMap(({ whole, item, below }) => (below ? definitionsIn(below) : [whole ?? item]));

/**
 * The JavaScript of functions that validate data against a JSON Schema, with every error, not just the first: `root`
 * for the whole without its parts, and one for each definition that parts have. `parts` says where these are in each.
 */
export async function validatorSource(schemaPath) {
  const { definitions, $id, ...root } = checksOnly(JSON.parse(await read(schemaPath)));
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strict: true,
    messages: false,
    code: { source: true },
  });
  const values = Object.fromEntries(Object.entries(definitions).filter(([, { properties }]) => !properties));
  const parts = {};
  const waiting = ['root'];
  for (const name of waiting) {
    parts[name] = {};
    const schema = alikeOnce(cut(name === 'root' ? root : definitions[name], definitions, parts[name]));
    ajv.addSchema({ ...schema, definitions: values }, name);
    for (const definition of definitionsIn(parts[name])) if (!waiting.includes(definition)) waiting.push(definition);
  }
  const names = Object.fromEntries(waiting.map((name) => [name, name]));
  return `${standalone.default(ajv, names)}\nexports.parts = ${JSON.stringify(parts)};\n`;
}

/** The characters of an encoding in two bytes. `first` and `second`: the lowest and the highest value of each. */
function charactersOf(label, first, second) {
  const decoder = new TextDecoder(label);
  const range = ([low, high]) => Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const texts = range(first).flatMap((byte) =>
    range(second).map((other) => decoder.decode(Uint8Array.of(byte, other))),
  );
  return texts.filter((text) => /^\p{Script=Han}$/u.test(text));
}

/**
 * What `pinyin-pro` knows, as far as ids of groups need it: by syllable without tone the characters that are read so, of
 * GB 2312 (all) and Big5 (the common ones), and `〇`; and the words of two or three that are not read as their characters are alone.
 */
export async function pinyinTable() {
  const { pinyin } = await import('pinyin-pro');
  const reading = (text) => pinyin(text, { toneType: 'none', v: true });
  // Behind a character that makes no word with any: at the start of a text some are read otherwise.
  const alone = (character) => reading(`〇${character}`).split(' ')[1];
  const common = [charactersOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe]), charactersOf('big5', [0xa4, 0xc6], [0x40, 0xfe])];
  const characters = new Set(['〇', ...common.flat().sort()]);
  const syllables = {};
  for (const character of characters) {
    const syllable = alone(character);
    syllables[syllable] = (syllables[syllable] ?? '') + character;
  }
  const dictionaries = ['dict3', 'dict2'].map((name) => import(`pinyin-pro/dist/esm/data/${name}.mjs`));
  const known = (await Promise.all(dictionaries)).flatMap((dictionary) => Object.keys(dictionary.default));
  const words = known.filter((word) => {
    const each = [...word];
    return each.every((one) => characters.has(one)) && reading(word) !== each.map(alone).join(' ');
  });
  return { syllables, words: Object.fromEntries(words.map((word) => [word, reading(word)])) };
}

/** The texts in tab stops of our snippets that are sentences or long names: an author replaces those. */
function templateWords(snippets) {
  const stops = snippets.flatMap((text) => [...text.matchAll(/\$\{\d+:([^}]*)\}/g)].map(([, word]) => word));
  const told = stops.filter((word) => /\p{Lu}[\p{Ll}-]* \p{L}|\p{Script=Han}{3}/u.test(word));
  return [...new Set(told.filter((word) => !/(?:lead|负责人|发起人)$/.test(word)))];
}

/** Imports that are worked out when building: YAML files as data, schemas as compiled validators, tables of words. */
export const derived = {
  name: 'derived',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await read(path))),
      loader: 'json',
      watchFiles: [path],
    }));
    build.onResolve({ filter: /^levers:validate-/ }, ({ path }) => ({ path, namespace: 'levers' }));
    build.onLoad({ filter: /^levers:validate-/, namespace: 'levers' }, async ({ path }) => {
      const schema = `${root}schemas/levers-${path.replace('levers:validate-', '')}.schema.json`;
      return { contents: await validatorSource(schema), loader: 'js', resolveDir: root, watchFiles: [schema] };
    });
    const snippets = ['levers-plan', 'levers-plan.zh-cn', 'plans', 'plans.zh-cn'].map(
      (name) => `${root}snippets/${name}.json`,
    );
    build.onResolve({ filter: /^levers:template-words$/ }, ({ path }) => ({ path, namespace: 'levers' }));
    build.onLoad({ filter: /^levers:template-words$/, namespace: 'levers' }, async () => ({
      contents: JSON.stringify(templateWords(await Promise.all(snippets.map(read)))),
      loader: 'json',
      watchFiles: snippets,
    }));
    // It lies in the package that it is made of, so that the notices tell of that.
    const table = `${root}node_modules/pinyin-pro/table.json`;
    build.onResolve({ filter: /^levers:pinyin$/ }, () => ({ path: table }));
    build.onLoad({ filter: /pinyin-pro\/table\.json$/ }, async () => ({
      contents: JSON.stringify(await pinyinTable()),
      loader: 'json',
    }));
  },
};

/** Build options that every bundle shares, tests included. */
export const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Else a pattern that names a script is put together again each time that it is used.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
  // The packages' ES modules: smaller and without the wrappers that `require` needs.
  mainFields: ['module', 'main'],
  // Its modules are exported for browsers only; what these leave out are bytes in YAML.
  alias: { yaml: fileURLToPath(new URL('../browser/dist/index.js', import.meta.resolve('yaml'))) },
  // A style sheet that is imported is a text.
  loader: { '.css': 'text' },
  legalComments: 'none',
  charset: 'utf8',
  plugins: [derived],
  logLevel: 'warning',
  absWorkingDir: root,
};

/** One part of a rule as esbuild prints it: on a line of its own, or over several. */
const partOfRule = (name) => new RegExp(`^  ${name}: \\{(?:.*\\}|\\n[\\s\\S]*?\\n  \\})(?=,?$)`, 'm');

/** Leaves out of the rules what only their pages and the settings say: the product needs to know whether a rule may be excepted. */
const withoutPages = {
  name: 'without-pages',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]rules[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await read(path), {
        loader: 'ts',
        target: shared.target,
        supported: shared.supported,
        charset: 'utf8',
      });
      const contents = code
        .replace(partOfRule('doc'), (doc) => (/^ {4}allow: /m.test(doc) ? 'doc: { allow: true }' : 'doc: {}'))
        .replace(partOfRule('summary'), 'summary: {}');
      return { contents, loader: 'js', resolveDir: dirname(path), watchFiles: [path] };
    });
  },
};

/** Takes what client and server both speak from one file beside them, which is bundled once. */
const protocolBeside = {
  name: 'protocol-beside',
  setup(build) {
    const speaking = /^vscode-(?:languageserver-protocol|jsonrpc)(?:\/node)?$/;
    build.onResolve({ filter: speaking }, () => ({ path: './protocol.js', external: true }));
  },
};

/** What differs for the script of a page in a panel. */
const inPage = { platform: 'browser', format: 'iife', target: 'chrome130' };

/** Both programs as modules: what they share, the core above all, is split off into chunks. CommonJS in them asks for `require`. */
const programs = {
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

/** The languages of the pages about rules, and where these stand. */
const pageFolders = { en: 'docs/rules', 'zh-CN': 'docs/zh-cn/rules' };

/** The pages about rules as one file, a third of what they take each by itself in a package: by code, then by language. */
async function rulePages() {
  const names = (await readdir(join(root, pageFolders.en))).filter((name) => name !== 'README.md');
  const texts = (name) =>
    Promise.all(
      Object.entries(pageFolders).map(async ([locale, folder]) => [locale, await read(join(root, folder, name))]),
    );
  const pages = names.map(async (name) => [name.replace('.md', ''), Object.fromEntries(await texts(name))]);
  return JSON.stringify(Object.fromEntries(await Promise.all(pages)));
}

/** The bundles that are shipped. */
function bundles({ production, outdir }) {
  const common = { ...shared, minify: production, sourcemap: !production, outdir };
  return [
    {
      ...common,
      plugins: [protocolBeside, ...shared.plugins],
      entryPoints: { client: 'client/src/node.ts' },
      external: ['vscode'],
    },
    { ...common, entryPoints: { protocol: 'vscode-languageserver-protocol/node' } },
    { ...common, ...inPage, entryPoints: { preview: 'client/src/preview/view/main.ts' } },
    // The panel loads it; the page that stands alone holds it.
    {
      ...common,
      sourcemap: false,
      loader: { '.css': 'css' },
      entryPoints: { brief: 'server/src/core/brief/brief.css' },
    },
    {
      ...common,
      ...programs,
      plugins: [withoutPages, protocolBeside, ...shared.plugins],
      entryPoints: { server: 'server/src/lsp/node.ts', levers: 'server/src/cli/node.ts' },
    },
    { ...common, entryPoints: { cli: 'server/src/cli/start.ts' }, banner: { js: '#!/usr/bin/env node' } },
  ];
}

/** The folder of the package that a bundled file belongs to, from the root; undefined for our own files. */
const packageOf = (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];

/**
 * The packages of which something was bundled, each with its licence and the text of that, in the order of their names.
 * `metafiles`: of the builds.
 */
export async function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  const folders = new Set(
    inputs.flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 && packageOf(input)) || []),
  );
  const packages = await Promise.all(
    [...folders].map(async (folder) => {
      const { name, version, license } = JSON.parse(await read(join(root, folder, 'package.json')));
      const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
      return { name, version, license, text: file ? (await read(join(root, folder, file))).trim() : undefined };
    }),
  );
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notices that the licences of bundled packages ask for. */
function notices(packages) {
  const parts = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`);
  return `LEVERS contains these packages, each under its own licence.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/**
 * Writes `dist/`, or another folder. `production`: as it is shipped, else with source maps, as `npm run watch` does. Returns
 * the packages in it.
 */
export async function buildProduct({ production, outdir = 'dist' }) {
  const folder = resolve(root, outdir);
  // Chunks have hashes in their names: those of earlier builds would be shipped, too.
  const earlier = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.mjs'));
  await Promise.all(earlier.map((name) => rm(join(folder, name))));
  const options = bundles({ production, outdir }).map((bundle) => ({ ...bundle, metafile: true }));
  const built = await Promise.all(options.map((bundle) => esbuild.build(bundle)));
  const packages = await bundledPackages(built.map(({ metafile }) => metafile));
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
  await writeFile(join(folder, 'pages.json'), await rulePages());
  return packages;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) {
    for (const options of bundles({ production: false, outdir: 'dist' }))
      await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
    await writeFile(join(root, 'dist/pages.json'), await rulePages());
  } else await buildProduct({ production: process.argv.includes('--production') });
}
