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

  it('is said in words, from today on', () => {
    const said: Readonly<Record<string, string>> = {
      'in 10 weeks': '2027-05-10',
      '10 weeks from now': '2027-05-10',
      十周后: '2027-05-10',
      '10个星期后': '2027-05-10',
      'in 90 days': '2027-05-31',
      'in 2 months': '2027-05-03',
      三个月后: '2027-06-01',
      'next week': '2027-03-08',
      下周: '2027-03-08',
      'next month': '2027-04-01',
      下个月: '2027-04-01',
      June: '2027-06-30',
      february: '2028-02-29',
      六月: '2027-06-30',
      'mid May': '2027-05-17',
      'mid-May 2028': '2028-05-15',
      'the middle of May': '2027-05-17',
      五月中旬: '2027-05-17',
      'end of June': '2027-06-30',
      'End of June 2028': '2028-06-30',
      六月底: '2027-06-30',
      'early July': '2027-07-01',
      '2028年7月初': '2028-07-03',
      '15th of June 2027': '2027-06-15',
      'the 15th of June': '2027-06-15',
      六月十五日: '2027-06-15',
      二〇二七年六月十五日: '2027-06-15',
      明年六月十五日: '2028-06-15',
      'June 15 next year': '2028-06-15',
      'end of the year': '2027-12-31',
      'end of next year': '2028-12-29',
      'year-end': '2027-12-31',
      年底: '2027-12-31',
      明年年初: '2028-01-03',
      'week 23': '2027-06-11',
      'KW 23': '2027-06-11',
      'week 1': '2028-01-07',
      'week 1 2027': '2027-01-08',
      第二十三周: '2027-06-11',
      Q2: '2027-06-30',
      二季度: '2027-06-30',
      明年第一季度: '2028-03-31',
    };
    for (const [text, day] of Object.entries(said)) assert.deepEqual(likelyDays(text, today), [day], text);
  });

  it('is none where it says no day, and a whole date is not one of them', () => {
    for (const text of ['', 'tomorrow', 'soon', '2027', '12', '2027-13', '2027-0', 'Foo 2027', '31 June', 'Q5 2027']) {
      assert.deepEqual(likelyDays(text, today), [], text);
    }
    for (const text of ['15 June', 'June 2027', '2027-06', '6/15']) assert.deepEqual(readings(text), [], text);
  });
});
