/** Fixes in the hands of strangers: what they do not mean to change stays, and nothing new is wrong afterwards. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply } from '../../server/src/core/edit.ts';
import type { Problem } from '../../server/src/core/problem.ts';
import type { Severity } from '../../server/src/core/rule.ts';
import { sayMessage } from '../../server/src/core/text.ts';
import { completed } from '../kit/plan.ts';
import { applyFix, problemsOf } from '../kit/problems.ts';
import { comments, plans, slipped, slips, somewhere } from '../kit/slips.ts';

const count = (problems: readonly Problem[], severity: Severity) =>
  problems.filter((problem) => problem.severity === severity && !references.has(problem.code)).length;

/** A section that can be read again shows what was wrong with references to it all along. */
const references = new Set(['unknown-stakeholder', 'unknown-measure', 'unknown-dependency']);

const runs = Number(process.env.LEVERS_RUNS ?? 300);

describe('fixes', () => {
  it('keep every comment, leave a text that can be read as well as before, and bring no new error', () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(somewhere(slips), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (plan, list, crlf) => {
          const lf = list.reduce(slipped, plan);
          const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
          const before = problemsOf(text);
          for (const problem of before) {
            for (const fix of problem.fixes()) {
              tried++;
              const title = `${problem.code}: ${sayMessage(fix.title, 'en')}`;
              const mended = apply(text, fix.edits);
              const after = problemsOf(mended);
              assert.deepEqual(comments(mended), comments(text), title);
              assert.ok(count(after, 'error') <= count(before, 'error'), `${title}\n${mended}`);
              const unread = (problems: readonly Problem[]) =>
                problems.filter(({ code }) => code === 'unreadable-text').length;
              assert.ok(unread(after) <= unread(before), `${title}\n${mended}`);
            }
          }
        },
      ),
      { numRuns: runs },
    );
    assert.ok(tried > runs * 1.5, `${tried} fixes`);
  });

  const titles = (text: string) =>
    problemsOf(text).flatMap((problem) => problem.fixes().map(({ title }) => sayMessage(title, 'en')));
  const one = (levers: string) => completed(`levers:\n${levers}measures: []\n`);

  it('never put a new strategy in place of something that is written', () => {
    for (const written of [
      'strategies:\n      use: executive-briefings\n',
      'strategies: see the appendix\n',
      'strategies: [{ use: a\n',
      'notUsed: The union says no.\n',
      'strategiez: []\n',
    ]) {
      const text = one(`  leadership:\n    ${written}`);
      assert.ok(!titles(text).some((title) => title.startsWith('Add to Leadership')), written);
    }
    assert.ok(!titles(one('  leadership: Tom will do it\n')).some((title) => title.startsWith('Add to Leadership')));
  });

  it('put strategies below empty brackets with a comment, and into braces', () => {
    const add = (text: string) =>
      applyFix(text, problemsOf(text), titles(text).find((title) => title.startsWith('Add to Leadership')) as string);
    assert.match(add(one('  leadership:\n    strategies: []  # later\n')), / {4}strategies: {2}# later\n {6}- use: /);
    assert.match(
      add('{ version: 1, levers: {} }\n'),
      /levers: \{ leadership: \{ strategies: \[\{ use: .*\}\] \} \} \}\n$/,
    );
  });

  it('give an owner to a key in braces that has no colon', () => {
    const text = one('  leadership: { strategies: [{ use: executive-briefings, owner, audience: [leads] }] }\n');
    assert.match(applyFix(text, problemsOf(text), 'Use the plan owner, Ana'), /owner: Ana, audience: \[leads\]/);
  });

  it('move the last strategy of a lever right behind it', () => {
    const text = completed(
      'levers:\n  leadership:\n    strategies:\n      - use: live-demos\n        owner: Tom # the boss\nmeasures: []\n',
    );
    assert.match(
      applyFix(text, problemsOf(text), 'Move it to Enablement'),
      /levers:\n {2}leadership:\n {4}strategies:\n {2}enablement:\n {4}strategies:\n {6}- use: live-demos\n {8}owner: Tom # the boss\nmeasures/,
    );
  });
});
