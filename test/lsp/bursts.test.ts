/** Bursts of messages about files: what the client asks for in between is answered before the files are read. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe } from 'node:test';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/lsp/server.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const top = 'file:///plans';
const uris = Array.from({ length: 100 }, (_, n) => `${top}/${n}.levers.yaml`);

/** So many files may be read while an answer is on its way. */
const few = 5;

/** How often a plan was read, and how often the folder was listed. */
interface Counts {
  read: number;
  listed: number;
}

/** A server in this process over a folder of plans, once it has checked all of them. */
async function withPlans(use: (connection: ProtocolConnection, counts: Counts) => Promise<void>): Promise<void> {
  const counts: Counts = { read: 0, listed: 0 };
  const [up, down] = [new PassThrough(), new PassThrough()];
  const served = createConnection(up, down);
  serve(served, {
    today: () => '2027-03-01',
    rulePage: '{code}',
    version: '0',
    files: {
      async read(uri) {
        if (!uris.includes(uri)) return { reason: 'absent' };
        counts.read++;
        return { text: cleanPlan };
      },
      async list() {
        counts.listed++;
        return uris;
      },
    },
  });
  served.listen();
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.listen();
  const capabilities = { ...capable, textDocument: { ...capable.textDocument, diagnostic: {} } };
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: top, name: 'plans' }],
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  await connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(counts, { read: uris.length, listed: 1 });
  Object.assign(counts, { read: 0, listed: 0 });
  await use(connection, counts);
  connection.dispose();
}

const ask = (connection: ProtocolConnection) =>
  connection.sendRequest('textDocument/hover', { textDocument: { uri: uris[0] }, position: { line: 0, character: 0 } });

describe('a burst', () => {
  it('of changed files lets a request go first, before they are read, and each is read once', async () => {
    await withPlans(async (connection, counts) => {
      for (const uri of [...uris, ...uris])
        await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
      await ask(connection);
      assert.ok(counts.read <= few, `${counts.read}`);
      // A document that is not open is pulled: its file counts, once it has been checked.
      for (const uri of uris) await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      assert.equal(counts.read, uris.length);
    });
  });

  it('of closed documents lets a request go first, before their files are read', async () => {
    await withPlans(async (connection, counts) => {
      for (const uri of uris) {
        const textDocument = { uri, languageId: 'levers-plan', version: 1, text: cleanPlan };
        await connection.sendNotification('textDocument/didOpen', { textDocument });
      }
      await ask(connection);
      for (const uri of uris) await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await ask(connection);
      assert.ok(counts.read <= few, `${counts.read}`);
    });
  });

  it('of changed catalogs lists the folder once', async () => {
    await withPlans(async (connection, counts) => {
      for (const n of uris.keys()) {
        const changes = [{ uri: `${top}/${n}/levers.catalog.yaml`, type: 2 }];
        await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      }
      await ask(connection);
      await connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
      assert.deepEqual(counts, { read: uris.length, listed: 1 });
    });
  });
});
