// The page of `levers brief` in Chromium: one sheet of paper for every example plan, in both languages, and no network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const plans = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.levers.yaml'));

/** The number of sheets in a PDF of Chromium. */
function sheets(pdf) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe('the page of a brief', { timeout: 300_000 }, () => {
  let browser;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'levers-brief-'));
    browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The brief of an example as a file: its address. */
  function written(plan, locale) {
    const args = ['dist/cli.js', 'brief', '--locale', locale, '--today', '2027-04-16', join('examples', plan)];
    const file = join(folder, `${plan}.${locale}.html`);
    writeFileSync(file, execFileSync(process.execPath, args, { cwd: root }));
    return pathToFileURL(file).href;
  }

  for (const plan of plans) {
    for (const locale of ['en', 'zh-CN']) {
      it(`${plan} (${locale}) is one sheet, and loads nothing`, async () => {
        const page = await browser.newPage();
        const asked = [];
        page.on('request', (request) => asked.push(request.url()));
        const address = written(plan, locale);
        await page.goto(address);
        assert.equal(sheets(await page.pdf({ preferCSSPageSize: true })), 1);
        assert.deepEqual(asked, [address]);
        assert.equal(await page.locator('h1').count(), 1);
        await page.screenshot({ path: join(root, 'dist/test/shots', `brief-${plan}.${locale}.png`), fullPage: true });
        await page.close();
      });
    }
  }
});
