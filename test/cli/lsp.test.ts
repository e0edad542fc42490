/** `levers lsp --stdio`: the command line is the language server, too. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

describe('levers lsp', () => {
  it('is the language server over standard input and output', async () => {
    await withServer({ program: ['dist/cli.js', 'lsp', '--stdio'] }, async (session) => {
      const document = await session.open('file:///a.levers.yaml', cleanPlan.replace('[agents]', '[agnets]'));
      const found = await document.diagnostics();
      assert.deepEqual(
        found.map(({ code }) => code),
        ['unknown-stakeholder'],
      );
    });
  });

  it('starts for --stdio alone', async () => {
    for (const args of [[], ['--stdio', 'a.levers.yaml']]) {
      const machine = new MemoryMachine({});
      let served = 0;
      machine.serve = async () => {
        served++;
      };
      const { code, stderr } = await machine.levers('lsp', ...args);
      assert.deepEqual([code, stderr, served], [2, 'levers: levers lsp takes --stdio\n', 0]);
    }
  });
});
