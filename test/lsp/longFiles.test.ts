/** A long file somewhere in the folder does not hold up what is typed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { cleanPlan } from '../kit/plan.ts';
import { withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const folder = mkdtempSync(join(tmpdir(), 'levers-long-'));
after(() => rmSync(folder, { recursive: true }));

describe('a file of 300,000 quotation marks', () => {
  it('is checked beside what the client asks for', async () => {
    const [top, path] = [pathToFileURL(folder).href, join(folder, 'long.levers.yaml')];
    const long = pathToFileURL(path).href;
    await withServer({ folders: [top] }, async (session) => {
      const document = await session.open(`${top}/plan.levers.yaml`, cleanPlan);
      await document.diagnostics();
      writeFileSync(path, `purpose:\n  need: ${'"'.repeat(300_000)}\n`);
      const changes = [{ uri: long, type: 1 }];
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      for (let n = 0; n < 30; n++) await document.request('textDocument/documentSymbol');
      assert.equal(session.newest(long), undefined, 'the requests were answered first');
      const problems = await session.until(() => session.newest(long));
      assert.ok(problems.length > 0);
    });
  });
});
