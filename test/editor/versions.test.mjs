// Plans that Git keeps in several versions, in real VS Code: the picture says which it shows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inWindow } from './window.mjs';

describe('a plan in Git in real VS Code', { timeout: 300_000 }, () => {
  it('is named with its version in the picture, and an old one has a panel of its own', async () => {
    const repository = mkdtempSync(join(tmpdir(), 'levers-git-'));
    const plan = readFileSync(new URL('../../examples/city-permit-assistant.levers.yaml', import.meta.url), 'utf8');
    const file = join(repository, 'city.levers.yaml');
    const git = (...args) =>
      execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@localhost', ...args], { cwd: repository });
    try {
      writeFileSync(file, plan);
      git('init', '--quiet');
      git('add', '.');
      git('commit', '--quiet', '--no-gpg-sign', '-m', 'Plan');
      writeFileSync(file, plan.replace('title: AI assistant', 'title: New assistant'));
      await inWindow({ folder: repository, settings: { 'git.enabled': true } }, async (window) => {
        await window.open('city.levers.yaml');
        await window.run('LEVERS: Show Plan');
        const tab = (title) => window.page.locator('.tab', { hasText: title });
        await tab(/^\s*New assistant for building permits\s*$/).waitFor();
        await window.open('city.levers.yaml');
        await window.run('Git: Open File (HEAD)');
        await tab(/city\.levers\.yaml \(HEAD\)/).waitFor();
        await window.page.locator('.view-line', { hasText: 'title: AI assistant' }).waitFor();
        await window.run('LEVERS: Show Plan');
        await tab(/^\s*AI assistant for building permits \(HEAD\)\s*$/).waitFor();
        await tab(/^\s*New assistant for building permits\s*$/).waitFor();
      });
    } finally {
      rmSync(repository, { recursive: true, force: true });
    }
  });
});
