/** What office workers type, into any field: nothing is lost without a word, and clean lines are left alone. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../server/src/core/model/parse.ts';
import { valuesOf } from '../../server/src/core/model/values.ts';
import type { Step } from '../../server/src/core/schema/path.ts';
import { takesText } from '../../server/src/core/schema/places.ts';
import { shapeAt } from '../../server/src/core/schema/schema.ts';
import { follow, isScalar, spanOf } from '../../server/src/core/syntax/tree.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
import { assertOften, property } from '../kit/test.ts';

/** Words and signs as they stand in sentences of either language. */
const words = [
  ...'We are the first in AI and we want our people to know how why when not only but also'.split(' '),
  ...['人工智能', '上线', '培训，', '负责人：', '（试点）', '“放心”', '「好」', '第一、', '100%', '２０２７'],
  ...[
    '#1',
    '# 12',
    '#',
    'C#',
    '@all',
    '%',
    '50%',
    '*',
    '*very*',
    '&',
    'R&D',
    '&co',
    '!',
    'Yes!',
    '!important',
    '|',
    '>',
    '>8',
  ],
  ...[
    ':',
    'note:',
    'a:b',
    '12:30',
    '-',
    '–',
    '—',
    '--',
    '---',
    '...',
    '?',
    '? ',
    ',',
    '1,200',
    '[x]',
    '[',
    ']',
    '{',
    '}',
    '{a}',
  ],
  ...[
    '"',
    "'",
    '"quick"',
    "it's",
    "'tis",
    '“',
    '”',
    '\\',
    'C:\\temp',
    '`code`',
    '~',
    'null',
    'true',
    'yes',
    'no',
    'on',
  ],
  ...[
    '1.10',
    '08',
    '2026',
    '1e3',
    '0x1F',
    '.5',
    '31/12/2026',
    '+49',
    '=',
    '<<',
    'owner:',
    'title:',
    'é',
    '😀',
    '\u00a0',
    '…',
  ],
];

const prose = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
  .map((list) => list.join(' ').replace(/ +/g, ' ').trim())
  // Quotes around the whole are understood by everyone as such, with a note after them or not.
  .filter((text) => text !== '' && !/^((["']).*\2( # .*| #)?|#( .*)?)$/.test(text));

/** Every place of the clean plan and more that takes a text in the author's own words. */
const plan = completed(`purpose:
  need: TEXT
  vision: TEXT
  evidence:
    - TEXT
    - TEXT
decisions:
  - on: 2027-01-11
    title: TEXT
    by: TEXT
    outcome: TEXT
`);

const places: { path: readonly Step[]; start: number; end: number }[] = [];
for (const { at, shape, path } of valuesOf(parse(plan))) {
  const block = plan.lastIndexOf('\n', at.start) + 1;
  if (!isScalar(at) || !takesText(shape) || /[[{]/.test(plan.slice(block, at.start))) continue;
  places.push({ path, ...spanOf(at) });
}

describe('typing', () => {
  property('loses nothing of a sentence in any field without saying so', 500, (trials) => {
    assert.ok(places.length > 10, `${places.length} places`);
    let said = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), prose, ({ path, start, end }, typed) => {
        const text = plan.slice(0, start) + typed + plan.slice(end);
        const value = follow(parse(text).root, path);
        const kept = isScalar(value) && value.node.value === typed;
        // Behind a name and two blanks, or one, `# …` is a note.
        // `null` says what an empty place says, which some places may be.
        const empty = isScalar(value) && value.node.value === null && shapeAt(path)?.types.includes('null');
        if (kept || empty || (shapeAt(path)?.person && / #( |$)/.test(typed))) return;
        said++;
        const line = text.slice(0, start).split('\n').length;
        const found = problemsOf(text).filter(({ span }) => text.slice(0, span.start).split('\n').length === line);
        assert.notDeepEqual(found, [], `${path.join('.')}: ${typed}`);
      }),
      trials,
    );
    assertOften(said, 1 / 4, trials, 'sentences that were not kept');
  });

  property('finds one thing in a sentence that is not kept, and the first fix keeps it', 250, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...places), prose, ({ path, start, end }, typed) => {
        const text = plan.slice(0, start) + typed + plan.slice(end);
        const before = new Set(
          problemsOf(plan).map(({ code, span }) => `${code} ${span.start < start ? span.start : ''}`),
        );
        const shape = shapeAt(path);
        const found = problemsOf(text).filter(
          ({ code, span, severity }) =>
            severity !== 'hint' && !before.has(`${code} ${span.start < start ? span.start : ''}`),
        );
        void shape;
        const own = found.filter(({ severity }) => severity === 'error');
        assert.ok(own.length <= 1, `${typed}: ${own.map(({ code }) => code).join(', ')}`);
      }),
      trials,
    );
  });

  property('leaves clean lines alone', 1000, (trials) => {
    const clean = fc
      .array(
        fc.constantFrom(
          'We',
          'are',
          'going',
          'live',
          'in',
          'March',
          '上线',
          '培训，',
          '50%',
          'R&D',
          'C#',
          '12:30',
          "it's",
          '(all)',
          'a/b',
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((list) => list.join(' '))
      .filter((text) => !/^[\d%]/.test(text));
    const lines = fc.sample(clean, trials);
    const text = `${cleanPlan}x-lines:\n${lines.map((line) => `  - ${line}\n`).join('')}decisions:\n${lines
      .map((line) => `  - on: 2027-01-11\n    title: ${line}  # as agreed\n    outcome: ${line}\n`)
      .join('')}`;
    assert.deepEqual(problemsOf(text), []);
  });
});
