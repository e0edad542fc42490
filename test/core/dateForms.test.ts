/** What people mean by a date of which a part is left out. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { likelyDays, readings } from '../../server/src/core/text/dateFormats.ts';
import { it } from '../kit/test.ts';

const today = '2027-03-01';

describe('a date with a part left out', () => {
  it('means the last working day of a month or a quarter', () => {
    for (const text of [
      'June 2027',
      'jun 2027',
      'June, 2027',
      '2027-06',
      '2027/6',
      '06/2027',
      '2027年6月',
      '２０２７年６月',
      'Q2 2027',
    ]) {
      assert.deepEqual(likelyDays(text, today), ['2027-06-30'], text);
    }
    assert.deepEqual(likelyDays('July 2027', today), ['2027-07-30']);
    assert.deepEqual(likelyDays('2027-10', today), ['2027-10-29']);
    assert.deepEqual(likelyDays('Feb 2028', today), ['2028-02-29']);
    assert.deepEqual(likelyDays('January 2027', today), ['2027-01-29']);
  });

  it('means the next such day where the year is missing', () => {
    for (const text of ['15 June', '15th June', 'June 15', 'june 15th', '6月15日', '6-15', '15.6.', '15/6', '6/15']) {
      assert.deepEqual(likelyDays(text, today), ['2027-06-15'], text);
    }
    assert.deepEqual(likelyDays('1 March', today), ['2027-03-01']);
    assert.deepEqual(likelyDays('28 February', today), ['2028-02-28']);
    assert.deepEqual(likelyDays('Feb 29', today), ['2028-02-29']);
    assert.deepEqual(likelyDays('3/4', today), ['2027-03-04', '2027-04-03']);
  });

  it('is none where it says no day, and a whole date is not one of them', () => {
    for (const text of [
      '',
      'tomorrow',
      'soon',
      'June',
      '2027',
      '12',
      '2027-13',
      '2027-0',
      'Foo 2027',
      '31 June',
      'Q5 2027',
    ]) {
      assert.deepEqual(likelyDays(text, today), [], text);
    }
    for (const text of ['15 June', 'June 2027', '2027-06', '6/15']) assert.deepEqual(readings(text), [], text);
  });
});
