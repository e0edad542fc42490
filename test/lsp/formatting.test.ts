/** Formatting, Enter and paste over stdio. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PasteResult } from '../../server/src/protocol.ts';
import { type OpenDocument, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';
const options = { tabSize: 2, insertSpaces: true };

const after = ({ text }: OpenDocument, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits);

describe('the built server formats', () => {
  it('a document, a range and ranges', async () => {
    await withServer({}, async (session, { capabilities }) => {
      assert.equal(capabilities.documentFormattingProvider, true);
      assert.deepEqual(capabilities.documentRangeFormattingProvider, { rangesSupport: true });
      const text = 'plan:\n    title:  A\n    owner:   B\npurpose:\n    need:  C\n';
      const document = await session.open(uri, text);
      const whole = await document.request<TextEdit[]>('textDocument/formatting', { options });
      assert.equal(after(document, whole), 'plan:\n  title: A\n  owner: B\npurpose:\n  need: C\n');
      const line = (first: number, last: number) => ({
        start: { line: first, character: 0 },
        end: { line: last, character: 0 },
      });
      const range = await document.request<TextEdit[]>('textDocument/rangeFormatting', { options, range: line(2, 3) });
      assert.equal(after(document, range), text.replace('owner:   B', 'owner: B'));
      const ranges = await document.request<TextEdit[]>('textDocument/rangesFormatting', {
        options,
        ranges: [line(1, 2), line(3, 5)],
      });
      assert.equal(after(document, ranges), 'plan:\n    title: A\n    owner:   B\npurpose:\n  need: C\n');
    });
  });

  it('the line that Enter opens', async () => {
    await withServer({}, async (session, { capabilities }) => {
      assert.deepEqual(capabilities.documentOnTypeFormattingProvider, {
        firstTriggerCharacter: '\n',
        moreTriggerCharacter: ['-'],
      });
      const document = await session.open(uri, 'plan:\n  title: A');
      await document.replace(document.text.length, document.text.length, '\n');
      const position = document.positionAt(document.text.length);
      const edits = await document.request<TextEdit[]>('textDocument/onTypeFormatting', {
        options,
        position,
        ch: '\n',
      });
      assert.equal(after(document, edits), 'plan:\n  title: A\n  ');
    });
  });

  it('the hyphen of a new item', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, 'risks:\n  - id: a\n    -');
      const position = document.positionAt(document.text.length);
      const edits = await document.request<TextEdit[]>('textDocument/onTypeFormatting', { options, position, ch: '-' });
      assert.equal(after(document, edits), 'risks:\n  - id: a\n  -');
    });
  });

  it('what is pasted, and nothing else', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, 'levers:\n  values:\n    strategies:\n');
      const end = document.positionAt(document.text.length);
      const paste = (text: string) =>
        document.request<PasteResult>('levers/paste', { range: { start: end, end }, text });
      assert.deepEqual(await paste('- use: a\n  owner: B\n'), {
        range: { start: end, end },
        newText: '      - use: a\n        owner: B\n',
      });
      assert.equal(await paste('a word'), null);
    });
  });

  it('puts keys in order where that is asked for', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, 'plan:\n  owner: B\n  title: A\nversion: 1\n');
      const range = { start: document.positionAt(0), end: document.positionAt(0) };
      const asked = (only: string[]) =>
        document.request<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [], only } });
      const [action, ...more] = await asked(['source.sortKeys']);
      assert.deepEqual(more, []);
      assert.equal(action?.title, 'Put keys in their usual order');
      const [{ edits }] = action?.edit?.documentChanges as [TextDocumentEdit];
      assert.equal(after(document, edits as TextEdit[]), 'version: 1\nplan:\n  title: A\n  owner: B\n');
      assert.ok((await asked(['quickfix'])).every(({ kind }) => kind === 'quickfix'));
    });
  });
});
