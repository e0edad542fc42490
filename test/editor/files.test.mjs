// Files that are renamed and deleted in the Explorer of real VS Code: problems and the picture follow.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventually, inWindow } from './window.mjs';

const plan = `version: 1
plan:
  title: AI meeting notes
  owner: Ana Ruiz
  sponsor: Tom Berg
  start: 2027-01-04
  goLive: 2027-02-30
  end: 2027-12-17
purpose:
  need: Teams lose about four hours a week writing up meetings.
stakeholders:
  - { id: staff, name: Office staff, impact: high }
levers: {}
`;

describe('a plan that is renamed in real VS Code', { timeout: 300_000 }, () => {
  it('takes its problems and its picture along, and leaves none when it is deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'levers-files-'));
    try {
      writeFileSync(join(folder, 'first.levers.yaml'), plan);
      await inWindow({ folder }, async (window) => {
        const { page } = window;
        await window.open('first.levers.yaml');
        await window.problems(1, 1);
        await window.run('LEVERS: Show Plan');
        const drawn = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
        await drawn.locator('h1', { hasText: 'AI meeting notes' }).waitFor();
        await window.rename('first.levers.yaml', 'second.levers.yaml');
        await window.problems(1, 1);
        // The picture is that of the new file: it follows what is typed there.
        await window.open('second.levers.yaml');
        await page.locator('.view-line', { hasText: 'title: AI meeting notes' }).click();
        await page.keyboard.press('End');
        await page.keyboard.type(' for all');
        await drawn.locator('h1', { hasText: 'AI meeting notes for all' }).waitFor();
        await page.locator('.tab', { hasText: /^\s*AI meeting notes for all\s*$/ }).waitFor();
        await window.shot('renamed');
        await page.keyboard.press('Control+S');
        await page.locator('.tab:not(.dirty)', { hasText: 'second.levers.yaml' }).waitFor();
        await window.rename('second.levers.yaml', 'third.levers.yaml');
        await window.problems(1, 1);
        rmSync(join(folder, 'third.levers.yaml'));
        await window.run('View: Close All Editors');
        await window.problems(0, 0);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('while it is hidden is found under its new name, also by the next window; gone, it says so until it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'levers-hidden-'));
    try {
      writeFileSync(join(folder, 'first.levers.yaml'), plan);
      writeFileSync(join(folder, 'notes.txt'), 'Ask Tom\n');
      await inWindow({ folder, settings: { 'explorer.autoReveal': false } }, async (window) => {
        const { page } = window;
        const drawn = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
        const title = drawn.locator('h1', { hasText: 'AI meeting notes' });
        const tab = page.locator('.tab', { hasText: /^\s*AI meeting notes\s*$/ });
        await window.open('first.levers.yaml');
        await window.run('LEVERS: Show Plan');
        await title.waitFor();
        // Another tab is in front of it.
        await tab.click();
        await page.locator('.tab.active', { hasText: 'AI meeting notes' }).waitFor();
        await window.goTo('notes.txt');
        await title.waitFor({ state: 'detached' });
        await window.rename('first.levers.yaml', 'second.levers.yaml');
        await window.problems(1, 1);
        await Promise.all([page.waitForEvent('load'), window.run('Developer: Reload Window')]);
        await tab.click();
        await title.waitFor();
        // A new window does not see at once what others do to its files.
        let written = 0;
        await eventually(async () => {
          const name = `seen-${written++}.txt`;
          writeFileSync(join(folder, name), '');
          await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).waitFor({ timeout: 2000 });
        });
        rmSync(join(folder, 'second.levers.yaml'));
        const editors = page.getByRole('tab', { name: 'second.levers.yaml' });
        for (const left of [1, 0]) {
          await editors.last().click({ button: 'middle' });
          await eventually(async () => assert.equal(await editors.count(), left));
        }
        await tab.click();
        await drawn.locator('.note', { hasText: 'The file of this plan is gone.' }).waitFor();
        await window.shot('gone');
        await window.problems(0, 0);
        writeFileSync(join(folder, 'second.levers.yaml'), plan.replace('AI meeting notes', 'AI meeting notes again'));
        await drawn.locator('h1', { hasText: 'AI meeting notes again' }).waitFor();
        await eventually(async () => assert.equal(await drawn.locator('.note').first().textContent(), ''));
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('comes back after a reload with its problems, its picture and its row in the list of plans', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'levers-reload-'));
    try {
      writeFileSync(join(folder, 'first.levers.yaml'), plan);
      writeFileSync(join(folder, 'closed.levers.yaml'), plan.replace('AI meeting notes', 'AI search'));
      await inWindow({ folder }, async (window) => {
        const { page } = window;
        const drawn = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
        const rows = page.locator('.part.sidebar .monaco-list-row');
        const asBefore = async () => {
          await window.problems(2, 2);
          await drawn.locator('h1', { hasText: 'AI meeting notes' }).waitFor();
          assert.equal(await drawn.locator('#problems tbody tr').count(), 6);
          await rows.filter({ hasText: 'AI meeting notes' }).waitFor();
          await rows.filter({ hasText: 'AI search' }).waitFor();
          assert.equal(await rows.count(), 2);
        };
        const reload = () => Promise.all([page.waitForEvent('load'), window.run('Developer: Reload Window')]);
        await window.open('first.levers.yaml');
        await window.run('LEVERS: Show Plan');
        await page.locator('.part.activitybar .action-item a[aria-label="LEVERS"]').click();
        await asBefore();
        await reload();
        await asBefore();
        renameSync(join(folder, 'closed.levers.yaml'), join(folder, 'other.levers.yaml'));
        await reload();
        await asBefore();
        await window.shot('reloaded');
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is offered its right name, once, where it has another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'levers-names-'));
    try {
      writeFileSync(join(folder, 'first.levers.yaml'), plan);
      writeFileSync(join(folder, 'Plan B.levers.yaml.txt'), plan);
      writeFileSync(join(folder, 'notes.txt'), 'version: 1\nplan: to go home\n');
      await inWindow({ folder }, async (window) => {
        const { page } = window;
        await window.open('first.levers.yaml');
        await window.coverage('of 6 levers');
        const offer = page.locator('.notification-toast', { hasText: 'looks like a change plan' });
        await window.open('notes.txt');
        await window.open('Plan B.levers.yaml.txt');
        await offer.waitFor();
        assert.equal(await offer.count(), 1);
        await window.shot('other-name');
        await offer.locator('.monaco-button', { hasText: 'Rename' }).click();
        await page.locator('.tab.active', { hasText: 'Plan B.levers.yaml' }).waitFor();
        await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
        assert.ok(existsSync(join(folder, 'Plan B.levers.yaml')));
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
