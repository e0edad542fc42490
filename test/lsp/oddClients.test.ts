/** Clients that send what the protocol does not know: each message is refused, and the server goes on with right documents. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { describe } from 'node:test';
import type { Message } from 'vscode-languageserver-protocol/node';
import { StdioReader } from '../../server/src/lsp/stdioReader.ts';
import type { InitializationOptions, OverviewsResult, Question } from '../../server/src/protocol.ts';
import { cleanPlan } from '../kit/plan.ts';
import { type OpenDocument, type Session, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///nowhere/a.levers.yaml';
const ending = { line: 0, character: 0 };
const opening = { uri, languageId: 'levers-plan', version: 1, text: cleanPlan };

/** A message as it goes over the wire; `length`: what its header says instead. */
function framed(message: string | object, length?: number): string {
  const body = typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${length ?? Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** The title of the plan as the server knows it. */
async function titleOf({ uri }: OpenDocument, { connection }: Session): Promise<string | undefined> {
  const { plans } = await connection.sendRequest<OverviewsResult>('levers/overviews', { uris: [uri] });
  return plans[0]?.title;
}

/** What the server has said of errors since the last time. */
const logged = (session: Session) =>
  session.unexpected.splice(0).map((entry) => {
    const { type, message } = entry as { type?: number; message?: string };
    assert.equal(type, 1, JSON.stringify(entry));
    return message;
  });

describe('a client with odd messages', () => {
  it('keeps its documents as they were', async () => {
    const notifications: readonly (readonly [method: string, params: object | undefined])[] = [
      ...['version', 'text', 'uri', 'languageId'].flatMap((key) =>
        [undefined, null, {}].map(
          (value) => ['textDocument/didOpen', { textDocument: { ...opening, [key]: value } }] as const,
        ),
      ),
      ['textDocument/didOpen', undefined],
      ...[
        [{}],
        undefined,
        7,
        [{ text: 7 }],
        [{ text: 'x', range: {} }],
        [{ text: 'x', range: { start: { line: 'a' }, end: ending } }],
        // The first of them could be applied.
        [{ text: 'title: Lost' }, {}],
      ].map(
        (contentChanges) => ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges }] as const,
      ),
      ['textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: 'title: Lost' }] }],
      ['textDocument/didClose', { textDocument: 7 }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: 7, type: 3 }] }],
      ['workspace/didChangeWatchedFiles', { changes: 'x' }],
    ];
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const title = await titleOf(document, session);
      for (const [method, params] of notifications) {
        await session.connection.sendNotification(method, params as object);
        assert.equal(await titleOf(document, session), title, `${method} ${JSON.stringify(params)}`);
        assert.ok(logged(session).length > 0, `${method} ${JSON.stringify(params)}`);
      }
      // Changes count from where the document was.
      const start = document.text.indexOf('AI assist');
      await document.replace(start, start + 'AI assist'.length, 'Help');
      await document.diagnostics();
      assert.equal(await titleOf(document, session), title?.replace('AI assist', 'Help'));
    });
  });

  it('gets an error for a request with odd parameters, and an answer for the next', async () => {
    const odd = [
      {},
      { uri: 7 },
      { textDocument: { uri: 7 } },
      { uris: [7] },
      { textDocument: { uri }, range: 7, text: 7 },
    ];
    await withServer({}, async (session) => {
      const ask = <T>(method: string, params: object) => session.connection.sendRequest<T>(method, params);
      for (const method of ['levers/question', 'levers/draft', 'levers/paste', 'levers/picture']) {
        for (const params of odd.slice(0, method === 'levers/picture' ? 4 : 5))
          await assert.rejects(ask(method, params), { code: -32602 }, `${method} ${JSON.stringify(params)}`);
      }
      await assert.rejects(ask('levers/overviews', { uris: [7] }), { code: -32602 });
      await assert.rejects(ask('levers/unknown', {}), { code: -32601 });
      assert.equal((await ask<Question>('levers/question', { uri, answers: {}, step: 0 })).step, 0);
    });
  });

  it('may have options of other types', async () => {
    const options = { today: 7, locale: 7, rulePage: 7, settings: 7 } as unknown as InitializationOptions;
    await withServer({ options }, async (session) => {
      const document = await session.open(uri, cleanPlan.replace('[agents]', '[agnets]'));
      const problems = await document.diagnostics();
      assert.match(problems.map(({ codeDescription }) => codeDescription?.href).join(), /unknown-stakeholder/);
    });
  });

  it('is believed when it opens the same version with another text', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      assert.deepEqual(await document.diagnostics(), []);
      const again = await session.open(uri, cleanPlan.replace('[agents]', '[agnets]'));
      assert.equal((await again.diagnostics(1)).length, 1);
    });
  });

  it('may send bodies that are no messages, or not as long as they say', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const title = await titleOf(document, session);
      const note = { method: '$/note', params: { text: 'Für alle' } };
      for (const [bytes, count] of [
        [framed('{"jsonrpc":'), 1],
        [framed(''), 1],
        [framed(note, 5), 1],
        [framed(note, 500) + framed({ ...note, params: { text: 'x'.repeat(500) } }), 1],
        [framed('null') + framed('7') + framed('[]'), 3],
        [framed({ method: '$/cancelRequest' }), 1],
      ] as const) {
        session.child.stdin?.write(bytes);
        assert.equal(await titleOf(document, session), title, bytes);
        assert.equal(logged(session).length, count, bytes);
      }
    });
  });
});

describe('a connection', () => {
  const served = (input: string) => {
    const { status, stderr } = spawnSync(process.execPath, ['dist/server.mjs', '--stdio'], { input, encoding: 'utf8' });
    return { status, stderr };
  };
  const hello = framed({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });

  it('that cannot be read any more ends with a message', () => {
    for (const header of [
      'garbage',
      'Content-Type: x',
      'Content-Length: x',
      'Content-Length: -5',
      'Content-Length: 999999999999',
    ])
      assert.deepEqual(served(`${hello}${header}\r\n\r\n{}`), {
        status: 1,
        stderr: 'levers: the connection has ended (a message says no length)\n',
      });
    const ended = { status: 1, stderr: 'levers: the connection has ended (the stream has ended)\n' };
    assert.deepEqual(served(hello), ended);
    assert.deepEqual(served(''), ended);
  });

  it('that was to end does so without', async () => {
    const child = spawn(process.execPath, ['dist/server.mjs', '--stdio']);
    const said = { stdout: '', stderr: '' };
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
    });
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
      if (said.stdout.includes('"id":2')) child.stdin.end();
    });
    child.stdin.write(hello + framed({ id: 2, method: 'shutdown' }));
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual([status, said.stderr], [0, '']);
  });

  it('may be cut anywhere', () => {
    const notes = ['a', '计划', 'x'.repeat(300)].map((text) => ({ jsonrpc: '2.0', method: 'note', params: { text } }));
    const bytes = Buffer.from(notes.map((note) => framed(note)).join(''));
    for (const size of [1, 7, 100, bytes.length]) {
      const stream = new PassThrough();
      const read: Message[] = [];
      new StdioReader(stream).listen((message) => read.push(message));
      for (let at = 0; at < bytes.length; at += size) stream.emit('data', bytes.subarray(at, at + size));
      assert.deepEqual(read, notes);
    }
  });
});
