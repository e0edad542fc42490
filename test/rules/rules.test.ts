/** Runs the specification of every rule. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { assertSameLines } from '../kit/lines.ts';
import { completed } from '../kit/plan.ts';
import { applyFix, expectProblems, problemsOf, unmarked } from '../kit/problems.ts';
import { blocksOf } from '../kit/spec.ts';
import { it } from '../kit/test.ts';

const folder = 'test/rules';
const safe = new Set(rules.flatMap(({ code, safeFixes }) => (safeFixes ? code : [])));
/** The rules whose specifications run: all of them, or those that `npm run t` was asked for. */
const asked = process.env.LEVERS_SPECS?.split(' ');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const chosen = files.filter((name) => asked?.includes(name.slice(0, -3)) ?? true);

/**
 * What nearly every fragment leaves out for the sake of brevity; the specifications of these rules, the clean plan and
 * the examples have it.
 */
const leftOut = [
  'ai-without-ethics',
  'group-without-enablement',
  'invisible-sponsor',
  'strategy-without-dates',
  'strategy-without-measure',
  'unused-lever-without-reason',
  'sustain-coverage-below-four',
  'nothing-after-go-live',
  'training-only-after-go-live',
  'unfinished-text',
];

describe('rules', () => {
  it('each has a specification, and each specification a rule', () => {
    assert.deepEqual(files.map((name) => name.slice(0, -3)).sort(), rules.map(({ code }) => code).sort());
  });

  for (const name of chosen) {
    const code = name.slice(0, -3);
    describe(code, () => {
      const blocks = blocksOf(readFileSync(`${folder}/${name}`, 'utf8'));
      it('shows what it finds and what it lets pass', () => {
        const finds = new RegExp(`\\^ \\w+ ${code}\\b`);
        assert.ok(blocks.some(({ text }) => finds.test(text)));
        assert.ok(blocks.some(({ text, fix }) => !fix && !finds.test(text)));
      });
      for (const [index, block] of blocks.entries()) {
        // A block that names one of them is about it.
        const silent = leftOut.filter((other) => other !== code && !block.text.includes(other));
        const off = Object.fromEntries(silent.map((other) => [other, 'off']));
        const settings = { ...off, ...(block.settings as object | undefined) };
        const whole = (text: string) => (block.whole ? text : completed(text));
        it(`${block.heading} (line ${block.line})`, () => {
          const problems = expectProblems(whole(block.text), { ...block, settings });
          for (const problem of problems) {
            const asked = safe.has(problem.code) || !problem.fixes().some((fix) => fix.safe);
            assert.ok(asked, `${problem.code} has a safe fix, so its rule says \`safeFixes: true\``);
          }
          for (const fixed of blocks.slice(index + 1)) {
            if (fixed.fix === undefined) break;
            if (block.fix !== undefined) break;
            const text = applyFix(unmarked(whole(block.text)), problems, fixed.fix);
            assertSameLines(text, unmarked(whole(fixed.text)), `after “${fixed.fix}”`);
            const crlf = unmarked(whole(block.text)).replaceAll('\n', '\r\n');
            const mended = applyFix(crlf, problemsOf(crlf, { ...block, settings }), fixed.fix);
            assertSameLines(mended, text.replaceAll('\n', '\r\n'), `after “${fixed.fix}” with Windows line ends`);
          }
        });
      }
    });
  }
});
