/** What an empty plan offers in its first line. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, parseCatalog } from '../../server/src/core/model/parse.ts';
import { startLens } from '../../server/src/features/newPlan/startLens.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

function titles(text: string, reader = view, read: typeof parse | typeof parseCatalog = parse): string[] {
  const document = TextDocument.create('file:///a.levers.yaml', 'levers-plan', 1, text);
  const lenses = startLens({ document, reading: read(text) }, reader);
  for (const { command } of lenses) assert.deepEqual(command?.arguments, ['file:///a.levers.yaml']);
  return lenses.map(({ command }) => command?.title ?? '');
}

const both = ['Start with a few questions', 'Start from a template'];

describe('an empty plan', () => {
  it('offers questions and a template, also below comments', () => {
    for (const text of ['', '\n\n', '# Ask Tom first\n\n', '---\n', '\uFEFF'])
      assert.deepEqual(titles(text), both, text);
    assert.deepEqual(titles('', { ...view, locale: 'zh-CN' }), ['从几个问题开始', '从模板开始']);
  });

  it('offers nothing where something is written, in a catalog, and to editors without these commands', () => {
    for (const text of ['version: 1\n', 'v', 'null', '"', '- ']) assert.deepEqual(titles(text), [], text);
    assert.deepEqual(titles('', view, parseCatalog), []);
    assert.deepEqual(titles('', { ...view, startCommands: false }), []);
  });
});
