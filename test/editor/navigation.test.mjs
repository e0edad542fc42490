// Names in real VS Code: definition, references, rename, outline, breadcrumbs and search.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, inWindow } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const permits = 'city-permit-assistant.levers.yaml';

/** Puts the cursor into the first place of a word in the text of the open file. */
async function goTo(window, text, word) {
  const { page } = window;
  const lines = text.slice(0, text.indexOf(word) + 1).split('\n');
  const place = `${lines.length}:${lines.at(-1).length + 1}`;
  await page.keyboard.press('Control+G');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await window.at(...place.split(':'));
}

/** Opens in the outline what is under `levers`, and gives its rows; the list of files makes room. */
async function openLevers({ page }) {
  const row = page.locator('.outline-pane .monaco-list-row');
  await page.locator('.pane-header', { hasText: 'levers-names' }).click();
  await row
    .filter({ hasText: /^levers/ })
    .locator('.monaco-tl-twistie')
    .click();
  return row;
}

let folder;

describe('names in real VS Code', { timeout: 600_000 }, () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-names-'));
    cpSync(join(root, 'examples'), folder, { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (options, use) =>
    inWindow(
      {
        folder,
        ...options,
        settings: { 'levers.workspaceProblems': false, 'outline.collapseItems': 'alwaysCollapse' },
      },
      use,
    );

  it('a group is gone to, its uses are listed, and it gets another id everywhere', async () => {
    await inFolder({ theme: 'Light 2026' }, async (window) => {
      const { page } = window;
      const text = readFileSync(join(folder, permits), 'utf8');
      const rows = page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
      await window.open(permits);
      await window.coverage('of 6 levers');
      await goTo(window, text, 'case-officers, counter-staff, plan-examiners');
      await page.keyboard.press('F12');
      await window.at(text.slice(0, text.indexOf('id: case-officers')).split('\n').length, 9);

      await window.press('Shift+F12', rows.first(), 'Escape');
      await rows.filter({ hasText: 'audience' }).first().waitFor();
      await window.shot('references');
      await page.keyboard.press('Escape');

      const box = page.locator('.rename-box input');
      await window.press('F2', box, 'Escape');
      assert.equal(await box.inputValue(), 'case-officers');
      await box.fill('counter-staff');
      await page.keyboard.press('Enter');
      await page.getByText('`counter-staff` is already taken').first().waitFor();
      await window.shot('rename-refused');
      await page.keyboard.press('Escape');

      await window.press('F2', box, 'Escape');
      await box.fill('permit-officers');
      await window.shot('rename');
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'id: permit-officers' }).waitFor();
      await page.keyboard.press('Control+S');
      const renamed = text.replaceAll('case-officers', 'permit-officers');
      await eventually(() => assert.equal(readFileSync(join(folder, permits), 'utf8'), renamed));
    });
  });

  it('outline and breadcrumbs say where one is, and a search finds what stands in other plans', async () => {
    await inFolder({ theme: 'Light 2026', size: { width: 1280, height: 900 } }, async (window) => {
      const { page } = window;
      const text = readFileSync(join(folder, permits), 'utf8');
      await window.open(permits);
      await window.coverage('of 6 levers');
      await goTo(window, text, 'transparent-communication');
      const crumb = (name) => page.locator('.monaco-breadcrumb-item', { hasText: name }).first().waitFor();
      for (const name of ['levers', 'Leadership', 'Transparent']) await crumb(name);
      await window.run('Explorer: Focus on Outline View');
      const row = await openLevers(window);
      await row
        .filter({ hasText: 'Leadership' })
        .filter({ hasText: /\d strategies, covered/ })
        .waitFor();
      await window.shot('outline');

      const found = page.locator('.quick-input-list .monaco-list-row', { hasText: 'medical-typists' });
      await window.press('Control+T', page.locator('.quick-input-widget input'), 'Escape');
      await page.keyboard.type('typists');
      await found.first().waitFor();
      await window.shot('workspace-symbols');
      await found.first().click();
      await page.locator('.tab.active', { hasText: 'hospital-ai-scribe' }).waitFor();
    });
  });

  it('Chinese readers read the names of levers and the reason of a refusal in Chinese', async () => {
    await inFolder({ locale: 'zh-cn', theme: 'Dark 2026' }, async (window) => {
      const { page } = window;
      const plan = 'retail-service-assistant.levers.yaml';
      const text = readFileSync(join(folder, plan), 'utf8');
      await window.open(plan);
      await window.coverage('已启用 6/6 个 LEVERS');
      await window.run('Explorer: Focus on Outline View');
      const row = await openLevers(window);
      await row.filter({ hasText: '领导力' }).filter({ hasText: '已启用' }).waitFor();
      await page.locator('.editor-instance .native-edit-context, .editor-instance textarea').first().focus();
      await goTo(window, text, 'transparent-communication');
      await page.locator('.monaco-breadcrumb-item', { hasText: '领导力' }).first().waitFor();
      await page.keyboard.press('F2');
      await page.getByText('这项策略使用的是目录中的名称').first().waitFor();
      await window.shot('navigation-zh-cn');
    });
  });
});
