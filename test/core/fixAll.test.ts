/** Everything that can be repaired without asking, at once: what remains, what survives, and that a second time changes nothing. */

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { check } from '../../server/src/core/check/check.ts';
import { firstFixes, fixAll } from '../../server/src/core/check/fixAll.ts';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { lost } from '../kit/lines.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { context, examined, problemsOf } from '../kit/problems.ts';
import { growth } from '../kit/steps.ts';
import { assertOften, it, property } from '../kit/test.ts';
import { anyTypo, comments, plans, readings, type Typo, typos, withTypo } from '../kit/typos.ts';

const edits = (text: string) => fixAll(parse(text), context);
const fixed = (text: string) => apply(text, edits(text));

/** What a safe fix can repair. */
const repairable: Typo[] = [
  [/\n {2}/g, '\n\t'],
  [/\n {4}/g, '\n\t\t'],
  [/audience: \[([^,\]]*)\]/g, 'audience: agents'],
  [/measures: \[([^,\]]*)\]/g, 'measures: "weekly-use"'],
  [/owner: [^,\n}]+/g, 'owner: 12'],
  [/title: /g, 'title: First: '],
  [/need: /g, 'need: @'],
  [/evidence: \[[^\]]*\]/g, 'evidence:\n    Order book 2026\n    Survey of 40 clients\n    Exit interviews'],
  [/evidence: \[[^\]]*\]/g, 'evidence:\n    ➢ Order book 2026\n\n    ➢ Survey of 40 clients'],
  [/evidence: \[[^\]]*\]/g, 'evidence: - 46% of contacts'],
  [/evidence: \[[^\]]*\]/g, 'evidence:\n    -- Order book\n    -- Survey'],
  [/owner: [^,\n}]+/g, 'owner: null'],
  [/owner: [^,\n}]+/g, 'owner: ~'],
  [/due: [^,\n}]+/g, 'due: 2027-05-03 2027-06-01'],
  [/due: [^,\n}]+/g, 'due: [2027-05-03, 2027-06-01]'],
  [/target: [^,\n}]+/g, 'target: >80'],
  [/audience: \[([^,\]]*)\]/g, 'audience: ALL'],
  [/audience: \[([^,\]]*)\]/g, 'audience: agents; leads'],
  [/\n {2}/g, '\n  # levers-ignore-next-line coverage-below-four: agreed\n  '],
  [/\n/g, ' # levers-ignore strategy-without-owner, coverage-below-four: agreed\n'],
];

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
const words = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
/** How many lines hold something, comments aside. */
const contentLines = (text: string) => text.split('\n').filter((line) => /^\s*[^\s#]/.test(line)).length;

describe('fixing all', () => {
  property(
    'repairs what it can once and for all, brings no new finding, and keeps every word, line and comment',
    100,
    (trials) => {
      let changed = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...plans),
          fc.array(anyTypo([...repairable, ...repairable, ...typos]), { minLength: 1, maxLength: 6 }),
          fc.boolean(),
          (plan, list, crlf) => {
            const lf = list.reduce(withTypo, plan);
            const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
            const { plan: old, problems: before } = examined(text, readings.get(plan));
            const all = fixAll(old, context);
            for (const [index, { span }] of all.entries())
              assert.ok(index === 0 || span.start > (all[index - 1]?.span.end ?? 0));
            const after = apply(text, all);
            if (all.length) changed++;
            const { plan: repaired, problems: left } = examined(after, old);
            assert.deepEqual(fixAll(repaired, context), [], after);
            assert.deepEqual(comments(after), comments(text), after);
            assert.equal(contentLines(after), contentLines(text), after);
            assert.deepEqual(lost(words(text), words(after)), [], after);
            assert.deepEqual(lost(codes(left), codes(before)), [], after);
            assert.ok(repaired.errors.length <= old.errors.length, after);
            if (crlf) assert.doesNotMatch(after, /[^\r]\n/);
          },
        ),
        trials,
      );
      assertOften(changed, 1 / 20, trials, 'texts changed');
    },
  );

  it('can be asked for the fixes that it makes first, each with its problem', () => {
    const text = cleanPlan.replace('owner: Ana', 'owner: 12').replace('audience: [leads]', 'audience: leads');
    const plan = parse(text);
    const found = firstFixes(plan, check(plan, context), context);
    const first = [...found].map(([{ code, span }, fix]) => [
      code,
      text.slice(span.start, span.end),
      apply(text, fix.edits) !== text,
    ]);
    assert.deepEqual(first, [
      ['changed-by-reading', '12', true],
      ['unknown-value', 'leads', true],
    ]);
    assert.equal(
      apply(
        text,
        [...found.values()].flatMap((fix) => fix.edits),
      ),
      fixed(text),
    );
    // What needs a decision is not among them.
    const decision = parse(cleanPlan.replace('[agents], due', '[agnets], due'));
    assert.equal(firstFixes(decision, check(decision, context), context).size, 0);
  });

  it('leaves a text alone that has nothing for it, and what needs a decision', () => {
    for (const text of [...plans, cleanPlan.replace('use: ai-governance', 'use: ai-governence'), '', '\u0000\u0001'])
      assert.deepEqual(edits(text), []);
    assert.deepEqual(edits(cleanPlan.replace('status: active', 'status: actve')), []);
    assert.deepEqual(edits(cleanPlan.replace('sponsor:', 'sponsr:')), []);
  });

  it('never makes a text of nothing, one item of several lines, or part of a text of a bullet', () => {
    const evidence = (text: string) => completed(`purpose:\n  need: Shorter waits\n  evidence:${text}\n`);
    for (const text of [
      cleanPlan.replaceAll('owner: Ana', 'owner: null').replace('sponsor: Tom', 'sponsor: ~'),
      evidence('\n    Order book 2026\n    Survey of 40 clients'),
      evidence('\n    Order book 2026;\n\n    Survey of 40 clients;'),
      evidence('\n    ☐ Order book 2026\n    ☑ Survey of 40 clients'),
      evidence(' - 46% of contacts'),
      cleanPlan.replace('owner: Ana', 'owner: "Ana').replace('sponsor: Tom', 'sponsor: Tom"'),
    ])
      assert.equal(fixed(text), text);
  });

  it('writes what can mean one thing only as the format has it', () => {
    const audience = (text: string) => cleanPlan.replace('audience: [agents]', `audience: ${text}`);
    assert.equal(fixed(audience('ALL')), audience('all'));
    assert.equal(fixed(cleanPlan.replace('start: 2027-01-04', 'start: 2027年1月4日')), cleanPlan);
    assert.equal(fixed(cleanPlan.replace('owner: Ana', 'owner: A\u200bna')), cleanPlan);
  });

  it('leaves tabs alone where the lines around them do not agree on a step', () => {
    const mixed = (steps: string) => `x-notes:\n  a:\n      b: 1\n  c:\n${steps}`;
    const guessed = mixed('\t\td: 2\n');
    assert.deepEqual(edits(guessed), []);
    const offers = (text: string) =>
      problemsOf(text)
        .find(({ code }) => code === 'odd-indentation')
        ?.fixes().length;
    assert.equal(offers(guessed), 1);
    // The guess is none where lines do not fit with it.
    assert.equal(offers(mixed('\t\td: 2\n        e: 3\n')), 0);
    assert.equal(fixed('x-notes:\n    a:\n        b: 1\n\tc: 2\n'), 'x-notes:\n    a:\n        b: 1\n    c: 2\n');
  });

  it('gives small edits of the original text, also where one fix makes room for another', () => {
    const text = completed('purpose:\n\tneed: 12 # of us\n\tevidence: none yet\n');
    const after = fixed(text);
    assert.ok(after.includes('purpose:\n  need: "12" # of us\n  evidence: [none yet]\n'), after);
    assert.deepEqual(
      edits(text).map(({ span, text: written }) => [text.slice(span.start, span.end), written]),
      [
        ['\t', '  '],
        ['12', '"12"'],
        ['\t', '  '],
        ['none yet', '[none yet]'],
      ],
    );
  });

  it('costs little where much is to be done', () => {
    const many = (count: number) => `${cleanPlan}x-notes:\n${'\t- a: b\n'.repeat(count)}`;
    assert.ok(!fixed(many(100)).includes('\t'));
    const exponent = growth(1000, (size) => () => fixed(many(size)));
    assert.ok(exponent < 1.1, `exponent ${exponent}`);
  });
});
