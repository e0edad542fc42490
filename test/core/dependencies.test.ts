/** What waits for what: circles in any tangle of links. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { dependencies } from '../../server/src/core/analysis/dependencies.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { property, sweep } from '../kit/test.ts';

/** A plan whose strategy `s0`, `s1` … waits for those that `links` names. */
function planOf(links: readonly (readonly number[])[]) {
  const items = links.map(
    (own, n) => `      - { id: s${n}, title: S, dependsOn: [${own.map((to) => `s${to}`).join(', ')}] }\n`,
  );
  return parse(`levers:\n  values:\n    strategies:\n${items.join('')}`);
}

/** Whether taking away, again and again, what waits for nothing leaves nothing. */
function isFree(links: readonly (readonly number[])[]): boolean {
  const left = new Map(links.map((own, n) => [n, own]));
  for (;;) {
    const done = [...left].filter(([, own]) => !own.some((to) => left.has(to)));
    if (done.length === 0) return left.size === 0;
    for (const [n] of done) left.delete(n);
  }
}

describe('dependencies', () => {
  property('name circles that begin with their first strategy, wherever something waits for itself', 300, (trials) => {
    const graph = fc
      .integer({ min: 1, max: 8 })
      .chain((size) =>
        fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(graph, (links) => {
        const { circles, inCircle, links: all } = dependencies(planOf(links));
        for (const circle of circles) {
          const starts = circle.map(({ from }) => from.at.start);
          assert.equal(starts[0], Math.min(...starts));
          assert.equal(new Set(starts).size, starts.length);
          for (const [index, link] of circle.entries()) {
            assert.ok(inCircle(link));
            assert.equal(link.to, circle[(index + 1) % circle.length]?.from);
          }
        }
        assert.equal(circles.length === 0, isFree(links));
        // A link is in a circle exactly if what it leads to leads back.
        const number = (id: string | undefined) => Number(id?.slice(1));
        const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
          from === to ||
          (!seen.has(from) && (links[from] as readonly number[]).some((next) => reaches(next, to, seen.add(from))));
        for (const link of [...all.values()].flat()) {
          assert.equal(inCircle(link), reaches(number(link.use.value), number(link.from.id?.value)));
        }
      }),
      trials,
    );
  });

  sweep('are walked without regard to how long a chain is', () => {
    const size = 10_000;
    const { circles } = dependencies(planOf(Array.from({ length: size }, (_, n) => [(n + 1) % size])));
    assert.equal(circles.length, 1);
    assert.equal(circles[0]?.length, size);
  });
});
