// Typing with nothing but letters, Enter, Tab and Backspace, pasting and formatting, in real VS Code.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureWebHost } from './host.mjs';
import { inWindow, packageExtension } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shots = join(root, 'dist/test/shots');
const log = (line) => console.log(line);

const source = `levers:
  values:
    strategies:
      - use: ai-purpose-value
        owner: Ana Ruiz
        due: 2027-05-28
  structure:
    strategies:
`;

const untidy = `plan:
    title:   AI meeting notes   # for the office
    owner : Ana Ruiz


levers:
    values:
        strategies:
        -   use: ai-purpose-value
            audience: [ office-staff,agents ]
`;

const tidy = `plan:
  title: AI meeting notes   # for the office
  owner: Ana Ruiz

levers:
  values:
    strategies:
      - use: ai-purpose-value
        audience: [office-staff, agents]
`;

describe('typing in real VS Code', { timeout: 900_000 }, () => {
  let folder;
  before(async () => {
    await ensureBrowser({ log });
    await ensureWebHost({ log });
    packageExtension();
    folder = mkdtempSync(join(tmpdir(), 'levers-typing-'));
    writeFileSync(join(folder, 'new.levers.yaml'), '');
    writeFileSync(join(folder, 'paste.levers.yaml'), source);
    writeFileSync(join(folder, 'untidy.levers.yaml'), untidy);
    writeFileSync(join(folder, 'saved.levers.yaml'), untidy);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (settings, use) =>
    inWindow({ folder, shots, settings: { 'levers.workspaceProblems': false, ...settings } }, use);

  /** Saves, until the file on the disk is as expected. */
  async function saved(window, name, expected) {
    const end = Date.now() + 15_000;
    let text;
    do {
      await window.page.keyboard.press('Control+S');
      await delay(300);
      text = readFileSync(join(folder, name), 'utf8');
    } while (text !== expected && Date.now() < end);
    assert.equal(text, expected);
  }

  it('a plan is typed line by line, with Enter, Tab and Backspace', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('new.levers.yaml');
      await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      const type = async (text) => {
        await page.keyboard.type(text, { delay: 15 });
        await page.keyboard.press('Escape');
      };
      const line = async (text, ...keys) => {
        await type(text);
        await page.keyboard.press('Enter');
        // The server has the word about where the line begins.
        await delay(400);
        for (const key of keys) await page.keyboard.press(key);
      };
      await line('version: 1');
      await line('plan:');
      await line('title: AI meeting notes');
      await line('owner:');
      await line('sponsor: Tom Berg', 'Backspace');
      await line('purpose:');
      await line('need: |');
      await line('Teams lose four hours a week');
      await line('writing up meetings.', 'Backspace');
      await line('evidence:', 'Tab');
      await line('- Survey of 2026');
      await line('- Two talks', 'Shift+Tab', 'Shift+Tab');
      await line('levers:');
      await line('values:');
      await line('strategies:');
      await line('- use: ai-purpose-value');
      await line('owner: Ana Ruiz');
      await line('deliverables:');
      await line('- A story', 'Shift+Tab', 'Shift+Tab');
      await line('- use: ai-transparency');
      await line('owner: Ana Ruiz', 'Backspace');
      await line('- ');
      await window.shot('typing-list-left');
      await page.keyboard.press('Backspace');
      await line('structure:');
      await line('strategies:');
      await type('- use: ai-governance');
      await window.shot('typing-plan');
      await saved(window, 'new.levers.yaml', `x`);
    });
  });

  it('a strategy is pasted at another depth, and taken back in one step', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('paste.levers.yaml');
      await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      await window.coverage('of 6 levers');
      // Copies the strategy, without the blanks in front of it.
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+End');
      await page.keyboard.press('Control+C');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: 'use: ai-purpose-value' }).nth(1).waitFor();
      await delay(500);
      await window.shot('paste');
      const pasted = `${source}${source.split('\n').slice(3, 6).join('\n')}`;
      await saved(window, 'paste.levers.yaml', pasted);
      await page.keyboard.press('Control+Z');
      await saved(window, 'paste.levers.yaml', source);
    });
  });

  it('a document is formatted, by hand and on save', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('untidy.levers.yaml');
      await window.coverage('of 6 levers');
      await window.run('Format Document');
      await page.locator('.view-line', { hasText: 'audience: [office-staff, agents]' }).waitFor();
      await window.shot('formatted');
      await saved(window, 'untidy.levers.yaml', tidy);
    });
    await inFolder({ 'editor.formatOnSave': true }, async (window) => {
      await window.open('saved.levers.yaml');
      await window.coverage('of 6 levers');
      await saved(window, 'saved.levers.yaml', tidy);
    });
  });
});
