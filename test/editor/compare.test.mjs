// Two versions of a plan in real VS Code: what changed in sentences, in words, and in a lens above a diff.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inWindow } from './window.mjs';

const plan = readFileSync(new URL('../../examples/city-permit-assistant.levers.yaml', import.meta.url), 'utf8');

/** The plan with another change lead and title. */
const changed = plan
  .replace(/^( {2}owner: ).*$/m, '$1Eve Lindqvist')
  .replace('title: AI assistant', 'title: New assistant');

/** The plan with a strategy that is gone afterwards. */
const kept = plan.replace(
  /^( {2}values:\n(?:.*\n)*? {4}strategies:\n)/m,
  '$1      - { id: letters, title: Letters in plain words, owner: Ilse Wandt, start: 2026-12-07, due: 2027-03-26 }\n',
);

/** The plan with another go-live, a strategy on other days, and one that is new. */
const moved = plan
  .replace('goLive: 2027-09-06', 'goLive: 2027-10-04')
  .replace('start: 2027-02-08\n        due: 2027-09-03', 'start: 2027-03-08\n        due: 2027-10-01')
  .replace(
    /^( {2}structure:\n(?:.*\n)*? {4}strategies:\n)/m,
    '$1      - { id: desk, title: A desk for hard cases, owner: Henrik Saal, start: 2027-07-05, due: 2027-12-17 }\n',
  );

/** A window on a repository in which a plan was changed since its commit. */
async function inRepository({ kept = plan, text = changed, ...options }, use) {
  const repository = mkdtempSync(join(tmpdir(), 'levers-compare-'));
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@localhost', ...args], { cwd: repository });
  try {
    writeFileSync(join(repository, 'city.levers.yaml'), kept);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--no-gpg-sign', '-m', 'First plan');
    writeFileSync(join(repository, 'city.levers.yaml'), text);
    writeFileSync(join(repository, 'other.levers.yaml'), plan);
    // Nothing is saved by itself, so that a plan stays unsaved.
    const settings = { 'git.enabled': true, 'files.autoSave': 'off' };
    await inWindow({ folder: repository, settings, ...options }, use);
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

describe('versions of a plan in real VS Code', { timeout: 300_000 }, () => {
  it('are compared in sentences that lead to their places, and in words', async () => {
    await inRepository({}, async (window) => {
      const { page } = window;
      await window.open('city.levers.yaml');
      await window.run('LEVERS: Compare Plan with…');
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'First plan' }).waitFor();
      await rows.filter({ hasText: 'other.levers.yaml' }).waitFor();
      await window.shot('compare-choose');
      await page.keyboard.type('HEAD');
      await rows.filter({ hasText: 'HEAD' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab', { hasText: 'What changed: city (HEAD)' }).waitFor();
      const sentence = page.locator('.editor-instance .view-line', { hasText: 'Eve Lindqvist' }).first();
      await sentence.waitFor();
      await page.locator('.tab', { hasText: 'In words: city (HEAD)' }).waitFor();
      await page.locator('.monaco-diff-editor .view-line', { hasText: 'Eve Lindqvist' }).first().waitFor();
      await window.shot('compare');
      await sentence
        .locator('.detected-link')
        .first()
        .click({ modifiers: ['Control'] });
      await page.locator('.tab.active', { hasText: 'city.levers.yaml' }).waitFor();
      await window.at(changed.slice(0, changed.indexOf('owner: Eve')).split('\n').length);
    });
  });

  it('are what was saved last and what is written now', async () => {
    await inRepository({}, async (window) => {
      const { page } = window;
      await window.open('city.levers.yaml');
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('# A note');
      await page.keyboard.press('Enter');
      await window.run('LEVERS: Compare Plan with…');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'What was saved last' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'Nothing has changed: both versions' }).waitFor();
    });
  });

  for (const [locale, title, first, named, end] of [
    [
      'en',
      'What changed: city (HEAD)',
      /^Compared with HEAD: \d changes, the gravest: Go-live/,
      'New: A desk for',
      'Show the Plan Without the Comparison',
    ],
    ['zh-cn', '改动：city（HEAD）', /^与 HEAD 相比：\d 处改动，最重要的是：/, '新增：A desk for', '不再显示比较'],
  ]) {
    it(`are marked in the picture of the plan, until that is enough (${locale})`, async () => {
      await inRepository({ locale, kept, text: moved }, async (window) => {
        const { page } = window;
        await window.open('city.levers.yaml');
        await window.run(locale === 'en' ? 'LEVERS: Compare Plan with…' : 'LEVERS: 将计划与其他版本比较');
        const rows = page.locator('.quick-input-list .monaco-list-row');
        await rows.filter({ hasText: 'First plan' }).waitFor();
        await page.keyboard.type('HEAD');
        await rows.filter({ hasText: 'HEAD' }).first().waitFor();
        await page.keyboard.press('Enter');
        await page.locator('.tab.active', { hasText: title }).waitFor();
        await page
          .locator('.editor-actions [aria-label^="Show Plan"], .editor-actions [aria-label^="显示计划"]')
          .first()
          .click();
        const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
        await picture.locator('.since .gravest', { hasText: first }).waitFor();
        await picture.locator('.row-title', { hasText: named }).waitFor();
        assert.equal(await picture.locator('.brief .lane .bar.was').count(), 2);
        await window.shot(`compare-brief-${locale}`);
        const gone = picture.locator('.row.gone');
        await gone.scrollIntoViewIfNeeded();
        await window.shot(`compare-timeline-${locale}`);
        await gone.click();
        await window.at(kept.slice(0, kept.indexOf('id: letters')).split('\n').length);
        await picture.locator('.since').click();
        await page.locator('.editor-actions').getByRole('button', { name: end }).click();
        await picture.locator('.since').waitFor({ state: 'detached' });
        assert.equal(await picture.locator('.row.gone').count(), 0);
      });
    });
  }

  for (const [locale, lens, list] of [
    ['en', /2 changes, the gravest: .*Eve Lindqvist/, 'What changed: city (HEAD)'],
    ['zh-cn', /2 处改动，最重要的是：.*Eve Lindqvist/, '改动：city（HEAD）'],
  ]) {
    it(`are told in one sentence above the diff of the editor (${locale})`, async () => {
      await inRepository({ locale }, async (window) => {
        const { page } = window;
        await window.open('city.levers.yaml');
        assert.equal(await page.locator('.codelens-decoration', { hasText: lens }).count(), 0);
        await page.locator('.editor-actions [aria-label^="Open Changes"]').click();
        const sentence = page.locator('.monaco-diff-editor .codelens-decoration a', { hasText: lens });
        await sentence.waitFor();
        await window.shot(`compare-lens-${locale}`);
        await sentence.click();
        await page.locator('.tab', { hasText: list }).waitFor();
        await page.locator('.view-line', { hasText: 'Eve Lindqvist' }).first().waitFor();
        await window.shot(`compare-${locale}`);
      });
    });
  }
});
