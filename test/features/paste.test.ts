/** What other programs put on the clipboard, pasted as what was meant. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../server/src/core/model/parse.ts';
import { paste } from '../../server/src/features/paste.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

/** The clean plan with a text pasted at its end, below what is typed there. */
function pasted(typed: string, copied: string): string {
  const text = `${cleanPlan}${typed}`;
  const document = TextDocument.create('file:///plan.levers.yaml', 'levers-plan', 1, text);
  const end = document.positionAt(text.length);
  const edit = paste({ document, reading: parse(text) }, { start: end, end }, copied);
  const after = edit ? TextDocument.applyEdits(document, [edit]) : text + copied;
  assert.ok(after.startsWith(cleanPlan));
  return after.slice(cleanPlan.length);
}

describe('pasting from other programs', () => {
  it('makes items of the bullets of Word', () => {
    assert.equal(
      pasted('sustainment:\n  actions:\n    ', '•\tWeekly questions\n•\tA page of answers\n'),
      'sustainment:\n  actions:\n    - Weekly questions\n    - A page of answers\n',
    );
  });

  it('makes items of the rows of Excel', () => {
    const rows = 'Role\tName\tStatus\nSponsor\tTom\tapproved\nLead\t"Ana ""the"" Lead"\tapproved\n';
    assert.equal(
      pasted('approvals:\n', rows),
      'approvals:\n  - role: Sponsor\n    name: Tom\n    status: approved\n  - role: Lead\n    name: Ana "the" Lead\n    status: approved\n',
    );
  });

  it('takes a plan out of the fence of a chat', () => {
    const text = '';
    const document = TextDocument.create('file:///plan.levers.yaml', 'levers-plan', 1, text);
    const start = { line: 0, character: 0 };
    const copied = `Here is your plan:\n\n\`\`\`yaml\n${cleanPlan}\`\`\`\n`;
    const edit = paste({ document, reading: parse(text) }, { start, end: start }, copied);
    assert.equal(edit?.newText, cleanPlan);
  });

  it('leaves what is right as it is, and texts of several lines', () => {
    assert.equal(pasted('x-notes:\n  ', '- a\n  - b\n'), 'x-notes:\n  - a\n  - b\n');
    assert.equal(pasted('x-notes: |\n  ', '• a\n  • b\n'), 'x-notes: |\n  • a\n  • b\n');
    assert.equal(pasted('x-note: ', 'a word'), 'x-note: a word');
  });
});
