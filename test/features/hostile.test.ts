/** Words of plans and catalogs are shown and inserted in the editor as they are, and nothing in them is obeyed. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import type { View } from '../../server/src/features/view.ts';
import { offered } from '../kit/completion.ts';
import { hostileCatalog, hostileTexts, inQuotes, inserted } from '../kit/hostile.ts';
import { completed } from '../kit/plan.ts';
import { teamFile } from '../kit/problems.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

/** The view of a plan for which a hostile catalog holds. */
const seen = (text: string): View => ({ ...view, catalog: teamCatalog([teamFile(hostileCatalog(text))]) });

describe('hostile texts in snippets', () => {
  it('are inserted as they are', () => {
    for (const text of hostileTexts) {
      const head = `plan: { title: A, sponsor: Tom, owner: ${inQuotes(text)} }`;
      const marked = completed(`${head}\nlevers:\n  leadership:\n    strategies:\n      - ‸\n`);
      const wholes = (eyes: View) =>
        offered(marked, eyes).items.filter(({ kind }) => kind === CompletionItemKind.Struct);
      const plain = wholes({ ...seen(text), snippets: false });
      assert.ok(plain.some(({ label }) => label === text));
      for (const [index, { textEdit }] of wholes(seen(text)).entries()) {
        const snippet = inserted(textEdit?.newText ?? '');
        // A snippet says more: the days, and somebody where the plan has no owner yet.
        const lines = plain[index]?.textEdit?.newText.replace(/ owner: $/m, '') ?? '?';
        for (const line of lines.split('\n')) assert.ok(snippet.includes(line), `${textEdit?.newText} as ${snippet}`);
      }
    }
  });
});
