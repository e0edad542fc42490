/** What is said of a line that stands too far left: by how much, what it belongs to there, and what it was meant for; in both languages. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type Locale, sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

const said = (text: string, locale: Locale) =>
  problemsOf(text)
    .filter(({ code }) => code === 'wrong-indentation')
    .map(({ message }) => sayMessage(message, locale));

const strategy = `plan:
  title: A
levers:
  values:
    strategies:
      - use: ai-purpose-value
        due: 2027-01-01
`;

describe('a key too far left', () => {
  const cases: readonly (readonly [at: number, steps: string, now: string, zhSteps: string, zhNow: string])[] = [
    [6, 'one step', 'the list as a whole', '一级', '整个列表'],
    [4, 'two steps', '“Values”', '两级', '“价值观”'],
    [2, '3 steps', '“The six levers”', ' 3 级', '“六个 LEVERS”'],
    [0, '4 steps', 'the plan as a whole', ' 4 级', '整个计划'],
  ];
  for (const [at, steps, now, zhSteps, zhNow] of cases) {
    it(`in column ${at}`, () => {
      const text = `${strategy}${' '.repeat(at)}owner: Ana\n`;
      assert.deepEqual(said(text, 'en'), [
        `\`owner\` stands ${steps} too far left: it now belongs to ${now}, not to “Strategy”. Give it as many spaces as the lines there have.`,
      ]);
      assert.deepEqual(said(text, 'zh-CN'), [
        `\`owner\` 少缩进了${zhSteps}：它现在属于${zhNow}，而不属于“策略”。请与那里的各行对齐。`,
      ]);
    });
  }

  it('where nothing is', () => {
    assert.deepEqual(said(`${strategy}       owner: Ana\n`, 'en'), [
      '`owner` stands one space too far left. It belongs to “Strategy”: give it as many spaces as the lines there have.',
    ]);
  });
});

describe('items in different columns', () => {
  it('go by those of their own list, whatever column other lists have', () => {
    const own = 'risks:\n    - id: fear\n      title: Fear\n- id: other\n  title: Other\n';
    const others = 'milestones:\n- id: pilot\n  title: Pilot\ndecisions:\n- on: 2027-01-01\n  title: Go\n';
    const told = (text: string) => parse(text).errors.map(({ kind, start }) => [kind, start]);
    assert.deepEqual(told(own), [['indent', own.indexOf('- id: other')]]);
    assert.deepEqual(told(own + others), told(own));
  });

  it('are none where an empty item stands among others and something else cannot be read', () => {
    const risks = 'risks:\n- \n- id: fear\n  title: Fear\n- id: other\n  title: Other\n';
    const milestones = 'milestones:\n  - { id: pilot, title: Pilot }\n  - { id: more, title: More }\n';
    const text = `[\n${risks}${milestones}`;
    assert.deepEqual(
      parse(text).errors.map(({ kind, start }) => [kind, start]),
      [['no-colon', 0]],
    );
  });
});

describe('a section whose keys lost their indentation', () => {
  it('is one mistake, and its fix gives back the section', () => {
    const [first = '', ...rest] = cleanPlan.split('\nstakeholders:');
    // What stands below the keys keeps its place.
    const text = [first.replace(/^ {2}(?=\w)/gm, ''), ...rest].join('\nstakeholders:');
    const problems = problemsOf(text);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
      [
        ['wrong-indentation', 'title'],
        ['wrong-indentation', 'need'],
      ],
    );
    const edits = problems.flatMap(({ fixes }) => fixes()[0]?.edits ?? []);
    assert.equal(apply(text, edits), cleanPlan);
  });
});
