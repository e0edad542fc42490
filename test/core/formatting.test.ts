/** Formatting: one style, the same meaning, and a second time nothing to do; also where something is half typed. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { type FormattingStyle, formatting, type LineRun } from '../../server/src/core/formatter/format.ts';
import { parse, parseCatalog } from '../../server/src/core/model/parse.ts';
import { type At, toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { randomStyle } from '../kit/randomStyle.ts';
import { assertOften, it, property } from '../kit/test.ts';
import { anyTypo, comments, plans, typos, withTypo } from '../kit/typos.ts';

const style: FormattingStyle = { tabSize: 2 };

function formatted(text: string, wishes: FormattingStyle = style, lines?: readonly LineRun[]): string {
  const reading = parse(text);
  const edits = formatting(reading, wishes, lines);
  for (const { span, text: to } of edits)
    assert.notEqual(text.slice(span.start, span.end), to, 'an edit that changes nothing');
  return apply(text, edits);
}

describe('formatting', () => {
  it('leaves the examples as they are', () => {
    for (const plan of plans) assert.equal(formatted(plan), plan);
  });

  const roots = plans.map((plan) => parse(plan).root as At);
  const noted = (text: string) => text.match(/# c\d+/g) ?? [];

  property('keeps what a plan means however it is written, and changes nothing the second time', 100, (trials) => {
    fc.assert(
      fc.property(fc.nat(roots.length - 1), fc.nat(), fc.boolean(), (index, seed, crlf) => {
        const root = roots[index] as At;
        const lf = randomStyle(root, seed);
        const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
        const before = parse(text);
        assert.deepEqual(before.errors, [], text);
        assert.deepEqual(toData((before.root as At).node), toData(root.node), text);
        const result = formatted(text);
        const after = parse(result);
        assert.notEqual(result, text);
        assert.deepEqual(after.errors, [], result);
        assert.deepEqual(toData((after.root as At).node), toData(root.node), result);
        assert.deepEqual(noted(result), noted(text));
        assert.deepEqual(result.match(/["']/g), text.match(/["']/g), 'quotes survive');
        assert.equal(formatted(result), result);
        assert.ok(!/[^\S\r\n]$/m.test(result.replaceAll('\r', '')), 'no blanks at the ends of lines');
        assert.ok(!/\n\r?\n\r?\n/.test(result), 'no two empty lines');
        assert.equal(/(?<!\r)\n/.test(result), !crlf && result.includes('\n'));
        for (const line of result.split(/\r?\n/))
          assert.equal(/^ */.exec(line)?.[0].length, 2 * Math.round((/^ */.exec(line)?.[0].length ?? 0) / 2), line);
      }),
      trials,
    );
  });

  /** How grave what cannot be read is, and what can be read. */
  const read = (text: string) => {
    const { root, errors } = parse(text);
    return { errors: errors.length, data: root && JSON.stringify(toData(root.node)) };
  };

  property('leaves what is wrong as it is, makes nothing worse, and changes nothing the second time', 100, (trials) => {
    let changed = 0;
    fc.assert(
      fc.property(
        fc.nat(roots.length - 1),
        fc.nat(),
        fc.array(anyTypo(typos), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (index, seed, list, crlf) => {
          const lf = list.reduce(withTypo, randomStyle(roots[index] as At, seed));
          const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
          const result = formatted(text);
          if (result !== text) changed++;
          const [before, after] = [read(text), read(result)];
          assert.ok(after.errors <= before.errors);
          if (!/\d\/\d/.test(text)) assert.equal(after.data, before.data);
          assert.deepEqual(noted(result), noted(text));
          assert.deepEqual(comments(result), comments(text));
          assert.equal(formatted(result), result);
        },
      ),
      trials,
    );
    assertOften(changed, 1 / 2, trials, 'changed');
  });

  property('changes only lines that it was asked for', 100, (trials) => {
    let changed = 0;
    fc.assert(
      fc.property(fc.nat(roots.length - 1), fc.nat(), fc.nat(), fc.nat(60), (index, seed, at, count) => {
        const text = randomStyle(roots[index] as At, seed);
        const lines = text.split('\n');
        const first = at % lines.length;
        const last = Math.min(first + count, lines.length - 1);
        const result = formatted(text, style, [{ first, last }]);
        if (result !== text) changed++;
        const after = result.split('\n');
        assert.deepEqual(after.slice(0, first), lines.slice(0, first));
        const below = lines.slice(last + 1);
        assert.deepEqual(below.length ? after.slice(-below.length) : [], below);
        assert.equal(read(result).data, read(text).data);
        assert.equal(read(result).errors, 0);
      }),
      trials,
    );
    assertOften(changed, 1 / 4, trials, 'changed');
  });

  property('stops at nothing: whatever is typed', 800, (trials) => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ': ',
      '- ',
      '-',
      '\n',
      '\n  ',
      '\n    ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '# c',
      ' #',
      '|',
      '>-',
      '\r\n',
      '?',
      '&x ',
      '*x',
      '---\n',
      'plan:',
      'levers:',
      '\u00a0',
      '\ufeff',
      '%',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const result = formatted(text);
        assert.ok(read(result).errors <= read(text).errors);
        assert.equal(read(result).data, read(text).data);
        assert.equal(formatted(result), result, JSON.stringify(text));
      }),
      trials,
    );
  });

  property('keeps what other tools read, whatever the step', 100, (trials) => {
    let asked = 0;
    const alone = (text: string) => parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
    fc.assert(
      fc.property(
        fc.nat(roots.length - 1),
        fc.nat(),
        fc.array(anyTypo(typos), { maxLength: 2 }),
        fc.integer({ min: 1, max: 8 }),
        (index, seed, list, tabSize) => {
          const text = list.reduce(withTypo, randomStyle(roots[index] as At, seed));
          if (alone(text).errors.length > 0) return;
          asked++;
          const after = alone(formatted(text, { tabSize }));
          assert.deepEqual(after.errors, [], text);
          // Days in other forms are written in that of the format.
          if (!/\d\/\d/.test(text)) assert.deepEqual(after.toJS(), alone(text).toJS());
        },
      ),
      trials,
    );
    assertOften(asked, 1 / 4, trials, 'read by the library');
  });

  const cases: readonly (readonly [name: string, before: string, after: string, wishes?: FormattingStyle])[] = [
    [
      'steps of two, items under their key, one space after hyphens and colons',
      'plan:\n    title:   A\n    owner : B\nlevers:\n   values:\n      strategies:\n      -   use: a\n          owner: B\n      -\n          use: b\n',
      'plan:\n  title: A\n  owner: B\nlevers:\n  values:\n    strategies:\n      - use: a\n        owner: B\n      - use: b\n',
    ],
    [
      'nothing where other tools would no longer read it: all of the plan stands below `version`',
      ' version :\n  plan:\n   title:  A\n   owner: A\n  purpose:\n     need: x\n',
      ' version :\n  plan:\n   title:  A\n   owner: A\n  purpose:\n     need: x\n',
      { tabSize: 4 },
    ],
    [
      'steps of four where the editor has them',
      'plan:\n  title: A\nmeasures:\n  - id: a\n    readings:\n      - { on: 2027-01-04 }\n',
      'plan:\n    title: A\nmeasures:\n    - id: a\n      readings:\n          - { on: 2027-01-04 }\n',
      { tabSize: 4 },
    ],
    [
      'brackets and braces, on one line and on several',
      'milestones:\n- {id: a,title:   "x, y" ,date: 2027-01-04}\n- { id: b, audience: [ a,b , c ],\n        x-o: {},\n    x-l: [] }\n',
      'milestones:\n  - { id: a, title: "x, y", date: 2027-01-04 }\n  - { id: b, audience: [a, b, c],\n      x-o: {},\n      x-l: [] }\n',
    ],
    [
      'a number that a comma in brackets has cut in two',
      'measures:\n  - {id: a,baseline: 0,target: 1,200, by: 2027-08-31}\n',
      'measures:\n  - { id: a, baseline: 0, target: 1,200, by: 2027-08-31 }\n',
    ],
    [
      'dates that can mean one day only',
      'milestones:\n  - date: 5 March 2027\n  - date: 03/04/2027\n  - date: "2027/3/5"\n  - title: 2027/3/5\n',
      'milestones:\n  - date: 2027-03-05\n  - date: 03/04/2027\n  - date: "2027/3/5"\n  - title: 2027/3/5\n',
    ],
    [
      'texts keep what is in them',
      'purpose:\n    need: |\n            One\n              two  \n\n            three\n    vision: >-\n     a\n     b\n    costOfNotChanging: "x\n     y  z"\n    notes: |2\n         deep\n',
      'purpose:\n  need: |\n    One\n      two  \n\n    three\n  vision: >-\n    a\n    b\n  costOfNotChanging: "x\n    y  z"\n  notes: |2\n       deep\n',
    ],
    [
      'comments stand at what they are about',
      '# head\nplan:\n# on the title\n    title: A # here\n    # - not yet\nlevers:\n    values:\n        strategies:\n        # the first\n        - use: a\n          # owner: B\n    # on structure\n    structure:\n        # later\n',
      '# head\nplan:\n  # on the title\n  title: A # here\n  # - not yet\nlevers:\n  values:\n    strategies:\n      # the first\n      - use: a\n        # owner: B\n  # on structure\n  structure:\n    # later\n',
    ],
    [
      'one empty line between groups, none at the ends',
      '\n\nplan:  \n  title: A\n\n\n\n  owner: B\n\n\n',
      'plan:\n  title: A\n\n  owner: B\n',
    ],
    ['a line break at the end', 'plan:\n  title: A', 'plan:\n  title: A\n'],
    [
      'wishes about ends of lines and of the text',
      'plan:  \n  title: A\n\n\n  owner: B',
      'plan:  \n  title: A\n\n  owner: B',
      { tabSize: 2, trimTrailingWhitespace: false, insertFinalNewline: false },
    ],
    ['tabs', 'plan:\n\ttitle: A\n\towner: B\n', 'plan:\n  title: A\n  owner: B\n'],
    [
      'what is broken, and where it stands, stays; what is beside it does not',
      'plan:\n    title: "A\n    owner:   B\npurpose:\n    need:   x\n',
      'plan:\n    title: "A\n    owner: B\npurpose:\n  need: x\n',
    ],
  ];
  for (const [name, before, after, wishes] of cases) {
    it(name, () => {
      assert.equal(formatted(before, wishes), after);
      assert.equal(formatted(after, wishes), after);
    });
  }

  it('formats catalogs of teams', () => {
    const text = 'version: 1\nstrategies:\n-   id: a\n    title:  A\n';
    assert.equal(
      apply(text, formatting(parseCatalog(text), style)),
      'version: 1\nstrategies:\n  - id: a\n    title: A\n',
    );
  });
});
