// Code lenses, inlay hints, semantic colors, struck dates and folding in real VS Code.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, inWindow } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const catalog = `catalogVersion: 1
id: office
strategies:
  - id: floor-walks
    lever: leadership
    title: { en: Walk the Floor, zh-CN: 走动管理 }
    summary: { en: Leaders walk through the offices each week and ask. }
`;

/** Everything that can be told apart: strategies of the product, the team and the plan, a dangling id, an overdue date. */
const plan = `version: 1
plan:
  title: AI meeting notes for the office
  owner: Ana Ruiz
  sponsor: Tom Berg
  status: active
  start: 2027-01-04
  goLive: 2027-05-03
  end: 2027-12-17
  asOf: 2027-03-01
purpose:
  need: Teams lose about four hours a week writing up meetings.
stakeholders:
  - { id: office-staff, name: Office staff, size: 620, impact: high }
  - { id: it, name: Information technology, impact: low }
levers:
  leadership:
    strategies:
      - use: transparent-communication
        owner: Tom Berg
        audience: [office-staff, it, offce-staff]
        due: 2027-02-12
        status: in-progress
        measures: [weekly]
      - use: floor-walks
        owner: Tom Berg
        audience: [office-staff]
        start: 2027-01-18
        due: 2027-04-30
        status: in-progress
  values:
    strategies:
      - use: ai-purpose-value
        owner: Ana Ruiz
        due: 2027-05-28
  enablement:
    strategies:
      - id: practice-hour
        title: An hour of practice each week
        owner: Ana Ruiz
        audience: [office-staff]
        due: 2027-06-30
        dependsOn: [transparent-communication, pilot]
  structure:
    strategies:
      - { use: ai-feedback-loop, audience: [all] }
measures:
  - { id: weekly, title: Staff who use it each week, kind: adoption, unit: "%", baseline: 0, target: 80, by: 2027-08-31 }
milestones:
  - { id: pilot, title: Pilot in two departments, date: 2027-03-15, kind: pilot }
`;

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

let folder;

/** How a word is shown in the first line that holds it: its color, whether it is bold, and whether it is struck. */
function styleOf([line, word]) {
  const plain = (part) => part.textContent?.replaceAll('\u00a0', ' ') ?? '';
  const row = [...document.querySelectorAll('.editor-instance .view-line')].find((one) => plain(one).includes(line));
  const span = [...(row?.querySelectorAll('span > span') ?? [])].find((part) => plain(part).includes(word));
  if (!span) return undefined;
  const { color, fontWeight, textDecorationLine } = getComputedStyle(span);
  return { color, bold: Number(fontWeight) > 500, struck: textDecorationLine.includes('line-through') };
}

describe('a plan at a glance in real VS Code', { timeout: 900_000 }, () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-glance-'));
    cpSync(
      join(root, 'examples/retail-service-assistant.levers.yaml'),
      join(folder, 'retail-service-assistant.levers.yaml'),
    );
    writeFileSync(join(folder, 'levers.catalog.yaml'), catalog);
  });
  beforeEach(() => {
    // The editor saves by itself, and settings are set.
    writeFileSync(join(folder, 'office.levers.yaml'), plan);
    rmSync(join(folder, '.vscode'), { recursive: true, force: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A window on the folder, tall enough for a whole plan, with the plan open. */
  const inPlan = (options, use) =>
    inWindow(
      {
        folder,
        size: { width: 1280, height: 1240 },
        ...options,
        settings: { 'levers.workspaceProblems': false, 'editor.minimap.enabled': false, ...options.settings },
      },
      async (window) => {
        await window.open('office.levers.yaml');
        await use({
          window,
          page: window.page,
          style: async (line, word) => (await window.page.waitForFunction(styleOf, [line, word])).jsonValue(),
          lens: (text) => window.page.locator('.codelens-decoration', { hasText: text }),
          hint: (text) => window.page.locator('.view-line span[class*="dyn-rule"]', { hasText: text }),
        });
      },
    );

  const struck = (page) =>
    page.waitForFunction(
      (source) => new Function(`return (${source})(['due: 2027-02-12', '2027-02-12'])`)()?.struck,
      `${styleOf}`,
    );

  it('names are told apart, and overdue dates are struck', async (t) => {
    await inPlan({}, async ({ window, page, style, lens }) => {
      await lens('3 of 6 levers covered').waitFor();
      await struck(page);
      for (const [name, theme] of Object.entries(themes)) {
        await t.test(name, async () => {
          await window.theme(theme);
          // Colors of names come a moment after those of the text.
          await eventually(async () => {
            const own = await style('use: floor-walks', 'floor-walks');
            const kinds = [
              await style('use: transparent-communication', 'transparent-communication'),
              own,
              await style('audience: [office-staff', 'office-staff'),
              await style('audience: [office-staff', 'offce-staff'),
            ];
            assert.equal(new Set(kinds.map(({ color }) => color)).size, 4, JSON.stringify(kinds));
            assert.deepEqual((await style('id: practice-hour', 'practice-hour')).color, own.color);
            assert.ok((await style('leadership:', 'leadership')).bold);
            assert.equal((await style('due: 2027-04-30', '2027-04-30')).struck, false);
          });
          await window.shot(`glance-${name}`);
        });
      }
    });
  });

  it('lenses and hints follow what is typed and what is switched off, and levers fold', async () => {
    await inPlan({}, async ({ window, page, lens, hint }) => {
      await lens('3 of 6 levers covered · Ecosystem, Rewards missing · Structure not covered').waitFor();
      await lens('2 strategies · 1 overdue · next: 2027-04-30, “Walk the Floor” is due').waitFor();
      await hint('Encourage Transparent Communication').first().waitFor();
      await hint('620 people').first().waitFor();

      // The last strategy gets an owner, and its lever counts.
      await page.locator('.view-line', { hasText: 'use: ai-feedback-loop' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.type(', owner: Cy');
      await lens('4 of 6 levers covered · Ecosystem, Rewards missing').waitFor();
      await page.keyboard.press('Escape');

      await window.run('Fold All Regions');
      await page.locator('.view-line', { hasText: 'use: floor-walks' }).waitFor({ state: 'hidden' });
      await page.locator('.view-line', { hasText: 'structure:' }).waitFor();
      await window.shot('glance-folded');
      await window.run('Unfold All');

      // Off, without a reload.
      mkdirSync(join(folder, '.vscode'));
      const off = { 'levers.codeLens.levers': false, 'levers.inlayHints.stakeholders': false };
      writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(off));
      await lens('“Walk the Floor” is due').waitFor({ state: 'hidden' });
      await hint('620 people').first().waitFor({ state: 'hidden' });
      await lens('4 of 6 levers').waitFor();
      await hint('Encourage Transparent Communication').first().waitFor();
    });
  });

  it('Chinese readers see it in Chinese', async () => {
    await inPlan({ locale: 'zh-cn', theme: 'Light Modern' }, async ({ window, page, lens, hint }) => {
      await lens('已启用 3/6 个 LEVERS · 尚缺').waitFor();
      await lens('2 项策略 · 1 项逾期').waitFor();
      await hint('走动管理').first().waitFor();
      await hint('620 人').first().waitFor();
      await struck(page);
      await window.shot('glance-zh');
      await window.open('retail-service-assistant.levers.yaml');
      await page.keyboard.press('Control+G');
      await page.keyboard.type('130');
      await page.keyboard.press('Enter');
      await lens('6 个 LEVERS 已全部启用').waitFor();
      await window.shot('glance-zh-retail');
    });
  });
});
