/** What is advised can be right where it stands: every mistake of writing at every kind of place. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { locales, sayMessage } from '../../server/src/core/i18n/message.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { examined } from '../kit/problems.ts';
import { assertOften, it, property } from '../kit/test.ts';
import { anyTypo, plans, readings, type Typo, typos, withTypo } from '../kit/typos.ts';

/** A kind of place: a plan whose value at `‸` is right, and what that takes in the words of messages. */
interface Place {
  readonly takes: 'text' | 'other';
  /** The pair with its value, in the plan; `‸` stands for the value. */
  readonly from: string;
  readonly to: string;
}

const leads = '  - { id: leads, name: Team leads, impact: low }';
const pilot = '  - { id: pilot, title: Pilot, date: 2027-03-15, kind: pilot }';
const briefings =
  '      - { use: executive-briefings, owner: Tom, audience: [leads], due: 2027-10-29, measures: [weekly-use] }';
const strategy = (pair: string) => briefings.replace(/(?<=Tom, ).*(?= })/, pair);

const places: Readonly<Record<string, Place>> = {
  'a text': { takes: 'text', from: '  need: Simple questions take nine minutes.', to: '  need: ‸' },
  'a text in braces': { takes: 'text', from: 'title: Weekly use,', to: 'title: ‸,' },
  'a text in a list': {
    takes: 'text',
    from: 'evidence: [46% of 2026 contacts fall into twelve simple reasons]',
    to: 'evidence:\n    - ‸',
  },
  'a person': { takes: 'text', from: '  owner: Ana\n', to: '  owner: ‸\n' },
  'a number': { takes: 'other', from: leads, to: `${leads.replace(' }', '')}, size: ‸ }` },
  'a number on its line': {
    takes: 'other',
    from: leads,
    to: '  - id: leads\n    name: Team leads\n    impact: low\n    size: ‸',
  },
  'a date': { takes: 'other', from: '  asOf: 2027-03-01', to: '  asOf: ‸' },
  'a date in braces': { takes: 'other', from: pilot, to: pilot.replace('2027-03-15', '‸') },
  'one of a few words': { takes: 'other', from: '  status: active', to: '  status: ‸' },
  'one of a few words in braces': { takes: 'other', from: leads, to: leads.replace('low', '‸') },
  'a list of texts': {
    takes: 'other',
    from: 'evidence: [46% of 2026 contacts fall into twelve simple reasons]',
    to: 'evidence: ‸',
  },
  'a list of ids': { takes: 'other', from: briefings, to: strategy('audience: ‸') },
  'a list of ids, or a word': { takes: 'other', from: 'stakeholders: [agents],', to: 'stakeholders: ‸,' },
  'an id in a list': { takes: 'other', from: briefings, to: strategy('audience: [leads, ‸]') },
  'an id': { takes: 'other', from: pilot, to: pilot.replace('id: pilot', 'id: ‸') },
  'an id on its line': { takes: 'other', from: pilot, to: '  - id: ‸\n    title: Pilot\n    date: 2027-03-15' },
  'a strategy of the catalog': { takes: 'other', from: briefings, to: briefings.replace('executive-briefings', '‸') },
  'yes or no': {
    takes: 'other',
    from: briefings,
    to: `${briefings.replace(' }', '')}, deliverables: [{ title: Slides, done: ‸ }] }`,
  },
  'a section': { takes: 'other', from: 'milestones:\n', to: 'sustainment: ‸\nmilestones:\n' },
  'the version': { takes: 'other', from: 'version: 1', to: 'version: ‸' },
};

/** What is written there, by the kind of reading error that it is at most places. */
const writings: Readonly<Record<string, readonly string[]>> = {
  'special-start': ['@all', '`code`', '%80', '>80', '|80', '!80', '?', '-', '?who', ']x', '}', ',x'],
  'colon-in-text': ['Note: see: below', 'first: second: 3'],
  'behind-quotes': ['"a" b', "'80' or so"],
  'unclosed-quote': ['"abc', "'abc", '"80', '"2027-03-15'],
  backslash: ['"C:\\quarter"'],
  copy: ['*abc', '*80'],
  mark: ['&abc x', '!abc x', '&leads'],
  'odd-key': ['{{ owner }}', '{{owner}}', '{{ a }} and {{ b }}', '{[a]: b}', '[?]'],
  'unclosed-bracket': ['[abc', '{abc', '[abc}', 'abc]', '[80'],
  'full-width': ['【a，b】', '（a）', '“a”', '８０'],
  unfinished: ['TBD', 'tbc', 'n/a', '…', '???', '—', '<name>', '[TBD]', '{owner}', '${owner}', '待定', 'xxx', '...'],
  'another kind': [
    '"80"',
    '"true"',
    '"1"',
    "'active'",
    '.inf',
    '.nan',
    '2027',
    '80',
    'yes',
    '☑',
    'High',
    'ALL',
    '全部',
  ],
  'dates in other forms': ['2027-15-03', '15-2027-03', '15.3.2027', '03/04/2027', '2027-02-30'],
};

const good = (place: Place) => {
  assert.ok(cleanPlan.includes(place.from), `not in the plan: ${place.from}`);
  return (value: string) => {
    const [before = '', after = ''] = place.to.split('‸');
    const start = cleanPlan.indexOf(place.from);
    const text = cleanPlan.slice(0, start) + before + value + after + cleanPlan.slice(start + place.from.length);
    return { text, start: start + before.length, end: start + before.length + value.length };
  };
};

/** Whether a message suggests what is written already, as its reader sees it. */
function suggestsItself(message: string, value: string): boolean {
  const meant = /Did you mean (.*)\?|是不是想写 (.*)？/.exec(message);
  return meant?.slice(1).join().includes(`\`${value}\``) ?? false;
}

const said = (problem: Problem) => `${problem.code}: ${sayMessage(problem.message, 'en')}`;
const errorsIn = (text: string, start: number, end: number) =>
  examined(text, readings.get(cleanPlan)).problems.filter(
    ({ severity, span }) => severity === 'error' && span.start <= end && span.end >= start,
  );

/** About signs of another keyboard. */
const recovered = new Set(['full-width-punctuation', 'curly-quotes']);

/** What can be read again shows what is wrong in it. */
const revealed = ({ code }: Problem, other: Problem) =>
  /^unclosed-|^unreadable-text$/.test(code) && /^(?:unknown-|changed-by-reading|wrong-kind)/.test(other.code);

describe('advice', () => {
  for (const [name, place] of Object.entries(places)) {
    const planted = good(place);
    for (const [kind, values] of Object.entries(writings)) {
      it(`on ${kind} where ${name} belongs`, () => {
        for (const value of values) {
          const { text, start, end } = planted(value);
          const errors = errorsIn(text, start, end);
          const at = `${JSON.stringify(value)} where ${name} belongs`;
          // What is read as it was meant may be wrong in itself too.
          const twofold = errors.some(({ code }) => recovered.has(code));
          assert.ok(twofold || errors.length < 2, `${at}: ${errors.map(said).join('\n')}`);
          for (const problem of errors) {
            for (const locale of locales) {
              const message = sayMessage(problem.message, locale);
              assert.ok(!suggestsItself(message, value), `${at}: ${message}`);
              if (place.takes !== 'text') assert.doesNotMatch(message, /in quotes\.|加上引号/, at);
            }
            for (const fix of problem.fixes()) {
              if (!fix.preferred && !fix.safe) continue;
              const fixed = apply(text, fix.edits);
              const left = errorsIn(fixed, start, end + fixed.length - text.length);
              const before = twofold ? errors.map(said) : [];
              const news = left.filter((other) => !before.includes(said(other)) && !revealed(problem, other));
              assert.deepEqual(news.map(said), [], `${at}, after ${sayMessage(fix.title, 'en')}`);
            }
          }
        }
      });
    }
  }
});

/** Any value replaced by any of the writings. */
const replaced: readonly Typo[] = Object.values(writings)
  .flat()
  .map((value) => [/(?<=: |\[|, |- )[^\s,[\]{}:#]+(?=[,\]\n]| \})/g, value.replaceAll('$', '$$$$')]);

describe('the preferred fix', () => {
  property('leaves no new error where it was made, and no suggestion is what is written', 300, (trials) => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(anyTypo([...replaced, ...typos]), { minLength: 1, maxLength: 2 }),
        (plan, list) => {
          const text = list.reduce(withTypo, plan);
          const { plan: read, problems } = examined(text, readings.get(plan));
          for (const problem of problems) {
            const { span } = problem;
            for (const locale of locales) {
              const message = sayMessage(problem.message, locale);
              assert.ok(!suggestsItself(message, text.slice(span.start, span.end)), message);
            }
            const fix = problem.severity === 'error' && problem.fixes().find(({ preferred }) => preferred);
            if (!fix) continue;
            tried++;
            const fixed = apply(text, fix.edits);
            const { plan: again, problems: after } = examined(fixed, read);
            // What can be read again shows what was wrong in it all along.
            if (again.errors.length < read.errors.length && again.errors.length > 0) continue;
            const start = Math.min(span.start, ...fix.edits.map((edit) => edit.span.start));
            const end = Math.max(span.end, ...fix.edits.map((edit) => edit.span.end)) + fixed.length - text.length;
            const known = new Set(problems.map(said));
            const news = after.filter(
              (other) =>
                other.severity === 'error' &&
                other.span.start <= end &&
                other.span.end >= start &&
                !known.has(said(other)) &&
                !revealed(problem, other),
            );
            const how = `${said(problem)} → ${sayMessage(fix.title, 'en')}\n${text.slice(start - 80, end + 80)}`;
            assert.deepEqual(news.map(said), [], how);
          }
        },
      ),
      trials,
    );
    assertOften(tried, 1 / 3, trials, 'fixes');
  });
});
