/** The built server as a side bar asks it: what it says of all plans of the workspace, and when it says that something changed. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/lsp/server.ts';
import {
  type InitializationOptions,
  type OverviewsResult,
  overviewsRequest,
  type PortfolioResult,
  portfolioRequest,
} from '../../server/src/protocol.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable, type SessionOptions, withServer } from '../kit/server.ts';
import { SideBar } from '../kit/sideBar.ts';
import { it } from '../kit/test.ts';

const root = mkdtempSync(join(tmpdir(), 'levers-overviews-'));
after(() => rmSync(root, { recursive: true }));

const titled = (title: string, text = cleanPlan) => text.replace(/title: .*/, `title: ${title}`);
const bad = cleanPlan.replace('[agents]', '[agnets]');

let count = 0;

/** A folder of its own for each test, with these files. */
function folder(files: Record<string, string>) {
  const path = join(root, String(count++));
  const write = (name: string, text: string) => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const folderUri = pathToFileURL(path).href;
  return {
    write,
    remove: (name: string) => rmSync(join(path, name), { recursive: true }),
    uri: (name: string) => `${folderUri}/${name}`,
    folders: [folderUri],
  };
}

const options: InitializationOptions = { today: '2027-03-01', overviews: true };
const pulling: SessionOptions['capabilities'] = {
  ...capable,
  workspace: { ...capable.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: { ...capable.textDocument, diagnostic: {} },
};

const told = (connection: ProtocolConnection, ...changes: [uri: string, type: 1 | 2 | 3][]) =>
  connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });

describe('a side bar', () => {
  it('gets all plans of the workspace, open ones as they are in the editor', async () => {
    const { uri, folders } = folder({
      'a.levers.yaml': titled('A'),
      'deep/b.levers.yml': titled('B', bad),
      'levers.catalog.yaml': 'catalogVersion: 1\nid: team\n',
      'node_modules/c.levers.yaml': titled('C'),
      'open.levers.yaml': titled('On the disk'),
    });
    await withServer({ folders, options, capabilities: pulling }, async (session) => {
      await session.open(
        uri('open.levers.yaml'),
        titled('In the editor', cleanPlan.replace('owner: Bo', 'owner: TBD')),
      );
      await session.open('untitled:new.levers.yaml', titled('New'));
      // What git has of a plan is no plan of the workspace.
      await session.open('git:/a.levers.yaml', titled('Old'));
      const bar = new SideBar(session.connection);
      await bar.ask();
      await bar.shows('A', 'B', 'In the editor', 'New');
      assert.deepEqual(bar.lines, [
        'A: 4 of 6, on-track, next 2027-03-15 Pilot',
        'B: 4 of 6, at-risk, next 2027-03-15 Pilot',
        'In the editor: 3 of 6, draft, next 2027-03-15 Pilot',
        'New: 4 of 6, on-track, next 2027-03-15 Pilot',
      ]);
      const whole = await bar.whole(uri('open.levers.yaml'));
      assert.deepEqual(
        whole?.levers.map(({ title, text, strategies }) => [title, text, ...(strategies ?? []).map((it) => it.title)]),
        [
          ['Leadership', '1 strategy', 'Develop Focused Executive Briefings'],
          ['Ecosystem', '1 strategy, but it has no owner', 'Build an AI Change Network'],
          ['Values', '1 strategy', 'Communicate the Purpose and Value of AI'],
          ['Enablement', 'left out, with a reason'],
          ['Rewards', 'left out, with a reason'],
          ['Structure', '1 strategy', 'Establish AI Governance'],
        ],
      );
      const [strategy] = whole?.levers[0]?.strategies ?? [];
      const line = cleanPlan.split('\n').findIndex((text) => text.includes('executive-briefings'));
      assert.deepEqual(strategy, {
        title: 'Develop Focused Executive Briefings',
        status: 'planned',
        statusName: 'Planned',
        owner: 'Tom',
        when: 'due 2027-10-29',
        overdue: false,
        place: { line, character: 15 },
      });
    });
  });

  it('says whose day it is that comes next', async () => {
    const activity = ', activities: [{ title: Kick-off, due: 2027-03-02 }]';
    const text = titled('A', cleanPlan.replace('use: executive-briefings', `use: executive-briefings${activity}`));
    const { uri, folders } = folder({ 'a.levers.yaml': text });
    await withServer({ folders, options, capabilities: pulling }, async (session) => {
      const bar = new SideBar(session.connection);
      await bar.ask();
      await bar.shows('A');
      assert.deepEqual(bar.lines, [
        'A: 4 of 6, on-track, next 2027-03-02 an activity of “Develop Focused Executive Briefings” is due',
      ]);
      const whole = await bar.whole(uri('a.levers.yaml'));
      assert.equal(whole?.levers[0]?.strategies?.[0]?.when, 'activity due 2027-03-02');
    });
  });

  it('is told what changes in the editor, but not that lines have moved', async () => {
    const { uri, folders } = folder({ 'a.levers.yaml': titled('A'), 'b.levers.yaml': titled('B') });
    await withServer({ folders, options, capabilities: pulling }, async (session) => {
      const bar = new SideBar(session.connection);
      const a = await session.open(uri('a.levers.yaml'), titled('A'));
      const b = await session.open(uri('b.levers.yaml'), titled('B'));
      await bar.ask();
      await bar.shows('A', 'B');
      // Where the files were still being read, it was told when that was over.
      const before = bar.told.length;
      await a.replace(0, 0, '# A comment\n');
      await b.replace(b.text.indexOf('B'), b.text.indexOf('B') + 1, 'Bee');
      await bar.shows('A', 'Bee');
      assert.deepEqual(bar.told.slice(before), [[b.uri]]);
      // Where it stands is right all the same.
      const line = a.text.split('\n').findIndex((text) => text.includes('executive-briefings'));
      assert.equal((await bar.whole(a.uri))?.levers[0]?.strategies?.[0]?.place.line, line);
      // Closed without saving: what the disk has counts again.
      await b.close();
      await bar.shows('A', 'B');
    });
  });

  it('follows files that change, come and go', async () => {
    const { write, remove, uri, folders } = folder({ 'a.levers.yaml': titled('A'), 'deep/b.levers.yaml': titled('B') });
    await withServer({ folders, options, capabilities: pulling }, async ({ connection }) => {
      const bar = new SideBar(connection);
      await bar.ask();
      await bar.shows('A', 'B');
      write('a.levers.yaml', titled('A2'));
      write('new.levers.yaml', titled('New'));
      await told(connection, [uri('a.levers.yaml'), 2], [uri('new.levers.yaml'), 1]);
      await bar.shows('A2', 'B', 'New');
      remove('new.levers.yaml');
      await told(connection, [uri('new.levers.yaml'), 3]);
      await bar.shows('A2', 'B');
      // A whole folder.
      remove('deep');
      await told(connection, [uri('deep'), 3]);
      await bar.shows('A2');
    });
  });

  it('is told what only others have asked for since', async () => {
    const { uri, folders } = folder({ 'a.levers.yaml': titled('A') });
    await withServer({ folders, options, capabilities: pulling }, async (session) => {
      const { connection } = session;
      const bar = new SideBar(connection);
      const a = uri('a.levers.yaml');
      await session.open(a, titled('A'));
      await bar.ask();
      await bar.shows('A');
      const change = (version: number, text: string) =>
        connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: a, version },
          contentChanges: [{ text }],
        });
      await change(2, titled('A2'));
      assert.equal((await bar.whole(a))?.title, 'A2');
      await bar.shows('A2');
      await change(3, titled('A3'));
      const { plans } = await connection.sendRequest<PortfolioResult>(portfolioRequest, {});
      assert.equal(plans[0]?.title, 'A3');
      await bar.shows('A3');
    });
  });

  it('hears of a catalog whose changes were not kept', async () => {
    const using = titled('A', cleanPlan.replace('use: executive-briefings', 'use: clinics'));
    const empty = 'catalogVersion: 1\nid: team\n';
    const full = `${empty}strategies: [{ id: clinics, lever: leadership, title: { en: Clinics }, summary: { en: y } }]\n`;
    const { uri, folders } = folder({ 'a.levers.yaml': using, 'levers.catalog.yaml': empty });
    await withServer({ folders, options, capabilities: pulling }, async (session) => {
      const bar = new SideBar(session.connection);
      await session.open(uri('a.levers.yaml'), using);
      await session.open(uri('levers.catalog.yaml'), full, 'levers-catalog');
      await bar.ask();
      await bar.until(() => bar.lines[0]?.startsWith('A: 4 of 6, on-track') === true && !bar.busy);
      await session.connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: uri('levers.catalog.yaml') },
      });
      await bar.until(() => bar.lines[0]?.startsWith('A: 3 of 6, at-risk') === true);
    });
  });

  it('hears of catalogs and settings by what they change', async () => {
    const using = titled('A', cleanPlan.replace('use: executive-briefings', 'use: clinics'));
    const catalog =
      'catalogVersion: 1\nid: team\nstrategies: [{ id: clinics, lever: leadership, title: { en: Clinics }, summary: { en: y } }]\n';
    const { uri, folders } = folder({ 'a.levers.yaml': using, 'b.levers.yaml': titled('B') });
    await withServer({ folders, options, capabilities: pulling }, async (session) => {
      const bar = new SideBar(session.connection);
      await session.open(uri('a.levers.yaml'), using);
      await bar.ask();
      await bar.until(() => bar.lines[0]?.startsWith('A: 3 of 6, at-risk') === true && !bar.busy);
      await session.open(uri('levers.catalog.yaml'), catalog, 'levers-catalog');
      await bar.until(() => bar.lines[0]?.startsWith('A: 4 of 6, on-track') === true);
      session.settings = { rules: { 'coverage-below-four': ['error', { minimumLevers: 5 }] } };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await bar.until(() => bar.lines.every((line) => line.includes('at-risk')));
    });
  });

  it('gets what is not told of otherwise: files whose problems nobody wants', async () => {
    const { write, uri, folders } = folder({ 'a.levers.yaml': titled('A', bad), 'levers.catalog.yaml': 'hide: [x]' });
    const { textDocument } = capable;
    const capabilities = { workspace: pulling.workspace ?? {}, ...(textDocument && { textDocument }) };
    const settings = { workspaceProblems: false };
    await withServer({ folders, options, capabilities, settings }, async (session) => {
      const bar = new SideBar(session.connection);
      await bar.ask();
      await bar.shows('A');
      assert.match(bar.lines[0] ?? '', /at-risk/);
      write('a.levers.yaml', titled('A2', bad));
      await told(session.connection, [uri('a.levers.yaml'), 2]);
      await bar.shows('A2');
      assert.deepEqual(session.published, []);
      session.settings = {};
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.until(() => session.newest(uri('a.levers.yaml')));
      session.settings = settings;
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.until(() => session.newest(uri('a.levers.yaml'))?.length === 0 || undefined);
      await bar.shows('A2');
    });
  });

  it('of a client that does not want to be told is only answered', async () => {
    const { write, uri, folders } = folder({ 'a.levers.yaml': titled('A') });
    await withServer({ folders, options: { today: '2027-03-01' } }, async (session) => {
      const bar = new SideBar(session.connection);
      // Nothing comes by itself: it asks until everything has been looked at.
      do await bar.ask();
      while (bar.busy || bar.titles.length === 0);
      write('a.levers.yaml', titled('A2', bad));
      await told(session.connection, [uri('a.levers.yaml'), 2]);
      await session.until(() => session.newest(uri('a.levers.yaml')));
      await bar.ask();
      assert.deepEqual(bar.titles, ['A2']);
      assert.deepEqual(bar.told, []);
    });
  });

  it('speaks the language of its reader', async () => {
    const { folders } = folder({ 'a.levers.yaml': titled('甲', bad.replace('owner: Bo', 'owner: 待定')) });
    await withServer({ folders, options, capabilities: pulling, locale: 'zh-cn' }, async ({ connection }) => {
      const bar = new SideBar(connection);
      await bar.ask();
      await bar.shows('甲');
      const { plans } = await connection.sendRequest<OverviewsResult>(overviewsRequest, { strategies: true });
      const [plan] = plans;
      assert.deepEqual(
        [plan?.statusName, plan?.reason, plan?.levers[1]?.text, plan?.levers[1]?.strategies?.[0]?.when],
        ['执行中', '计划中有 1 个错误', '1 项策略，但没有负责人', '2027-10-29 到期'],
      );
    });
  });

  it('gets many, looked at in threads, also when everything changes in the midst of it', async () => {
    const names = Array.from({ length: 230 }, (_, n) => `unit${n % 7}/p${n}.levers.yaml`);
    const { write, uri, folders } = folder(Object.fromEntries(names.map((name) => [name, titled(name)])));
    await withServer({ folders, options, capabilities: pulling }, async ({ connection }) => {
      const bar = new SideBar(connection);
      await bar.ask();
      write('unit1/levers.catalog.yaml', 'catalogVersion: 1\nid: team\n');
      await told(connection, [uri('unit1/levers.catalog.yaml'), 1]);
      await bar.shows(...names);
      const { plans, load } = await connection.sendRequest<PortfolioResult>(portfolioRequest, {});
      assert.equal(plans.length, names.length);
      assert.deepEqual(
        load.groups.map((group) => [group.id, group.most]),
        [
          ['agents', names.length],
          ['leads', names.length],
        ],
      );
      // The plan with that title is where the load says it is.
      const place = load.groups[0]?.loads[3]?.plans.at(-1) ?? -1;
      assert.equal(plans[place]?.title, [...names].sort().at(-1));
    });
  });
});

describe('a file', () => {
  /** A server in this process, with files that count how often each is read. */
  async function reads(settings: object, use: (bar: SideBar, connection: ProtocolConnection) => Promise<void>) {
    const top = 'file:///plans';
    const texts = new Map(['a', 'b', 'c'].map((name) => [`${top}/${name}.levers.yaml`, titled(name)]));
    const counts = new Map<string, number>();
    const [up, down] = [new PassThrough(), new PassThrough()];
    serve(createConnectionOn(up, down), {
      today: () => '2027-03-01',
      rulePage: '{code}',
      version: '0',
      files: {
        async read(uri) {
          const text = texts.get(uri);
          if (text !== undefined) counts.set(uri, (counts.get(uri) ?? 0) + 1);
          return text === undefined ? { reason: 'absent' } : { text };
        },
        list: async () => [...texts.keys()],
      },
    });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.onRequest('workspace/configuration', () => [settings]);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: top, name: 'plans' }],
      capabilities: pulling,
      initializationOptions: options,
    });
    await connection.sendNotification('initialized', {});
    await use(new SideBar(connection), connection);
    connection.dispose();
    return Object.fromEntries([...counts].map(([uri, n]) => [uri.slice(top.length + 1), n]));
  }

  function createConnectionOn(input: PassThrough, output: PassThrough) {
    const connection = createConnection(input, output);
    queueMicrotask(() => connection.listen());
    return connection;
  }

  const once = { 'a.levers.yaml': 1, 'b.levers.yaml': 1, 'c.levers.yaml': 1 };

  it('is read once for its problems and its overview', async () => {
    const counts = await reads({}, async (bar, connection) => {
      // The problems of all are told before anybody asks for an overview.
      await connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
      await bar.ask();
      await bar.shows('a', 'b', 'c');
      for (const name of ['a', 'b', 'c']) await bar.whole(`file:///plans/${name}.levers.yaml`);
      await connection.sendRequest(portfolioRequest, {});
      await bar.ask();
    });
    assert.deepEqual(counts, once);
  });

  it('is read once where only the side bar wants to know of it, and not before', async () => {
    const counts = await reads({ workspaceProblems: false }, async (bar, connection) => {
      const report = await connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
      assert.deepEqual(report, { items: [] });
      await bar.ask();
      await bar.shows('a', 'b', 'c');
      await bar.ask();
    });
    assert.deepEqual(counts, once);
    assert.deepEqual(await reads({ workspaceProblems: false }, async () => {}), {});
  });
});
