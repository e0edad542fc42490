/** Search over the workspace, where the disk fails. */
import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver';
import type { Workspace } from '../../server/src/lsp/documents/openDocuments.ts';
import type { Files } from '../../server/src/lsp/workspace/catalogs.ts';
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
  const workspace = {
    catalogs: { folders: ['file:///w'] },
    documents: new Map(),
    document: () => undefined,
    subject: () => undefined,
  };
  const symbols = new Symbols(workspace as unknown as Workspace, files, { locale: 'en', watched: true });
  const search = () => symbols.search('weekly', CancellationToken.None);
  await assert.rejects(search(), /as planned/);
  fails = false;
  assert.deepEqual(
    (await search()).map(({ name }) => name),
    ['weekly-use'],
  );
});
