/** What to begin with: plans in, the codes of at most three problems out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startText, startWith } from '../../server/src/core/overview/startWith.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';

const codes = (text: string) => startWith(problemsOf(text)).map(({ code }) => code);

describe('what to start with', () => {
  it('is nothing in a clean plan', () => {
    assert.deepEqual(codes(cleanPlan), []);
  });

  it('goes from what can be read over groups, levers and days to measures, each kind once', () => {
    const weak = cleanPlan
      .replace(', by: 2027-08-31 }', ' }')
      .replace('owner: Bo', 'owner: TBD')
      .replace('owner: Cy', 'owner: TBD')
      .replace('audience: [leads], due: 2027-10-29', 'due: 2027-02-12');
    assert.deepEqual(codes(weak), ['strategy-without-audience', 'coverage-below-four', 'strategy-without-owner']);
    assert.deepEqual(codes(weak.replace('kind: pilot', 'kind: plot')), [
      'unknown-value',
      'strategy-without-audience',
      'coverage-below-four',
    ]);
  });

  it('is information only where nothing is more serious', () => {
    const info = cleanPlan.replace(', measures: [weekly-use] }', ' }');
    assert.deepEqual(codes(info), ['strategy-without-measure']);
    assert.deepEqual(codes(info.replace(', by: 2027-08-31 }', ' }')), ['measure-incomplete']);
  });

  it('says the first sentence of each, whole though words of the plan have a full stop or a question mark', () => {
    const said = (title: string) => {
      const text = cleanPlan.replace('title: Weekly use', `title: ${title}`).replace(', by: 2027-08-31 }', ' }');
      return startText(problemsOf(text), 'en');
    };
    assert.equal(
      said('Use by Dr. Wu and St. Ann'),
      'Start with: “Use by Dr. Wu and St. Ann” still lacks a day to reach it',
    );
    assert.equal(startText(problemsOf(cleanPlan), 'en'), '');
  });
});
