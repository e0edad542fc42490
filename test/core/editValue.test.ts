/** Values that are filled in, in a picture or a form: what becomes of the text, byte for byte, or why it stays. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { editValue } from '../../server/src/core/authoring/editValue.ts';
import { isRefusal } from '../../server/src/core/edits/rename.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import type { Entry } from '../../server/src/core/model/entry.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import type { At } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { randomStyle } from '../kit/randomStyle.ts';
import { assertOften, it, property } from '../kit/test.ts';

type Find = (plan: Plan) => Entry | undefined;

const head: Find = (plan) => plan.head;
const first: Find = (plan) => plan.strategies[0];

/** The text after a value is filled in; in brackets why it is not. */
function filled(text: string, find: Find, key: string, value: string | readonly string[]): string {
  const plan = parse(text);
  const edits = editValue(plan, find(plan) as Entry, key, value);
  return isRefusal(edits) ? `(${sayMessage(edits.refused, 'en')})` : apply(text, edits);
}

/** A plan with one strategy, whose lines these are. */
const strategy = (...lines: string[]) =>
  `plan: { title: T, goLive: 2027-05-03 }\nlevers:\n  values:\n    strategies:\n      - ${lines.join('\n        ')}\n`;

/** What becomes of the lines of a strategy, with either kind of line ends. */
function after(lines: readonly string[], key: string, value: string | readonly string[]): string[] {
  const [unix, windows] = ['\n', '\r\n'].map((nl) =>
    filled(strategy(...lines).replaceAll('\n', nl), first, key, value).replaceAll(nl, '\n'),
  );
  assert.equal(windows, unix);
  if (unix?.startsWith('(')) return [unix];
  const above = strategy('').trimEnd().length + 1;
  assert.equal(unix?.slice(0, above), strategy('').slice(0, above));
  return (unix as string).slice(above).trimEnd().split('\n        ');
}

describe('a text, a choice or a day', () => {
  it('takes the place of the one that is there; quotes, comments and all else stay', () => {
    assert.deepEqual(after(['use: live-demos', 'owner: Ana   # until May', 'due: 2027-03-01'], 'owner', 'Ben'), [
      'use: live-demos',
      'owner: Ben   # until May',
      'due: 2027-03-01',
    ]);
    assert.deepEqual(after(["owner: 'Ana' # lead"], 'owner', "Ben O'Neil"), ["owner: 'Ben O''Neil' # lead"]);
    assert.deepEqual(after(['owner: "Ana"'], 'owner', 'Ben "B" Lee'), ['owner: "Ben \\"B\\" Lee"']);
    assert.deepEqual(after(['{ owner: Ana, due: 2027-03-01 }'], 'due', '2027-04-01'), [
      '{ owner: Ana, due: 2027-04-01 }',
    ]);
    assert.deepEqual(after(['{ owner: Ana }'], 'owner', 'Ben, for now'), ['{ owner: "Ben, for now" }']);
    assert.deepEqual(after(['owner: Ana', 'status: planned'], 'status', 'in-progress'), [
      'owner: Ana',
      'status: in-progress',
    ]);
    assert.deepEqual(after(['owner: Ana', '  Ruiz', 'due: 2027-03-01'], 'owner', 'Ben'), [
      'owner: Ben',
      'due: 2027-03-01',
    ]);
    assert.equal(
      filled(cleanPlan, head, 'goLive', '2027-06-01'),
      cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-06-01'),
    );
  });

  it('is put where nothing is written yet', () => {
    assert.deepEqual(after(['owner:', 'due: 2027-03-01'], 'owner', 'Ben'), ['owner: Ben', 'due: 2027-03-01']);
    assert.deepEqual(after(['owner: # who?', 'due: 2027-03-01'], 'owner', 'Ben'), [
      'owner: Ben # who?',
      'due: 2027-03-01',
    ]);
    assert.deepEqual(after(['owner: ""'], 'owner', 'Ben'), ['owner: "Ben"']);
    assert.deepEqual(after(['owner: ~'], 'owner', 'Ben'), ['owner: Ben']);
  });

  it('is added with its key, in the order of the format', () => {
    assert.deepEqual(after(['use: live-demos', 'owner: Ana', 'notes: Much'], 'start', '2027-03-01'), [
      'use: live-demos',
      'owner: Ana',
      'start: 2027-03-01',
      'notes: Much',
    ]);
    assert.deepEqual(after(['{ use: live-demos, notes: Much }'], 'owner', 'Ana'), [
      '{ use: live-demos, owner: Ana, notes: Much }',
    ]);
    assert.deepEqual(after(['use: live-demos', 'audience:', '  - a # first', 'notes: Much'], 'status', 'done'), [
      'use: live-demos',
      'audience:',
      '  - a # first',
      'status: done',
      'notes: Much',
    ]);
  });

  it('is written so that it is read back as it was meant', () => {
    for (const text of ['yes', '12', '2027-03-01', '- a', 'a # b', 'a: b', '[x]', "it's", '*a', '&a', '~x', '@x', '%'])
      assert.equal(parse(filled(strategy('owner: Ana'), first, 'owner', text)).strategies[0]?.text('owner'), text);
  });

  it('changes nothing where it stands there already', () => {
    assert.deepEqual(after(['owner: "Ana"'], 'owner', ' Ana '), ['owner: "Ana"']);
  });

  it('is refused where the place does not take it', () => {
    assert.deepEqual(after(['due: 2027-03-01'], 'due', 'soon'), ['(Due date takes a date such as `2027-03-15`.)']);
    assert.deepEqual(after(['due: 2027-03-01'], 'due', '2027-02-30'), [
      '(Due date takes a date such as `2027-03-15`.)',
    ]);
    assert.deepEqual(after(['status: planned'], 'status', 'soon'), [
      '(Status takes `planned`, `in-progress`, `done`, `paused` or `cancelled`.)',
    ]);
    assert.match(after(['owner: Ana'], 'owner', '  ')[0] ?? '', /^\(A value is needed here. To take Owner out/);
    assert.match(after(['owner: Ana'], 'owner', 'A\nB')[0] ?? '', /one line/);
    assert.match(after(['use: live-demos'], 'use', 'super-users')[0] ?? '', /Others refer to it/);
    assert.match(after(['owner: Ana'], 'nonsense', 'x')[0] ?? '', /cannot be read/);
    assert.match(after(['owner: Ana'], 'activities', 'x')[0] ?? '', /takes a list/);
  });

  it('never lets anything start after it is due', () => {
    const days = ['start: 2027-02-01', 'due: 2027-03-01'];
    assert.match(after(days, 'start', '2027-03-02')[0] ?? '', /^\(It cannot start after it is due, on Mar 1, 2027\./);
    assert.match(after(days, 'due', '2027-01-31')[0] ?? '', /^\(It cannot be due before it starts, on Feb 1, 2027\./);
    assert.deepEqual(after(days, 'start', '2027-03-01'), ['start: 2027-03-01', 'due: 2027-03-01']);
  });

  it('is refused where something would be lost that is written', () => {
    assert.match(after(['notes: |', '  One', '  Two'], 'notes', 'Three')[0] ?? '', /several lines/);
    assert.match(after(['use: live-demos', 'summary: {}'], 'summary', 'Cy')[0] ?? '', /^\(/);
    assert.match(after(['ownr: Ana'], 'owner', 'Cy')[0] ?? '', /misspelt/);
    for (const lines of [
      ['owner: *lead'],
      ['owner: &lead Ana'],
      ['owner: "Ana'],
      ['owner: [Ana]'],
      ['owner:', '  - Ana'],
      ['owner:', '  name: Ana'],
    ])
      assert.match(after(lines, 'owner', 'Cy')[0] ?? '', /^\(/, lines[0]);
  });

  it('touches the first of two that have the same key, which is the one that counts', () => {
    assert.deepEqual(after(['owner: Ana', 'owner: Ben'], 'owner', 'Cy'), ['owner: Cy', 'owner: Ben']);
  });
});

describe('a list of words', () => {
  it('gets one more or one less, and keeps its form', () => {
    assert.deepEqual(after(['audience: [a, b] # both'], 'audience', ['a', 'b', 'c']), ['audience: [a, b, c] # both']);
    assert.deepEqual(after(['audience: [a, b]'], 'audience', ['b']), ['audience: [b]']);
    assert.deepEqual(after(['audience:', '  - a # first', '  - b'], 'audience', ['a', 'b', 'c']), [
      'audience:',
      '  - a # first',
      '  - b',
      '  - c',
    ]);
    assert.deepEqual(after(['audience:', '  - a # first', '  - b'], 'audience', ['a']), ['audience:', '  - a # first']);
    assert.deepEqual(after(['audience: []'], 'audience', ['a']), ['audience: [a]']);
    assert.deepEqual(after(['use: live-demos', 'notes: Much'], 'measures', ['use']), [
      'use: live-demos',
      'measures: [use]',
      'notes: Much',
    ]);
  });

  it('keeps its order, whatever the order of what is chosen', () => {
    assert.deepEqual(after(['audience: [b, a]'], 'audience', ['a', 'b', 'c']), ['audience: [b, a, c]']);
    assert.deepEqual(after(['audience: [b, a]'], 'audience', ['a', 'b']), ['audience: [b, a]']);
  });

  it('takes the place of a word', () => {
    assert.deepEqual(after(['audience: all'], 'audience', ['all', 'a']), ['audience: [a]']);
    assert.deepEqual(after(['audience: all # everybody'], 'audience', ['a']), ['audience: [a] # everybody']);
  });

  it('stays where a comment would go with what is taken out', () => {
    assert.deepEqual(after(['use: live-demos', 'audience: [a] # why'], 'audience', []), [
      'use: live-demos',
      'audience: [] # why',
    ]);
    assert.match(after(['audience:', '  - a', '  - b # why', 'use: x'], 'audience', ['a']).join(' '), /^\(|why/);
    assert.match(after(['audience: [a, b, c]'], 'audience', ['d'])[0] ?? '', /cannot be changed here/);
    assert.match(after(['audience: [a]'], 'audience', ['A b'])[0] ?? '', /takes a list of ids/);
  });
});

describe('whatever is filled in', () => {
  const signs = [
    '# a',
    'a: b',
    "O'Neil",
    '"',
    '- x',
    '*',
    '&a',
    '{',
    '[a',
    ', b',
    '|',
    '>',
    '~',
    '08',
    '上线：',
    '!',
    '%',
    '?',
    '@',
  ];
  const words = fc.array(fc.oneof(fc.constantFrom('Ana', 'Ruiz', ...signs), fc.string({ maxLength: 6 })), {
    maxLength: 5,
  });
  const texts = words.map((parts) => parts.join(' '));

  property('is read back as it was meant, or refused, in any style of writing', 100, (trials) => {
    let written = 0;
    fc.assert(
      fc.property(fc.integer(), fc.nat(3), fc.constantFrom('owner', 'title'), texts, (seed, nth, key, text) => {
        const plan = parse(randomStyle(parse(cleanPlan).root as At, seed));
        const edits = editValue(plan, plan.strategies[nth] as Entry, key, text);
        if (isRefusal(edits)) return;
        written++;
        const after = parse(apply(plan.text, edits));
        assert.equal(after.strategies[nth]?.text(key), text.trim());
        assert.equal(after.errors.length, plan.errors.length);
        assert.deepEqual(
          after.strategies.map(({ says }) => says.id),
          plan.strategies.map(({ says }) => says.id),
        );
      }),
      trials,
    );
    assertOften(written, 0.5, trials, 'texts that were written');
  });
});
