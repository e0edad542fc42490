/** What a team accepts in its configuration. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

const nobody = cleanPlan.replace('owner: Bo', 'owner: TBD');
const title = 'AI assist for the service desk';

const off = { 'coverage-below-four': 'off', 'sustain-coverage-below-four': 'off' };

/** The problems of a plan with these entries accepted for its missing owner. */
function found(entries: string, text = nobody) {
  const accepted = `accepted:\n  strategy-without-owner:\n${entries}`;
  return problemsOf(text, { teamConfig: accepted, settings: off });
}

const codes = (entries: string, text?: string) => found(entries, text).map(({ code }) => code);

describe('an accepted problem', () => {
  it('is not told up to its last day, and is told again after it, with the place', () => {
    assert.deepEqual(codes('    - { reason: The board appoints them in May, until: 2027-03-01 }\n'), []);
    const [problem] = found('    - { reason: The board appoints them in May, until: 2027-02-28 }\n');
    assert.equal(problem?.code, 'strategy-without-owner');
    const [related] = problem?.related ?? [];
    assert.equal(related?.in?.name, 'levers.config.yaml');
    assert.equal(related && sayMessage(related.message, 'en'), 'The team had accepted this until 2027-02-28.');
  });

  it('counts from the reporting day of the plan', () => {
    const later = nobody.replace('asOf: 2027-03-01', 'asOf: 2027-03-02');
    const entry = '    - { reason: The board appoints them in May, until: 2027-03-01 }\n';
    assert.ok(codes(entry, later).includes('strategy-without-owner'));
  });

  it('may be that of one plan, by its title', () => {
    assert.deepEqual(codes(`    - { plan: ${title}, reason: It is May, until: 2027-12-31 }\n`), []);
    assert.deepEqual(codes('    - { plan: Another, reason: It is May, until: 2027-12-31 }\n'), [
      'strategy-without-owner',
    ]);
  });

  it('has a reason and a last day, and a plan that can be read, or is told all the same', () => {
    for (const entry of [
      '{ until: 2027-12-31 }',
      '{ reason: TBD, until: 2027-12-31 }',
      '{ reason: It is May }',
      '{ reason: It is May, until: 2027-02-30 }',
      '{ plan: , reason: It is May, until: 2027-12-31 }',
      '{ plan: [a], reason: It is May, until: 2027-12-31 }',
    ]) {
      assert.deepEqual(codes(`    - ${entry}\n`), ['strategy-without-owner'], entry);
    }
  });

  it('is none that a comment could not allow', () => {
    const config = 'accepted:\n  unknown-key:\n    - { reason: We like it, until: 2027-12-31 }\n';
    const problems = problemsOf(cleanPlan.replace('  asOf:', '  asof:'), { teamConfig: config });
    assert.ok(problems.some(({ code }) => code === 'unknown-key'));
  });
});
