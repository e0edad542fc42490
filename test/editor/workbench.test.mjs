// The packaged extension in real VS Code, used by keys and menus and checked on the screen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, inWindow } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const threeLevers = `version: 1
plan:
  title: AI meeting notes for the office
  owner: Ana Ruiz
  sponsor: Tom Berg
  start: 2027-02-01
  goLive: 2027-03-15
  end: 2027-06-30
purpose:
  need: Teams lose about four hours a week writing up meetings.
stakeholders:
  - { id: office-staff, name: Office staff, impact: high }
levers:
  leadership:
    strategies:
      - { use: transparent-communication, owner: Tom Berg, audience: [office-staff] }
  values:
    strategies:
      - { use: ai-purpose-value, owner: Ana Ruiz, audience: [office-staff] }
  enablement:
    strategies:
      - { use: live-demos, owner: Ana Ruiz, audience: [office-staff] }
  structure:
    strategies:
`;

let folder;

describe('the packaged extension in real VS Code', { timeout: 900_000 }, () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-window-'));
    cpSync(join(root, 'examples'), folder, { recursive: true });
    writeFileSync(join(folder, 'typing.levers.yaml'), threeLevers);
    writeFileSync(join(folder, 'wrong-mode.levers.yaml'), threeLevers);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A window on the folder, with the problems of open files only: they are what the status bar is to count. */
  const inFolder = (options, use) =>
    inWindow({ folder, ...options, settings: { 'levers.workspaceProblems': false, ...options.settings } }, use);

  it('a plan is written: a strategy accepted, the warning gone, a fix applied', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('typing.levers.yaml');
      await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      await window.problems(0, 1);
      await window.coverage('3 of 6 levers');

      // At the end of the file: a new item, its strategy from the list.
      await page.keyboard.press('Control+End');
      await page.keyboard.type('      - use: ');
      await window.suggestion('ai-governance').first().waitFor();
      await page.keyboard.type('feed');
      await window.suggestion('ai-feedback-loop').first().waitFor();
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-details:visible', { hasText: 'Good for' }).waitFor();
      await window.shot('completion');
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'use: ai-feedback-loop' }).waitFor();
      // Without an owner it does not count yet; the problem says so, and its fix gives it one.
      await window.problems(0, 2);
      const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Use the plan owner, Ana Ruiz' });
      await window.fixes(fix);
      await window.shot('quick-fix');
      await fix.click();
      await page.locator('.view-line', { hasText: 'owner: Ana Ruiz' }).last().waitFor();
      await window.problems(0, 0);
      await window.coverage('4 of 6 levers');
      await page.keyboard.press('Control+S');
      const saved = `${threeLevers}      - use: ai-feedback-loop\n        owner: Ana Ruiz`;
      await eventually(() => assert.equal(readFileSync(join(folder, 'typing.levers.yaml'), 'utf8'), saved));
    });
  });

  it('a first draft shows its problems, each with a page that explains it', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('first-draft.levers.yaml');
      await window.problems(4, 3);
      await page.locator('.statusbar-item', { hasText: '3/6 levers' }).waitFor();
      await page.keyboard.press('Control+Shift+M');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'There is no strategy `live-demo`' });
      await row.waitFor();
      await window.shot('problems');
      await row.locator('a', { hasText: 'unknown-strategy' }).click({ modifiers: ['Control'] });
      await page.locator('.tab.active', { hasText: 'unknown-strategy.md' }).waitFor();
      // Beside the plan, whose coverage stands in the status bar.
      await page.locator('.view-line', { hasText: 'organization: Pellworth' }).waitFor();
      const text = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await text.locator('h1', { hasText: 'unknown-strategy' }).waitFor();
      await window.shot('rule-page');
    });
  });

  it('the problems of all plans in the folder show, also of those that are not open', async () => {
    const examples = mkdtempSync(join(tmpdir(), 'levers-folder-'));
    try {
      cpSync(join(root, 'examples'), examples, { recursive: true });
      await inWindow({ folder: examples }, async (window) => {
        const { page } = window;
        await window.open('hospital-ai-scribe.levers.yaml');
        await window.problems(4, 3);
        await page.keyboard.press('Control+Shift+M');
        const file = page.locator('.markers-panel .monaco-list-row', { hasText: 'first-draft.levers.yaml' });
        await file.first().waitFor();
        await window.shot('folder');
      });
    } finally {
      rmSync(examples, { recursive: true, force: true });
    }
  });

  it('a new plan starts from File > New File or from a template with tab stops, and hovering explains', async () => {
    await inFolder({ theme: 'Light 2026' }, async (window) => {
      const { page } = window;
      // The list of new files is there only when the window has settled: an open plan shows that.
      await window.open('hospital-ai-scribe.levers.yaml');
      await window.coverage('5 of 6 levers');
      await window.run('Create: New File...');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'LEVERS Change Plan' }).click();
      await page.locator('.quick-input-widget', { hasText: 'What is changing?' }).waitFor();
      await page.keyboard.press('Escape');
      await window.run('LEVERS: New Change Plan from a Template');
      await page.locator('.tab.active', { hasText: 'plan.levers.yaml' }).waitFor();
      await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      await window.coverage('4 of 6 levers');
      await window.problems(0, 0);
      // The first tab stop is the title.
      await page.keyboard.type('Shared AI inbox');
      await page.locator('.view-line', { hasText: 'title: Shared AI inbox' }).waitFor();
      await page.keyboard.press('Escape');
      // Lenses move the lines below them: the pointer would be elsewhere then.
      await page.locator('.codelens-decoration', { hasText: '1 strategy' }).nth(3).waitFor();
      await page
        .locator('.view-line', { hasText: 'leadership:' })
        .locator('span', { hasText: 'leadership' })
        .last()
        .hover();
      await page.locator('.monaco-hover:visible', { hasText: 'Leaders encourage' }).first().waitFor();
      await window.shot('hover');
    });
  });

  it('Chinese readers get Chinese: menus, problems, suggestions, pages', async () => {
    await inFolder({ locale: 'zh-cn' }, async (window) => {
      const { page } = window;
      await window.open('retail-service-assistant.levers.yaml');
      await window.coverage('已启用 6/6 个 LEVERS');
      await window.problems(0, 0);
      await window.open('first-draft.levers.yaml');
      await window.problems(4, 3);
      await page.locator('.statusbar-item', { hasText: 'LEVERS 3/6' }).waitFor();
      await page.keyboard.press('Control+Shift+M');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: '目录中没有 `live-demo` 这项策略' });
      await row.waitFor();
      await window.shot('problems-zh-cn');
      await window.run('LEVERS: 从模板新建变更计划');
      await page.locator('.tab.active', { hasText: 'plan.levers.yaml' }).waitFor();
      await page.locator('.view-line', { hasText: 'title:' }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('- use: ');
      await window.suggestion('ai-governance').first().waitFor();
      await window.shot('completion-zh-cn');
    });
  });

  it('a plan in the wrong language mode still works, and setting it right is offered once', async () => {
    const settings = { 'files.associations': { '*.yaml': 'yaml' } };
    await inFolder({ settings }, async (window) => {
      const { page } = window;
      await window.open('wrong-mode.levers.yaml');
      await window.problems(0, 1);
      const offer = page.locator('.notification-toast', { hasText: 'opened as another language' });
      await offer.waitFor();
      await window.shot('wrong-mode');
      await offer.locator('.monaco-button', { hasText: 'Change Language Mode' }).click();
      await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      await window.open('hospital-ai-scribe.levers.yaml');
      await page.locator('#status\\.editor\\.mode', { hasText: 'YAML' }).waitFor();
      await window.problems(0, 1);
      assert.equal(await offer.count(), 0);
    });
  });

  it('an exception asks for its reason, and Fix All says what it did', async () => {
    const text = readFileSync(join(folder, 'typing.levers.yaml'), 'utf8').replace('title: ', 'title:');
    writeFileSync(
      join(folder, 'reason.levers.yaml'),
      text.replace(/, audience: \[office-staff\] \}/, ', audience: [] }'),
    );
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('reason.levers.yaml');
      await window.coverage('of 6 levers');
      await page.locator('.view-line', { hasText: 'audience: []' }).first().click();
      const allow = page.locator('.action-widget .monaco-list-row', { hasText: /here, with a reason/ }).first();
      await window.fixes(allow);
      await allow.click();
      const input = page.locator('.quick-input-widget:visible', { hasText: 'Why is this all right?' });
      await input.waitFor();
      await window.shot('allow-reason');
      await page.keyboard.type('Nobody yet');
      await page.keyboard.press('Enter');
      await page
        .locator('.view-line', { hasText: '# levers-ignore-next-line strategy-without-audience: Nobody yet' })
        .waitFor();
      await window.fixAll(
        page.locator('.notification-toast', { hasText: /1 of \d+ fixed\. \d+ needs? your decision, / }),
      );
      await page.locator('.view-line', { hasText: 'title: ' }).first().waitFor();
      await window.shot('fix-all-told');
    });
  });

  it('a snippet comes with Tab behind its name, and never by itself inside a sentence', async () => {
    writeFileSync(join(folder, 'snippets.levers.yaml'), 'version: 1\n');
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('snippets.levers.yaml');
      await page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('purpose:\n');
      await page.keyboard.type('need: We must lower the risk\n');
      await page.locator('.view-line', { hasText: 'We must lower the risk' }).waitFor();
      await page.keyboard.press('Shift+Home');
      await page.keyboard.type('levers:\nlever-rewards');
      await page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
      await window.snippet(page.locator('.view-line', { hasText: 'intent:' }));
      await page.keyboard.press('Control+S');
      const text = () => readFileSync(join(folder, 'snippets.levers.yaml'), 'utf8');
      await eventually(() => assert.match(text(), /^ *need: We must lower the risk\nlevers:\n *rewards:\n +intent: /m));
      assert.doesNotMatch(text(), /likelihood/);
    });
  });

  it('npm start serves the editor and says where', () => {
    const env = { ...process.env, LEVERS_EDITOR: 'web' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'test/editor/start.mjs'), '--check'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^http:\/\/127\.0\.0\.1:\d+\/\?folder=.*examples/m);
  });

  it('works in a folder that is not trusted', async () => {
    await inFolder({ trust: false }, async (window) => {
      await window.open('first-draft.levers.yaml');
      await window.problems(4, 3);
    });
  });
});
