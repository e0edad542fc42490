/** Lists and sections in the forms of other programs: one finding, and its fix gives back what was meant. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../server/src/core/check/fixAll.ts';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context, problemsOf } from '../kit/problems.ts';
import { it, property } from '../kit/test.ts';

const letters = 'abcdefghij';
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const same = (sign: string) => () => sign;

/** What stands in front of the nth item. */
const signs: readonly ((index: number) => string)[] = [
  ...'➢☐☑✅✗○→◆§·•▪–—\uf0a7\uf0b7✓❖※'.split('').map(same),
  ...['o', '+', '~', '--', '*', '[ ]', '👉'].map(same),
  (index) => (index % 2 ? '☑' : '☐'),
  (index) => `${index + 1}.`,
  (index) => `${index + 1})`,
  (index) => `（${index + 1}）`,
  (index) => `(${letters[index]})`,
  (index) => `${letters[index]}.`,
  (index) => `${letters[index]?.toUpperCase()}.`,
  (index) => `${romans[index]}.`,
  (index) => `1.${index + 1}`,
  (index) => String.fromCharCode(0x2460 + index),
];

const facts = fc.array(
  fc.constantFrom(
    'Order book 2026',
    'Survey: 40 clients',
    '客户调查',
    'Room #3',
    'Exit interviews, 12 of 14',
    'Ana’s list',
  ),
  { minLength: 2, maxLength: 5 },
);

const data = (text: string) => {
  const { root } = parse(text);
  return root && toData(root.node);
};
const said = (problem: Problem) => `${problem.code}: ${sayMessage(problem.message, 'en')}`;

/** The plan with other evidence. */
const withEvidence = (lines: string) => cleanPlan.replace(/^ {2}evidence:.*$/m, () => `  evidence:${lines}`);
const expected = (list: readonly string[]) => data(withEvidence(` ${JSON.stringify(list)}`));

/** What is found is one error, whose fix gives what was meant; what is fixed without asking changes nothing else. */
function means(text: string, wanted: unknown, feed: string): void {
  const written = text.replaceAll('\n', feed);
  const problems = problemsOf(written).filter(({ severity }) => severity === 'error');
  assert.equal(problems.length, 1, `${written}\n${problems.map(said).join('\n')}`);
  const fix = problems[0]?.fixes().find(({ preferred }) => preferred);
  assert.ok(fix, written);
  const fixed = apply(written, fix.edits);
  assert.deepEqual(data(fixed), wanted, fixed);
  assert.deepEqual(
    problemsOf(fixed)
      .filter(({ severity }) => severity === 'error')
      .map(said),
    [],
    fixed,
  );
  if (feed === '\r\n') assert.doesNotMatch(fixed, /[^\r]\n/);
  // Each line is still a line of its own.
  const safely = apply(written, fixAll(parse(written), context));
  assert.ok(safely.split('\n').length >= written.split('\n').length, safely);
}

const feeds = fc.constantFrom('\n', '\r\n');

describe('blocks of other programs', () => {
  it('makes strategies of their names, and items of what stands for them', () => {
    const strategies = (lines: string) => `levers:\n  leadership:\n    strategies:${lines}`;
    const after = (text: string) => {
      const fix = problemsOf(text)
        .find(({ code }) => code === 'wrong-kind')
        ?.fixes()
        .find(({ preferred }) => preferred);
      return apply(text, fix?.edits ?? []);
    };
    assert.equal(
      after(strategies('\n      - Executive briefings\n      - 打造 AI 模型透明度\n      - Morning coffee\n')),
      strategies(
        '\n      - use: executive-briefings\n      - use: ai-model-transparency\n      - id: morning-coffee\n        title: Morning coffee\n',
      ),
    );
    assert.equal(after(strategies(' Executive briefings\n')), strategies(' [{ use: executive-briefings }]\n'));
    assert.equal(
      after('milestones:\n  - Pilot – 2027-03-15\n'),
      'milestones:\n  - id: pilot\n    title: Pilot\n    date: 2027-03-15\n',
    );
  });

  property('lists of texts', 300, (trials) => {
    const form = fc.record({
      list: facts,
      sign: fc.constantFrom(...signs),
      blank: fc.constantFrom(' ', '\t', '\u3000', '  '),
      column: fc.constantFrom(0, 4, 6),
      feed: feeds,
    });
    fc.assert(
      fc.property(form, ({ list, sign, blank, column, feed }) => {
        // What a text needs in a plan is none of the list's business.
        const plain = list.filter((text) => !/[:#]/.test(text));
        const texts = plain.length < 2 ? ['One', 'Two'] : plain;
        const lines = texts.map((text, index) => `\n${' '.repeat(column)}${sign(index)}${blank}${text}`);
        means(withEvidence(lines.join('')), expected(texts), feed);
      }),
      trials,
    );
  });

  property('lines without a sign', 200, (trials) => {
    const form = fc.record({
      list: facts,
      end: fc.constantFrom('', ';', '、', ','),
      between: fc.constantFrom('\n', '\n\n'),
      behind: fc.boolean(),
      feed: feeds,
    });
    fc.assert(
      fc.property(form, ({ list, end, between, behind, feed }) => {
        const texts = list.filter((text) => !/#/.test(text) && !(behind && text.includes(':')));
        const own = texts.length < 2 ? ['One', 'Two'] : texts;
        const lines = own.map((text, index) => text + (index < own.length - 1 ? end : ''));
        const [first = '', ...more] = lines;
        const start = behind ? ` ${first}` : `\n    ${first}`;
        means(withEvidence(start + more.map((line) => `${between}    ${line}`).join('')), expected(own), feed);
      }),
      trials,
    );
  });

  property('sections', 200, (trials) => {
    const separators = [' = ', '=', '：', ' ： ', ':', ' - ', ' – ', ' -> ', '\t', ' | '];
    const form = fc.record({
      separator: fc.constantFrom(...separators),
      written: fc.constantFrom<(key: string) => string>(
        (key) => key,
        (key) => key.replace(/^./, (first) => first.toUpperCase()),
        (key) => key.toUpperCase(),
        (key) => key.replace(/[A-Z]/g, ' $&'),
      ),
      feed: feeds,
    });
    const wanted = data(cleanPlan);
    const section = /(?<=^plan:\n)(?: {2}.*\n)+/m.exec(cleanPlan)?.[0] as string;
    fc.assert(
      fc.property(form, ({ separator, written, feed }) => {
        const lines = section.replace(/^( +)(\w+): /gm, (_, blanks, key) => blanks + written(key) + separator);
        means(cleanPlan.replace(section, lines), wanted, feed);
      }),
      trials,
    );
  });

  property('plans in a fence', 60, (trials) => {
    const wanted = data(cleanPlan);
    const form = fc.record({
      before: fc.constantFrom('', 'Here is your plan:\n\n', 'Sure!\nI wrote it for you.\n'),
      fence: fc.constantFrom('```', '```yaml', '~~~'),
      after: fc.constantFrom('', '\nHope it helps!\n', '\nLet me know:\n- what to change\n'),
      feed: feeds,
    });
    fc.assert(
      fc.property(form, ({ before, fence, after, feed }) => {
        means(`${before}${fence}\n${cleanPlan.trimEnd()}\n${fence.slice(0, 3)}\n${after}`, wanted, feed);
      }),
      trials,
    );
  });
});
