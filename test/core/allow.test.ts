/** Exceptions as they are written: each takes away just its problems, and nothing that was written becomes something else. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { mayAllow } from '../../server/src/core/check/check.ts';
import { type Allowance, allowances } from '../../server/src/core/check/suppress.ts';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { examined, problemsOf } from '../kit/problems.ts';
import { assertOften, it, property } from '../kit/test.ts';
import { anyTypo, plans, readings, type Typo, typos, withTypo } from '../kit/typos.ts';

const of = (text: string) => allowances(parse(text), problemsOf(text));
const titles = (text: string) => of(text).map(({ title }) => sayMessage(title, 'en'));
const allowed = (text: string, { at, before, after }: Allowance, reason = '') =>
  apply(text, [{ span: { start: at, end: at }, text: before + reason + after }]);

/** Texts over several lines, and lists in brackets over several lines. */
const folds: Typo[] = [
  [/owner: /g, 'owner:\n                      '],
  [/audience: \[/g, 'audience: [\n                  '],
  [/title: (?=[^\n]*\n)/g, "title: 'Two\n                lines' #"],
  [/(?<=\n)purpose:\n {2}need: [^\n]*\n/g, 'purpose:\n  need: |+ # folded\n    a\n    # b\n\n'],
];

describe('exceptions that are written with one click', () => {
  property('take away their problems and change nothing else', 60, (trials) => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(anyTypo([...typos, ...folds]), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (plan, list, crlf) => {
          const lf = list.reduce(withTypo, plan);
          const text = crlf ? lf.replaceAll('\n', '\r\n') : lf;
          const { plan: old, problems: before } = examined(text, readings.get(plan));
          for (const allowance of allowances(old, before)) {
            tried++;
            const after = allowed(text, allowance, 'agreed');
            const { plan: fresh, problems } = examined(after, old);
            assert.deepEqual(fresh.root && toData(fresh.root.node), old.root && toData(old.root.node), after);
            assert.equal(fresh.errors.length, old.errors.length);
            const length = after.length - text.length;
            const shown = ({ code, span: { start, end } }: Problem, by = 0) =>
              `${code} ${start + (start >= allowance.at ? by : 0)} ${end - start}`;
            const gone = new Set(allowance.problems.map((problem) => shown(problem)));
            const left = before.filter((problem) => !gone.has(shown(problem)));
            assert.deepEqual(
              problems.map((problem) => shown(problem)).sort(),
              left.map((problem) => shown(problem, length)).sort(),
              after,
            );
            if (crlf) assert.doesNotMatch(after, /[^\r]\n/);
          }
        },
      ),
      trials,
    );
    assertOften(tried, 1 / 2, trials, 'exceptions');
  });

  it('stand above the line with its indentation, or at the top of the file behind what stands there', () => {
    const text = `# A plan.\n---\n# For the board.\n\n${cleanPlan.replace('owner: Cy', 'owner: TBD')}`;
    const about = (source: string, code: string) =>
      of(source).filter(({ problems }) => problems.some((problem) => problem.code === code)) as [Allowance, Allowance];
    const [owner, file] = about(text, 'strategy-without-owner');
    assert.match(
      allowed(text, owner),
      /\n {6}# levers-ignore-next-line strategy-without-owner: \n {6}- \{ use: ai-governance/,
    );
    assert.match(
      allowed(text, file),
      /^# A plan\.\n---\n# For the board\.\n# levers-ignore-file strategy-without-owner: \n\nversion/,
    );
    assert.match(
      allowed(
        cleanPlan.replace('owner: Cy', 'owner: TBD'),
        about(cleanPlan.replace('owner: Cy', 'owner: TBD'), 'coverage-below-four')[1],
      ),
      /^# levers-ignore-file coverage-below-four: \nversion/,
    );
  });

  it('are one for several problems with one code on a line, and stack for several codes', () => {
    const flow = cleanPlan.replace(
      /strategies:\n.*executive-briefings.*/,
      'strategies: [{ use: executive-briefings, audience: [leads] }, { use: leader-led-training, audience: [leads] }]',
    );
    const mine = of(flow).filter(({ problems }) => problems[0]?.code === 'strategy-without-owner');
    assert.deepEqual(
      mine.map(({ problems }) => problems.length),
      [2, 2],
    );
  });

  it('are not offered twice, and not for what has to be put right', () => {
    const text = cleanPlan.replace('owner: Cy', 'owner: TBD').replace('[agents]', '[agnets]');
    assert.ok(titles(text).every((title) => !title.includes('unknown-stakeholder')));
    const [owner] = of(text).filter(({ problems }) => problems[0]?.code === 'strategy-without-owner');
    const once = allowed(text, owner as Allowance);
    assert.deepEqual(
      titles(once).filter((title) => title.includes('strategy-without-owner')),
      ['Allow strategy-without-owner in the whole file, with a reason'],
    );
    for (const { problems } of of(text)) for (const { code } of problems) assert.ok(mayAllow(code));
  });
});
