// Filling in values in the picture of a plan, in real VS Code: in place, by the ends of bars, in the form of a strategy.
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

  it('moves the ends of a bar, with the pointer and with the keyboard', async () => {
    await shown({ theme: 'Dark 2026' }, async (window, page) => {
      await page.locator('.row[data-key="strategies/executive-briefings"]').hover();
      const grip = page.locator('.grip.due');
      const { x, y, width, height } = await grip.boundingBox();
      assert.ok(width >= 8, `${width}`);
      await window.page.mouse.move(x + width / 2, y + height / 2);
      await window.page.mouse.down();
      await window.page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 4 });
      const tip = await page.locator('.handles .tip').textContent();
      assert.match(tip, /^[A-Z][a-z]{2} \d+, 2027$/);
      await window.shot('fill-drag');
      await window.page.mouse.up();
      const due = new Date(`${tip} UTC`).toISOString().slice(0, 10);
      assert.ok(due > '2027-05-01', due);
      await page.locator(`.row[data-key="strategies/executive-briefings"][aria-label*="to ${tip}"]`).waitFor();
      // Left and Right by a day, with Shift by a week; Enter takes, Escape drops. Never past the other end.
      const start = page.locator('.grip.start');
      await start.focus();
      await start.press('ArrowRight');
      await start.press('Shift+ArrowRight');
      assert.equal(await start.getAttribute('aria-valuetext'), 'Feb 9, 2027');
      await start.press('Escape');
      assert.equal(await start.getAttribute('aria-valuetext'), 'Feb 1, 2027');
      await start.press('ArrowLeft');
      await start.press('Enter');
      await page.locator('.row[data-key="strategies/executive-briefings"][aria-label*="Jan 31, 2027 to"]').waitFor();
      await page.locator('.grip.start:focus').waitFor();
      // A bar without a written start has a grip at its other end only.
      await page.locator('.row[data-key="strategies/ai-purpose-value"]').focus();
      await window.page.keyboard.press('Tab');
      await page.locator('.handles .edit:focus').waitFor();
      assert.equal(await page.locator('.grip.start').isVisible(), false);
      await saved(window, plan.replace('2027-02-01, due: 2027-04-30', `2027-01-31, due: ${due}`));
    });
  });

  it('has a form for a strategy with all its fields, and adds one', async () => {
    await shown({ theme: 'Default High Contrast' }, async (window, page) => {
      await page.locator('.row[data-key="strategies/ai-purpose-value"]').hover();
      await page.locator('.handles .edit').click();
      const form = page.locator('dialog.form[open]');
      await form.getByRole('heading', { name: 'Communicate the Purpose and Value of AI' }).waitFor();
      await form.getByLabel('Owner', { exact: true }).fill('Eve Stone');
      await form.getByLabel('Owner', { exact: true }).press('Tab');
      await form.getByLabel('Team leads').check();
      await form.getByLabel('Summary').fill('Say why.\nAgain.');
      await form.getByLabel('Start date').fill('2027-11-01');
      await form.getByLabel('Start date').press('Tab');
      await form.locator('.refused', { hasText: 'cannot start after it is due' }).waitFor();
      await window.shot('fill-form');
      await form.getByLabel('Start date').fill('2027-06-01');
      await form.getByLabel('Status', { exact: true }).selectOption('planned');
      await form.getByRole('button', { name: 'Done' }).click();
      await form.waitFor({ state: 'hidden' });
      const filled = plan.replace(
        /owner: Ana Ruiz # for now\r\n {8}audience: \[agents\]\r\n {8}due: 2027-10-29/,
        [
          'summary: Say why. Again.',
          'owner: Eve Stone # for now',
          'audience: [agents, leads]',
          'start: 2027-06-01',
          'due: 2027-10-29',
          'status: planned',
        ].join('\r\n        '),
      );
      await saved(window, filled);
      // Another strategy: chosen at its lever, then filled in.
      await page.getByRole('button', { name: 'Add a strategy under Structure' }).click();
      const choices = page.locator('.in-place select');
      const [chosen] = await choices.evaluate((select) => [...select.options].flatMap(({ value }) => value || []));
      await choices.selectOption(chosen);
      await choices.press('Enter');
      await form.getByLabel('Owner', { exact: true }).fill('Cy Young');
      await form.getByRole('button', { name: 'Done' }).click();
      await form.waitFor({ state: 'hidden' });
      await page.locator(`.row[data-key="strategies/${chosen}"]`).waitFor();
      await window.page.keyboard.press('Control+1');
      await eventually(async () => {
        await window.page.keyboard.press('Control+S');
        const text = readFileSync(join(folder, name), 'utf8');
        const added = new RegExp(
          `  structure:\\r\\n    strategies:\\r\\n      - use: ${chosen}\\r\\n        owner: Cy Young\\r\\n`,
        );
        assert.match(text, added);
        assert.equal(text.replace(/ {2}structure:[\s\S]*?(?=risks:)/, ''), filled);
      });
    });
  });

  it('only shows a plan whose text cannot be written', async () => {
    const settings = { 'files.readonlyInclude': { '**/desk.levers.yaml': true } };
    await shown({ settings }, async (_window, page) => {
      assert.match(await page.locator('.brief').textContent(), /Sponsor Tom Berg · Change lead Ana Ruiz/);
      await page.locator('.row[data-key="strategies/executive-briefings"]').hover();
      assert.equal(await page.locator('[data-fill]:visible').count(), 0);
      assert.equal(await page.locator('.grip:visible').count(), 0);
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
        await page.locator('.row[data-key="strategies/ai-purpose-value"]').hover();
        await page.locator('.handles .edit').click();
        await page.locator('dialog.form[open]').getByLabel('负责人', { exact: true }).waitFor();
        await window.shot('fill-zh-form');
        await page.locator('dialog.form').press('Escape');
        await page.locator('dialog.form').waitFor({ state: 'hidden' });
        // At 200 % a window of this size has half as many pixels either way.
        await window.page.setViewportSize({ width: 850, height: 500 });
        await page.locator('.row[data-key="strategies/ai-purpose-value"]').hover();
        await page.locator('.grip.due').waitFor();
        await window.shot('fill-zh-enlarged');
        await page.locator('.handles .edit').click();
        await page.getByRole('button', { name: '完成' }).click();
        await page.locator('dialog.form').waitFor({ state: 'hidden' });
      },
      'LEVERS: 显示计划',
    );
  });
});
