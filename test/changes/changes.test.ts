/** Runs the specification of every kind of change. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { compare } from '../../server/src/core/compare/compare.ts';
import { Comparison } from '../../server/src/core/compare/comparison.ts';
import { kinds } from '../../server/src/core/compare/kinds/index.ts';
import { compareTogether, togetherKinds } from '../../server/src/core/compare/together.ts';
import { locales, sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { changeExamples } from '../kit/changeSpec.ts';
import { completed } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

const folder = 'test/changes';
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('changes', () => {
  it('have a specification for each kind, and a kind for each specification', () => {
    assert.deepEqual(
      files.map((name) => name.slice(0, -3)).sort(),
      [...kinds, ...togetherKinds].map(({ id }) => id).sort(),
    );
  });

  for (const name of files) {
    const id = name.slice(0, -3);
    describe(id, () => {
      const examples = changeExamples(readFileSync(`${folder}/${name}`, 'utf8'));
      it('is said, and not said where something else changes', () => {
        const says = ({ said }: (typeof examples)[number]) => said.en.some((line) => line.split(' ')[1] === `${id}:`);
        assert.ok(says(examples[0] as (typeof examples)[number]));
        assert.ok(!examples.every(says));
      });
      for (const { heading, line, before, after, beside, said } of examples) {
        it(`${heading} (line ${line})`, () => {
          for (const locale of locales) {
            const side = (text: string) => ({ plan: parse(text), context: { ...context, locale } });
            const others = beside === undefined ? undefined : [side(completed(beside))];
            const found = others
              ? compareTogether([side(before), ...others], [side(after), ...others], context.today as string)
              : compare(new Comparison(side(before), side(after)));
            const lines = found.map(({ level, kind, message }) => `${level} ${kind}: ${sayMessage(message, locale)}`);
            assert.deepEqual(lines, said[locale]);
          }
        });
      }
    });
  }
});
