/** Folding: what is left of a text when something is folded. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import type { FoldingRange } from 'vscode-languageserver-types';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { editStep, RandomEditor, texts } from '../kit/randomEdits.ts';
import { it, property } from '../kit/test.ts';
import { opened } from '../kit/view.ts';

const text = `# Larkmoor is invented.
# So are all people.

version: 1
plan:
  title: x
  owner: Ana # a note
  # One line alone.
  need: |
    One.
    # Two is no comment.
levers:
  # Leaders first.
  # They asked for it.
  leadership:
    strategies:
      - use: live-demos
        owner: Ana
        audience: [a,
          b]

      - { use: super-users, owner: Ana }
  values:
    notUsed: x
risks: []
`;

const shown = (marked: string, of: (range: FoldingRange) => boolean = () => true) =>
  foldingRanges(opened(marked))
    .filter(of)
    .map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);

describe('folding', () => {
  it('folds sections, levers, entries, long texts and runs of comments; a lever is a region', () => {
    assert.deepEqual(shown(text), [
      '0-1 comment',
      '4-10',
      '8-10',
      '11-23',
      '12-13 comment',
      '14-21 region',
      '15-21',
      '16-19',
      '18-19',
      '22-23 region',
    ]);
    assert.deepEqual(shown(text.replaceAll('\n', '\r\n')), shown(text));
  });

  it('takes no headings in a text for comments', () => {
    const headings = 'purpose:\n  need: |\n    # One\n    # Two\n    text\n  # Three\n  # Four\n  vision: x\n';
    for (const marked of [headings, headings.replaceAll('\n', '\r\n')])
      assert.deepEqual(shown(marked), ['0-7', '1-4', '5-6 comment']);
  });

  it('leaves just the levers when all regions are folded', () => {
    const lines = text.split('\n');
    for (const { startLine, endLine } of foldingRanges(opened(text))
      .filter(({ kind }) => kind === 'region')
      .reverse()) {
      lines.splice(startLine + 1, endLine - startLine);
    }
    assert.deepEqual(lines.slice(11, 17), [
      'levers:',
      '  # Leaders first.',
      '  # They asked for it.',
      '  leadership:',
      '  values:',
      'risks: []',
    ]);
  });

  property('keeps to the lines that there are, one range a line, in order, whatever is typed', 60, (trials) => {
    const check = (start: string, script: readonly Parameters<RandomEditor['do']>[0][]) => {
      const editor = new RandomEditor(start);
      for (const step of script) editor.do(step);
      const subject = opened(editor.text);
      const ranges = foldingRanges(subject);
      for (const [index, { startLine, endLine }] of ranges.entries()) {
        assert.ok(startLine < endLine && endLine < subject.document.lineCount);
        assert.ok(index === 0 || (ranges[index - 1]?.startLine ?? 0) <= startLine);
      }
    };
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(editStep, { maxLength: 20 }), check), trials);
  });
});
