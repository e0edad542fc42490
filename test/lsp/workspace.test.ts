/** The built server with files of the workspace that are not open. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CancellationTokenSource,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { cleanPlan } from '../kit/plan.ts';
import { capable, type Session, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';
import { codes, exactly, folder, pulling, told } from '../kit/workspace.ts';

const bad = cleanPlan.replace('[agents]', '[agnets]');
const using = cleanPlan.replace('use: executive-briefings', 'use: clinics');
const catalog =
  'catalogVersion: 1\nid: team\nstrategies: [{ id: clinics, lever: leadership, title: { en: x }, summary: { en: y } }]\n';

/** What a client that pulls knows: of each file the id of the last report and its problems. */
class Puller {
  private readonly known = new Map<string, { id: string | undefined; items: readonly Diagnostic[] }>();
  private requests = 0;
  /** How many reports the last request has brought in parts. */
  parts = 0;

  constructor(private readonly session: Session) {}

  /** One request; `parts`: what is found may be told before its answer. */
  async pull(
    parts: boolean,
    token = new CancellationTokenSource().token,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { connection } = this.session;
    const previousResultIds = [...this.known].flatMap(([uri, { id }]) => (id === undefined ? [] : { uri, value: id }));
    const partialResultToken = `part-${this.requests++}`;
    const all: WorkspaceDocumentDiagnosticReport[] = [];
    this.parts = 0;
    const listening = connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, (part) => {
      this.parts += part.items.length;
      all.push(...part.items);
    });
    const { items } = await connection.sendRequest<WorkspaceDiagnosticReport>(
      WorkspaceDiagnosticRequest.method,
      { previousResultIds, ...(parts && { partialResultToken }) },
      token,
    );
    listening.dispose();
    all.push(...items);
    for (const item of all) {
      if (item.kind === 'full') this.known.set(item.uri, { id: item.resultId, items: item.items });
      else assert.equal(item.resultId, this.known.get(item.uri)?.id);
    }
    return all;
  }

  codes(uri: string) {
    return codes(this.known.get(uri)?.items);
  }
}

describe('files that are not open', () => {
  it('are told to a client that does not pull, and as they are on the disk only while they are not open', async () => {
    const { write, remove, uri, folders } = folder({
      'a.levers.yaml': cleanPlan,
      'deep/our plans/b.levers.yml': bad,
      'using.levers.yaml': using,
      'levers.catalog.yaml': `${catalog}hide: [ai-feedback-lop]\n`,
      'node_modules/x/c.levers.yaml': bad,
      '.hidden/d.levers.yaml': bad,
      'notes.yaml': 'not: a plan',
    });
    const b = uri('deep/our%20plans/b.levers.yml');
    await withServer({ folders, options: { today: '2027-03-01' } }, async (session) => {
      await exactly(session, b, 'unknown-stakeholder');
      await exactly(session, uri('levers.catalog.yaml'), 'unknown-hidden-strategy');
      assert.deepEqual(
        new Set(session.published.map((params) => params.uri)),
        new Set([b, uri('levers.catalog.yaml')]),
      );
      const document = await session.open(b, cleanPlan);
      assert.deepEqual(await document.diagnostics(), []);
      // The disk is of no interest now.
      write('deep/our plans/b.levers.yml', using.replace('clinics', 'nothing'));
      await told(session, [b, 2]);
      await document.close();
      await exactly(session, b, 'coverage-below-four', 'unknown-strategy');
      write('deep/our plans/b.levers.yml', cleanPlan);
      write('new.levers.yaml', bad);
      await told(session, [b, 2], [uri('new.levers.yaml'), 1]);
      await exactly(session, b);
      await exactly(session, uri('new.levers.yaml'), 'unknown-stakeholder');
      remove('new.levers.yaml');
      await told(session, [uri('new.levers.yaml'), 3], [uri('node_modules/x/c.levers.yaml'), 2]);
      await exactly(session, uri('new.levers.yaml'));
      // A whole folder.
      write('deep/our plans/b.levers.yml', bad);
      await told(session, [b, 2]);
      await exactly(session, b, 'unknown-stakeholder');
      remove('deep');
      await told(session, [uri('deep'), 3]);
      await exactly(session, b);
      // A catalog that changes holds for plans that nobody has touched.
      remove('levers.catalog.yaml');
      await told(session, [uri('levers.catalog.yaml'), 3]);
      await exactly(session, uri('using.levers.yaml'), 'coverage-below-four', 'unknown-strategy');
      await exactly(session, uri('levers.catalog.yaml'));
      assert.equal(session.newest(uri('node_modules/x/c.levers.yaml')), undefined);
      assert.equal(session.newest(uri('.hidden/d.levers.yaml')), undefined);
    });
  });

  it('go by the settings of their folder, and are left alone where that is set', async () => {
    const { uri, folders } = folder({ 'a.levers.yaml': bad });
    const capabilities = {
      ...capable,
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    };
    const settings = { rules: { 'unknown-stakeholder': 'hint' } };
    await withServer({ folders, capabilities, settings }, async (session) => {
      await exactly(session, uri('a.levers.yaml'), 'unknown-stakeholder');
      assert.equal(session.newest(uri('a.levers.yaml'))?.[0]?.severity, 4);
      const set = async (next: object) => {
        session.settings = next;
        await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      };
      await set({ workspaceProblems: false });
      await exactly(session, uri('a.levers.yaml'));
      await set({});
      await exactly(session, uri('a.levers.yaml'), 'unknown-stakeholder');
    });
  });

  it('are pulled as a whole, and then only what is new', async () => {
    const { write, remove, uri, folders } = folder({
      'a.levers.yaml': bad,
      'b.levers.yaml': bad,
      'clean.levers.yaml': cleanPlan,
      'open.levers.yaml': bad,
    });
    await withServer({ folders, capabilities: pulling }, async (session, hello) => {
      assert.equal(Object(hello.capabilities.diagnosticProvider).workspaceDiagnostics, true);
      await session.until(() => session.registered.includes('workspace/didChangeWatchedFiles') || undefined);
      const open = await session.open(uri('open.levers.yaml'), cleanPlan);
      const client = new Puller(session);
      const first = await client.pull(false);
      assert.deepEqual(first.map((item) => item.uri).sort(), [uri('a.levers.yaml'), uri('b.levers.yaml')]);
      assert.deepEqual(client.codes(uri('a.levers.yaml')), ['unknown-stakeholder']);
      assert.deepEqual(
        (await client.pull(false)).map(({ kind }) => kind),
        ['unchanged', 'unchanged'],
      );
      // In parts, the answer waits for news.
      const waiting = client.pull(true);
      write('a.levers.yaml', cleanPlan);
      await told(session, [uri('a.levers.yaml'), 2]);
      assert.deepEqual(
        (await waiting).map((item) => [item.kind, item.uri]),
        [['full', uri('a.levers.yaml')]],
      );
      assert.deepEqual(client.codes(uri('a.levers.yaml')), []);
      // What is closed is known at once by the last request for the document, and told with the others.
      const closed = client.pull(true);
      await open.close();
      const { items } = await open.request<{ items: Diagnostic[] }>('textDocument/diagnostic');
      assert.deepEqual(codes(items), ['unknown-stakeholder']);
      await closed;
      while (!client.codes(uri('open.levers.yaml'))?.length) await client.pull(true);
      assert.deepEqual(client.codes(uri('open.levers.yaml')), ['unknown-stakeholder']);
      remove('b.levers.yaml');
      await told(session, [uri('b.levers.yaml'), 3]);
      await client.pull(true);
      assert.deepEqual(client.codes(uri('b.levers.yaml')), []);
      // A request that waits can be taken back.
      const source = new CancellationTokenSource();
      const cancelled = client.pull(true, source.token);
      source.cancel();
      await assert.rejects(cancelled, { code: -32800 });
      assert.deepEqual(session.published, []);
    });
  });

  it('are many: told in parts, also when everything changes in the midst of it', async () => {
    const names = Array.from({ length: 230 }, (_, n) => `unit${n % 7}/p${n}.levers.yaml`);
    const { write, uri, folders } = folder(Object.fromEntries(names.map((name) => [name, using])));
    await withServer({ folders, capabilities: pulling }, async (session) => {
      const open = await session.open(uri('unit0/p0.levers.yaml'), cleanPlan);
      const { items } = await open.request<{ items: Diagnostic[] }>('textDocument/diagnostic');
      assert.deepEqual(items, []);
      const client = new Puller(session);
      const pulled = client.pull(true);
      write('unit1/levers.catalog.yaml', `${catalog}hide: [ai-feedback-lop]\n`);
      await told(session, [uri('unit1/levers.catalog.yaml'), 1]);
      await pulled;
      assert.ok(client.parts > 0);
      while (!client.codes(uri('unit1/levers.catalog.yaml'))) await client.pull(true);
      for (const name of names.slice(1)) {
        const wanted = name.startsWith('unit1/') ? [] : ['coverage-below-four', 'unknown-strategy'];
        assert.deepEqual(client.codes(uri(name)) ?? [], wanted, name);
      }
      assert.deepEqual(client.codes(uri('unit1/levers.catalog.yaml')), ['unknown-hidden-strategy']);
      assert.equal(client.codes(open.uri), undefined);
    });
  });
});
