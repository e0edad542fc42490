/** Where names stand: each is told with what it names, and marked in the text by `«…»`, with `=` where it introduces. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { names } from '../../server/src/core/model/declaredIds.ts';
import { parse, parseCatalog } from '../../server/src/core/model/parse.ts';
import type { Reading } from '../../server/src/core/model/reading.ts';
import { occurrences, occurrencesAt, sameNamed } from '../../server/src/core/model/references.ts';
import { cursor } from '../kit/cursor.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it, property } from '../kit/test.ts';
import { anyTypo, plans, typos, withTypo } from '../kit/typos.ts';

const told = (text: string, read: (text: string) => Reading = parse) =>
  occurrences(read(text)).map(({ kind, name, span, introduces }) => {
    const source = text.slice(span.start, span.end);
    return `${kind}${introduces ? ' =' : ''} ${name}${source === name ? '' : ` as ${JSON.stringify(source)}`}`;
  });

describe('occurrences', () => {
  it('are found for every id and person of a plan', () => {
    assert.deepEqual(told(cleanPlan), [
      'person Ana',
      'person Tom',
      'stakeholder = agents',
      'stakeholder = leads',
      'catalog executive-briefings',
      'strategy = executive-briefings',
      'person Tom',
      'stakeholder leads',
      'measure weekly-use',
      'catalog ai-change-network',
      'strategy = ai-change-network',
      'person Bo',
      'stakeholder agents',
      'measure weekly-use',
      'catalog ai-purpose-value',
      'strategy = ai-purpose-value',
      'person Ana',
      'stakeholder agents',
      'measure weekly-use',
      'catalog ai-governance',
      'strategy = ai-governance',
      'person Cy',
      'stakeholder agents',
      'measure weekly-use',
      'measure = weekly-use',
      'risk = fear',
      'stakeholder agents',
      'milestone = pilot',
    ]);
  });

  const inStrategy = (lines: string) => told(`levers:\n  values:\n    strategies:\n      - ${lines}\n`);

  it('of a strategy with an id of its own are not its name in the catalog', () => {
    assert.deepEqual(inStrategy('use: live-demos\n        id: demos'), ['catalog live-demos', 'strategy = demos']);
    assert.deepEqual(inStrategy('id: demos\n        title: Demos'), ['strategy = demos']);
    assert.deepEqual(inStrategy('use: live-demos\n        id:'), ['catalog live-demos', 'strategy = live-demos']);
  });

  it('tell a milestone from a strategy by what has the name', () => {
    const text = `levers: { values: { strategies: [{ id: a, dependsOn: [m, a, gone] }] } }\nmilestones: [{ id: m }]\n`;
    assert.deepEqual(told(text), ['strategy = a', 'milestone m', 'strategy a', 'strategy gone', 'milestone = m']);
  });

  it('leave the quotes out, and mark the whole value where it is written otherwise', () => {
    assert.deepEqual(inStrategy(`{ owner: "Ana Ruiz", audience: ['a', b] }`), [
      'person Ana Ruiz',
      'stakeholder a',
      'stakeholder b',
    ]);
    assert.deepEqual(inStrategy('owner: " Ana "'), ['person Ana']);
    assert.deepEqual(inStrategy(`owner: 'Pat O''Neil'`), [`person Pat O'Neil as "'Pat O''Neil'"`]);
    assert.deepEqual(inStrategy('owner: "\\u0041na"'), ['person Ana as "\\"\\\\u0041na\\""']);
    assert.deepEqual(inStrategy('owner: Ana\n          Ruiz'), ['person Ana Ruiz as "Ana\\n          Ruiz"']);
    assert.deepEqual(inStrategy('owner: |\n          Ana\n'), ['person Ana']);
  });

  it('in a text that stands instead of a list are its words', () => {
    assert.deepEqual(inStrategy('audience: a, b、 c-d'), ['stakeholder a', 'stakeholder b', 'stakeholder c-d']);
    assert.deepEqual(inStrategy(`audience: "a, a"`), ['stakeholder a', 'stakeholder a']);
    const text = `levers: { values: { strategies: [{ audience: "ab, b" }] } }`;
    assert.deepEqual(
      occurrences(parse(text)).map(({ span }) => text.slice(span.start - 1, span.end + 1)),
      ['"ab,', ' b"'],
    );
    // What the entry itself says of its words stands there too.
    const [strategy] = parse(text).strategies;
    assert.deepEqual(
      strategy?.words('audience').map(({ span }) => text.slice(span.start, span.end)),
      ['ab', 'b'],
    );
  });

  it('are no words for every group, for nobody yet, and nothing that is no text', () => {
    assert.deepEqual(inStrategy('{ owner: TBD, audience: all }'), []);
    assert.deepEqual(inStrategy('{ owner: 待定, audience: [all, a] }'), ['stakeholder a']);
    assert.deepEqual(inStrategy('{ owner: , audience: [], measures: [1, {}, ""], x-owner: Ana, ownr: Bo }'), []);
    // A risk names groups one by one.
    assert.deepEqual(told('risks: [{ stakeholders: [all] }]'), ['stakeholder all']);
  });

  it('under a lever that is called otherwise count, under a key that is written twice introduce nothing', () => {
    assert.deepEqual(told('levers:\n  Leader:\n    strategies:\n      - id: a\n'), ['strategy = a']);
    assert.deepEqual(told('measures:\n  - id: a\n    id: b\n'), ['measure = a', 'measure b']);
    assert.deepEqual(told('milestones:\n  - id: a\nmilestones:\n  - id: b\n'), ['milestone = a', 'milestone b']);
  });

  it('are found in a catalog of a team', () => {
    const text = readFileSync('test/kit/levers.catalog.yaml', 'utf8');
    const found = told(text, parseCatalog);
    assert.ok(found.some((one) => /^catalog = /.test(one)) && found.every((one) => one.startsWith('catalog ')));
    assert.deepEqual(told('strategies: [{ id: a, seeAlso: [b] }]\nhide: [c]\n', parseCatalog), [
      'catalog = a',
      'catalog b',
      'catalog c',
    ]);
  });

  property('introduce exactly the ids that the plan has, whatever is written wrong', 150, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.array(anyTypo(typos), { maxLength: 3 }), (text, list) => {
        const plan = parse(list.reduce(withTypo, text));
        const known = names(plan);
        for (const kind of ['stakeholder', 'measure', 'risk', 'milestone', 'strategy'] as const) {
          const introduced = occurrences(plan).filter((one) => one.kind === kind && one.introduces);
          assert.deepEqual(new Set(introduced.map(({ name }) => name)), new Set(known[kind].keys()));
        }
        for (const { span, name } of occurrences(plan)) {
          const source = plan.text.slice(span.start, span.end);
          assert.ok(source === name || /[\n'\\]/.test(source), `${name}: ${source}`);
        }
      }),
      trials,
    );
  });
});

describe('places of the same name', () => {
  /** Where the name at the cursor stands, as the rest of its line from there. */
  const same = (marked: string) => {
    const { text, offset } = cursor(marked);
    const plan = parse(text);
    const [one] = occurrencesAt(plan, offset);
    return (
      one &&
      sameNamed(plan, one)
        .map(({ span }) => `${text.slice(0, span.start).split('\n').length}`)
        .join(' ')
    );
  };

  const plan = `levers:
  values:
    strategies:
      - use: live-demos
      - use: live-demos
        id: again
      - use: super-users
        dependsOn: [live-demos]
        owner: ana RUIZ
        x-lead: Ana Ruiz
  rewards:
    lead: Ana Ruiz
measures:
  - id: live-demos
risks:
  - addressedBy: [live-demos, super-users]
    owner: Ana  Ruiz
`;
  const on = (word: string, nth = 0) => {
    let at = -1;
    for (let i = 0; i <= nth; i++) at = plan.indexOf(word, at + 1);
    return `${plan.slice(0, at)}‸${plan.slice(at)}`;
  };

  it('are those of a strategy and of its name in the catalog, where it goes by that', () => {
    for (const nth of [0, 1, 2, 4]) assert.equal(same(on('live-demos', nth)), '4 5 8 16');
    assert.equal(same(on('live-demos', 3)), '14');
    assert.equal(same(on('super-users')), '7 16');
    assert.equal(same(on('again')), '6');
  });

  it('are not those of a name in the catalog that something else has as its id', () => {
    const clash = 'levers: { values: { strategies: [{ use: a, id: b }, { use: b, id: c, dependsOn: [b‸] }] } }';
    const { text, offset } = cursor(clash);
    const reading = parse(text);
    const [one] = occurrencesAt(reading, offset);
    assert.ok(one);
    assert.deepEqual(
      sameNamed(reading, one).map(({ kind }) => kind),
      ['strategy', 'strategy'],
    );
  });

  it('are those of a person, in either case, with one blank or two', () => {
    assert.equal(same(on('ana RUIZ')), '9 12 17');
  });
});
