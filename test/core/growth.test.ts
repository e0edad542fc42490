/**
 * A text of twice the length costs about twice as much, whatever it is made of. Measured in steps, which are the same
 * everywhere to one in a hundred: how often each block of our code and of `yaml` runs. What that does not see is held by
 * `test/tidy/regexps.test.ts`: patterns.
 */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { check } from '../../server/src/core/check/check.ts';
import { fixAll } from '../../server/src/core/check/fixAll.ts';
import { formatting } from '../../server/src/core/formatter/format.ts';
import { keyOrder } from '../../server/src/core/formatter/keyOrder.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { overview } from '../../server/src/core/overview/overview.ts';
import { picture } from '../../server/src/core/overview/picture.ts';
import { context } from '../kit/problems.ts';
import { Counter } from '../kit/steps.ts';
import { sweep } from '../kit/test.ts';

/** A text of about so many characters. */
type Maker = (length: number) => string;

const times = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));

/** Parts that differ, one after the other. */
function numbered(part: (index: number) => string, length: number): string {
  let text = '';
  for (let index = 0; text.length < length; index++) text += part(index);
  return text;
}

/** One part again and again: alone, as a value, and as what a list of texts, or a section, holds. */
const repeated = [
  ...[
    '[]',
    '{}',
    '[',
    '{',
    ']',
    '"',
    "'",
    '，',
    '、',
    '：',
    '“',
    '“”',
    '- ',
    '-',
    '*',
    '&',
    '&a ',
    '!',
    '! ',
    '#',
    '# ',
  ],
  ...[
    '\t',
    ' ',
    '\u00a0',
    '\u3000',
    'a\u200b ',
    'a\u2028',
    '\ufffd',
    'a\u2010',
    '•',
    '• ',
    '• a ',
    'a: ',
    'a:',
    'a：',
    'a, ',
  ],
  ...[
    'a',
    'word ',
    '1',
    '(',
    '.',
    '\\',
    '\\"',
    '| ',
    '? ',
    '@',
    '%',
    '`',
    'and ',
    '{}, ',
    '😀',
    '\ud800',
    '---',
    '~',
    '{{ a }}',
  ],
];

/** One line again and again. */
const repeatedLines = [
  ...[
    '',
    '   ',
    '-',
    '- a',

    '- &a b',
    '- *a',
    '- !a b',
    '#',
    '---',
    '...',
    '\ta',
    '\u3000a',
    '• a',
    '• a\n  b',
  ],
  ...[
    'evidence:\n• a',
    'a\tb\tc',
    '| a | b |',
    'a | b',
    'a\t"b',
    '"a',
    'a\tb\nc\td\nplan:',
    '<<<<<<< a',
    '=======',
    '>>>>>>> b',
  ],
  ...[
    '<<<<<<< a\na: 1\n=======\na: 2\n>>>>>>> b',
    '```\na: b',
    'Some sentence here.',
    '%YAML 1.2',
    '? a',
    '## Plan',
    '**plan**: a',
  ],
  ...[
    'need: a',
    'need: a\r',
    'x: a',
    'need: "a',
    "need: 'a",
    'need: [a',
    'need: {a',
    'need: >',
    'need:a',
    'need a',
    'plan: title: a',
  ],
  ...[
    'purpose:\n  need: a',
    'plan =\n  title = a',
    'a:\n\tb: 1',
    '  title: a\n  - b',
    '# levers-ignore',
    '# levers-ignore overdue: a',
  ],
  ...['a b c,', 'a: b,', '[],', '{"id": "a"},', '1. a', '    • a\n      ▪ b', 'a:\n  b:\n    c:\n      d'],
];

/** Items of a list of a plan. */
const strategies = 'levers:\n  values:\n    strategies:\n';
const lists: readonly (readonly [string, (index: number) => string])[] = [
  [
    strategies,
    (n) => `      - use: s${n}\n        owner: Ana\n        audience: [a${n}]\n        dependsOn: [s${n + 1}]\n`,
  ],
  [strategies, () => '      - use: live-demos\n        owner: Ana\n'],
  [strategies, (n) => `      - id: c${n}\n        title: Something new ${n}\n`],
  [strategies, () => '      - title: Communicate the purpose\n'],
  [strategies, (n) => `      - { id: s${n}, title: T, dependsOn: [s${n + 1}, s0] }\n`],
  [strategies, () => '      - use: a\n        owner: Ana\n       status: done\n'],
  [strategies, (n) => `<<<<<<< a\n      - use: live-demos\n=======\n      - use: s${n}\n>>>>>>> b\n`],
  [strategies, (n) => `      - Strategy ${n}\n`],
  ['stakeholders:\n', (n) => `g${n}\tName ${n}\thigh\n`],
  ['stakeholders:\n', (n) => `| g${n} | Name ${n} | high |\n`],
  ['stakeholders:\n', () => '  - id: a\n    name: b\n'],
  ['stakeholders:\n', (n) => `  - { id: g${n}, name: Name${n}, size: '1.${n}' }\n`],
  ['measures:\n', (n) => `  - id: m${n}\n    title: t${n}\n    baseline: 1.${n}\n`],
  ['risks:\n', (n) => `  - title: r${n}\n    owner: Ana ${n}\n    groups: [a${n}]\n`],
  ['milestones:\n', (n) => `  - id: m${n}\n    title: t\n    date: ${1 + (n % 28)}.1.27\n`],
  ['decisions:\n', (n) => `  - on: 2027-01-${10 + (n % 20)}\n    title: Title ${n}\n    by: P${n}\n`],
  ['plan:\n', (n) => `  k${n}: a\n`],
  ['plan:\n', (n) => `  title${n}: a\n`],
  ['plan:\n', (n) => `${' '.repeat(n % 7)}title: a\n`],
  ['purpose:\n  evidence:\n', (n) => `${' '.repeat(4 + (n % 3))}- a\n`],
  ['purpose:\n  evidence:\n', (n) => `    ${1 + (n % 99)}. a\n`],
];

/** Lines that stand ever deeper: as many as make up a text of that length. */
const deeper = (line: string, length: number, blank = ' ') => numbered((n) => `${blank.repeat(n)}${line}\n`, length);

const texts: readonly (readonly [string, Maker])[] = [
  ...repeated.flatMap((part): [string, Maker][] => [
    [part, (length) => times(part, length)],
    [`need: ${part}`, (length) => `purpose:\n  need: ${times(part, length)}\n`],
    [`evidence: ${part}`, (length) => `purpose:\n  evidence: ${times(part, length)}\n`],
    [`evidence: [${part}]`, (length) => `purpose:\n  evidence: [${times(part, length)}]\n`],
    [`need: "${part}"`, (length) => `purpose:\n  need: "${times(part, length)}"\n`],
    [`a${part}b everywhere`, (length) => everywhere(`a${times(part, length / 8)}b`)],
    [`title ${part}: a`, (length) => `plan:\n  title${times(part, length)}: a\n  val${part}\n`],
  ]),
  ...repeatedLines.flatMap((line): [string, Maker][] => [
    [`lines ${line}`, (length) => times(`${line}\n`, length)],
    [`evidence: lines ${line}`, (length) => `purpose:\n  evidence:\n${times(`    ${line}\n`, length)}`],
    [`need: | lines ${line}`, (length) => `purpose:\n  need: |\n${times(`    ${line}\n`, length)}`],
    [`evidence: [ lines ${line}`, (length) => `purpose:\n  evidence: [\n${times(`    ${line}\n`, length)}`],
    [`need: " lines ${line}`, (length) => `purpose:\n  need: "\n${times(`    ${line}\n`, length)}`],
  ]),
  ...lists.map(([head, item]): [string, Maker] => [`${head}${item(7)}`, (length) => head + numbered(item, length)]),
  ...['a:', '-', '• a', 'a', 'plan:', 'a\tb\nc\td'].map((line): [string, Maker] => [
    `ever deeper ${line}`,
    (length) => deeper(line, length),
  ]),
  ['ever deeper, and a bullet', (length) => `${deeper('a:', length)}• a\n`],
  ['ever deeper by tabs', (length) => deeper('a:', length, '\t')],
  ['hyphens in one line', (length) => `purpose:\n  evidence:\n    ${times('- ', length)}a\n`],
  [
    'ids in one line',
    (length) => `${strategies}      - id: s\n        dependsOn: [${numbered((n) => `s${n}, `, length)}]\n`,
  ],
];

/** A value in places of several kinds. */
function everywhere(value: string): string {
  const head = ['title', 'owner', 'status', 'start'].map((key) => `  ${key}: ${value}\n`).join('');
  const strategy = ['use', 'owner', 'audience'].map((key) => `        ${key}: ${value}\n`).join('');
  return `plan:\n${head}${strategies}      - due: ${value}\n${strategy}`;
}

/** All that is done with a plan: it is read and checked, fixed one by one and as a whole, formatted, and drawn. */
function use(text: string): void {
  const plan = parse(text);
  for (const { fixes } of check(plan, context)) fixes();
  fixAll(plan, context);
  formatting(plan, { tabSize: 2 });
  keyOrder(plan);
  picture(plan, context);
  overview(plan, context);
}

/**
 * Twice, and a little more for `n log n`. What is quadratic comes near 4 as soon as it counts; what begins only above some
 * length does so for one doubling.
 */
const mostGrowth = 2.3;

/** By how much the steps grow with a text that is twice as long: for the first doubling that is bearable, else the last. */
function growthOf(text: Maker, counter: Counter): number {
  const stepsAt = (length: number) => {
    const made = text(length);
    counter.take();
    use(made);
    return counter.take();
  };
  // What runs for the first time is not yet counted block by block.
  stepsAt(1000);
  let growth = Number.POSITIVE_INFINITY;
  let steps = stepsAt(5000);
  for (let length = 10_000; length <= 40_000 && growth > mostGrowth; length *= 2) {
    const more = stepsAt(length);
    growth = more / steps;
    steps = more;
  }
  return growth;
}

describe('growth', () => {
  sweep('is linear in the length of any text', () => {
    const counter = new Counter();
    const found = texts.map(([name, text]) => ({ name, growth: growthOf(text, counter) }));
    counter.close();
    assert.deepEqual(
      found.filter(({ growth }) => growth > mostGrowth),
      [],
    );
  });
});
