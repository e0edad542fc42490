// The suite that runs inside VS Code's extension host: in a desktop editor where there is one, else in the browser's.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findDesktop } from './desktop.mjs';
import { ensureBrowser, ensureWebHost } from './install.mjs';
import { runInDesktop, runInExtensionHost } from './suiteRun.mjs';

const extension = fileURLToPath(new URL('../..', import.meta.url));
const log = (line) => console.log(line);

test('the extension in the extension host', { timeout: 600_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'levers-suite-'));
  writeFileSync(join(folder, 'notes.txt'), 'no plan here\n');
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const tests = join(extension, 'dist/test/editor/suite.js');
  const executable = process.env.LEVERS_EDITOR === 'web' ? undefined : await findDesktop({ log });
  log(`Editor: ${executable ?? 'VS Code for the browser'}`);
  let result;
  if (executable) {
    result = await runInDesktop({ executable, extension, tests, folder });
  } else {
    await ensureBrowser({ log });
    await ensureWebHost({ log });
    result = await runInExtensionHost({ extension, tests, folder, log });
  }
  for (const { title, ok, error } of result.tests) await t.test(title, () => assert.ok(ok, error));
});
