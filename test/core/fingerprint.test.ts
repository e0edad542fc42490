/** Fingerprints of findings: the same for the same finding, however the plan is laid out and in whatever language. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { check } from '../../server/src/core/check/check.ts';
import { fingerprints } from '../../server/src/core/diagnostics/fingerprint.ts';
import { formatting } from '../../server/src/core/formatter/format.ts';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { violations } from '../../server/src/core/model/formatCheck.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { formatRules } from '../../server/src/core/rules/index.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { context, unmarked } from '../kit/problems.ts';
import { randomStyle } from '../kit/randomStyle.ts';
import { blocksOf } from '../kit/spec.ts';
import { it, property } from '../kit/test.ts';

/** The fingerprints of a plan, each as what it is made of, in order. */
function ofPlan(text: string, locale: Locale = 'en'): string[] {
  const plan = parse(text);
  return [...fingerprints(plan, check(plan, { ...context, locale }), (identity) => identity).values()];
}

/** Plans in which something is found. */
const all = [
  ...readdirSync('examples').flatMap((name) =>
    name.endsWith('.levers.yaml') ? readFileSync(`examples/${name}`, 'utf8') : [],
  ),
  ...readdirSync('test/rules').flatMap((name) =>
    blocksOf(readFileSync(`test/rules/${name}`, 'utf8')).flatMap(
      ({ text, whole, catalog, config, team, teamConfig, settings }) =>
        catalog || config || team.length || teamConfig || settings ? [] : unmarked(whole ? text : completed(text)),
    ),
  ),
].filter((text) => ofPlan(text).length > 0);

/** Those that can be read. */
const plans = all.filter((text) => parse(text).errors.length === 0);

/** Without what the way of writing decides: exceptions, which are comments, and values of another kind than their place takes. */
const isSound = (text: string) => !text.includes('levers-ignore') && violations(parse(text)).length === 0;

const except = (all: readonly string[], known: readonly string[]) => all.filter((one) => !known.includes(one));

const aboutWriting = new Set(formatRules.map(({ code }) => code));
const isAboutPlan = (identity: string) => !aboutWriting.has(/\w[\w-]*/.exec(identity)?.[0] ?? '');

/** The text with empty lines and comments above some of its sections. */
function shifted(text: string, lines: readonly number[]): string {
  let nth = 0;
  return text.replace(
    /^(?=[a-z]+:)/gm,
    () => ['', '\n', '# A note.\n', '\n# A note.\n\n'][lines[nth++] ?? 0] as string,
  );
}

function formatted(text: string): string {
  return apply(text, formatting(parse(text), { tabSize: 2 }));
}

describe('fingerprints', () => {
  property('stay when lines are added, the text is formatted, or line ends and language are others', 150, (trials) => {
    assert.ok(plans.length > 300, `${plans.length} plans`);
    const lines = fc.array(fc.nat(3), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...plans), lines, (text, added) => {
        const before = ofPlan(text);
        assert.deepEqual(ofPlan(shifted(text, added)), before);
        assert.deepEqual(ofPlan(text.replaceAll('\n', '\r\n')), before);
        assert.deepEqual(ofPlan(text, 'zh-CN'), before);
        // Formatting repairs some of what is found, and brings nothing.
        assert.deepEqual(except(ofPlan(formatted(text)), before), []);
      }),
      trials,
    );
  });

  property('stay in every style in which a plan can be written', 60, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...plans.filter(isSound)), fc.nat(1_000_000), (text, seed) => {
        const { root } = parse(text);
        const other = root ? randomStyle(root, seed) : text;
        assert.deepEqual(except(ofPlan(other).filter(isAboutPlan), ofPlan(text)), []);
      }),
      trials,
    );
  });

  property(
    'stay in plans that cannot be read when lines are added at the top, or line ends and language are others',
    150,
    (trials) => {
      fc.assert(
        fc.property(fc.constantFrom(...all.filter((text) => !plans.includes(text))), (text) => {
          const before = ofPlan(text);
          assert.deepEqual(ofPlan(`# A note.\n\n${text}`), before);
          assert.deepEqual(ofPlan(text.replace(/\r?\n/g, '\r\n')), before);
          assert.deepEqual(ofPlan(text, 'zh-CN'), before);
        }),
        trials,
      );
    },
  );

  property('differ for all findings of a plan', 150, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), (text) => {
        const all = ofPlan(text);
        assert.equal(new Set(all).size, all.length);
      }),
      trials,
    );
  });

  it('are made of the code, the way to the place, and what is written there', () => {
    const text = cleanPlan.replace('[agents], due', '[agnets], due').replace('owner: Cy', 'owner: TBD');
    assert.deepEqual(ofPlan(text.replace('use: executive-briefings', 'use: executive-briefing')).sort(), [
      '["coverage-below-four","","levers"] 1',
      '["strategy-without-owner","","levers","structure","strategies","ai-governance","owner","TBD"] 1',
      '["sustain-coverage-below-four","","levers"] 1',
      '["unknown-stakeholder","","levers","ecosystem","strategies","ai-change-network","audience","","agnets"] 1',
      '["unknown-strategy","","levers","leadership","strategies","executive-briefing","use","executive-briefing"] 1',
    ]);
  });

  it('say which lever is meant where several are found at one place, and count what is equal', () => {
    const text = cleanPlan.replace(/^ {2}(?:enablement|rewards): .*\n/gm, '');
    const unused = ofPlan(text).filter((one) => one.includes('unused-lever-without-reason'));
    assert.deepEqual(unused, [
      '["unused-lever-without-reason","enablement","levers"] 1',
      '["unused-lever-without-reason","rewards","levers"] 1',
    ]);
    const twice = ofPlan(cleanPlan.replace('[agents], due', '[agnets, agnets], due'));
    assert.deepEqual(
      twice.filter((one) => one.includes('unknown-stakeholder')).map((one) => one.slice(-1)),
      ['1', '2'],
    );
  });

  it('do not change with the day, although messages count days', () => {
    const text = cleanPlan.replace('due: 2027-10-29', 'due: 2027-02-12').replace('  asOf: 2027-03-01\n', '');
    const on = (today: string) => {
      const plan = parse(text);
      return [...fingerprints(plan, check(plan, { ...context, today }), (identity) => identity).values()];
    };
    assert.ok(on('2027-03-01').some((one) => one.includes('"overdue"')));
    assert.deepEqual(on('2027-03-01'), on('2027-03-02'));
  });
});
