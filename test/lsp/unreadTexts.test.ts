/** Texts of which nothing is judged: from files in another encoding, and old versions that nobody can mend. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DocumentDiagnosticReport, Hover } from 'vscode-languageserver-protocol';
import { encoded, type LegacyEncoding, utf16 } from '../kit/encodings.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const folder = mkdtempSync(join(tmpdir(), 'levers-unread-'));
after(() => rmSync(folder, { recursive: true }));

const address = (name: string) => pathToFileURL(join(folder, name)).href;
const titled = (title: string) => cleanPlan.replace('AI assist for the service desk', title);
const bad = cleanPlan.replace('[agents]', '[agnets]');
const told = (found: readonly Diagnostic[] | undefined) =>
  (found ?? []).map(({ code, message }) => `${code}: ${message}`);
const unread = (name: string) =>
  `unreadable-file: This file is not saved as UTF-8 but, it seems, as ${name}, so its text cannot be read. Open it as ${name} (in VS Code: “Reopen with Encoding”), then save the file as UTF-8.`;
const lost =
  'unreadable-file: This file is not saved as UTF-8, so its text cannot be read: characters are lost. Open it in the encoding that it has (in VS Code: “Reopen with Encoding”), then save the file as UTF-8.';

const saved: readonly (readonly [name: string, encoding: LegacyEncoding, called: string, title: string])[] = [
  ['gbk.levers.yaml', 'gbk', 'GBK', '客服中心的变更计划'],
  ['big5.levers.yaml', 'big5', 'Big5', '客服中心的變更計畫'],
  ['jis.levers.yaml', 'shift_jis', 'Shift-JIS', 'サービスデスクの変更計画'],
  ['west.levers.yaml', 'windows-1252', 'windows-1252', 'Équipe'],
];
const bytesOf = (title: string, encoding: LegacyEncoding) => encoded(titled(title), encoding) as Buffer;

describe('a file in another encoding', () => {
  for (const [name, encoding, , title] of saved) writeFileSync(join(folder, name), bytesOf(title, encoding));
  writeFileSync(join(folder, 'wide.levers.yaml'), utf16(`\uFEFF${bad}`, 'le'));
  writeFileSync(join(folder, 'bare.levers.yaml'), utf16(cleanPlan, 'be'));
  writeFileSync(join(folder, 'good.levers.yaml'), bad);

  it('is said to be so where it is not open, and nothing else of it', async () => {
    await withServer({ folders: [pathToFileURL(folder).href] }, async (session) => {
      for (const [name, , called] of saved) {
        assert.deepEqual(told(await session.until(() => session.newest(address(name)))), [unread(called)]);
      }
      const wide = await session.until(() => session.newest(address('wide.levers.yaml')));
      assert.deepEqual(wide, await session.until(() => session.newest(address('good.levers.yaml'))));
      const bare = await session.until(() => session.newest(address('bare.levers.yaml')));
      assert.deepEqual(told(bare), [unread('UTF-16 BE')]);
    });
  });

  it('is said to be so in the editor, until it is opened as what it is', async () => {
    await withServer({}, async (session) => {
      for (const [name, encoding, called, title] of saved) {
        const bytes = bytesOf(title, encoding);
        const document = await session.open(address(name), bytes.toString('utf8'));
        assert.deepEqual(told(await document.diagnostics()), [unread(called)]);
        await document.replace(0, document.text.length, titled(title));
        assert.deepEqual(told(await document.diagnostics()), []);
        await document.close();
      }
    });
  });

  it('is said to be so where only the text is known, if many characters are lost', async () => {
    await withServer({}, async (session) => {
      const text = bytesOf('客服中心的变更计划', 'gbk').toString('utf8');
      const document = await session.open('file:///nowhere/a.levers.yaml', text);
      const [only, ...more] = await document.diagnostics();
      assert.deepEqual([told(only && [only]), more], [[lost], []]);
      const start = document.positionAt(document.text.indexOf('\uFFFD'));
      assert.deepEqual(only?.range.start, start);
      assert.deepEqual(
        await document.request('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }),
        [],
      );
    });
  });
});

describe('an old version', () => {
  const schemes = ['git', 'gitlens', 'review', 'pr', 'vscode-local-history', 'svn'];
  const old = (scheme: string) => `${scheme}:/plans/plan.levers.yaml?%7B%22ref%22%3A%22HEAD%22%7D`;

  it('is explained, and its problems are not told', async () => {
    await withServer({ folders: [pathToFileURL(folder).href] }, async (session) => {
      for (const scheme of schemes) {
        const document = await session.open(old(scheme), bad);
        assert.deepEqual(await document.diagnostics(), [], scheme);
        const position = document.positionAt(document.text.indexOf('executive-briefings'));
        const hover = await document.request<Hover | null>('textDocument/hover', { position });
        assert.ok(hover, scheme);
        const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.text.length) };
        const context = { diagnostics: [] };
        assert.deepEqual(await document.request('textDocument/codeAction', { range, context }), [], scheme);
        assert.ok(await document.request('levers/picture'), scheme);
      }
      for (const uri of [
        address('open.levers.yaml'),
        'untitled:a.levers.yaml',
        'vscode-vfs://github/a/b.levers.yaml',
      ]) {
        const document = await session.open(uri, bad);
        assert.notDeepEqual(await document.diagnostics(), [], uri);
      }
    });
  });

  it('has none for a client that asks either', async () => {
    const capabilities = { ...capable, textDocument: { ...capable.textDocument, diagnostic: {} } };
    await withServer({ capabilities }, async (session) => {
      const pulled = async (uri: string) => {
        const document = await session.open(uri, bad);
        const report = await document.request<DocumentDiagnosticReport>('textDocument/diagnostic');
        return report.kind === 'full' ? report.items.length : undefined;
      };
      for (const scheme of schemes) assert.equal(await pulled(old(scheme)), 0, scheme);
      assert.notEqual(await pulled('file:///plans/plan.levers.yaml'), 0);
    });
  });

  it('has its problems told in a workspace that consists of such files', async () => {
    await withServer({ folders: ['git:/work'] }, async (session) => {
      const document = await session.open(old('git'), bad);
      assert.notDeepEqual(await document.diagnostics(), []);
    });
  });
});

describe('a file whose address is escaped in two ways', () => {
  it('has its problems told under one of them', async () => {
    const name = 'plans (2027).levers.yaml';
    writeFileSync(join(folder, name), bad);
    await withServer({ folders: [pathToFileURL(folder).href] }, async (session) => {
      const scanned = address(name);
      assert.ok((await session.until(() => session.newest(scanned))).length > 0);
      const other = scanned.replace('(', '%28').replace(')', '%29');
      assert.notEqual(other, scanned);
      const document = await session.open(other, bad);
      assert.notDeepEqual(await document.diagnostics(), []);
      assert.deepEqual(session.newest(scanned), []);
    });
  });
});
