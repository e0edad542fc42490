/** Places one after the other are those that the document itself gives. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Places } from '../../server/src/features/places.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { opened } from '../kit/view.ts';

/** Where an offset stands, seen from where one was before. */
function placeOf(places: Places, offset: number) {
  const { line, character } = places.goTo(offset);
  assert.ok(places.isHere(offset));
  return { line, character };
}

describe('places', () => {
  for (const step of [1, 7, 997, 2003]) {
    it(`are right forwards and backwards, ${step} characters at a time`, () => {
      const text = `${cleanPlan}${'\n'.repeat(100)}${cleanPlan.replaceAll('\n', '\r\n')}`;
      const subject = opened(text);
      const places = new Places(subject);
      const offsets = Array.from({ length: Math.floor(text.length / step) + 1 }, (_, index) => index * step);
      for (const offset of [...offsets, ...offsets.toReversed(), text.length, 0]) {
        // Within a line break the document answers with its beginning.
        if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
        assert.deepEqual(placeOf(places, offset), subject.document.positionAt(offset), `${offset}`);
      }
    });
  }

  it('are right from any line to the beginning of any other', () => {
    const subject = opened('\n'.repeat(100));
    for (let from = 0; from < 100; from += 7) {
      for (let to = 0; to <= 100; to++) {
        const places = new Places(subject);
        placeOf(places, from);
        assert.deepEqual(placeOf(places, to), { line: to, character: 0 });
      }
    }
  });
});
