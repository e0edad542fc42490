/** Conversations with the built server about names: where they lead, who uses them, how they change, and what is found by them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type DocumentHighlight,
  type DocumentLink,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type Range,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { cleanPlan } from '../kit/plan.ts';
import { capable, type OpenDocument, type Session, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';
const linking = {
  ...capable,
  textDocument: { ...capable.textDocument, definition: { linkSupport: true }, rename: { prepareSupport: true } },
};

const inOf = (document: OpenDocument, word: string, from = 0) => ({
  position: document.positionAt(document.text.indexOf(word, from) + 1),
});

/** The line of a range and the text in it. */
function told(text: string, { start, end }: Range): string {
  const line = text.split('\n')[start.line] as string;
  return `${start.line + 1}: ${line.slice(start.character, end.character)}`;
}

describe('a name in the built server', () => {
  it('leads to its entry, to its uses, and changes everywhere', async () => {
    const text = cleanPlan.replace('need: Simple', 'need: https://a.example/why. Simple');
    await withServer({ capabilities: linking }, async (session, hello) => {
      assert.deepEqual(hello.capabilities.renameProvider, { prepareProvider: true });
      const document = await session.open(uri, text);
      const here = inOf(document, 'agents]');
      const links = await document.request<LocationLink[]>('textDocument/definition', here);
      assert.deepEqual(
        links.map((link) => [link.targetUri, told(text, link.targetSelectionRange)]),
        [[uri, '15: agents']],
      );
      const all = ['15: agents', '26: agents', '29: agents', '34: agents', '38: agents'];
      const found = async (includeDeclaration: boolean) => {
        const params = { ...here, context: { includeDeclaration } };
        const places = await document.request<Location[]>('textDocument/references', params);
        return places.map(({ range }) => told(text, range));
      };
      assert.deepEqual(await found(true), all);
      assert.deepEqual(await found(false), all.slice(1));
      const marked = await document.request<DocumentHighlight[]>('textDocument/documentHighlight', here);
      assert.deepEqual(
        marked.map(({ range }) => told(text, range)),
        all,
      );
      const [link] = await document.request<DocumentLink[]>('textDocument/documentLink');
      assert.equal(link?.target, 'https://a.example/why');

      const offered = await document.request<{ placeholder: string }>('textDocument/prepareRename', here);
      assert.equal(offered.placeholder, 'agents');
      const edit = await document.request<WorkspaceEdit>('textDocument/rename', { ...here, newName: 'clerks' });
      const [change] = edit.documentChanges ?? [];
      assert.ok(change && 'edits' in change && change.textDocument.version === 1);
      assert.deepEqual(
        change.edits.map((one) => ('newText' in one ? [told(text, one.range), one.newText] : [])),
        all.map((place) => [place, 'clerks']),
      );
    });
  });

  it('is a plain place for a client that knows no more', async () => {
    await withServer({ capabilities: {} }, async (session, hello) => {
      assert.equal(hello.capabilities.renameProvider, true);
      const document = await session.open(uri, cleanPlan);
      const here = inOf(document, 'agents]');
      const [place] = await document.request<Location[]>('textDocument/definition', here);
      assert.equal(place && told(cleanPlan, place.range), '15: agents');
      const edit = await document.request<WorkspaceEdit>('textDocument/rename', { ...here, newName: 'clerks' });
      assert.equal(edit.changes?.[uri]?.length, 5);
    });
  });

  it('that cannot be changed stays, and the reason is said in the language of the reader', async () => {
    await withServer({ capabilities: linking, locale: 'zh-cn' }, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const refused = (method: string, params: object, message: RegExp) =>
        assert.rejects(document.request(method, params), (error: { code: number; message: string }) => {
          assert.equal(error.code, LSPErrorCodes.RequestFailed);
          assert.match(error.message, message);
          return true;
        });
      await refused('textDocument/prepareRename', inOf(document, 'ai-governance'), /目录中的名称/);
      await refused('textDocument/rename', { ...inOf(document, 'agents]'), newName: 'leads' }, /`leads` 已经用过/);
      assert.equal(await document.request('textDocument/prepareRename', inOf(document, 'Simple')), null);
      assert.equal(await document.request('textDocument/rename', { ...inOf(document, 'Simple'), newName: 'x' }), null);
    });
  });
});

const root = mkdtempSync(join(tmpdir(), 'levers-navigation-'));
after(() => rmSync(root, { recursive: true }));

let folders = 0;

/** A folder of its own with these files. */
function folder(files: Readonly<Record<string, string>>) {
  const path = join(root, String(folders++));
  const write = (name: string, text: string) => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const at = pathToFileURL(path).href;
  return {
    write,
    remove: (name: string) => rmSync(join(path, name), { recursive: true }),
    uri: (name: string) => `${at}/${name}`,
    at,
  };
}

const watching = {
  ...capable,
  workspace: { ...capable.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const plan = (title: string, group: string) =>
  `plan:\n  title: ${title}\nstakeholders:\n  - id: ${group}\n    name: The ${group}\n`;

async function search(session: Session, query: string): Promise<string[]> {
  const found = await session.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
  return found.map(
    ({ name, containerName, location: { uri, range } }) =>
      `${name} | ${containerName} | ${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1}`,
  );
}

describe('a search in the workspace', () => {
  it('finds what stands in plans, open or not, as it is now', async () => {
    const { write, remove, uri, at } = folder({
      'a.levers.yaml': plan('First', 'nurses'),
      'more/b c.levers.yaml': plan('Second', 'night-nurses'),
      'node_modules/c.levers.yaml': plan('Not ours', 'nurses'),
      'broken.levers.yaml': 'stakeholders: [ { id: "nurses\n',
    });
    await withServer({ capabilities: watching, folders: [at] }, async (session) => {
      await session.until(() => session.registered.includes('workspace/didChangeWatchedFiles') || undefined);
      const first = 'The nurses · nurses | First | a.levers.yaml:4';
      const second = 'The night-nurses · night-nurses | Second | b%20c.levers.yaml:4';
      assert.deepEqual(await search(session, 'nurses'), [first, second]);
      assert.deepEqual(await search(session, 'Second'), ['Second | b c.levers.yaml | b%20c.levers.yaml:2']);
      assert.deepEqual(await search(session, 'zzz'), []);
      // An open document is found as it is shown.
      const document = await session.open(uri('a.levers.yaml'), plan('First', 'nurses'));
      const place = document.text.indexOf('nurses');
      await document.replace(place, place + 'nurses'.length, 'doctors');
      assert.deepEqual(await search(session, 'doctors'), ['The nurses · doctors | First | a.levers.yaml:4']);
      await document.close();
      assert.deepEqual(await search(session, 'doctors'), []);
      // What changes on the disk is read again.
      write('a.levers.yaml', plan('First', 'porters'));
      write('new.levers.yaml', plan('Third', 'porters'));
      remove('more');
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: uri('a.levers.yaml'), type: 2 },
          { uri: uri('new.levers.yaml'), type: 1 },
          { uri: uri('more'), type: 3 },
        ],
      });
      assert.deepEqual(await search(session, 'porters'), [
        'The porters · porters | First | a.levers.yaml:4',
        'The porters · porters | Third | new.levers.yaml:4',
      ]);
      assert.deepEqual(await search(session, 'nurses'), []);
    });
  });

  it('reads files again each time for a client that does not tell what changes', async () => {
    const { write, at } = folder({ 'a.levers.yaml': plan('First', 'nurses') });
    await withServer({ folders: [at] }, async (session) => {
      assert.equal((await search(session, 'nurses')).length, 1);
      write('a.levers.yaml', plan('First', 'porters'));
      assert.equal((await search(session, 'nurses')).length, 0);
    });
  });

  it('calls the strategies of a team as its catalog does, also when that changes', async () => {
    const catalog = (title: string) =>
      `catalogVersion: 1\nid: team\nstrategies: [{ id: clinics, lever: values, title: { en: ${title} }, summary: { en: y } }]\n`;
    const { write, uri, at } = folder({
      'a.levers.yaml': cleanPlan.replace('use: ai-purpose-value', 'use: clinics'),
      'levers.catalog.yaml': catalog('Clinics'),
    });
    await withServer({ capabilities: watching, folders: [at] }, async (session) => {
      const names = async () => (await search(session, 'clinics')).map((line) => line.split(' | ')[0]);
      assert.deepEqual(await names(), ['Clinics · clinics', 'Clinics · clinics']);
      write('levers.catalog.yaml', catalog('Our clinics'));
      await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('levers.catalog.yaml'), type: 2 }],
      });
      assert.deepEqual(await names(), ['Our clinics · clinics', 'Our clinics · clinics']);
    });
  });

  it('can be given up', async () => {
    const { at } = folder(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.levers.yaml`, cleanPlan])));
    await withServer({ capabilities: watching, folders: [at] }, async (session) => {
      const source = new CancellationTokenSource();
      const given = session.connection.sendRequest('workspace/symbol', { query: 'agents' }, source.token);
      source.cancel();
      await assert.rejects(given, { code: LSPErrorCodes.RequestCancelled });
      assert.equal((await search(session, 'agents')).length, 300);
    });
  });
});
