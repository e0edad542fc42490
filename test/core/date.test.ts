/** Calendar days. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isDay,
  nearestDay,
  workingDayFrom,
} from '../../server/src/core/text/day.ts';
import { it } from '../kit/test.ts';

describe('days', () => {
  it('are those of the calendar', () => {
    for (const day of ['2027-01-31', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
      assert.ok(isDay(day), day);
    for (const text of [
      '2027-02-29',
      '1900-02-29',
      '2027-13-01',
      '2027-00-10',
      '2027-04-31',
      '2027-4-1',
      '2027-01-0a',
      '',
      '2027/01/01',
      '2027-01-011',
    ]) {
      assert.ok(!isDay(text), text);
    }
  });

  it('have a nearest real one', () => {
    assert.equal(nearestDay('2027-02-30'), '2027-02-28');
    assert.equal(nearestDay('2027-00-00'), '2027-01-01');
    assert.equal(nearestDay('2027-99-99'), '2027-12-31');
  });

  it('are counted over months and years', () => {
    assert.equal(addDays('2027-12-20', 14), '2028-01-03');
    assert.equal(addDays('2028-03-01', -1), '2028-02-29');
  });

  it('lie apart by whole days, also where clocks change', () => {
    assert.equal(daysBetween('2027-03-01', '2027-04-01'), 31);
    assert.equal(daysBetween('2028-03-01', '2028-02-28'), -2);
  });

  it('are working days from Monday to Friday', () => {
    assert.equal(workingDayFrom('2027-03-26'), '2027-03-26');
    assert.equal(workingDayFrom('2027-03-27'), '2027-03-29');
    assert.equal(addWorkingDays('2027-02-24', 3), '2027-03-01');
    assert.equal(addWorkingDays('2027-02-27', 1), '2027-03-01');
    assert.equal(addWorkingDays('2027-02-27', 0), '2027-02-27');
  });
});
