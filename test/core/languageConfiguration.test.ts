/** What Enter does before the server can answer: the generated language configurations, read as VS Code reads them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { newLine } from '../../server/src/core/formatter/newLine.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { cursor } from '../kit/cursor.ts';
import { it, sweep } from '../kit/test.ts';
import { plans } from '../kit/typos.ts';

interface EnterRule {
  readonly previousLineText?: { readonly pattern: string };
  readonly beforeText: { readonly pattern: string };
  readonly afterText?: { readonly pattern: string };
  readonly action: { readonly indent: 'none' | 'indent' | 'outdent'; readonly appendText?: string };
}

function rulesOf(language: string): readonly EnterRule[] {
  return JSON.parse(readFileSync(`client/assets/${language}.language-configuration.json`, 'utf8')).onEnterRules;
}

const step = { none: 0, indent: 2, outdent: -2 };

/** The text after Enter, with the cursor: the first rule that fits says the column, else it is that of the line above. */
function entered(marked: string, rules: readonly EnterRule[]): string {
  const { text, offset } = cursor(marked);
  const [before = '', previous = ''] = text.slice(0, offset).split('\n').reverse();
  const after = text.slice(offset).split('\n')[0] ?? '';
  const fits = (rule: { pattern: string } | undefined, line: string) => !rule || new RegExp(rule.pattern).test(line);
  const found = rules.find(
    (rule) => fits(rule.previousLineText, previous) && fits(rule.beforeText, before) && fits(rule.afterText, after),
  );
  const indent = (/^ */.exec(before) as RegExpExecArray)[0].length;
  const column = found ? indent + step[found.action.indent] + (found.action.appendText?.length ?? 0) : indent;
  return `${text.slice(0, offset)}\n${' '.repeat(column)}‸${text.slice(offset)}`;
}

const strategy = 'levers:\n  values:\n    strategies:\n      - use: a\n        owner:';
const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['below a text that is still to come', 'plan:\n  owner:‸', 'plan:\n  owner:\n  ‸'],
  ['below a section', 'plan:‸', 'plan:\n  ‸'],
  ['below a section with a note', 'plan: # mine‸', 'plan: # mine\n  ‸'],
  ["below a key of one's own", 'plan:\n  x-budget:‸', 'plan:\n  x-budget:\n    ‸'],
  ['below a block text', 'purpose:\n  need: >-‸', 'purpose:\n  need: >-\n    ‸'],
  ['below an id', 'stakeholders:\n  - id:‸', 'stakeholders:\n  - id:\n    ‸'],
  ['below an id that is given', 'stakeholders:\n  - id: a‸', 'stakeholders:\n  - id: a\n    ‸'],
  ['below the keys of an item', 'stakeholders:\n  - behaviors:‸', 'stakeholders:\n  - behaviors:\n      ‸'],
  ['below a block text of an item', 'risks:\n  - title: |‸', 'risks:\n  - title: |\n      ‸'],
  [
    'below an item that is a block text',
    'purpose:\n  evidence:\n    - >-‸',
    'purpose:\n  evidence:\n    - >-\n      ‸',
  ],
  [
    'below an item that is a text',
    'purpose:\n  evidence:\n    - Note: a‸',
    'purpose:\n  evidence:\n    - Note: a\n    ‸',
  ],
  [
    'below prose that ends with a colon',
    'purpose:\n  need: |\n    We ask:‸',
    'purpose:\n  need: |\n    We ask:\n    ‸',
  ],
  ['a second time one level out', `${strategy}\n        ‸`, `${strategy}\n        \n      ‸`],
  ['a third time one more', `${strategy}\n\n      ‸`, `${strategy}\n\n      \n    ‸`],
  ['a second time within a text', 'purpose:\n  need: |\n    One.\n    ‸', 'purpose:\n  need: |\n    One.\n    \n    ‸'],
];

describe('Enter without the server', () => {
  const rules = rulesOf('levers-plan');
  for (const [name, before, after] of cases) it(name, () => assert.equal(entered(before, rules), after));

  it('below a title in a catalog, which has one in each language', () => {
    const rules = rulesOf('levers-catalog');
    assert.equal(entered('strategies:\n  - title:‸', rules), 'strategies:\n  - title:\n      ‸');
    assert.equal(entered('strategies:\n  - id: a‸', rules), 'strategies:\n  - id: a\n    ‸');
  });

  sweep('at the end of any line of a plan leaves the server nothing to do', () => {
    const left = plans.flatMap((plan) => {
      const like = parse(plan);
      const lines = plan.split('\n').slice(0, -1);
      return lines.filter((line, i) => {
        // Braces that go on in the next line are not seen in one.
        if (/[{}]/.test(line)) return false;
        const rest = lines.slice(i + 1).join('\n');
        const { text, offset } = cursor(entered(`${lines.slice(0, i + 1).join('\n')}‸\n${rest}`, rules));
        return newLine(parse(text, like), offset) !== undefined;
      });
    });
    // A text in the section `plan`, a list in `benefits`.
    assert.deepEqual([...new Set(left)], ['    organization:']);
  });
});
