// Makes the pictures in README and docs from the examples, those of the editor in the real one (npm run screenshots).
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageExtension } from '../kit/package.mjs';
import { commentPictures, edited } from './commentPictures.mjs';
import { closeEditors, inWindow } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shots = join(root, 'docs/images');
const size = { width: 1200, height: 760 };

const folder = mkdtempSync(join(tmpdir(), 'levers-shots-'));
const examples = join(folder, 'examples');
cpSync(join(root, 'examples'), examples, { recursive: true });

/** From the plan of the hospital back to how it was before its sixth revision. */
const sinceMarch = [
  ['goLive: 2027-06-14', 'goLive: 2027-06-07'],
  ['date: 2027-06-14', 'date: 2027-06-07'],
  ['revision: 6', 'revision: 5'],
  ['start: 2027-05-10\n        due: 2027-07-30', 'start: 2027-04-12\n        due: 2027-06-25'],
  ['start: 2027-03-22\n        due: 2027-06-04', 'start: 2027-03-01\n        due: 2027-05-14'],
  [
    '      - use: ai-model-transparency',
    '      - { id: posters, title: Posters in the corridors, owner: Nuala Brandt, start: 2027-04-19, due: 2027-06-25 }\n' +
      '      - use: ai-model-transparency',
  ],
];

packageExtension();
try {
  await commentPictures(shots);

  await inWindow({ folder: examples, shots, size, theme: 'Dark 2026' }, async (window) => {
    const { page } = window;
    await window.open('first-draft.levers.yaml');
    await window.problems(4, 3);
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'Only 3 of 6 levers' }).click();
    await page.locator('.view-line', { hasText: 'levers:' }).first().waitFor();
    await window.shot('problems');
  });

  await inWindow({ folder: examples, shots, size, theme: 'Light 2026' }, async (window) => {
    const { page } = window;
    await window.open('hospital-ai-scribe.levers.yaml');
    await window.coverage('5 of 6 levers');
    const lines = readFileSync(join(examples, 'hospital-ai-scribe.levers.yaml'), 'utf8').split('\n');
    const strategies = lines.indexOf('  enablement:') + 2;
    await page.keyboard.press('Control+G');
    await page.keyboard.type(String(strategies));
    await page.keyboard.press('Enter');
    await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${strategies}` }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    // How far Enter indents depends on whether the editor has colored the text yet.
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('      - ');
    await window.suggestion('live-demos').first().waitFor();
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-details:visible').waitFor();
    await window.shot('completion');
  });

  await inWindow(
    { folder: examples, shots, size: { width: 1400, height: 1000 }, theme: 'Light 2026' },
    async (window) => {
      const { page } = window;
      await window.open('hospital-ai-scribe.levers.yaml');
      await window.coverage('5 of 6 levers');
      await window.run('LEVERS: Show Plan');
      const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await picture.locator('h1', { hasText: 'AI documentation assistant' }).waitFor();
      await page.keyboard.press('Control+B');
      await window.shot('plan');
    },
  );

  writeFileSync(join(examples, 'in-march.levers.yaml'), edited('hospital-ai-scribe.levers.yaml', sinceMarch));
  await inWindow(
    { folder: examples, shots, size: { width: 1400, height: 860 }, theme: 'Light 2026' },
    async (window) => {
      const { page } = window;
      await window.open('hospital-ai-scribe.levers.yaml');
      await window.run('LEVERS: Compare Plan with…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'in-march.levers.yaml' }).click();
      await page.locator('.tab.active', { hasText: 'What changed: hospital-ai-scribe' }).waitFor();
      await page.keyboard.press('Control+B');
      await page.locator('.editor-actions [aria-label^="Show Plan"]').first().click();
      const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await picture.locator('.row .was').first().waitFor({ state: 'attached' });
      await picture.locator('#timeline').scrollIntoViewIfNeeded();
      await page.mouse.move(700, 840);
      await window.shot('compare');
    },
  );
  rmSync(join(examples, 'in-march.levers.yaml'));

  await inWindow({ folder: examples, shots, size, theme: 'Light 2026', locale: 'zh-cn' }, async (window) => {
    const { page } = window;
    await window.open('retail-service-assistant.levers.yaml');
    await window.coverage('已启用 6/6 个 LEVERS');
    await page.keyboard.press('Control+F');
    await page.keyboard.type('super-users');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:visible', { hasText: '招募超级用户' }).first().waitFor();
    await window.shot('hover-zh-cn');
  });
} finally {
  await closeEditors();
  rmSync(folder, { recursive: true, force: true });
}
