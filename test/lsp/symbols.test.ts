/** Search over the workspace, where the disk fails. */
import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver';
import type { OpenDocuments } from '../../server/src/lsp/documents/openDocuments.ts';
import type { Files } from '../../server/src/lsp/workspace/files.ts';
import { Symbols } from '../../server/src/lsp/workspace/symbols.ts';
import { it } from '../kit/test.ts';

it('a search that fails, because folders cannot be listed, does not make later ones fail', async () => {
  const text = 'plan:\n  title: A\nmeasures:\n  - id: weekly-use\n';
  let fails = true;
  const files: Files = {
    list: async () => {
      if (fails) throw new Error('as planned');
      return ['file:///w/a.levers.yaml'];
    },
    read: async (uri) => (uri.endsWith('a.levers.yaml') ? { text } : { reason: 'absent' }),
  };
  const documents = {
    folders: ['file:///w'],
    configuration: { pending: () => undefined, now: () => ({ catalogs: [] }) },
    texts: new Map(),
    get: () => undefined,
    subject: () => undefined,
    teamFile: () => undefined,
  };
  const symbols = new Symbols(documents as unknown as OpenDocuments, files, { locale: 'en', watched: true });
  const search = () => symbols.search('weekly', CancellationToken.None);
  await assert.rejects(search(), /as planned/);
  fails = false;
  assert.deepEqual(
    (await search()).map(({ name }) => name),
    ['weekly-use'],
  );
});
