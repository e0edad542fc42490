// A window of the packaged extension in real VS Code, and what a person does in it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureWebHost } from './install.mjs';
import { openBrowser, openWorkbench, startWebHost } from './webHost.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Screenshots of tests land here, to be looked at. */
const testShots = join(root, 'dist/test/shots');
const vsix = join(root, 'dist/levers.vsix');

/** What every window needs, made once. */
let preparation;
const prepared = () => (preparation ??= prepare());
async function prepare() {
  await ensureBrowser({ log: console.log });
  await ensureWebHost({ log: console.log });
}

/** Retries `attempt` until it does not throw, and resolves with its result; after 45 seconds rejects with the last error. */
export async function eventually(attempt) {
  for (const end = Date.now() + 45_000; ; await delay(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Asks until something shows, and takes back in between: what is asked before the editor is ready is lost. */
function untilShown(ask, shows, takeBack) {
  return eventually(async () => {
    await ask();
    try {
      await shows.waitFor({ timeout: 4000 });
    } catch (error) {
      await takeBack();
      throw error;
    }
  });
}

/** One editor window, and what a person does in it. */
export class Window {
  /** @param {string} shots folder for screenshots */
  constructor(page, host, shots) {
    this.page = page;
    this.host = host;
    this.shots = shots;
  }

  /** Puts the window into another color theme. */
  async theme(name) {
    const { page } = this;
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+T');
    const box = page.locator('.quick-input-widget');
    await box.locator('input[placeholder*="Theme"]').fill(name);
    const row = box.locator('.monaco-list-row.focused');
    await row
      .filter({ has: page.locator(`[aria-label^="${name}"]`).or(page.getByText(name, { exact: true })) })
      .waitFor();
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Goes to a file by its name, from wherever the focus is: a picture passes the keys on late. */
  async goTo(name) {
    await this.page.keyboard.press('Control+P');
    await this.page.locator('.quick-input-widget:visible input').first().waitFor();
    await this.page.keyboard.type(name);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the folder by its name. */
  async open(name) {
    await this.goTo(name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.page.locator('.editor-instance .native-edit-context, .editor-instance textarea').first().focus();
  }

  /** Chooses an entry of the menu that is opening: for a moment it ignores clicks, and never a key. */
  async choose(entry) {
    await this.page.locator('.monaco-menu .action-label', { hasText: entry }).hover();
    await this.page.keyboard.press('Enter');
  }

  /** Renames a file in the Explorer. */
  async rename(name, to) {
    const { page } = this;
    const box = page.locator('.explorer-folders-view .monaco-inputbox input');
    // An editor that opens late takes the focus away, and renames something else.
    await untilShown(
      async () => {
        await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click();
        await page.keyboard.press('F2');
      },
      box,
      () => page.keyboard.press('Escape'),
    );
    await box.fill(to);
    await page.keyboard.press('Enter');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: to }).waitFor();
  }

  /** Runs a command by its name. */
  async run(command) {
    const { page } = this;
    // The palette lists what is known when it opens, and an extension's commands may not be yet.
    await untilShown(
      async () => {
        await page.keyboard.press('Control+Shift+P');
        await page.locator('.quick-input-widget input').fill(`>${command}`);
      },
      page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }),
      () => page.keyboard.press('Escape'),
    );
    await page.keyboard.press('Enter');
  }

  /** A row of the suggestions by its text. */
  suggestion(text) {
    return this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text });
  }

  /** Waits for the number of errors and warnings in the status bar. */
  async problems(errors, warnings) {
    const item = '#status\\.problems a';
    const reached = ([selector, ...wanted]) => {
      const label = document.querySelector(selector)?.getAttribute('aria-label') ?? '';
      return ['Errors', 'Warnings'].every(
        (word, i) => Number(new RegExp(`${word}: (\\d+)`).exec(label)?.[1] ?? 0) === wanted[i],
      );
    };
    await this.page.waitForFunction(reached, [item, errors, warnings]).catch(async () => {
      const label = await this.page.locator(item).getAttribute('aria-label');
      const tabs = await this.page.locator('.tab').allTextContents();
      await this.page.locator(item).click();
      const rows = this.page.locator('.markers-panel .monaco-list-row');
      await rows.first().waitFor();
      const listed = (await rows.allTextContents()).join('; ');
      throw new Error(
        `not ${errors} errors and ${warnings} warnings but ${label}: ${listed}; open: ${tabs.join('; ')}`,
      );
    });
  }

  /** Waits for the text of the language status item. */
  async coverage(text) {
    await this.page.waitForFunction(
      (wanted) => document.querySelector('#status\\.languageStatus a')?.getAttribute('aria-label')?.includes(wanted),
      text,
    );
  }

  /** Presses a key until something shows; in between, another takes back what it did instead. */
  press(key, shows, takeBack) {
    const { keyboard } = this.page;
    return untilShown(
      () => keyboard.press(key),
      shows,
      () => keyboard.press(takeBack),
    );
  }

  /** Waits until the cursor is in a line (and column), both from 1. */
  async at(line, column) {
    const place = new RegExp(`\\b${line}\\D+${column ?? '\\d+'}\\b`);
    await this.page.locator('#status\\.editor\\.selection', { hasText: place }).waitFor();
  }

  /** Opens the menu of fixes at the cursor; asked too early after a key it stays away, so it is asked again. */
  fixes(row) {
    return this.press('Control+.', row, 'Escape');
  }

  /** Runs *Fix All* until it tells what it did; problems that arrive while it runs make the editor drop it. */
  fixAll(told) {
    return untilShown(
      () => this.run('Fix All'),
      told,
      () => {},
    );
  }

  /** Expands the snippet whose name stands before the cursor; the editor reads snippets only when they are asked for. */
  snippet(line) {
    return this.press('Tab', line, 'Control+Z');
  }

  async shot(name) {
    mkdirSync(this.shots, { recursive: true });
    // What fades in is shown when it is there; a blinking cursor never ends.
    await this.page.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
          .map((animation) => animation.finished.catch(() => {})),
      ),
    );
    await this.page.screenshot({ path: join(this.shots, `${name}.png`) });
  }
}

/**
 * Editors that are running: a server with the extension installed, and a browser. What only a start can set tells them
 * apart, the display language and trust; a window of any other settings is opened in one of them.
 */
const editors = new Map();

async function start({ folder, locale, trust }) {
  await prepared();
  const host = await startWebHost({ vsix, folder, locale, trust });
  try {
    return { host, context: await openBrowser(host) };
  } catch (error) {
    await host.close();
    throw error;
  }
}

/** Ends all editors; nothing ends by itself before. */
export async function closeEditors() {
  for (const editor of editors.values()) {
    const { host, context } = await editor;
    await context.browser().close();
    await host.close();
  }
  editors.clear();
}

/**
 * Opens a window on a folder that nobody has used, lets `use` work in it, and closes it whatever happens.
 * `shots`: a folder for screenshots; `settings`: of the user, over ours.
 */
export async function inWindow({ folder, shots = testShots, settings, locale, theme, trust, size }, use) {
  const key = `${locale} ${trust}`;
  if (!editors.has(key)) editors.set(key, start({ folder, locale, trust }));
  const { host, context } = await editors.get(key);
  let page;
  let window;
  try {
    page = await openWorkbench(host, context, {
      folder,
      viewport: size ?? { width: 1280, height: 800 },
      settings: { ...settings, ...(theme && { 'workbench.colorTheme': theme }) },
    });
    page.setDefaultTimeout(90_000);
    window = new Window(page, host, shots);
    await use(window);
  } catch (error) {
    await window?.shot(`failed-${Date.now()}`);
    throw error;
  } finally {
    await page?.close();
  }
}
