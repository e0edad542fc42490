/** Exceptions in comments: where one is read, how far it reaches, and that many of them cost little. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { exceptions } from '../../server/src/core/diagnostics/suppressions.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
import { growth } from '../kit/steps.ts';
import { it } from '../kit/test.ts';

/** What is found of these and about exceptions; other rules may find something too. */
const codes = (text: string, settings?: unknown) =>
  problemsOf(text, { settings })
    .map(({ code }) => code)
    .filter((code) => /^coverage|owner$|^duplicate-strategy|exception/.test(code));
const ownerless = cleanPlan.replace('owner: Cy', 'owner: TBD').replace('  asOf: 2027-03-01\n', '');
const above = (comment: string) => ownerless.replace(/^.*ai-governance/m, (line) => `${comment}\n${line}`);
const about = 'strategy-without-owner: the board appoints someone';
const found = ['coverage-below-four', 'strategy-without-owner'];

describe('exceptions', () => {
  it('take a problem away, whatever the line ends and with a byte-order mark', () => {
    assert.deepEqual(codes(ownerless), found);
    const allowed = above(`      # levers-ignore-next-line ${about}`);
    assert.deepEqual(codes(allowed), ['coverage-below-four']);
    assert.deepEqual(codes(allowed.replaceAll('\n', '\r\n')), ['coverage-below-four']);
    assert.deepEqual(codes(`\uFEFF# levers-ignore-file ${about}\n${ownerless}`), ['coverage-below-four']);
    assert.deepEqual(codes(`${ownerless}# levers-ignore-file ${about}`), ['coverage-below-four']);
    assert.deepEqual(codes(ownerless.replace(/^.*ai-governance.*/m, `$& # levers-ignore ${about}`)), [
      'coverage-below-four',
    ]);
  });

  it('hold to the end of their last day, and say so when it is over', () => {
    const until = (day: string) =>
      problemsOf(above(`# levers-ignore-next-line ${about.replace(':', ` until ${day}:`)}`));
    assert.ok(!until('2027-03-01').some(({ code }) => code === 'strategy-without-owner'));
    const back = until('2027-02-28').find(({ code }) => code === 'strategy-without-owner');
    assert.deepEqual(
      back?.related.map(({ message }) => sayMessage(message, 'en')),
      ['The exception for this ended on 2027-02-28.'],
    );
    const later = above(`# levers-ignore-next-line ${about.replace(':', ' until 2027-03-01:')}`);
    assert.deepEqual(codes(later.replace('end: 2027-12-17', 'end: 2027-12-17\n  asOf: 2027-03-02')), found);
  });

  it('hold with the same codes in every language, for every severity, and give way to one that still holds', () => {
    const allowed = above(`# levers-ignore-next-line ${about}`);
    assert.deepEqual(codes(allowed, { 'strategy-without-owner': 'error' }), ['coverage-below-four']);
    const stacked = above(
      `# levers-ignore-next-line ${about.replace(':', ' until 2027-01-01:')}\n# levers-ignore-next-line ${about}`,
    );
    assert.deepEqual(codes(stacked), ['coverage-below-four', 'unused-exception']);
  });

  it('are not looked for in a second plan, in what is no text, in longer words', () => {
    const read = (text: string) => exceptions(parse(text)).map(({ word }) => word.value);
    assert.deepEqual(read(`${cleanPlan}---\n# levers-ignore-file ${about}\n`), []);
    assert.deepEqual(read(`${'\u0000\u0001'.repeat(5)} # levers-ignore-file ${about}`), []);
    assert.deepEqual(read(`a: b# levers-ignore ${about}\nc: '# levers-ignore ${about}'\n"d # levers-ignore": e\n`), []);
    assert.deepEqual(read(`a: [b, # levers-ignore ${about}\n  c #levers-ignore\n  ] ## levers-ignore-it\n`), [
      'levers-ignore',
      'levers-ignore',
      'levers-ignore-it',
    ]);
  });

  it('hold where the text cannot be read, but nothing is said about them', () => {
    const open = ownerless.replace(
      /need: .*/,
      `need: "Simple\n  # levers-ignore-file ${about}\n  # levers-ignore-file overdue`,
    );
    assert.deepEqual(codes(open), ['coverage-below-four']);
  });

  it('cost little, however many there are', () => {
    const many = (count: number) => {
      const items = Array.from({ length: count }, () =>
        [
          '      # levers-ignore-next-line strategy-without-owner: agreed',
          '      # levers-ignore-next-line duplicate-strategy until 2027-01-01: agreed',
          '      - use: executive-briefings # levers-ignore duplicate-strategy, coverage-below-for',
        ].join('\n'),
      );
      return `levers:\n  leadership:\n    strategies:\n${items.join('\n')}\n`;
    };
    const looked = growth(250, (size) => {
      const plan = parse(many(size));
      return () => exceptions(plan);
    });
    assert.ok(looked < 1.1, `exponent ${looked}`);
    const checked = growth(125, (size) => () => assert.ok(codes(many(size)).length > size));
    assert.ok(checked < 1.1, `exponent ${checked}`);
  });

  it('are refused by what is said never to be allowed: no page says so in words of its own', () => {
    for (const { code, doc } of rules) {
      if (doc.allow) assert.doesNotMatch(`${doc.allow.en} ${doc.allow['zh-CN']}`, /^Never|^不应允许/, code);
    }
  });
});
