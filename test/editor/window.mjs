// A window of the packaged extension in real VS Code, and what a person does in it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbench, startWebHost } from './host.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vsix = join(root, 'dist/levers.vsix');

/** Packages the production bundles as they are in dist/. */
export function packageExtension() {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules/@vscode/vsce/package.json'), 'utf8'));
  const vsce = join(root, 'node_modules/@vscode/vsce', manifest.bin.vsce);
  const flags = [
    'package',
    '--readme-path',
    'client/README.md',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '-o',
    vsix,
  ];
  const { status, stderr } = spawnSync(process.execPath, [vsce, ...flags], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** One editor window, and what a person does in it. */
export class Window {
  /** @param {string} shots folder for screenshots */
  constructor(host, workbench, shots) {
    this.shots = shots;
    this.host = host;
    this.workbench = workbench;
    this.page = workbench.page;
  }

  /** Opens a file of the folder by its name. */
  async open(name) {
    await this.page.keyboard.press('Control+P');
    await this.page.keyboard.type(name);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.page.locator('.editor-instance .native-edit-context, .editor-instance textarea').first().focus();
  }

  async run(command) {
    await this.page.keyboard.press('Control+Shift+P');
    await this.page.locator('.quick-input-widget input').fill(`>${command}`);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
    await this.page.keyboard.press('Enter');
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
      throw new Error(`expected ${errors} errors and ${warnings} warnings; the status bar says “${label}”`);
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
  async press(key, shows, takeBack) {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.page.keyboard.press(key);
      const shown = await shows.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (shown) return;
      await this.page.keyboard.press(takeBack);
    }
    throw new Error(`${key} does not show ${shows}`);
  }

  /** Opens the menu of fixes at the cursor; asked too early after a key it stays away, so it is asked again. */
  fixes(row) {
    return this.press('Control+.', row, 'Escape');
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

/** Opens a window on a folder, lets `use` work in it, and closes it whatever happens. */
export async function inWindow({ folder, shots, settings, locale, theme, trust, size }, use) {
  const host = await startWebHost({
    vsix,
    folder,
    ...(settings && { settings }),
    ...(locale && { locale }),
    ...(trust !== undefined && { trust }),
  });
  let window;
  try {
    const viewport = size ?? { width: 1280, height: 800 };
    window = new Window(
      host,
      await openWorkbench(host, { viewport, empty: readdirSync(folder).length === 0, ...(theme && { theme }) }),
      shots,
    );
    window.page.setDefaultTimeout(45_000);
    await use(window);
  } catch (error) {
    await window?.shot(`failed-${Date.now()}`);
    throw error;
  } finally {
    await window?.workbench.close();
    await host.close();
  }
}
