// Filling in values in the picture of a plan, in real VS Code: in place, and in forms.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eventually, inWindow } from './window.mjs';

const name = 'desk.levers.yaml';

/** With Windows line ends, quotes and comments, which must all stay. */
const plan = `version: 1
plan:
  title: AI assist for the service desk
  owner: Ana Ruiz   # until May
  sponsor: Tom Berg
  status: active
  start: 2027-01-04
  goLive: 2027-05-03
  end: 2027-12-17
  asOf: 2027-03-01
purpose: { need: Simple questions take nine minutes. }
stakeholders:
  - { id: agents, name: Agents, impact: high }
  - { id: leads, name: Team leads, impact: low }
levers:
  leadership:
    strategies:
      - { use: executive-briefings, owner: 'Tom Berg', audience: [leads], start: 2027-02-01, due: 2027-04-30 }
  values:
    strategies:
      - use: ai-purpose-value
        owner: Ana Ruiz # for now
        audience: [agents]
        due: 2027-10-29
risks:
  - { id: fear, title: Fear of job loss, status: open, response: Town hall }
milestones:
  - { id: pilot, title: Pilot, date: 2027-03-15, kind: pilot }
`.replaceAll('\n', '\r\n');

let folder;

describe('filling in values in the picture', { timeout: 900_000 }, () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-fill-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens the plan and its picture beside it. */
  async function shown({ settings: own, ...options }, use, command = 'LEVERS: Show Plan') {
    writeFileSync(join(folder, name), plan);
    const settings = { 'levers.workspaceProblems': false, 'files.autoSave': 'off', ...own };
    await inWindow({ folder, size: { width: 1700, height: 1000 }, ...options, settings }, async (window) => {
      await window.open(name);
      await window.run(command);
      const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await page.locator('.timeline .row').first().waitFor();
      await use(window, page);
    });
  }

  /** Saves the text, and waits until the file holds it. */
  async function saved(window, wanted) {
    await window.page.keyboard.press('Control+1');
    await window.page
      .locator('.editor-instance .native-edit-context:focus, .editor-instance textarea:focus')
      .waitFor({ state: 'attached' });
    await eventually(async () => {
      await window.page.keyboard.press('Control+S');
      assert.equal(readFileSync(join(folder, name), 'utf8'), wanted);
    });
  }

  it('takes a name, a status and a day where they are shown, each as one step that Undo takes back', async () => {
    await shown({ theme: 'Light 2026' }, async (window, page) => {
      // By a click: the change lead, among the people of the plan.
      const lead = page.getByRole('button', { name: 'Change lead: Ana Ruiz, edit' });
      await lead.click();
      const input = page.locator('.in-place input');
      assert.equal(await input.inputValue(), 'Ana Ruiz');
      assert.deepEqual(
        await page.locator('.in-place datalist option').evaluateAll((all) => all.map((one) => one.value)),
        ['Ana Ruiz', 'Tom Berg'],
      );
      await input.fill('Eve Stone');
      await window.shot('fill-in-place');
      await input.press('Enter');
      await page.getByRole('button', { name: 'Change lead: Eve Stone, edit' }).waitFor();
      await page.locator('[data-fill="plan owner"]:focus').waitFor();
      // By keyboard, in the table: a status, a day; Escape drops.
      await page.locator('#timeline summary').click();
      const status = page.getByRole('button', { name: 'Status: Planned, edit' }).first();
      await status.focus();
      await status.press('Enter');
      await page.locator('.in-place select').selectOption('in-progress');
      await page.locator('.in-place select').press('Escape');
      await page.locator('.in-place').waitFor({ state: 'detached' });
      await page.locator('[data-fill="strategies/executive-briefings status"]:focus').waitFor();
      await page.locator('[data-fill="strategies/executive-briefings status"]').press(' ');
      await page.locator('.in-place select').selectOption('in-progress');
      await page.locator('.in-place select').press('Enter');
      await page.locator('[data-fill="strategies/executive-briefings status"]', { hasText: 'In progress' }).waitFor();
      await page.locator('[data-fill="milestones/pilot date"]').click();
      await page.locator('.in-place input').fill('2027-03-16');
      await page.locator('.in-place input').press('Enter');
      await page.locator('[data-fill="milestones/pilot date"]', { hasText: 'Mar 16, 2027' }).waitFor();
      // What the place does not take is refused there, and what was typed stays.
      await page.locator('[data-fill="strategies/executive-briefings owner"]').last().click();
      await page.locator('.in-place input').fill('');
      await page.locator('.in-place input').press('Enter');
      await page.locator('.in-place [role=alert]', { hasText: 'A value is needed here' }).waitFor();
      await window.shot('fill-refused');
      await page.locator('.in-place input').press('Escape');
      const changed = plan
        .replace('owner: Ana Ruiz   # until May', 'owner: Eve Stone   # until May')
        .replace('due: 2027-04-30 }', 'due: 2027-04-30, status: in-progress }')
        .replace('2027-03-15', '2027-03-16');
      // Undo and Redo are those of the text, also from the picture.
      await page.locator('[data-fill="milestones/pilot date"]').press('Control+Z');
      await page.locator('[data-fill="milestones/pilot date"]', { hasText: 'Mar 15, 2027' }).waitFor();
      await page.locator('[data-fill="milestones/pilot date"]').press('Control+Shift+Z');
      await page.locator('[data-fill="milestones/pilot date"]', { hasText: 'Mar 16, 2027' }).waitFor();
      await saved(window, changed);
      await window.page.keyboard.press('Control+Z');
      await saved(window, changed.replace('2027-03-16', '2027-03-15'));
      await window.page.keyboard.press('Control+Z');
      await window.page.keyboard.press('Control+Z');
      await saved(window, plan);
    });
  });

  it('only shows a plan whose text cannot be written', async () => {
    const settings = { 'files.readonlyInclude': { '**/desk.levers.yaml': true } };
    await shown({ settings }, async (_window, page) => {
      assert.match(await page.locator('.brief').textContent(), /Sponsor Tom Berg · Change lead Ana Ruiz/);
      await page.locator('.row[data-key="strategies/executive-briefings"]').hover();
      assert.equal(await page.locator('[data-fill]:visible').count(), 0);
    });
  });

  it('speaks Chinese, also in a small window and enlarged', async () => {
    const small = { width: 1024, height: 700 };
    await shown(
      { locale: 'zh-cn', theme: 'Default High Contrast Light', size: small },
      async (window, page) => {
        await page.getByRole('button', { name: '变更负责人：Ana Ruiz，编辑' }).click();
        await window.shot('fill-zh-in-place');
        await page.locator('.in-place input').press('Escape');
        await page.locator('#timeline summary').click();
        await page.locator('[data-fill="strategies/ai-purpose-value"]').click();
        await page.locator('dialog.form[open]').getByLabel('负责人', { exact: true }).waitFor();
        await window.shot('fill-zh-form');
        await page.locator('dialog.form').press('Escape');
      },
      'LEVERS: 显示计划',
    );
  });
});
