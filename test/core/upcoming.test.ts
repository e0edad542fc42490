/** What comes next of a strategy. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { upcoming } from '../../server/src/core/analysis/upcoming.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { it } from '../kit/test.ts';

function next(strategy: string, from: string) {
  const plan = parse(`levers:\n  enablement:\n    strategies:\n      - ${strategy}\n`);
  const [first] = plan.strategies;
  assert.ok(first);
  return upcoming(first, from);
}

describe('the next date of a strategy', () => {
  const written =
    '{ use: live-demos, start: 2027-02-01, due: 2027-05-01, activities: [{ title: Demo, due: 2027-03-10 }] }';

  it('is the first of its own and its activities’ days that has not passed', () => {
    assert.deepEqual(next(written, '2027-01-15'), { what: 'start', whose: 'strategy', day: '2027-02-01' });
    assert.deepEqual(next(written, '2027-02-01'), { what: 'start', whose: 'strategy', day: '2027-02-01' });
    assert.deepEqual(next(written, '2027-02-02'), { what: 'due', whose: 'activity', day: '2027-03-10' });
    assert.deepEqual(next(written, '2027-03-11'), { what: 'due', whose: 'strategy', day: '2027-05-01' });
    assert.equal(next(written, '2027-05-02'), undefined);
  });

  it('is the strategy’s where an activity has the same', () => {
    const both = '{ use: live-demos, activities: [{ title: Demo, due: 2027-05-01 }], due: 2027-05-01 }';
    assert.deepEqual(next(both, '2027-03-01'), { what: 'due', whose: 'strategy', day: '2027-05-01' });
  });

  it('is none where nothing is to come: no days, or work that is done, paused or cancelled', () => {
    assert.equal(next('{ use: live-demos, owner: Ana }', '2027-01-01'), undefined);
    assert.equal(next('{ use: live-demos, due: 31.12.2027 }', '2027-01-01'), undefined);
    for (const status of ['done', 'paused', 'cancelled']) {
      assert.equal(next(`{ use: live-demos, due: 2027-05-01, status: ${status} }`, '2027-01-01'), undefined);
    }
  });
});
