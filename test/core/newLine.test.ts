/** Enter: `‸` is the cursor before it, and after it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { newLine } from '../../server/src/core/formatter/newLine.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cursor } from '../kit/cursor.ts';
import { fragments } from '../kit/fragments.ts';
import { it, property, sweep } from '../kit/test.ts';
import { plans } from '../kit/typos.ts';

/** The text after Enter, with the cursor; a plan with a similar text saves reading what they share. An editor that knows nothing begins the line in the first column. */
function entered(marked: string, like?: Plan): string {
  const { text, offset } = cursor(marked);
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const typed = text.slice(0, offset) + feed + text.slice(offset);
  const edit = newLine(parse(typed, like), offset + feed.length);
  const result = edit ? apply(typed, [edit]) : typed;
  const at = edit ? edit.span.start + edit.text.length : offset + feed.length;
  return `${result.slice(0, at)}‸${result.slice(at)}`;
}

const levers = 'levers:\n  values:\n    strategies:\n';

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['deeper below a key that holds more', 'plan:‸', 'plan:\n  ‸'],
  ['deeper below a key with a note', 'plan: # mine‸\n', 'plan: # mine\n  ‸\n'],
  ['in line with the key when it takes one value', 'plan:\n  owner:‸', 'plan:\n  owner:\n  ‸'],
  ['in line with what stands below already', 'plan:‸\n    title: A\n', 'plan:\n    ‸\n    title: A\n'],
  ['in line with items below their key', 'measures:‸\n- id: a\n', 'measures:\n‸\n- id: a\n'],
  ['in line with the key above', 'plan:\n  title: A‸\n', 'plan:\n  title: A\n  ‸\n'],
  ['below a list of keys', `${levers}‸`, `${levers}\n‸`],
  ['where the first item goes', `${levers.trimEnd()}‸\n`, `${levers.trimEnd()}\n      ‸\n`],
  ['in line with the first key of an item', `${levers}      - use: a‸\n`, `${levers}      - use: a\n        ‸\n`],
  [
    'in line with the keys of an item',
    `${levers}      - use: a\n        owner: B‸\n`,
    `${levers}      - use: a\n        owner: B\n        ‸\n`,
  ],
  [
    'deeper below the first key of an item',
    'stakeholders:\n  - behaviors:‸\n',
    'stakeholders:\n  - behaviors:\n      ‸\n',
  ],
  [
    'in line with the hyphen below a text',
    'purpose:\n  evidence:\n    - A‸\n',
    'purpose:\n  evidence:\n    - A\n    ‸\n',
  ],
  ['in line with the hyphen below braces', 'milestones:\n  - { id: a }‸\n', 'milestones:\n  - { id: a }\n  ‸\n'],
  [
    'below brackets over several lines',
    'milestones:\n  - { id: a,\n      title: A }‸\n',
    'milestones:\n  - { id: a,\n      title: A }\n  ‸\n',
  ],
  ['behind a lone hyphen the list ends', `${levers}      - use: a\n      - ‸\n`, `${levers}      - use: a\n    ‸\n`],
  ['a text goes on in its column', 'purpose:\n  need: |\n     One‸\n', 'purpose:\n  need: |\n     One\n     ‸\n'],
  ['a text begins deeper than its key', 'purpose:\n  need: >-‸\n', 'purpose:\n  need: >-\n    ‸\n'],
  ['a sentence cut in two stays one', 'purpose:\n  need: One‸two\n', 'purpose:\n  need: One\n    ‸two\n'],
  [
    'an item cut in two stays one',
    'purpose:\n  evidence:\n    - One‸two\n',
    'purpose:\n  evidence:\n    - One\n      ‸two\n',
  ],
  ['a text in quotes cut in two stays one', 'purpose:\n  need: "One‸two"\n', 'purpose:\n  need: "One\n    ‸two"\n'],
  ['brackets go on deeper', 'plan:\n  x-a: [One,‸two]\n', 'plan:\n  x-a: [One,\n    ‸two]\n'],
  ['braces go on deeper', 'milestones:\n  - { id: a,‸title: A }\n', 'milestones:\n  - { id: a,\n      ‸title: A }\n'],
  [
    'braces go on in their column',
    'milestones:\n  - { id: a,\n      title: A,‸date: B }\n',
    'milestones:\n  - { id: a,\n      title: A,\n      ‸date: B }\n',
  ],
  ['CRLF', 'plan:\r\n  title: A‸\r\n', 'plan:\r\n  title: A\r\n  ‸\r\n'],
  ['an empty line and a note leave it to the editor', '# a‸\n', '# a\n‸\n'],
];

describe('Enter', () => {
  for (const [name, before, after] of cases) it(name, () => assert.equal(entered(before), after));

  sweep('at the end of any line of a plan changes nothing of what it means', () => {
    for (const plan of plans) {
      const before = parse(plan);
      const meaning = JSON.stringify(toData(before.root?.node as never));
      const lines = plan.split('\n');
      let end = -1;
      for (const line of lines.slice(0, -1)) {
        end += line.length + 1;
        const result = entered(`${plan.slice(0, end)}‸${plan.slice(end)}`, before).replace('‸', '');
        const read = parse(result, before);
        assert.deepEqual(read.errors, []);
        // A new line within a text is part of the text.
        if (/^\s*(- |[a-zA-Z]+:|#|$)/.test(line) && !/[|>]-?$/.test(line))
          assert.equal(JSON.stringify(toData(read.root?.node as never)), meaning, line);
      }
    }
  });

  property('stops at nothing: whatever is typed', 500, (trials) => {
    fc.assert(
      fc.property(fragments(30), fc.nat(40), (text, at) => {
        const offset = Math.min(at, text.length);
        entered(`${text.slice(0, offset)}‸${text.slice(offset)}`);
      }),
      trials,
    );
  });
});
