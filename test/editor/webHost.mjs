/** Real VS Code in a browser (the web host), for tests and for `npm start`. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureBrowser, ensureWebHost, webHost } from './install.mjs';
import { endWithThisProcess, killGroup, reasonOf, remove, run } from './processes.mjs';
import { newProfile, writeSettings } from './profile.mjs';

/** @typedef {import('./processes.mjs').Log} Log */
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
  const { node, program } = webHost;
  const command = [program, '--config=/dev/null'];
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

/** Starts a headless browser that reaches nothing but this machine.
 * @param {Pick<WebHost, 'userDataDir'>} host its browser keeps what it needs beside that folder
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
  return browser.newContext({ locale, permissions: ['clipboard-read', 'clipboard-write'] });
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
