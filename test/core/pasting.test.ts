/** Pasting: `‸` is the cursor, and where it stands afterwards. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { pasting } from '../../server/src/core/formatter/paste.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cursor } from '../kit/cursor.ts';
import { fragments } from '../kit/fragments.ts';
import { it, property, sweep } from '../kit/test.ts';
import { plans } from '../kit/typos.ts';

function pasted(marked: string, copied: string): string {
  const { text, offset } = cursor(marked);
  const edit = pasting(parse(text), { start: offset, end: offset }, copied) ?? {
    span: { start: offset, end: offset },
    text: copied,
  };
  const at = edit.span.start + edit.text.length;
  const result = apply(text, [edit]);
  return `${result.slice(0, at)}‸${result.slice(at)}`;
}

const levers = 'levers:\n  values:\n    strategies:\n      - use: a\n        owner: B\n';
const strategy = '- use: b\n  owner: C\n  deliverables:\n    - One\n';
const moved = '      - use: b\n        owner: C\n        deliverables:\n          - One\n';
const deep = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

describe('pasting', () => {
  const places: readonly (readonly [name: string, before: string, copied: string, after: string])[] = [
    ['a strategy from further left, in the first column', `${levers}‸`, strategy, `${levers}${moved}‸`],
    ['a strategy from further right', `${levers}‸`, deep(strategy, 12), `${levers}${moved}‸`],
    ['a strategy where the cursor is indented', `${levers}        ‸`, deep(strategy, 2), `${levers}${moved}‸`],
    [
      'a strategy whose first blanks were not copied',
      `${levers}      ‸`,
      deep(strategy, 4).trimStart(),
      `${levers}${moved}‸`,
    ],
    [
      'a strategy below a key without items',
      'levers:\n  values:\n    strategies:\n‸\n  structure:\n',
      strategy,
      `levers:\n  values:\n    strategies:\n${moved}‸\n  structure:\n`,
    ],
    [
      'a strategy between others',
      `${levers}‸      - use: c\n`,
      strategy,
      `${levers}${moved}      ‸- use: c\n`.replace('      ‸- use: c', '‸      - use: c'),
    ],
    ['after a hyphen that is there already', `${levers}      - ‸`, strategy.trimEnd(), `${levers}${moved.trimEnd()}‸`],
    [
      'the keys of a strategy after a hyphen',
      `${levers}      - ‸`,
      'use: b\n      owner: C',
      `${levers}      - use: b\n        owner: C‸`,
    ],
    [
      'the keys of a strategy below the key of its list',
      'levers:\n  values:\n    strategies:\n      ‸',
      '  use: b\n  owner: C',
      'levers:\n  values:\n    strategies:\n      - use: b\n        owner: C‸',
    ],
    [
      'keys into a strategy',
      `${levers}‸`,
      'start: 2027-01-04\ndue: 2027-02-01\n',
      `${levers}        start: 2027-01-04\n        due: 2027-02-01\n‸`,
    ],
    [
      'a lever',
      `${levers}‸`,
      'structure:\n  strategies:\n    - use: c\n',
      `${levers}  structure:\n    strategies:\n      - use: c\n‸`,
    ],
    [
      'a text with its notes and empty lines',
      `${levers}‸`,
      '  # why\n  - use: b\n    notes: |\n      One\n\n       two\n',
      `${levers}      # why\n      - use: b\n        notes: |\n          One\n\n           two\n‸`,
    ],
    [
      'lines into a text, in its column',
      'purpose:\n  need: |\n    One‸\n',
      '\nTwo: - x\n  three',
      'purpose:\n  need: |\n    One\n    Two: - x\n      three‸\n',
    ],
    [
      'lines into a text on the line of its key',
      'purpose:\n  need: One ‸\n',
      'two\nthree',
      'purpose:\n  need: One two\n    three‸\n',
    ],
    [
      'texts into a list of texts',
      'purpose:\n  evidence:\n    - A\n‸',
      '- B\n- C\n',
      'purpose:\n  evidence:\n    - A\n    - B\n    - C\n‸',
    ],
    [
      'lines into a text, as they stood to each other',
      'purpose:\n  need: |\n    One\n    ‸\n',
      '- Two\n        three',
      'purpose:\n  need: |\n    One\n    - Two\n      three‸\n',
    ],
    [
      'lines into a text whose first line is empty',
      'purpose:\n  need: |\n\n    One\n    ‸',
      'x\ny\n',
      'purpose:\n  need: |\n\n    One\n    x\n    y\n‸',
    ],
    [
      'whole lines in the middle of a text',
      'purpose:\n  need: |\n    One ‸two\n    three\n',
      'x\ny\n',
      'purpose:\n  need: |\n    One x\n    y\n    ‸two\n    three\n',
    ],
    [
      'whole lines in the middle of a text on the line of its key',
      'purpose:\n  need: One ‸two\n',
      'x\ny\n',
      'purpose:\n  need: One x\n    y\n    ‸two\n',
    ],
    [
      'whole lines in the middle of a text in quotes',
      'purpose:\n  need: "One ‸two"\n',
      'x\ny\n',
      'purpose:\n  need: "One x\n    y\n    ‸two"\n',
    ],
    [
      'Chinese paragraphs into a text, with the wide blanks that they begin with',
      'purpose:\n  need: |\n    一\n    ‸',
      '　　第一段\n　　第二段\n',
      'purpose:\n  need: |\n    一\n    　　第一段\n    　　第二段\n‸',
    ],
    [
      'an item with Chinese paragraphs, with the wide blanks that they begin with',
      'measures:\n  - id: a\n‸',
      '- id: b\n  notes: |\n    　　第一段\n    　　第二段\n',
      'measures:\n  - id: a\n  - id: b\n    notes: |\n      　　第一段\n      　　第二段\n‸',
    ],
    [
      'a list of Word below the key of a list',
      'purpose:\n  evidence:\n‸\n  inScope: [a]\n',
      '•\tOrder book\n•\tSurvey: 40 clients\n',
      'purpose:\n  evidence:\n    - Order book\n    - "Survey: 40 clients"\n‸\n  inScope: [a]\n',
    ],
    [
      'lines below the key of a list',
      'purpose:\n  evidence:\n    ‸',
      'Order book;\nSurvey',
      'purpose:\n  evidence:\n    - Order book\n    - Survey‸',
    ],
    [
      'a list of Word into a text, as it is',
      'purpose:\n  need: |\n    One\n    ‸\n',
      '•\tTwo\n•\tThree\n',
      'purpose:\n  need: |\n    One\n    •\tTwo\n    •\tThree\n‸\n',
    ],
    [
      'rows of a spreadsheet into a list',
      'risks:\n  - { id: fear, title: Fear }\n‸',
      'Title\tLikelihood\tResponse\r\nFear\thigh\t"Town hall\nand Q&A"\r\nLeak\tlow\t\r\n',
      'risks:\n  - { id: fear, title: Fear }\n  - id: fear-2\n    title: Fear\n    likelihood: high\n    response: |-\n      Town hall\n      and Q&A\n  - id: leak\n    title: Leak\n    likelihood: low\n‸',
    ],
    [
      'a form of two columns into a section',
      'version: 1\nplan:\n  ‸\npurpose:\n',
      'Title\tAI\nGo-live\t2027-05-03\n',
      'version: 1\nplan:\n  title: AI\n  goLive: 2027-05-03\n‸\npurpose:\n',
    ],
    [
      'the answer of a chat, without its fence',
      'risks:\n‸',
      'Here is one:\n\n```yaml\n- id: fear\n  title: Fear\n```\nHope it helps!\n',
      'risks:\n  - id: fear\n    title: Fear\n‸',
    ],
    ['a plan into an empty file', '‸', '  plan:\n    title: A\n', 'plan:\n  title: A\n‸'],
  ];
  for (const [name, before, copied, after] of places) it(name, () => assert.equal(pasted(before, copied), after));

  it("in lines of the file's own kind", () => {
    assert.equal(
      pasted(`${levers}‸`.replaceAll('\n', '\r\n'), strategy),
      `${levers}${moved}‸`.replaceAll('\n', '\r\n'),
    );
  });

  property('puts lines into a text in its column, wherever between its lines and however they begin', 300, (trials) => {
    const words = fc.constantFrom('a', '段', '- b', 'c: d', '# e');
    const lines = fc.array(
      fc.tuple(fc.constantFrom('', ' ', '\u3000\u3000', '\u00a0'), words).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 4 },
    );
    const pastes = fc.record({
      feed: fc.constantFrom('\n', '\r\n'),
      empty: fc.nat(2),
      own: lines,
      column: fc.integer({ min: 3, max: 6 }),
      row: fc.nat(3),
      // As lines stood to each other they stay; one further left tells that the first was copied with its blanks.
      copied: lines.map((copied) => ['a', ...copied, 'b']),
    });
    fc.assert(
      fc.property(pastes, ({ feed, empty, own, column, row, copied }) => {
        const indented = (list: readonly string[]) => list.map((line) => ' '.repeat(column) + line + feed).join('');
        const above = `purpose:${feed}  need: |${feed}${feed.repeat(empty)}${indented(['one', ...own.slice(0, row)])}`;
        const below = feed + indented(own.slice(row));
        assert.equal(
          pasted(`${above}${' '.repeat(column)}‸${below}`, copied.map((line) => `${line}\n`).join('')),
          `${above}${indented(copied)}‸${below}`,
        );
      }),
      trials,
    );
  });

  it('leaves other texts alone', () => {
    for (const text of ['one line', 'Just words\nand more', 'a,b\nc,d'])
      assert.equal(pasted(`${levers}‸`, text), `${levers}${text}‸`);
  });

  sweep('puts every strategy of a plan back where it was, copied from any depth', () => {
    for (const plan of plans) {
      const lines = plan.split('\n');
      for (let first = 0; first < lines.length; first++) {
        if (!/^ {6}- (use|id): /.test(lines[first] as string)) continue;
        let last = first + 1;
        while (/^ {8}/.test(lines[last] ?? '')) last++;
        const own = `${lines.slice(first, last).join('\n')}\n`;
        for (const by of [-6, 0, 3]) {
          const copied = own.replace(/^ {6}/gm, ' '.repeat(6 + by));
          const rest = `${lines.slice(0, first).join('\n')}\n‸${lines.slice(last).join('\n')}`;
          assert.equal(pasted(rest, copied).replace('‸', ''), plan);
        }
      }
    }
  });

  property('stops at nothing: whatever is pasted wherever', 1000, (trials) => {
    fc.assert(
      fc.property(fragments(20), fc.nat(40), fragments(20), (text, at, copied) => {
        const offset = Math.min(at, text.length);
        pasted(`${text.slice(0, offset)}‸${text.slice(offset)}`, copied);
      }),
      trials,
    );
  });
});
