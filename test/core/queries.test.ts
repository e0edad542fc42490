/** What is asked on whose behalf. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { affectedBy, answering, aside, ask, newQuery } from '../../server/src/core/queries.ts';
import { it } from '../kit/test.ts';

describe('queries', () => {
  it('are asked for the sake of the one that is being answered, also after something went wrong meanwhile', () => {
    const [outer, inner, broken, other] = [newQuery(), newQuery(), newQuery(), newQuery()];
    const fails = () => {
      throw new Error('as planned');
    };
    answering(outer, () => {
      assert.throws(() => aside(fails), /as planned/);
      assert.throws(() => answering(other, fails), /as planned/);
      ask(inner);
      aside(() => ask(broken));
    });
    ask(broken);
    assert.ok(affectedBy(new Set([inner]))(outer));
    assert.ok(!affectedBy(new Set([inner]))(other));
    assert.ok(!affectedBy(new Set([broken]))(outer));
  });
});
