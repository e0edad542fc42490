/** Runs a suite of tests inside of VS Code, in a browser or on the desktop. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newTempFolder, quiet, reasonOf, remove } from './processes.mjs';
import { newProfile } from './profile.mjs';
import { openBrowser, startWebHost } from './webHost.mjs';

/** @typedef {{ title: string, ok: boolean, error?: string }} TestOutcome */
/** @typedef {{ passes: number, failures: number, tests: TestOutcome[] }} TestResult */
/** @typedef {import('./webHost.mjs').HostOptions} HostOptions */
/** @typedef {import('./webHost.mjs').WebHost} WebHost */

/** Output of VS Code about itself. */
const NOISE =
  /^(Ignoring fetching|Updating additional|Creating a socket|Resolv(ing|ed) connection|Canceled|Connection error|\[(reconnection-grace|remote-connection|Service Worker|AgentHost|AccountPolicy|DefaultAccount)| +at .*\/workbench\.js:)/;

/** The result that a suite wrote. Nothing else tells: VS Code reports success also for an extension host that died.
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
