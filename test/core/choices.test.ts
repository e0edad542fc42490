/** Everyday words for the choices of the format. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { choicesMeant } from '../../server/src/core/schema/choices.ts';
import { catalogFormat, planFormat, type Shape, shapeAt } from '../../server/src/core/schema/schema.ts';
import { it } from '../kit/test.ts';

const strategy = ['levers', 'values', 'strategies', 0];

function shape(...path: (string | number)[]): Shape {
  const found = shapeAt(path);
  assert.ok(found);
  return found;
}

/** Every shape with choices, with its path. */
function* choosing(at: Shape, path: string, seen: ReadonlySet<Shape>): Iterable<[string, Shape]> {
  if (seen.has(at)) return;
  const above = new Set([...seen, at]);
  if (at.enum) yield [path, at];
  for (const key of at.keys) yield* choosing(at.key(key) as Shape, `${path}.${key}`, above);
  if (at.items) yield* choosing(at.items, `${path}[]`, above);
}

const all = [...choosing(planFormat.shape, 'plan', new Set()), ...choosing(catalogFormat.shape, 'catalog', new Set())];

describe('everyday words', () => {
  it('are known for every choice but those that name the levers and what the format calls a caution', () => {
    for (const [path, { enum: choices = [], words }] of all) {
      if (/\.(lever|caution)$/.test(path)) continue;
      for (const choice of choices) assert.ok((words?.get(choice)?.length ?? 0) > 1, `${path}: ${choice}`);
      assert.deepEqual([...(words?.keys() ?? [])], choices, path);
    }
  });

  it('never name a choice that is another word of the same place', () => {
    for (const [path, at] of all) {
      for (const choice of at.enum ?? []) assert.deepEqual(choicesMeant(at, choice), [choice], path);
      for (const [choice, words] of at.words ?? []) {
        for (const word of words) assert.ok(choicesMeant(at, word).includes(choice), `${path}: ${word}`);
      }
    }
  });

  it('are what people write for the status of a strategy', () => {
    const status = shape(...strategy, 'status');
    const means: Record<string, string> = {
      planned: 'planned, Not Started, todo, to do, To-Do, open, 未开始, 待开始',
      'in-progress': 'doing, ongoing, WIP, started, In Progress, in_progress, inProgress, 进行中, 执行中',
      done: 'completed, complete, Finished, ☑, ✓, ✅ Done, done., 已完成, 完成',
      paused: 'on hold, On-Hold, blocked, 暂停, 搁置',
      cancelled: 'canceled, Cancelled, dropped, 取消, 已取消',
    };
    for (const [choice, words] of Object.entries(means))
      for (const word of words.split(', ')) assert.deepEqual(choicesMeant(status, word), [choice], word);
  });

  it('are what people write for a rating, and of two both', () => {
    for (const at of [
      shape('stakeholders', 0, 'impact'),
      shape('risks', 0, 'likelihood'),
      shape('risks', 0, 'impact'),
    ]) {
      const means: Record<string, string> = {
        low: 'L, LOW, 低',
        medium: 'M, med, Med., 中, 中等',
        high: 'H, hi, High, 高',
      };
      for (const [choice, words] of Object.entries(means))
        for (const word of words.split(', ')) assert.deepEqual(choicesMeant(at, word), [choice], word);
      assert.deepEqual(choicesMeant(at, 'M/H'), ['medium', 'high']);
      assert.deepEqual(choicesMeant(at, 'low to medium'), ['low', 'medium']);
    }
  });

  it('are none where a text says something else', () => {
    const status = shape(...strategy, 'status');
    for (const text of ['', ' ', 'not done', 'nearly done', 'see the minutes', 'x'.repeat(100)])
      assert.deepEqual(choicesMeant(status, text), [], text);
  });
});
