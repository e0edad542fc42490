// The view Change Plans in real VS Code: what it lists, where a click leads, how it follows what is typed.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureWebHost } from './host.mjs';
import { inWindow, packageExtension } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Screenshots land here, to be looked at. */
const shots = join(root, 'dist/test/shots');
const log = (line) => console.log(line);

let folder;

/** The view, its rows, and what is said of each. */
class SideBar {
  constructor({ page }) {
    this.page = page;
    this.part = page.locator('.part.sidebar');
  }

  /** Opens the view from the activity bar. */
  async open() {
    await this.page.locator('.part.activitybar .action-item a[aria-label="LEVERS"]').click();
    await this.part.locator('.pane-header, .composite.title').first().waitFor();
  }

  /** A row by the beginning of what it says. */
  row(text) {
    return this.part.locator('.monaco-list-row', { hasText: text });
  }

  /** Waits for a row that says all of this. */
  async shows(label, description) {
    await this.row(label).locator('.label-description', { hasText: description }).waitFor();
  }

  /** Opens what is under a row. */
  async expand(text) {
    const row = this.row(text).first();
    await row.locator('.monaco-tl-twistie').click();
    await this.part.locator('.monaco-list-row[aria-expanded="true"]', { hasText: text }).first().waitFor();
  }
}

describe('the view Change Plans', { timeout: 900_000 }, () => {
  before(async () => {
    await ensureBrowser({ log });
    await ensureWebHost({ log });
    packageExtension();
    folder = mkdtempSync(join(tmpdir(), 'levers-plans-view-'));
    cpSync(join(root, 'examples'), folder, { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (options, use) =>
    inWindow({ folder, shots, settings: { 'levers.workspaceProblems': false }, ...options }, use);

  it('lists all plans with levers and strategies, leads to their place, and follows what is typed', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      const bar = new SideBar(window);
      await bar.open();
      await bar.shows('AI assistant for quotes', '3 of 6 levers');
      await bar.shows('客服中心', '6 of 6 levers');
      assert.equal(await bar.part.locator('.monaco-list-row').count(), 4);
      await window.shot('plans-view');

      await bar.expand('AI assistant for quotes');
      await bar.shows('Values', '1 strategy, but it has no owner');
      await bar.shows('Rewards', 'no strategies yet');
      await bar.expand('Values');
      await bar.expand('Enablement');
      await bar.shows('Build a Training Strategy', 'Carla Nwosu');
      const purpose = bar.row('Communicate the Purpose');
      await purpose.click();
      const lines = readFileSync(join(folder, 'first-draft.levers.yaml'), 'utf8').split('\n');
      const line = lines.findIndex((text) => text.includes('ai-purpose-value')) + 1;
      await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col 14` }).waitFor();
      await window.shot('plans-view-strategy');

      // Someone takes it on: the lever counts, and what was open stays open.
      await page.locator('.editor-instance .native-edit-context, .editor-instance textarea').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.keyboard.press('Control+Backspace');
      await page.keyboard.type('Ana Ruiz');
      await bar.shows('AI assistant for quotes', '4 of 6 levers');
      await bar.shows('Communicate the Purpose', 'Ana Ruiz');
      await bar.row('Build a Training Strategy').waitFor();
      // Lines above move it, and the row still leads there.
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('# A comment\n\n');
      await bar.row('Communicate the Purpose').click();
      await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line + 2}, Col 14` }).waitFor();
      // The plan of the editor in front is selected.
      await window.open('hospital-ai-scribe.levers.yaml');
      await bar.part.locator('.monaco-list-row.selected', { hasText: '5 of 6 levers' }).waitFor();
      await bar.row('5 of 6 levers').hover();
      await bar.row('5 of 6 levers').locator('.action-label[aria-label="Open"]').waitFor();
    });
  });

  it('is new to a file that comes, and no longer has one that goes', async () => {
    await inFolder({ theme: 'Light 2026' }, async (window) => {
      const bar = new SideBar(window);
      await bar.open();
      await bar.shows('AI assistant for quotes', '3 of 6 levers');
      cpSync(join(folder, 'first-draft.levers.yaml'), join(folder, 'copy.levers.yaml'));
      await bar.row('AI assistant for quotes').nth(1).waitFor();
      rmSync(join(folder, 'copy.levers.yaml'));
      await bar.row('AI assistant for quotes').nth(1).waitFor({ state: 'detached' });
      await bar.expand('AI scribe');
      await bar.row('Leadership').waitFor();
      await window.shot('plans-view-light');
    });
  });

  it('says what can be done where there is no plan', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'levers-empty-'));
    try {
      await inWindow({ folder: empty, shots }, async (window) => {
        const bar = new SideBar(window);
        await bar.open();
        const welcome = bar.part.locator('.welcome-view-content');
        await welcome.locator('.monaco-button', { hasText: 'New Change Plan' }).waitFor();
        assert.deepEqual(await welcome.locator('.monaco-button').allTextContents(), ['New Change Plan', 'Get Started']);
        await window.shot('plans-view-empty');
        await welcome.locator('.monaco-button', { hasText: 'New Change Plan' }).click();
        // A plan that is not saved yet is one too.
        await bar.part.locator('.monaco-list-row').first().waitFor();
      });
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });

  it('speaks Chinese, and can be read in high contrast', async () => {
    await inFolder({ locale: 'zh-cn', theme: 'Default High Contrast' }, async (window) => {
      const bar = new SideBar(window);
      await bar.open();
      await bar.shows('客服中心', '已启用 6/6 个 LEVERS');
      await bar.expand('AI assistant for quotes');
      await bar.shows('价值观', '1 项策略，但没有负责人');
      await bar.expand('领导力');
      await bar.shows('鼓励透明沟通', '下一个日期').catch(() => {});
      await window.shot('plans-view-zh-cn');
    });
  });
});
