/** The built server with catalogs of a team, on the disk and in the editor. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionItem,
  ConfigurationParams,
  Diagnostic,
  Hover,
} from 'vscode-languageserver-protocol';
import { nameOf } from '../kit/completion.ts';
import { cleanPlan } from '../kit/plan.ts';
import {
  capable,
  type OpenDocument,
  type Session,
  type SessionOptions,
  withServer as withAnyServer,
} from '../kit/server.ts';
import { it } from '../kit/test.ts';

const root = mkdtempSync(join(tmpdir(), 'levers-catalog-'));
after(() => rmSync(root, { recursive: true }));

const strategy = (id: string, lever = 'leadership') =>
  `  - { id: ${id}, lever: ${lever}, title: { en: Our ${id} }, summary: { en: What it is } }\n`;
const catalogText = (id: string, ...strategies: string[]) =>
  `catalogVersion: 1\nid: ${id}\nstrategies:\n${strategies.map((own) => strategy(own)).join('')}`;
const using = (id: string) => cleanPlan.replace('use: executive-briefings', `use: ${id}`);

/** Only open documents are looked at, so that everything here is told because of them; for all others see `workspace.test.ts`. */
const quiet = { workspaceProblems: false };

const withServer = (options: SessionOptions, use: Parameters<typeof withAnyServer>[1]) =>
  withAnyServer(
    {
      ...options,
      options: { today: '2027-03-01', ...options.options, settings: { levers: quiet } },
      settings: { ...quiet, ...options.settings },
    },
    use,
  );

let count = 0;

/** A folder of its own for each test, with these files, and the addresses in it. */
function folder(files: Record<string, string>) {
  const path = join(root, String(count++));
  mkdirSync(path);
  const write = (name: string, text: string) => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const uri = (name: string) => `${pathToFileURL(path)}/${name}`;
  return { path, write, uri, folders: [pathToFileURL(path).href] };
}

const codes = (diagnostics: readonly Diagnostic[] | undefined) => diagnostics?.map(({ code }) => code);

/** Resolves when the last problems pushed for a document are just these. */
function exactly(session: Session, uri: string, ...wanted: string[]): Promise<Diagnostic[]> {
  return session.until(() => {
    const newest = session.newest(uri);
    return JSON.stringify(codes(newest)) === JSON.stringify(wanted) ? newest : undefined;
  });
}

const watched = (session: Session, uri: string) =>
  session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

async function labels(document: OpenDocument, word: string): Promise<string[]> {
  const position = document.positionAt(document.text.indexOf(word) + word.length);
  const items = await document.request<CompletionItem[]>('textDocument/completion', { position });
  return items.map(nameOf);
}

/** A client that can do all that catalogs may want of it. */
const willing: SessionOptions['capabilities'] = {
  ...capable,
  workspace: {
    ...capable.workspace,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

describe('the catalog of a team in the built server', () => {
  it('is the nearest one going up, and goes no further than the workspace folder', async () => {
    const { uri, folders } = folder({
      'levers.catalog.yaml': catalogText('outside', 'far-away'),
      'work/levers.catalog.yaml': catalogText('whole', 'for-all'),
      'work/unit/levers.catalog.yaml': catalogText('unit', 'for-unit'),
    });
    await withServer({ folders: [`${folders[0]}/work`] }, async (session) => {
      const near = await session.open(uri('work/unit/plans/a.levers.yaml'), using('for-unit'));
      assert.deepEqual(await near.diagnostics(), []);
      const far = await session.open(uri('work/plans/a.levers.yaml'), using('for-all'));
      assert.deepEqual(await far.diagnostics(), []);
      for (const [name, id] of [
        ['work/unit/b.levers.yaml', 'for-all'],
        ['work/b.levers.yaml', 'far-away'],
      ] as const) {
        const document = await session.open(uri(name), using(id));
        assert.deepEqual(codes(await document.diagnostics()), ['coverage-below-four', 'unknown-strategy'], name);
      }
    });
  });

  it('shows in completion and hover where a strategy comes from, and does not offer what is hidden', async () => {
    const { uri, folders } = folder({
      'levers.catalog.yaml': `${catalogText('northfield', 'for-all')}hide: [transparent-communication]\n`,
    });
    await withServer({ folders }, async (session) => {
      const document = await session.open(uri('a.levers.yaml'), using(''));
      const offered = await labels(document, '{ use: ');
      assert.equal(offered[0], 'for-all');
      assert.ok(!offered.includes('transparent-communication') && offered.includes('executive-briefings'));
      const other = await session.open(uri('b.levers.yaml'), using('for-all'));
      const hover = await other.request<Hover>('textDocument/hover', {
        position: other.positionAt(other.text.indexOf('for-all') + 2),
      });
      assert.match(JSON.stringify(hover.contents), /From the catalog of your team, `northfield`/);
      const hiding = await session.open(uri('c.levers.yaml'), using('transparent-communication'));
      const [problem] = await hiding.diagnostics();
      assert.equal(problem?.code, 'hidden-strategy');
      assert.deepEqual(problem?.tags, [2]);
      assert.equal(problem?.relatedInformation?.[0]?.location.uri, uri('levers.catalog.yaml'));
      assert.equal(problem?.relatedInformation?.[0]?.location.range.start.line, 4);
    });
  });

  it('counts as it stands in the editor, and as on the disk again when it is closed without saving', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': catalogText('team', 'one') });
    await withServer({ folders }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), using('two'));
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
      const catalog = await session.open(uri('levers.catalog.yaml'), catalogText('team', 'one'), 'levers-catalog');
      const at = catalog.text.length;
      await catalog.replace(at, at, strategy('two'));
      await exactly(session, plan.uri);
      await catalog.close();
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
    });
  });

  it('is read again when it is changed, deleted or created on the disk', async () => {
    const { path, write, uri, folders } = folder({});
    await withServer({ folders, capabilities: willing }, async (session) => {
      await session.until(() => (session.registered.includes('workspace/didChangeWatchedFiles') ? true : undefined));
      const plan = await session.open(uri('plans/a.levers.yaml'), using('one'));
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
      write('levers.catalog.yaml', catalogText('team', 'one'));
      await watched(session, uri('levers.catalog.yaml'));
      await exactly(session, plan.uri);
      write('levers.catalog.yaml', catalogText('team', 'two'));
      await watched(session, uri('levers.catalog.yaml'));
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
      write('plans/levers.catalog.yml', catalogText('unit', 'one'));
      await watched(session, uri('plans/levers.catalog.yml'));
      await exactly(session, plan.uri);
      unlinkSync(join(path, 'plans/levers.catalog.yml'));
      await watched(session, uri('plans/levers.catalog.yml'));
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
    });
  });

  it('has a client pull again that pulls, and tells the coverage', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': catalogText('team') });
    const capabilities = { ...willing, textDocument: { ...capable.textDocument, diagnostic: {} } };
    const options = { coverage: true, today: '2027-03-01' };
    await withServer({ folders, capabilities, options }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), using('one'));
      const pull = async () => codes((await plan.request<{ items: Diagnostic[] }>('textDocument/diagnostic')).items);
      assert.deepEqual(await pull(), ['coverage-below-four', 'unknown-strategy']);
      const catalog = await session.open(uri('levers.catalog.yaml'), catalogText('team', 'one'), 'levers-catalog');
      await session.until(() => (session.refreshes > 0 ? true : undefined));
      assert.deepEqual(await pull(), []);
      const told = await session.until(() => session.coverage.find(({ count }) => count === 4));
      assert.equal(told.uri, plan.uri);
      assert.ok(session.coverage.every((params) => params.uri !== catalog.uri));
    });
  });

  it('that cannot be read is told once, on its file, and plans are only noted', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': 'catalogVersion: 1\nid: team\nstrategies: [\n' });
    await withServer({ folders }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), using('one'));
      const [problem] = await exactly(session, plan.uri, 'unknown-strategy');
      assert.equal(problem?.severity, 3);
      assert.match(String(problem?.message), /`levers\.catalog\.yaml` can be read/);
      await exactly(session, uri('levers.catalog.yaml'), 'unclosed-bracket');
      // Opening another plan looks at the disk again: what was told stays, and is not told twice.
      const other = await session.open(uri('elsewhere/b.levers.yaml'), cleanPlan);
      assert.deepEqual(await other.diagnostics(), []);
      await exactly(session, uri('levers.catalog.yaml'), 'unclosed-bracket');
      assert.equal(session.published.filter((params) => params.uri === uri('levers.catalog.yaml')).length, 1);
      await plan.close();
      await other.close();
      await exactly(session, uri('levers.catalog.yaml'));
    });
  });

  it('that is open is told as every document, not a second time', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': 'id: team\n' });
    const capabilities = { ...willing, textDocument: { ...capable.textDocument, diagnostic: {} } };
    await withServer({ folders, capabilities }, async (session) => {
      await session.open(uri('a.levers.yaml'), cleanPlan);
      await exactly(session, uri('levers.catalog.yaml'), 'missing-key');
      const catalog = await session.open(uri('levers.catalog.yaml'), 'id: team\n', 'levers-catalog');
      await exactly(session, catalog.uri);
      const { items } = await catalog.request<{ items: Diagnostic[] }>('textDocument/diagnostic');
      assert.deepEqual(codes(items), ['missing-key']);
      await catalog.close();
      await exactly(session, catalog.uri, 'missing-key');
    });
  });

  it('is never too much: huge, binary, a folder, a link out of the workspace, a link to itself', async () => {
    const { path, write, uri, folders } = folder({
      'huge/levers.catalog.yaml': '# x\n'.repeat(4_000_000),
      'binary/levers.catalog.yaml': 'id: a\u0000\u0001b',
      'folder/levers.catalog.yaml/x': '',
      'outside.yaml': catalogText('outside', 'one'),
    });
    mkdirSync(join(path, 'work'));
    for (const name of ['link', 'loop']) mkdirSync(join(path, 'work', name));
    symlinkSync(join(path, 'outside.yaml'), join(path, 'work/link/levers.catalog.yaml'));
    symlinkSync('levers.catalog.yaml', join(path, 'work/loop/levers.catalog.yaml'));
    write('work/levers.catalog.yaml', catalogText('whole', 'one'));
    await withServer({ folders: [...folders, `${folders[0]}/work`] }, async (session) => {
      for (const name of ['huge', 'binary', 'folder', 'work/link', 'work/loop']) {
        const plan = await session.open(uri(`${name}/a.levers.yaml`), using('one'));
        await exactly(session, plan.uri, 'unknown-strategy');
        const problems = await exactly(session, uri(`${name}/levers.catalog.yaml`), 'unreadable-file');
        assert.ok(problems[0]?.message, name);
      }
    });
  });

  it('has further ones that are set, behind the nearest, inside of the folder only', async () => {
    const { uri, folders } = folder({
      'outside/levers.catalog.yaml': catalogText('outside', 'far-away'),
      'work/levers.catalog.yaml': catalogText('near', 'one', 'both'),
      'work/shared parts/levers.catalog.yaml': catalogText('shared', 'two', 'both'),
      'work/other.yaml': catalogText('other', 'three'),
    });
    const catalogs = ['shared parts/levers.catalog.yaml', '../outside/levers.catalog.yaml', 'other.yaml', 7];
    const settings = { catalogs };
    await withServer({ folders: [`${folders[0]}/work`], capabilities: willing, settings }, async (session) => {
      const plan = await session.open(uri('work/a.levers.yaml'), using('two'));
      assert.deepEqual(await plan.diagnostics(), []);
      const [clash] = await exactly(session, uri('work/levers.catalog.yaml'), 'clashing-strategy');
      assert.match(String(clash?.message), /also in `shared parts\/levers\.catalog\.yaml`/);
      assert.equal(clash?.relatedInformation?.[0]?.location.uri, uri('work/shared%20parts/levers.catalog.yaml'));
      for (const id of ['far-away', 'three']) {
        const other = await session.open(uri(`work/${id}.levers.yaml`), using(id));
        assert.deepEqual(codes(await other.diagnostics()), ['coverage-below-four', 'unknown-strategy']);
      }
      session.settings = { ...quiet, catalogs: ['missing/levers.catalog.yaml'] };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await exactly(session, plan.uri, 'unknown-strategy');
      await exactly(session, uri('work/missing/levers.catalog.yaml'), 'unreadable-file');
      await exactly(session, uri('work/levers.catalog.yaml'));
      session.settings = null as unknown as object;
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
    });
  });

  it('is the same file however its address is escaped', async () => {
    const { uri, folders } = folder({
      'levers.catalog.yaml': catalogText('near'),
      'our work (EU)/levers.catalog.yaml': catalogText('shared', 'one'),
    });
    const settings = { catalogs: ['our work (EU)/levers.catalog.yaml'] };
    await withServer({ folders, capabilities: willing, settings }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), using('two'));
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
      const written = catalogText('shared', 'two');
      const catalog = await session.open(uri('our%20work%20%28EU%29/levers.catalog.yaml'), written, 'levers-catalog');
      await exactly(session, plan.uri);
      await catalog.replace(0, 'catalogVersion: 1\n'.length, '');
      await exactly(session, catalog.uri, 'missing-key');
      // It is told as the open document that it is, not as a closed file too.
      assert.deepEqual(session.newest(uri('our%20work%20(EU)/levers.catalog.yaml')) ?? [], []);
      await catalog.close();
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
    });
    const escaped = folder({ "Ana's plans/levers.catalog.yaml": catalogText('team', 'one') });
    await withServer({ folders: [`${escaped.folders[0]}/Ana%27s%20plans`] }, async (session) => {
      const plan = await session.open(escaped.uri("Ana's%20plans/unit/a.levers.yaml"), using('one'));
      assert.deepEqual(await plan.diagnostics(), []);
    });
  });

  it('is not asked about any more when no open plan uses it', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': 'id: team\n' });
    const asked: (string | undefined)[] = [];
    const answers = {
      'workspace/configuration': ({ items }: ConfigurationParams) => {
        const names = items.map(({ scopeUri }) => scopeUri?.slice(scopeUri.lastIndexOf('/') + 1));
        // The workspace folder is always of interest.
        asked.push(...names.filter((name) => name?.endsWith('.yaml')));
        return items.map(() => null);
      },
    };
    await withServer({ folders, capabilities: willing, answers }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), cleanPlan);
      await exactly(session, uri('levers.catalog.yaml'), 'missing-key');
      await plan.close();
      await exactly(session, uri('levers.catalog.yaml'));
      asked.length = 0;
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const last = await session.open('file:///elsewhere/b.levers.yaml', cleanPlan);
      await last.diagnostics();
      assert.deepEqual(asked, ['b.levers.yaml']);
    });
  });

  it('holds in a folder that is added, and not in one that is removed', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': catalogText('team', 'one') });
    await withServer({ capabilities: willing }, async (session) => {
      const plan = await session.open(uri('plans/a.levers.yaml'), using('one'));
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
      const all = folders.map((folderUri) => ({ uri: folderUri, name: 'x' }));
      const change = (event: object) =>
        session.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await change({ added: all, removed: [] });
      await exactly(session, plan.uri);
      await change({ added: [], removed: all });
      await exactly(session, plan.uri, 'coverage-below-four', 'unknown-strategy');
    });
  });

  it('holds for a plan that is not saved yet', async () => {
    const { uri, folders } = folder({ 'levers.catalog.yaml': catalogText('team', 'one') });
    await withServer({ folders }, async (session) => {
      for (const untitled of [uri('a.levers.yaml').replace('file://', 'untitled:'), 'untitled:Untitled-1']) {
        const plan = await session.open(untitled, using('one'));
        assert.deepEqual(await plan.diagnostics(), []);
      }
    });
  });

  it('is checked, completed, explained and repaired itself', async () => {
    const { uri, folders } = folder({});
    await withServer({ folders }, async (session) => {
      const catalog = await session.open(
        uri('levers.catalog.yaml'),
        'catalogVersion: 1\nid: team\nhide: [live-demo]\nstrategies:\n  - id: one\n    lever: enablment\n    title: One\n    summary: { en: x }\n',
        'yaml',
      );
      const problems = await catalog.diagnostics();
      assert.deepEqual(codes(problems), ['unknown-hidden-strategy', 'unknown-value', 'wrong-kind']);
      const actions = await catalog.request<CodeAction[]>('textDocument/codeAction', {
        range: (problems[2] as Diagnostic).range,
        context: { diagnostics: [] },
      });
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Say which language it is'],
      );
      assert.ok((await labels(catalog, 'hide: [')).includes('live-demos'));
      const hover = await catalog.request<Hover>('textDocument/hover', { position: { line: 5, character: 5 } });
      assert.match(JSON.stringify(hover.contents), /The one lever this strategy belongs to/);
      const empty = await session.open(uri('new/levers.catalog.yaml'), '', 'levers-catalog');
      assert.deepEqual(codes(await empty.diagnostics()), ['not-a-catalog']);
      assert.equal((await labels(empty, ''))[0], 'A small custom catalog');
    });
  });

  it('can be typed key by key while a plan that it holds for is open', async () => {
    const { uri, folders } = folder({});
    const text = `${catalogText('team', 'one')}hide:\n  - live-demos\n`;
    await withServer({ folders }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), using('one'));
      const catalog = await session.open(uri('levers.catalog.yaml'), '', 'levers-catalog');
      for (const [index, character] of [...text].entries()) {
        await catalog.replace(index, index, character);
        const [, offered] = await Promise.all([catalog.diagnostics(), labels(catalog, text.slice(0, index + 1))]);
        assert.equal(new Set(offered).size, offered.length);
      }
      assert.deepEqual(await catalog.diagnostics(), []);
      await exactly(session, plan.uri);
    });
  });
});
