/** Comparison of two versions: the same plan written otherwise says nothing, and no text makes it fail. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { compare } from '../../server/src/core/compare/compare.ts';
import { Comparison } from '../../server/src/core/compare/comparison.ts';
import { formatting } from '../../server/src/core/formatter/format.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { changeExamples } from '../kit/changeSpec.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { chance, randomStyle } from '../kit/randomStyle.ts';
import { it, property } from '../kit/test.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const examples = readdirSync('examples').flatMap((name) =>
  name.endsWith('.levers.yaml') ? read(`examples/${name}`) : [],
);
const specified = readdirSync('test/changes').flatMap((name) =>
  name.endsWith('.md') ? changeExamples(read(`test/changes/${name}`)) : [],
);
/** Plans that can be read, whose exceptions do not matter: comments are lost when a plan is written anew. */
const plans = [cleanPlan, ...examples, ...specified.map(({ after }) => after)]
  .filter((text) => parse(text).errors.length === 0)
  .map((text) => text.replace(/#\s*levers-ignore.*/g, ''));

/** What is said of two texts. */
function said(before: string, after: string): string[] {
  const side = (text: string) => ({ plan: parse(text), context });
  return compare(new Comparison(side(before), side(after))).map(
    ({ kind, message }) => `${kind}: ${sayMessage(message, 'en')}`,
  );
}

/** The same data with its keys and the entries of its lists in another order. */
function shuffled(data: unknown, pick: (below: number) => number): unknown {
  const mixed = <T>(all: readonly T[]): T[] =>
    all
      .map((one) => ({ one, at: pick(1_000_000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  if (Array.isArray(data)) return mixed(data).map((item) => shuffled(item, pick));
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(mixed(Object.entries(data)).map(([key, value]) => [key, shuffled(value, pick)]));
}

describe('a comparison', () => {
  property('says nothing of a plan that is written in another style and order', 400, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.nat(1_000_000), fc.boolean(), (text, seed, isFormatted) => {
        const { root } = parse(stringify(shuffled(toData(parse(text).root?.node as never), chance(seed))));
        const styled = root ? randomStyle(root, seed) : text;
        const other = isFormatted ? apply(styled, formatting(parse(styled), { tabSize: 2 })) : styled;
        assert.deepEqual(said(text, other), []);
        assert.deepEqual(said(other, text), []);
      }),
      trials,
    );
  });

  it('says nothing of a plan and itself', () => {
    for (const text of [...examples, ...specified.flatMap(({ before, after }) => [before, after])])
      assert.deepEqual(said(text, text), []);
  });

  it('tells its changes apart by what they are about', () => {
    for (const before of examples) {
      for (const after of [...examples, before.replace(/\bpending\b|\bapproved\b/g, 'rejected')]) {
        const side = (text: string) => ({ plan: parse(text), context });
        const all = compare(new Comparison(side(before), side(after))).map(({ identity }) => identity);
        assert.deepEqual(
          all.filter((identity, index) => all.indexOf(identity) !== index),
          [],
        );
      }
    }
  });

  it('is about the same whatever the plan is called', () => {
    const [was, is] = [cleanPlan, cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-05-24\n  solution: Drafts')];
    const identities = (title: string) => {
      const side = (text: string) => ({ plan: parse(text.replace('AI assist for the service desk', title)), context });
      return compare(new Comparison(side(was), side(is))).map(({ identity }) => identity);
    };
    assert.equal(identities('Drafts for the desk').length, 2);
    assert.deepEqual(identities('Drafts for the desk'), identities('The desk'));
  });

  property('says something whenever one value is another', 300, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.nat(100_000), (text, nth) => {
        const data = toData(parse(text).root?.node as never) as Record<string, unknown>;
        const places: (readonly [holder: Record<string, unknown>, key: string])[] = [];
        const walk = (part: unknown) => {
          if (part === null || typeof part !== 'object') return;
          for (const [key, value] of Object.entries(part)) {
            if (value !== null && typeof value === 'object') walk(value);
            else if (key !== 'version') places.push([part as Record<string, unknown>, key]);
          }
        };
        walk(data);
        fc.pre(places.length > 0);
        const [holder, key] = places[nth % places.length] as (typeof places)[number];
        const value = holder[key];
        holder[key] = typeof value === 'number' ? value + 7 : `other-${value}`;
        const other = stringify(data);
        assert.ok(said(text, other).length > 0, `${key}: ${value}`);
        assert.ok(said(other, text).length > 0, `${key}: ${value}`);
      }),
      trials,
    );
  });

  it('says something of each two examples, and fails for none', () => {
    for (const one of examples) for (const other of examples) assert.equal(said(one, other).length > 0, one !== other);
  });

  property('fails for no text, however broken', 150, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(40_000), fc.nat(40_000), fc.nat(300), (text, from, to, cut) => {
        const at = from % text.length;
        said(text, text.slice(0, to % text.length));
        said(text.slice(0, at) + text.slice(at + cut), text);
      }),
      trials,
    );
  });
});
