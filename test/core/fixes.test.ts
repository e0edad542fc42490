/** Fixes in the hands of strangers: what they do not mean to change stays, and nothing new is wrong afterwards. */

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import type { Fix } from '../../server/src/core/diagnostics/rule.ts';
import { type Severity, severities } from '../../server/src/core/diagnostics/severity.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { isConfined } from '../../server/src/core/syntax/parseError.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { lost } from '../kit/lines.ts';
import { completed } from '../kit/plan.ts';
import { applyFix, examined, problemsOf } from '../kit/problems.ts';
import { assertOften, it, property } from '../kit/test.ts';
import { anyTypo, comments, plans, readings, typos, withTypo } from '../kit/typos.ts';

const count = (problems: readonly Problem[], severity: Severity) =>
  problems.filter((problem) => problem.severity === severity && !references.has(problem.code)).length;

/** A section that can be read again shows what was wrong with references to it all along. */
const references = new Set(['unknown-stakeholder', 'unknown-measure', 'unknown-dependency']);

/** One click is a step: a lever is added, and others, or its owner, are still missing. */
const stepwise = new Set(['coverage-below-four', 'rewards-overweight', 'sustain-coverage-below-four']);

/** Silent until a plan has strategies: filling an empty lever wakes them. */
const awakened = new Set([
  'nothing-after-go-live',
  'resistance-unaddressed',
  'sustain-coverage-below-four',
  'group-without-enablement',
]);

/** Asks what only the author knows of a strategy that a fix adds. */
const leftToAuthor = new Set(['strategy-without-dates']);

/** A strategy that a fix adds asks who owns it: no fix decides that. */
const asksForOwner = (fix: Fix, found: string) =>
  found === 'strategy-without-owner' && sayMessage(fix.title, 'en').startsWith('Add to ');

/** Only days that can be read and exist are compared with others: mending one shows that it is early or late. */
const compared = (repaired: string, found: string) =>
  ['invalid-date', 'date-in-other-form'].includes(repaired) && found === 'date-order';

/** Fixes that make a note of a text or a text of a note, or that choose between two versions of the same lines. */
const aboutNotes = new Set(['text-cut-short', 'merge-conflict', 'pasted-table', 'second-document']);

/** The lines of a text that another does not have. */
function changed(text: string, other: string): string {
  const lines = new Set(other.split('\n'));
  return text
    .split('\n')
    .filter((line) => !lines.has(line))
    .join('\n');
}

/** How much of a plan could not be read. */
const unread = (plan: Plan) => plan.errors.filter((error) => !isConfined(error)).length;

/** Plans in which nothing is wrong before something is written wrong. */
const good = plans.filter((plan) =>
  problemsOf(plan).every(({ severity }) => severity === 'info' || severity === 'hint'),
);

describe('fixes', () => {
  property(
    'keep every comment, leave a text that can be read as well as before, and bring no new error',
    100,
    (trials) => {
      let tried = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...plans),
          fc.array(anyTypo(typos), { minLength: 1, maxLength: 3 }),
          fc.boolean(),
          (plan, list, crlf) => {
            const lf = list.reduce(withTypo, plan);
            const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
            const { plan: read, problems: before } = examined(text, readings.get(plan));
            for (const problem of before) {
              for (const fix of problem.fixes()) {
                tried++;
                const title = `${problem.code}: ${sayMessage(fix.title, 'en')}`;
                const repaired = apply(text, fix.edits);
                const { plan: again, problems: after } = examined(repaired, read);
                if (!aboutNotes.has(problem.code))
                  assert.deepEqual(lost(comments(text), comments(repaired)), [], title);
                // What can be read again shows what was wrong in it all along.
                const revealed = unread(again) < unread(read);
                assert.ok(revealed || count(after, 'error') <= count(before, 'error'), `${title}\n${repaired}`);
                assert.ok(unread(again) <= unread(read), `${title}\n${repaired}`);
              }
            }
          },
        ),
        trials,
      );
      assertOften(tried, 1.5, trials, 'fixes');
    },
  );

  property('take the finding away and bring none that is as grave', 300, (trials) => {
    let tried = 0;
    const said = (problem: Problem) => `${problem.code}: ${sayMessage(problem.message, 'en')}`;
    fc.assert(
      fc.property(fc.constantFrom(...good), anyTypo(typos), (plan, typo) => {
        const text = withTypo(plan, typo);
        const { plan: read, problems: before } = examined(text, readings.get(plan));
        for (const problem of before) {
          const times = (problems: readonly Problem[]) =>
            problems.filter((other) => said(other) === said(problem)).length;
          for (const fix of problem.fixes()) {
            tried++;
            const title = `${said(problem)} → ${sayMessage(fix.title, 'en')}`;
            const repaired = apply(text, fix.edits);
            // What a fix leaves for the author to fill in is told, on purpose.
            const after = examined(repaired, read).problems.filter(({ code }) => code !== 'unfinished-text');
            if (!stepwise.has(problem.code) && times(after) >= times(before)) {
              assert.fail(`still there: ${title}\n${changed(text, plan)}`);
            }
            // What was found before may be told in other words now (how many levers are missing, say); more of it is new.
            const grave = ({ severity }: Problem) =>
              severities.indexOf(severity) <= severities.indexOf(problem.severity);
            const left = lost(
              after
                .filter(grave)
                .map(({ code }) => code)
                .sort(),
              before.map(({ code }) => code),
            );
            const news = after.filter(
              ({ code }) =>
                left.includes(code) &&
                code !== problem.code &&
                !leftToAuthor.has(code) &&
                !compared(problem.code, code) &&
                !asksForOwner(fix, code) &&
                !(stepwise.has(problem.code) && awakened.has(code)),
            );
            if (news.length) {
              assert.deepEqual(news.map(said), [], `new: ${title}\n${changed(text, plan)}\n${changed(repaired, text)}`);
            }
          }
        }
      }),
      trials,
    );
    assertOften(tried, 2 / 3, trials, 'fixes');
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

  it('move nothing across or with a merge conflict, and repair what stands on one side of it', () => {
    const conflict = (owner: string) =>
      `<<<<<<< HEAD\n        owner: ${owner}\n=======\n        owner: Bo\n>>>>>>> draft\n`;
    const item = (owner: string, by = '') =>
      completed(
        `levers:\n  leadership:\n    strategies:\n${by}      - use: live-demos\n${conflict(owner)}        status: planned\nmeasures: []\n`,
      );
    assert.ok(!titles(item('Tom')).includes('Move it to Enablement'));
    assert.ok(!titles(item('Tom', ' ')).includes('Move it to where it belongs'));
    const repaired = applyFix(item('TBD'), problemsOf(item('TBD')), 'Use the plan owner, Ana');
    assert.equal(repaired, item('Ana'));
  });
});
