/** Keys in the order of the format: comments travel with them, and nothing else changes. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { keyOrder } from '../../server/src/core/formatter/keyOrder.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { type At, toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { randomStyle } from '../kit/randomStyle.ts';
import { assertOften, it, property, sweep } from '../kit/test.ts';
import { anyTypo, comments, plans, typos, withTypo } from '../kit/typos.ts';

const sorted = (text: string) => apply(text, keyOrder(parse(text)));

/** What a text says, whatever the order of its keys. */
function said(text: string): string {
  const inOrder = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const { root } = parse(text);
  return root ? JSON.stringify(toData(root.node), inOrder) : '';
}

describe('key order', () => {
  sweep('leaves the examples as they are, but for keys that stand in another order', () => {
    for (const plan of plans) {
      const result = sorted(plan);
      assert.equal(said(result), said(plan));
      assert.deepEqual(comments(result), comments(plan));
      assert.equal(sorted(result), result);
    }
  });

  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'sections and the keys in them',
      '# head\n\nlevers:\n  values:\n    strategies:\n      - owner: B # the boss\n        use: a\n        # by spring\n        due: 2027-03-01\n        start: 2027-01-04\n\nplan:\n  owner: B\n  title: A\nversion: 1\n',
      '# head\n\nversion: 1\n\nplan:\n  title: A\n  owner: B\nlevers:\n  values:\n    strategies:\n      - use: a\n        owner: B # the boss\n        start: 2027-01-04\n        # by spring\n        due: 2027-03-01\n',
    ],
    ['keys in braces', 'milestones:\n  - { title: "x, y", id: a }\n', 'milestones:\n  - { id: a, title: "x, y" }\n'],
    [
      'keys that the format does not know stay behind the one above them',
      'plan:\n  owner: B\n  x-a: 1\n  title: A\n  x-b: 2\n',
      'plan:\n  title: A\n  x-b: 2\n  owner: B\n  x-a: 1\n',
    ],
    [
      'comments below a key that are deeper than it go with it',
      'plan:\n  owner: B\n    # or C\n  title: A\n',
      'plan:\n  title: A\n  owner: B\n    # or C\n',
    ],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(sorted(before), after);
      assert.equal(sorted(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
      assert.equal(sorted(after), after);
    });
  }

  property(
    'keeps what is said and every comment, however a plan is written and whatever is wrong with it',
    70,
    (trials) => {
      const roots = plans.map((plan) => parse(plan).root as At);
      let changed = 0;
      fc.assert(
        fc.property(
          fc.nat(roots.length - 1),
          fc.nat(),
          fc.array(anyTypo(typos), { maxLength: 2 }),
          (index, seed, list) => {
            const text = list.reduce(withTypo, randomStyle(roots[index] as At, seed));
            const result = sorted(text);
            if (result !== text) changed++;
            assert.equal(said(result), said(text));
            assert.ok(parse(result).errors.length <= parse(text).errors.length);
            const noted = (source: string) => (source.match(/# c\d+/g) ?? []).sort();
            assert.deepEqual(noted(result), noted(text));
            assert.equal(sorted(result), result);
          },
        ),
        trials,
      );
      assertOften(changed, 1 / 10, trials, 'changed');
    },
  );
});
