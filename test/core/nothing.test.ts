/** `null` and its spellings say what an empty place says: nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../server/src/core/check/fixAll.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { valuesOf } from '../../server/src/core/model/values.ts';
import { isScalar, spanOf } from '../../server/src/core/syntax/tree.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context, problemsOf } from '../kit/problems.ts';

const signs = ['null', '~', 'Null', 'NULL'];

/** A plan with a value of each kind after a key of its own line. */
const plan = `${cleanPlan}approvals:
  - on: 2027-01-20
    role: Sponsor
    name: Tom
    status: approved
decisions:
  - on: 2027-01-20
    title: Bo stays
    by: Ana
sustainment:
  owner: Cy
`;

const places = [...valuesOf(parse(plan))].filter(({ at }) => {
  const { start, end } = spanOf(at);
  return isScalar(at) && /\n *(?:- )?[\w-]+: $/.test(plan.slice(0, start)) && /^\r?\n/.test(plan.slice(end));
});

describe('nothing', () => {
  it('is the same in every spelling, in every place', () => {
    assert.ok(places.length > 15, `${places.length} places`);
    for (const { at, path } of places) {
      const { start, end } = spanOf(at);
      const found = (typed: string) =>
        problemsOf(plan.slice(0, start) + typed + plan.slice(end)).map(({ code, severity }) => `${severity} ${code}`);
      for (const sign of signs) assert.deepEqual(found(sign), found(''), `${path.join('.')}: ${sign}`);
    }
  });

  it('never becomes a text by itself', () => {
    for (const { at, path } of places) {
      const { start, end } = spanOf(at);
      for (const sign of signs) {
        const text = plan.slice(0, start) + sign + plan.slice(end);
        const touched = fixAll(parse(text), context).filter(
          ({ span }) => span.start < start + sign.length && start < span.end,
        );
        assert.deepEqual(touched, [], `${path.join('.')}: ${sign}`);
      }
    }
  });
});
