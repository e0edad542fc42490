/** The tree: ways through it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { parse } from '../../server/src/core/model/parse.ts';
import { type At, follow, List, toData } from '../../server/src/core/syntax/tree.ts';
import { it } from '../kit/test.ts';

describe('the tree', () => {
  const { root } = parse('- a\n- [b, c]\n- d: e\n');
  const list = root as At<List>;

  it('is followed by keys and indexes, as far as they lead', () => {
    const found = (...path: (string | number)[]) => {
      const at = follow(root, path);
      return at && [toData(at.node), at.start];
    };
    assert.deepEqual(found(0), ['a', 2]);
    assert.deepEqual(found(1, 1), ['c', 10]);
    assert.deepEqual(found(2, 'd'), ['e', 18]);
    for (const path of [[3], [-1], ['d'], [0, 0], [2, 0]]) assert.equal(found(...path), undefined);
  });

  it('is followed without a look at the items beside the way', () => {
    const seen: unknown[] = [];
    const items = new Proxy(list.node.items, {
      get: (all, name) => {
        seen.push(name);
        return Reflect.get(all, name);
      },
    });
    assert.ok(follow({ ...list, node: new List(list.node.length, list.node.flow, items) }, [1, 0]));
    assert.deepEqual(seen, ['1']);
  });
});
