// Show Plan and Show Portfolio in real VS Code: their content, and how they follow the editor and lead to it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, inWindow } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const size = { width: 1700, height: 1000 };

const attack = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** A plan in which every text tries to be a page. */
const hostile = `version: 1
plan:
  title: '${attack}'
  owner: '${attack}'
  sponsor: Tom
  status: active
  start: 2027-01-04
  goLive: 2027-05-03
  end: 2027-12-17
  asOf: 2027-03-01
purpose: { need: '${attack}' }
stakeholders:
  - { id: agents, name: '${attack}', impact: high }
levers:
  values:
    strategies:
      - { id: evil, title: '${attack}', owner: '${attack}', audience: [agents], start: 2027-02-01, due: 2027-06-01,
          activities: [{ title: '${attack}', start: 2027-03-01 }] }
  rewards: { notUsed: '${attack}' }
measures:
  - { id: use, title: '${attack}', unit: '${attack}', baseline: 0, target: 5, by: 2027-08-31, readings: [{ on: 2027-02-01, value: 2 }] }
risks:
  - { id: fear, title: '${attack}', response: '${attack}' }
milestones:
  - { id: pilot, title: '${attack}', date: 2027-03-15 }
`;

/** A plan of so many strategies, under five levers in turn. */
function cleanPlan(count) {
  const levers = ['leadership', 'ecosystem', 'values', 'enablement', 'structure'];
  const of = (lever) =>
    Array.from({ length: count }, (_, i) => i)
      .filter((i) => i % levers.length === lever)
      .map((i) => {
        const day = (month) => `2027-${String(1 + ((i + month) % 12)).padStart(2, '0')}-1${i % 10}`;
        const [start, due] = [day(0), day(5)].sort();
        return `      - { id: s${i}, title: Strategy ${i}, owner: Ana, audience: [agents], start: ${start}, due: ${due} }\n`;
      })
      .join('');
  const sections = levers.map((lever, index) => `  ${lever}:\n    strategies:\n${of(index)}`).join('');
  const head = hostile.slice(0, hostile.indexOf('purpose:')).replaceAll(`'${attack}'`, 'Many');
  return `${head}purpose: { need: Many }\nstakeholders:\n  - { id: agents, name: Agents, impact: high }\nlevers:\n${sections}`;
}

let folder;

describe('a plan as pictures', { timeout: 900_000 }, () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-pictures-'));
    cpSync(join(root, 'examples'), folder, { recursive: true });
    writeFileSync(join(folder, 'hostile.levers.yaml'), hostile);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (options, use) =>
    inWindow({ folder, size, ...options, settings: { 'levers.workspaceProblems': false, ...options.settings } }, use);

  /** Opens a plan and its pictures beside it; the page of the panel. */
  async function shown(window, name, command = 'LEVERS: Show Plan') {
    await window.open(name);
    await window.run(command);
    const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await page.locator('.timeline .row').first().waitFor();
    return page;
  }

  /** Puts the cursor at the end of a line of the file. */
  async function toLine(window, name, text) {
    const line =
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .findIndex((one) => one.includes(text)) + 1;
    assert.ok(line > 0, text);
    await window.page.keyboard.press('Control+G');
    await window.page.keyboard.type(String(line));
    await window.page.keyboard.press('Enter');
    await window.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}` }).waitFor();
    await window.page.keyboard.press('End');
  }

  // By its number: the status bar says nothing while the picture still has the focus.
  const line = (window, n) =>
    window.page.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${n}$`) }).waitFor();

  it('holds every lever, strategy, group, measure and problem, and goes along with the cursor both ways', async () => {
    await inFolder({ theme: 'Light 2026' }, async (window) => {
      const page = await shown(window, 'hospital-ai-scribe.levers.yaml');
      assert.equal(await page.locator('.wedge').count(), 6);
      assert.equal(await page.locator('.hexagon .number').textContent(), '5');
      assert.match(await page.locator('.brief .health').textContent(), /Needs attention/);
      assert.equal(await page.locator('.timeline .row').count(), 13);
      assert.equal(await page.locator('.timeline .mark.milestone, .timeline .mark.go-live').count(), 5);
      assert.equal(await page.locator('table.heat tbody tr').count(), 9);
      assert.equal(await page.locator('table.measures tbody tr').count(), 5);
      assert.equal(await page.locator('.unread span').textContent(), '7 measures have no reading yet:');
      assert.equal(await page.locator('.unread button').count(), 7);
      await page.locator('.activity-legend', { hasText: 'An activity of the strategy' }).waitFor();
      assert.equal(await page.locator('table.risks tbody tr').count(), 6);
      const cell = page.locator('table.heat tbody tr').first().locator('td').first();
      assert.equal(await cell.textContent(), '2');
      await window.shot('plan-light');

      // A click on a bar takes the cursor to the strategy, also from the keyboard.
      const text = readFileSync(join(folder, 'hospital-ai-scribe.levers.yaml'), 'utf8').split('\n');
      const at = (words) => text.findIndex((one) => one.includes(words)) + 1;
      await page.locator('.row[data-key="strategies/super-users"] .bar').click();
      await line(window, at('use: super-users'));
      await page.locator('.row[data-key="strategies/ask-first"]').focus();
      await page.locator('.row[data-key="strategies/ask-first"]').press('Enter');
      await line(window, at('id: ask-first'));
      // The cursor in the text marks what it stands in.
      await page.locator('.row.here[data-key="strategies/ask-first"]').waitFor();
      await toLine(window, 'hospital-ai-scribe.levers.yaml', 'id: medical-typists');
      await page.locator('table.heat tr.here', { hasText: 'Medical typists' }).waitFor();
      assert.equal(await page.locator('.row.here').count(), 0);
      // Words can be looked for in the page, which has the focus.
      await page.locator('.brief .facts').first().click();
      await window.page
        .locator('.editor-group-container.active .tab.active', { hasText: 'AI documentation assistant' })
        .waitFor();
      await window.page.keyboard.press('Control+F');
      await window.page.locator('.simple-find-part.visible').waitFor();
      await window.page.keyboard.press('Escape');
      await window.page.locator('.simple-find-part.visible').waitFor({ state: 'detached' });
      // Its page for the browser is that of the command line; here the browser is on another machine, so it is saved.
      await window.run('LEVERS: Open in Browser to Print');
      await window.page.waitForFunction(() =>
        [...document.querySelectorAll('.quick-input-widget input')].some(({ value }) => value.endsWith('scribe.html')),
      );
      await window.page.keyboard.press('Enter');
      await window.page.locator('.notification-toast', { hasText: 'The page is saved.' }).waitFor();
      const args = ['dist/cli.js', 'brief', join(folder, 'hospital-ai-scribe.levers.yaml'), '--locale', 'en'];
      assert.equal(
        readFileSync(join(folder, 'hospital-ai-scribe.html'), 'utf8'),
        execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }),
      );
      // With the window the panel comes again.
      await Promise.all([window.page.waitForEvent('load'), window.run('Developer: Reload Window')]);
      await page.locator('.wedge').nth(5).waitFor();
      assert.equal(await page.locator('h1').textContent(), 'AI documentation assistant for clinicians');
    });
  });

  it('is live while typing, and keeps the last picture while something is half typed', async () => {
    await inFolder({ theme: 'Dark 2026' }, async (window) => {
      const page = await shown(window, 'first-draft.levers.yaml');
      await page.locator('table.problems tr.error', { hasText: 'live-demo' }).waitFor();
      await window.shot('plan-dark');
      const lines = readFileSync(join(folder, 'first-draft.levers.yaml'), 'utf8').split('\n');
      // One line will be written above it.
      const last = lines.findIndex((one) => one.includes('live-demo')) + 2;
      await toLine(window, 'first-draft.levers.yaml', 'title: AI assistant');
      await window.page.keyboard.type(' of ours');
      await page.locator('h1', { hasText: 'of ours' }).waitFor();
      // An open quote: what was drawn stays, with a note.
      await window.page.keyboard.press('Enter');
      await window.page.keyboard.type('organization: "Half');
      await page.locator('.note', { hasText: 'half typed' }).waitFor();
      assert.equal(await page.locator('.timeline .row').count(), 6);
      await page.locator('table.problems tr.error', { hasText: 'quotation mark' }).first().waitFor();
      await window.shot('plan-half-typed');
      await window.page.keyboard.type('"');
      await page
        .locator('.note', { hasText: 'half typed' })
        .waitFor({ state: 'detached' })
        .catch(() => {});
      await page.locator('body:not(.kept)').waitFor();
      // A problem leads to its place.
      await page.locator('table.problems tr', { hasText: 'live-demo' }).locator('button').click();
      await line(window, last);
    });
  });

  it('copies a table for documents and spreadsheets, nothing as a formula', async () => {
    const written = hostile.replace(`title: '${attack}', response`, "title: '=1+1', response");
    writeFileSync(join(folder, 'formula.levers.yaml'), written);
    await inFolder({}, async (window) => {
      const page = await shown(window, 'formula.levers.yaml');
      await page.locator('table.risks th button').click({ button: 'right' });
      await window.choose('Copy as Table');
      await eventually(async () => {
        const text = await window.page.evaluate(() => navigator.clipboard.readText());
        const [columns, row, ...more] = text.split('\n').map((line) => line.split('\t'));
        assert.equal(columns[0], 'Risk');
        assert.equal(row[0], "'=1+1");
        assert.equal(row.length, columns.length);
        assert.deepEqual(more, []);
      });
    });
    rmSync(join(folder, 'formula.levers.yaml'));
  });

  it('saves a drawing as a file that stands alone', async () => {
    const saved = join(folder, 'AI documentation assistant for clinicians.svg');
    await inFolder({ theme: 'Light 2026' }, async (window) => {
      const page = await shown(window, 'hospital-ai-scribe.levers.yaml');
      const size = await page.locator('.timeline').boundingBox();
      await page.locator('.timeline .lane-head').first().click({ button: 'right' });
      await window.choose('Save as Picture');
      const box = window.page.locator('.quick-input-widget input');
      await eventually(async () => assert.equal(await box.inputValue(), saved));
      await window.page.keyboard.press('Enter');
      const text = await eventually(() => readFileSync(saved, 'utf8'));
      const alone = await window.page.context().newPage();
      await alone.setContent(text);
      const drawing = alone.locator('svg');
      const { width, height } = await drawing.boundingBox();
      assert.deepEqual([width, height], [size.width, size.height]);
      assert.equal(await drawing.locator('.row').count(), 13);
      assert.equal(await drawing.locator('.row > title').count(), 13);
      assert.equal(await drawing.locator('.hit, .handles').count(), 0);
      const bar = drawing.locator('.row .bar').first();
      assert.match(await bar.evaluate((shape) => getComputedStyle(shape).fill), /^rgb\((?!0, 0, 0\))/);
      await alone.screenshot({ path: join(root, 'dist/test/shots/saved-picture.png') });
      await alone.close();
    });
    rmSync(saved);
  });

  it('is called as its plan is, and follows to another plan unless it is locked', async () => {
    await inFolder({}, async (window) => {
      const page = await shown(window, 'hospital-ai-scribe.levers.yaml');
      const tab = (title) => window.page.locator('.tab', { hasText: title });
      await tab('AI documentation assistant for clinicians').waitFor();
      await window.open('first-draft.levers.yaml');
      await page.locator('h1', { hasText: 'AI assistant for quotes and order letters' }).waitFor();
      await tab('AI assistant for quotes and order letters').click();
      await window.page.locator('.editor-actions a[aria-label="Lock the Picture to This Plan"]').click();
      await window.page.locator('.editor-actions a[aria-label="Let the Picture Follow the Editor"]').waitFor();
      await window.page.keyboard.press('Control+1');
      await window.page
        .locator('.editor-instance .native-edit-context:focus, .editor-instance textarea:focus')
        .waitFor({ state: 'attached' });
      await window.open('city-permit-assistant.levers.yaml');
      await window.coverage('5 of 6 levers');
      assert.match(await page.locator('h1').textContent(), /quotes and order letters/);
      assert.equal(await tab('AI documentation assistant for clinicians').count(), 0);
      // Another panel is opened beside it.
      await window.run('LEVERS: Show Plan');
      await tab('AI assistant for building permits').waitFor();
      assert.equal(await tab('AI assistant for quotes and order letters').count(), 1);
    });
  });

  it('names the version that it shows where two are compared', async () => {
    await inFolder({}, async (window) => {
      await window.open('city-permit-assistant.levers.yaml');
      await toLine(window, 'city-permit-assistant.levers.yaml', 'title: AI assistant');
      await window.page.keyboard.type(' of ours');
      await window.run('File: Compare Active File with Saved');
      await window.page.locator('.tab.active', { hasText: '↔' }).waitFor();
      await window.run('LEVERS: Show Plan');
      await window.page.locator('.tab', { hasText: 'building permits of ours (working copy)' }).waitFor();
    });
  });

  it('shows what pretends to be a page as text, and runs nothing', async () => {
    await inFolder({}, async (window) => {
      const page = await shown(window, 'hostile.levers.yaml');
      assert.equal(await page.locator('h1').textContent(), attack);
      assert.equal(await page.locator('table.risks tbody th button').textContent(), attack);
      assert.equal(await page.locator('img').count(), 0);
      assert.equal(await page.locator('body script').count(), 1);
      assert.equal(await page.locator(':root').evaluate(() => document.title), '');
      await window.shot('plan-hostile');
    });
  });

  it('shows a plan that is in no file yet', async () => {
    await inFolder({}, async (window) => {
      await window.open('first-draft.levers.yaml');
      await window.coverage('3 of 6 levers');
      await window.page.keyboard.press('Control+Alt+N');
      await window.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
      await window.run('Change Language Mode');
      await window.page.locator('.quick-input-widget input').fill('LEVERS Change Plan');
      await window.page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'LEVERS Change Plan' })
        .waitFor();
      await window.page.keyboard.press('Enter');
      await window.page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
      await window.run('LEVERS: Show Plan');
      const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await page.locator('h1', { hasText: 'Change plan' }).waitFor();
      await window.page.keyboard.type('plan: { title: Not saved }');
      await page.locator('h1', { hasText: 'Not saved' }).waitFor();
    });
  });

  it('speaks Chinese, also in a narrow panel', async () => {
    await inFolder({ locale: 'zh-cn', size: { width: 1100, height: 1000 } }, async (window) => {
      const page = await shown(window, 'retail-service-assistant.levers.yaml', 'LEVERS: 显示计划');
      assert.deepEqual(await page.locator('.wedge .name').allTextContents(), [
        '领导力',
        '生态系统',
        '价值观',
        '赋能',
        '奖励',
        '结构',
      ]);
      await window.shot('plan-zh-cn');
    });
  });

  it('shows all plans beside each other: levers, go-lives, and whom they hit at the same time', async () => {
    const settings = { 'levers.portfolio.loadThreshold': 1 };
    await inFolder({ theme: 'Light 2026', settings }, async (window) => {
      await window.open('hospital-ai-scribe.levers.yaml');
      await window.run('LEVERS: Show Portfolio');
      const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      const plan = page.locator('#plans tbody tr', { hasText: 'AI documentation assistant for clinicians' });
      await plan.waitFor();
      await page.locator('#plans tbody tr').nth(4).waitFor();
      assert.equal(await plan.locator('.squares .drawing').textContent(), 'LEVE–S');
      assert.match(await plan.locator('.squares [role=img]').getAttribute('aria-label'), /Rewards: Left out/);
      assert.match(await plan.textContent(), /5\/6Jun 14, 2027/);
      await page.locator('.news', { hasText: '5 plans: ' }).waitFor();
      await page.locator('.go-lives .mark[aria-label*="Jun 14, 2027: Go-live in the clinics"]').waitFor();
      // Rows keep to one line, however long a title is.
      const heights = await page.locator('#plans tbody tr').evaluateAll((rows) => rows.map((row) => row.offsetHeight));
      assert.ok(Math.max(...heights) < 40, String(heights));
      // Sorted and filtered from the keyboard, and the go-lives follow.
      await page.getByLabel('Sort by').selectOption('title');
      await page.locator('#plans tbody tr').first().locator('th', { hasText: '<img' }).waitFor();
      await page.getByLabel('Filter').fill('clinic');
      await page.locator('#plans [role=status]', { hasText: '1 of 5 plans' }).waitFor();
      assert.equal(await page.locator('.go-lives .plan').count(), 1);
      await page.getByLabel('Filter').fill('');
      await page.locator('#plans tbody tr').nth(4).waitFor();
      // Two plans name the staff council: both show, and one click opens the first.
      const council = page.locator('#load tbody tr', { hasText: 'Staff council' });
      const cell = council.locator('button', { hasText: '2' }).first();
      assert.match(await cell.getAttribute('aria-label'), /building permits.*clinicians.*: over the threshold of 1$/);
      await window.shot('portfolio-light');
      await cell.click();
      await window.page.locator('.tab.active', { hasText: 'city-permit-assistant' }).waitFor();
      // Who comes back finds the plans as they were sorted.
      await window.run('LEVERS: Show Portfolio');
      await page.locator('#plans tbody tr').nth(4).waitFor();
      assert.equal(await page.getByLabel('Sort by').inputValue(), 'title');
    });
  });

  it('begins a plan from all plans beside each other where there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'levers-none-'));
    try {
      await inFolder({ folder: empty }, async (window) => {
        await window.run('LEVERS: Show Portfolio');
        const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
        await page.getByRole('button', { name: 'New Change Plan' }).click();
        await window.page.locator('.quick-input-title', { hasText: 'New Change Plan' }).waitFor();
      });
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });

  it('keeps its edges in high contrast, and works where the folder is not trusted', async () => {
    await inFolder({ theme: 'Default High Contrast', trust: false }, async (window) => {
      const page = await shown(window, 'hospital-ai-scribe.levers.yaml');
      await window.shot('plan-contrast');
      await page.locator('#heat-map').scrollIntoViewIfNeeded();
      await window.shot('plan-contrast-below');
    });
  });

  it('shows each of 500 strategies, and what becomes of one', async () => {
    const many = cleanPlan(500);
    writeFileSync(join(folder, 'many.levers.yaml'), many);
    await inFolder({}, async (window) => {
      const page = await shown(window, 'many.levers.yaml');
      await page.locator('.row[data-key="strategies/s499"]').waitFor({ state: 'attached' });
      assert.equal(await page.locator('.timeline .row .bar').count(), 500);
      // Lanes fold, also with the keyboard, and what has the focus keeps it.
      const lane = page.locator('.lane-head').first();
      await lane.focus();
      await lane.press('Enter');
      await page.locator('.lane-head[aria-expanded=false]').waitFor({ state: 'attached' });
      assert.equal(await page.locator('.timeline .row .bar').count(), 400);
      await lane.press('ArrowDown');
      assert.match(await page.locator(':focus').getAttribute('aria-label'), /^Ecosystem: 100 strategies/);
      await page.locator(':focus').press('ArrowDown');
      assert.match(await page.locator(':focus').getAttribute('aria-label'), /^Strategy 1;/);
      await window.page.keyboard.press('Control+1');
      await window.page
        .locator('.editor-instance .native-edit-context:focus, .editor-instance textarea:focus')
        .waitFor({ state: 'attached' });
      await window.page.keyboard.press('Control+F');
      await window.page.keyboard.type('Strategy 499');
      await window.page.keyboard.press('Escape');
      await window.page.keyboard.type('The last one');
      await page
        .locator('.row[data-key="strategies/s499"] title', { hasText: 'The last one' })
        .waitFor({ state: 'attached' });
      // The page has followed the cursor to it.
      await page.locator('.row.here[data-key="strategies/s499"]').waitFor();
      const { y } = await page.locator('.row.here[data-key="strategies/s499"]').boundingBox();
      assert.ok(y > 0 && y < size.height, `${y}`);
      await window.shot('plan-many');
    });
  });
});
