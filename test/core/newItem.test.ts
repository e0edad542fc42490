/** A hyphen typed on a line of its own: `‸` is the cursor behind it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { newItem } from '../../server/src/core/formatter/newItem.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cursor } from '../kit/cursor.ts';
import { fragments } from '../kit/fragments.ts';
import { it, property } from '../kit/test.ts';

/** The text after a hyphen was typed at the cursor. */
function typed(marked: string): string {
  const { text, offset } = cursor(marked);
  const hyphen = `${text.slice(0, offset)}-${text.slice(offset)}`;
  const edit = newItem(parse(hyphen), offset + 1);
  return edit ? apply(hyphen, [edit]) : hyphen;
}

const strategy = 'levers:\n  values:\n    strategies:\n      - use: a\n        owner: Ana Ruiz\n';
const nested = `${strategy}        deliverables:\n          - A story\n`;
const groups = 'stakeholders:\n  - id: a\n    name: A\n';

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['below the keys of an item', `${strategy}        ‸`, `${strategy}      -`],
  ['below an empty line', `${strategy}\n        ‸`, `${strategy}\n      -`],
  ['above more of the plan', `${strategy}        ‸\nrisks:\n`, `${strategy}      -\nrisks:\n`],
  ['below a key without a value', `${strategy}        due:\n        ‸`, `${strategy}        due:\n      -`],
  ['where items stand it stays', `${strategy}      ‸`, `${strategy}      -`],
  ['where items of an inner list stand it stays', `${nested}          ‸`, `${nested}          -`],
  ['left of an inner list', `${nested}        ‸`, `${nested}      -`],
  [
    'in the column of a key whose list is to come it stays',
    `${strategy}        deliverables:\n        ‸`,
    `${strategy}        deliverables:\n        -`,
  ],
  [
    'below a key whose list is to come it stays',
    `${strategy}        deliverables:\n          ‸`,
    `${strategy}        deliverables:\n          -`,
  ],
  ['left of the only list', `${groups}‸`, `${groups}  -`],
  ['left of two lists it stays', `${nested}‸`, `${nested}-`],
  ['in a text it stays', 'purpose:\n  need: |\n    We\n    ‸', 'purpose:\n  need: |\n    We\n    -'],
  [
    'in a text of an item it stays',
    `${groups}    notes: |\n      We\n      ‸`,
    `${groups}    notes: |\n      We\n      -`,
  ],
  ['in a text that goes on it stays', `${groups}    notes: We\n      ‸`, `${groups}    notes: We\n      -`],
  ['in quotes it stays', `${groups}    notes: "We\n    ‸"`, `${groups}    notes: "We\n    -"`],
  ['in brackets it stays', `${groups}    concerns: [We,\n    ‸]`, `${groups}    concerns: [We,\n    -]`],
  ['in front of a word it stays', `${strategy}        ‸word`, `${strategy}        -word`],
  ['where there is no list it stays', 'plan:\n  title: A\n  ‸', 'plan:\n  title: A\n  -'],
  ['CRLF', `${groups.replaceAll('\n', '\r\n')}    ‸\r\n`, `${groups.replaceAll('\n', '\r\n')}  -\r\n`],
];

describe('a hyphen', () => {
  for (const [name, before, after] of cases) it(name, () => assert.equal(typed(before), after));

  property('changes nothing but blanks, whatever is typed', 500, (trials) => {
    fc.assert(
      fc.property(fragments(30), fc.nat(40), (text, at) => {
        const offset = Math.min(at, text.length);
        const before = `${text.slice(0, offset)}-${text.slice(offset)}`;
        const after = typed(`${text.slice(0, offset)}‸${text.slice(offset)}`);
        assert.equal(after.replaceAll(' ', ''), before.replaceAll(' ', ''));
      }),
      trials,
    );
  });
});
