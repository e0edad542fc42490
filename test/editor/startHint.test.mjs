// The hint of how to begin, in an empty plan in real VS Code.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventually, inWindow } from './window.mjs';

const files = { 'empty.levers.yaml': '', 'noted.levers.yaml': '# Ask Tom first\n', 'begun.levers.yaml': 'plan:\n' };

/** Opens the files in a window; `hinted` waits until so many lines hold a text of ours that nobody typed. */
async function inFiles(options, use) {
  const folder = mkdtempSync(join(tmpdir(), 'levers-hint-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    await inWindow({ folder, ...options }, (window) => {
      const spans = window.page.locator('.editor-instance .view-line span');
      const texts = () => spans.evaluateAll((all) => all.map((span) => getComputedStyle(span, '::after').content));
      const count = async () => (await texts()).filter((text) => text.includes('Ctrl+Space')).length;
      return use(window, (lines) => eventually(async () => assert.equal(await count(), lines)));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('an empty plan', { timeout: 300_000 }, () => {
  it('says how to begin until the first letter, and again when it is empty again', async () => {
    await inFiles({}, async (window, hinted) => {
      const { page } = window;
      await window.open('empty.levers.yaml');
      await hinted(1);
      await window.shot('empty-file-hint');
      await page.keyboard.type('v');
      await hinted(0);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Backspace');
      await hinted(1);
      await window.open('begun.levers.yaml');
      await window.coverage('0 of 6 levers');
      await hinted(0);
      await window.open('noted.levers.yaml');
      await hinted(1);
    });
  });

  it('says it in Chinese, and nothing where the editor shows no such hints', async () => {
    await inFiles({ locale: 'zh-cn', theme: 'Dark High Contrast' }, async (window, hinted) => {
      await window.open('noted.levers.yaml');
      await hinted(1);
      await window.shot('empty-file-hint-zh');
    });
    await inFiles({ settings: { 'workbench.editor.empty.hint': 'hidden' } }, async (window, hinted) => {
      await window.open('empty.levers.yaml');
      await window.coverage('0 of 6 levers');
      await hinted(0);
    });
  });
});
