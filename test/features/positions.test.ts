/** Places one behind the other are those that the document itself gives. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { positions } from '../../server/src/features/positions.ts';
import { cleanPlan } from '../kit/plan.ts';
import { opened } from '../kit/view.ts';

describe('positions', () => {
  for (const step of [1, 7, 997, 2003]) {
    it(`are right forwards and backwards, ${step} characters at a time`, () => {
      const text = `${cleanPlan}${'\n'.repeat(100)}${cleanPlan.replaceAll('\n', '\r\n')}`;
      const subject = opened(text);
      const placeOf = positions(subject);
      const offsets = Array.from({ length: Math.floor(text.length / step) + 1 }, (_, index) => index * step);
      for (const offset of [...offsets, ...offsets.toReversed(), text.length, 0]) {
        // Within a line break the document answers with its beginning.
        if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
        assert.deepEqual(placeOf(offset), subject.document.positionAt(offset), `${offset}`);
      }
    });
  }

  it('are right from any line to the beginning of any other', () => {
    const subject = opened('\n'.repeat(100));
    for (let from = 0; from < 100; from += 7) {
      for (let to = 0; to <= 100; to++) {
        const placeOf = positions(subject);
        placeOf(from);
        assert.deepEqual(placeOf(to), { line: to, character: 0 });
      }
    }
  });
});
