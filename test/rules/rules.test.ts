/** Runs the specification of every rule. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { completed } from '../kit/plan.ts';
import { applyFix, expectProblems, problemsOf, unmarked } from '../kit/problems.ts';
import { blocksOf } from '../kit/spec.ts';

const folder = 'test/rules';
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('rules', () => {
  it('each has a specification, and each specification a rule', () => {
    assert.deepEqual(files.map((name) => name.slice(0, -3)).sort(), rules.map(({ code }) => code).sort());
  });

  for (const name of files) {
    const code = name.slice(0, -3);
    describe(code, () => {
      const blocks = blocksOf(readFileSync(`${folder}/${name}`, 'utf8'));
      it('shows what it finds and what it lets pass', () => {
        const finds = new RegExp(`\\^ \\w+ ${code}\\b`);
        assert.ok(blocks.some(({ text }) => finds.test(text)));
        assert.ok(blocks.some(({ text, fix }) => !fix && !finds.test(text)));
      });
      for (const [index, block] of blocks.entries()) {
        const whole = (text: string) => (block.whole ? text : completed(text));
        it(`${block.heading} (line ${block.line})`, () => {
          const problems = expectProblems(whole(block.text), block);
          for (const fixed of blocks.slice(index + 1)) {
            if (fixed.fix === undefined) break;
            if (block.fix !== undefined) break;
            const text = applyFix(unmarked(whole(block.text)), problems, fixed.fix);
            assert.equal(text, unmarked(whole(fixed.text)), `after “${fixed.fix}”`);
            const crlf = unmarked(whole(block.text)).replaceAll('\n', '\r\n');
            const mended = applyFix(crlf, problemsOf(crlf, block), fixed.fix);
            assert.equal(mended, text.replaceAll('\n', '\r\n'), `after “${fixed.fix}” with Windows line ends`);
          }
        });
      }
    });
  }
});
