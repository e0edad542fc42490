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

/** A window on a repository in which a plan was changed since its commit. */
async function inRepository(options, use) {
  const repository = mkdtempSync(join(tmpdir(), 'levers-compare-'));
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@localhost', ...args], { cwd: repository });
  try {
    writeFileSync(join(repository, 'city.levers.yaml'), plan);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--no-gpg-sign', '-m', 'First plan');
    writeFileSync(join(repository, 'city.levers.yaml'), changed);
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
