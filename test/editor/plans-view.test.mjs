// The view Change Plans in real VS Code: its rows, where a click leads, and how it follows edits.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inWindow } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
  /** A window on a folder of its own, with the examples unless `files` says what is in it. */
  async function inFolder({ files, ...options }, use) {
    const folder = mkdtempSync(join(tmpdir(), 'levers-plans-view-'));
    try {
      if (!files) cpSync(join(root, 'examples'), folder, { recursive: true });
      for (const [name, text] of Object.entries(files ?? {})) writeFileSync(join(folder, name), text);
      const settings = { 'levers.workspaceProblems': false };
      await inWindow({ folder, settings, ...options }, (window) => use(window, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('lists all plans with levers and strategies, leads to their place, and follows what is typed', async () => {
    await inFolder({}, async (window, folder) => {
      const { page } = window;
      const bar = new SideBar(window);
      await bar.open();
      await bar.shows('AI assistant for quo', '3/6');
      await bar.shows('客服中心', /^6\/6 · (2027-)?05-17$/);
      assert.equal(await bar.part.locator('.monaco-list-row').count(), 4);
      await window.shot('plans-view');

      await bar.expand('AI assistant for quo');
      await bar.shows('Values', '1 strategy, but it has no owner');
      await bar.shows('Rewards', 'no strategies yet');
      await bar.expand('Values');
      await bar.expand('Enablement');
      await bar.shows('Create a Detailed Training', 'Carla Nwosu');
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
      await bar.shows('AI assistant for quo', '4/6');
      await bar.shows('Communicate the Purpose', 'Ana Ruiz');
      await bar.row('Create a Detailed Training').waitFor();
      // Lines above move it, and the row still leads there.
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('# A comment\n\n');
      await bar.row('Communicate the Purpose').click();
      await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line + 2}, Col 14` }).waitFor();
      // The plan of the editor in front is selected.
      await window.open('hospital-ai-scribe.levers.yaml');
      await bar.part.locator('.monaco-list-row.selected', { hasText: 'AI documentation a' }).waitFor();
      await bar.row('AI documentation a').hover();
      await bar.row('AI documentation a').locator('.action-label[aria-label="Open Plan"]').waitFor();
    });
  });

  it('is new to a file that comes, and no longer has one that goes', async () => {
    await inFolder({ theme: 'Light 2026' }, async (window, folder) => {
      const bar = new SideBar(window);
      await bar.open();
      await bar.shows('AI assistant for quo', '3/6');
      cpSync(join(folder, 'first-draft.levers.yaml'), join(folder, 'copy.levers.yaml'));
      await bar.row('AI assistant for quo').nth(1).waitFor();
      // Two of the same title are told apart by their files.
      await bar.shows('AI assistant for quo', 'copy.levers.yaml');
      await bar.shows('AI assistant for quo', 'first-draft.levers.yaml');
      await window.shot('plans-view-alike');
      rmSync(join(folder, 'copy.levers.yaml'));
      await bar.row('AI assistant for quo').nth(1).waitFor({ state: 'detached' });
      await bar.row('first-draft.levers.yaml').waitFor({ state: 'detached' });
      await bar.row('AI assistant for quo').locator('.monaco-highlighted-label').first().click();
      await window.page.locator('.tab.active', { hasText: 'first-draft.levers.yaml' }).waitFor();
      // What needs somebody comes first, if that is wished.
      const first = bar.part.locator('.monaco-list-row[data-index="0"]');
      await window.run('LEVERS: Sort Plans by How They Stand');
      await first.filter({ hasText: 'AI assistant for quo' }).waitFor();
      await window.run('LEVERS: Sort Plans by Name');
      await first.filter({ hasText: 'AI assistant for bui' }).waitFor();
      await bar.expand('AI documentation a');
      await bar.row('Leadership').first().waitFor();
      await window.shot('plans-view-light');
    });
  });

  it('says what can be done where there is no plan', async () => {
    await inFolder({ files: { 'notes.txt': '' }, theme: 'Dark 2026' }, async (window, folder) => {
      const bar = new SideBar(window);
      await bar.open();
      const welcome = bar.part.locator('.welcome-view-content');
      await welcome.locator('.monaco-button', { hasText: 'New Change Plan' }).waitFor();
      assert.deepEqual(await welcome.locator('.monaco-button').allTextContents(), [
        'New Change Plan',
        'Open Example Plan',
        'Get Started',
      ]);
      await window.shot('plans-view-empty');
      // As soon as there is one, it takes the place of the text.
      cpSync(join(root, 'examples/first-draft.levers.yaml'), join(folder, 'first-draft.levers.yaml'));
      await bar.row('AI assistant for quo').waitFor();
      await welcome.waitFor({ state: 'hidden' });
      await window.shot('plans-view-dark');
    });
  });

  it('speaks Chinese, and can be read in high contrast', async () => {
    await inFolder({ locale: 'zh-cn', theme: 'Default High Contrast' }, async (window) => {
      const bar = new SideBar(window);
      await bar.open();
      await bar.shows('客服中心', /^6\/6 · (2027-)?05-17$/);
      await bar.expand('AI assistant for quo');
      await bar.shows('价值观', '1 项策略，但没有负责人');
      await bar.expand('领导力');
      await bar.shows('鼓励透明沟通', 'Stefan Liang');
      await window.shot('plans-view-zh-cn');
    });
  });
});
