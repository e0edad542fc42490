/** Settings, exceptions and *Fix all* as editors use them: conversations with the built server over stdio. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { ClientCapabilities, CodeAction, ConfigurationParams, Diagnostic } from 'vscode-languageserver-protocol';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable, type OpenDocument, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';
/** What is found; one lever less is also one less that goes on after go-live, which is no matter here. */
const codes = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code }) => code).filter((code) => code !== 'sustain-coverage-below-four');
const three = cleanPlan.replace('owner: Bo', 'owner: TBD');
const gentle = { 'coverage-below-four': ['info', { minimumLevers: 3 }], 'strategy-without-owner': 'off' };

/** A client that can be asked for settings, and says when they change. */
const configurable: ClientCapabilities = {
  ...capable,
  workspace: { ...capable.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function actionsOf(document: OpenDocument, only?: string[], offset = 0): Promise<CodeAction[]> {
  const position = document.positionAt(offset);
  return document.request<CodeAction[]>('textDocument/codeAction', {
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

describe('settings', () => {
  it('are asked for before anything is shown, for each document, and again when they change', async () => {
    let rules: unknown = gentle;
    const asked: string[] = [];
    const registered = deferred<string>();
    const answers = {
      'workspace/configuration': ({ items }: ConfigurationParams) =>
        items.map(({ scopeUri, section }) => {
          asked.push(`${section} ${scopeUri}`);
          return scopeUri === uri ? { rules } : null;
        }),
      'client/registerCapability': ({
        registrations,
      }: {
        registrations: { method: string; registerOptions: object }[];
      }) => {
        registered.resolve(
          JSON.stringify(registrations.map(({ method, registerOptions }) => [method, registerOptions])),
        );
      },
    };
    const options = { coverage: true, today: '2027-03-01' };
    await withServer({ capabilities: configurable, answers, options }, async (session) => {
      assert.equal(await registered.promise, '[["workspace/didChangeConfiguration",{"section":"levers"}]]');
      const document = await session.open(uri, three);
      assert.deepEqual(codes(await document.diagnostics()), []);
      const other = await session.open('file:///plans/other.levers.yaml', three);
      assert.deepEqual(codes(await other.diagnostics()), ['coverage-below-four', 'strategy-without-owner']);
      assert.deepEqual(asked, [`levers ${uri}`, 'levers file:///plans/other.levers.yaml']);
      const enough = () => session.coverage.map(({ enough, count }) => `${count}/${enough}`);
      await session.until(() => session.coverage[1]);
      assert.deepEqual(enough(), ['3/3', '3/4']);

      await document.replace(0, 0, '# A plan.\n');
      assert.deepEqual(codes(await document.diagnostics()), []);
      assert.equal(asked.length, 2, 'nothing is asked at a key');

      rules = { 'coverage-below-four': 'error', 'sustain-coverage-below-four': 'off' };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const [coverage, owner] = await document.diagnostics(1);
      assert.deepEqual([coverage?.severity, owner?.severity], [1, 2]);
      await session.until(() => session.coverage[2] && session.published[4]);
      assert.deepEqual(enough(), ['3/3', '3/4', '3/4']);

      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await document.replace(0, 0, '# My plan.\n');
      await document.diagnostics();
      assert.equal(session.published.length, 6, 'the same settings change nothing');
    });
  });

  it('hold when they come late, and are not waited for when they do not come', async () => {
    const settings = deferred<unknown[]>();
    const answers = { 'workspace/configuration': () => settings.promise, 'client/registerCapability': () => {} };
    await withServer({ capabilities: configurable, answers }, async (session) => {
      const document = await session.open(uri, three);
      assert.deepEqual(codes(await document.diagnostics()), ['coverage-below-four', 'strategy-without-owner']);
      assert.deepEqual(await document.request('textDocument/foldingRange').then(Array.isArray), true);
      settings.resolve([{ rules: gentle }]);
      assert.deepEqual(codes(await document.diagnostics(1)), []);
    });
    const refused = {
      'workspace/configuration': () => {
        throw new Error('no');
      },
      'client/registerCapability': () => {},
    };
    await withServer({ capabilities: configurable, answers: refused }, async (session) => {
      const document = await session.open(uri, three);
      assert.deepEqual(codes(await document.diagnostics()), ['coverage-below-four', 'strategy-without-owner']);
    });
  });

  it('make a client pull again that pulls', async () => {
    let rules: unknown = {};
    let refreshed = deferred<void>();
    const capabilities: ClientCapabilities = {
      ...configurable,
      workspace: { ...configurable.workspace, diagnostics: { refreshSupport: true } },
      textDocument: { ...capable.textDocument, diagnostic: {} },
    };
    const answers = {
      'workspace/configuration': () => [{ rules }],
      'client/registerCapability': () => {},
      'workspace/diagnostic/refresh': () => refreshed.resolve(),
    };
    await withServer({ capabilities, answers }, async (session) => {
      const document = await session.open(uri, three);
      const pull = async () =>
        codes((await document.request<{ items: Diagnostic[] }>('textDocument/diagnostic')).items);
      assert.deepEqual(await pull(), ['coverage-below-four', 'strategy-without-owner']);
      rules = gentle;
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await refreshed.promise;
      assert.deepEqual(await pull(), []);
      refreshed = deferred<void>();
      assert.deepEqual(session.published, []);
    });
  });

  it('are taken from a client that only sends them', async () => {
    const options = { today: '2027-03-01', settings: { levers: { rules: gentle } } };
    await withServer({ options }, async (session) => {
      const document = await session.open(uri, three);
      assert.deepEqual(codes(await document.diagnostics()), []);
      const settings = { levers: { rules: { 'coverage-below-four': 'off' }, catalogs: 'nonsense' } };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      assert.deepEqual(codes(await document.diagnostics(1)), ['strategy-without-owner']);
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: { other: {} } });
      await document.replace(0, 0, '# A plan.\n');
      assert.deepEqual(codes(await document.diagnostics()), ['strategy-without-owner']);
    });
  });
});

describe('exceptions', () => {
  const title = 'Allow strategy-without-owner here, with a reason';
  const at = three.indexOf('TBD');

  it('are written with the cursor at the reason, where the editor can do that', async () => {
    const capabilities: ClientCapabilities = {
      ...capable,
      workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
    };
    await withServer({ capabilities }, async (session) => {
      const document = await session.open(uri, three);
      const actions = await actionsOf(document, undefined, at);
      assert.deepEqual(
        actions.slice(-2).map((action) => action.title),
        [title, 'Allow strategy-without-owner in the whole file, with a reason'],
      );
      const action = actions.find((candidate) => candidate.title === title);
      const position = { line: three.slice(0, at).split('\n').length - 1, character: 0 };
      assert.deepEqual(action?.edit, {
        documentChanges: [
          {
            textDocument: { uri, version: 1 },
            edits: [
              {
                range: { start: position, end: position },
                snippet: { kind: 'snippet', value: '      # levers-ignore-next-line strategy-without-owner: $0\n' },
              },
            ],
          },
        ],
      });
      assert.deepEqual(codes(action?.diagnostics ?? []), ['strategy-without-owner']);
    });
  });

  it('are written as text elsewhere, and work once the reason stands there', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, three.replaceAll('\n', '\r\n'));
      const action = (await actionsOf(document, undefined, document.text.indexOf('TBD'))).find(
        (candidate) => candidate.title === title,
      );
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      const [edit] = change.edits;
      assert.ok(edit && 'newText' in edit);
      assert.equal(edit.newText, '      # levers-ignore-next-line strategy-without-owner: \r\n');
      const start = document.text.lastIndexOf('\n', document.text.indexOf('TBD')) + 1;
      await document.replace(start, start, edit.newText);
      const waiting = ['coverage-below-four', 'exception-without-reason', 'strategy-without-owner'];
      assert.deepEqual(codes(await document.diagnostics()), waiting);
      const end = start + edit.newText.length - 2;
      await document.replace(end, end, 'the board appoints someone in May');
      assert.deepEqual(codes(await document.diagnostics()), ['coverage-below-four']);
    });
  });
});

describe('fixing all', () => {
  const broken = cleanPlan.replace('owner: Ana', 'owner: 12').replace('audience: [leads]', 'audience: leads');

  it('mends a document on save, and only when it is asked to', async () => {
    await withServer({}, async (session, hello) => {
      assert.deepEqual(hello.capabilities.codeActionProvider, {
        codeActionKinds: ['quickfix', 'source.fixAll.levers', 'source.sortKeys.levers'],
      });
      const document = await session.open(uri, broken);
      for (const only of [
        undefined,
        ['quickfix'],
        ['refactor'],
        ['source.fixAll.eslint'],
        ['source.organizeImports'],
      ]) {
        const kinds = (await actionsOf(document, only)).map(({ kind }) => kind);
        assert.ok(!kinds.includes('source.fixAll.levers'), String(only));
      }
      for (const only of ['source', 'source.fixAll', 'source.fixAll.levers']) {
        const [action, ...more] = await actionsOf(document, [only]);
        assert.deepEqual(more, []);
        assert.equal(action?.kind, 'source.fixAll.levers');
        const [change] = action?.edit?.documentChanges ?? [];
        assert.ok(change && 'edits' in change && change.textDocument.version === 1);
        const lines = broken.split('\n');
        const offset = ({ line, character }: { line: number; character: number }) =>
          lines.slice(0, line).join('\n').length + (line ? 1 : 0) + character;
        const edits = change.edits.map((edit) => {
          assert.ok('newText' in edit);
          return { span: { start: offset(edit.range.start), end: offset(edit.range.end) }, text: edit.newText };
        });
        const after = broken.replace('owner: 12', 'owner: "12"').replace('audience: leads', 'audience: [leads]');
        assert.equal(apply(broken, edits), after);
      }
      const clean = await session.open('file:///plans/clean.levers.yaml', cleanPlan);
      assert.deepEqual(await actionsOf(clean, ['source.fixAll']), []);
    });
  });
});
