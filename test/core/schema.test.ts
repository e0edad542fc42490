/** The schema of the format: strict, without branches that would double errors, and its own examples hold. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import type { ValidateFunction } from 'ajv';
import { violations } from '../../server/src/core/model/formatCheck.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
import { ajv, annotations, schemaFile } from '../kit/schemas.ts';
import { it } from '../kit/test.ts';

/** Every schema inside the schema, with its path. */
function* inner(node: unknown, path = '#'): Iterable<[string, Record<string, unknown>]> {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) yield [path, node as Record<string, unknown>];
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'examples' && !annotations.includes(key)) yield* inner(value, `${path}/${key}`);
  }
}

/** The least number of examples in each. */
const schemas = { plan: 20, catalog: 20, config: 5 };

for (const [name, least] of Object.entries(schemas)) {
  const schema = schemaFile(`levers-${name}.schema.json`);

  describe(`the ${name} schema`, () => {
    it('compiles strictly', () => assert.ok(ajv().compile(schema)));

    it('has no branches, so that a mistake is never reported for each of them', () => {
      for (const [path, node] of inner(schema)) assert.ok(!('anyOf' in node || 'oneOf' in node), path);
    });

    it('takes its own examples', () => {
      const all = ajv(false).addSchema(schema, 'schema');
      let count = 0;
      for (const [path, node] of inner(schema)) {
        const examples = [
          ...((node.examples as unknown[]) ?? []),
          ...((node['x-zh-CN'] as { examples?: unknown[] })?.examples ?? []),
        ];
        if (!examples.length) continue;
        const validate = all.getSchema(`schema${path}`) as ValidateFunction;
        for (const example of examples) {
          count++;
          assert.ok(validate(example), `${path}: ${JSON.stringify(example)} ${JSON.stringify(validate.errors)}`);
        }
      }
      assert.ok(count >= least);
    });
  });
}

describe('the plan schema', () => {
  it('takes keys of one’s own everywhere but among the levers', () => {
    const plan = parse(
      cleanPlan
        .replace('plan:\n', 'x-a: 1\nplan:\n  x-b: 2\n')
        .replace('{ use:', '{ x-c: 3, use:')
        .replace('- { id: weekly-use', '- { x-d: 4, id: weekly-use'),
    );
    assert.deepEqual(violations(plan), []);
    assert.deepEqual(
      problemsOf(cleanPlan.replace('levers:\n', 'levers:\n  x-luck: {}\n')).map(({ code }) => code),
      ['unknown-key'],
    );
  });
});

describe('the examples', () => {
  for (const name of readdirSync('examples')) {
    const draft = name.startsWith('first-draft');
    it(`${name} ${draft ? 'shows what the tool finds' : 'is without errors and warnings'}`, () => {
      const grave = problemsOf(readFileSync(`examples/${name}`, 'utf8')).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      if (draft)
        assert.ok(
          grave.length >= 5 &&
            grave.every((problem) => problem.code === 'unreadable-text' || problem.fixes().length > 0),
        );
      else
        assert.deepEqual(
          grave.map(({ code }) => code),
          [],
        );
    });
  }
});
