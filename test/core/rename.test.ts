/** Renaming: the same plan afterwards with another name in it, and every other byte as it was. `‸` is the cursor. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { isRefusal, renamable, rename } from '../../server/src/core/edits/rename.ts';
import { locales, say, sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse, parseCatalog } from '../../server/src/core/model/parse.ts';
import { folded, isPlaceholder } from '../../server/src/core/model/personName.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { familyOf, type Occurrence, occurrences, sameNamed } from '../../server/src/core/model/references.ts';
import { toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cursor } from '../kit/cursor.ts';
import { generatedPlan, ids, people } from '../kit/generated.ts';
import { cleanPlan } from '../kit/plan.ts';
import { assertOften, it, property } from '../kit/test.ts';
import { anyTypo, comments, plans, typos, withTypo } from '../kit/typos.ts';

/** The text with the name at the cursor changed, or why it is not. */
function renamed(marked: string, to: string): string {
  const { text, offset } = cursor(marked);
  const result = rename(parse(text), offset, to);
  if (!result) return 'no name';
  return isRefusal(result) ? sayMessage(result.refused, 'en') : apply(text, result);
}

/** The clean plan with the cursor in the `nth` occurrence of a word. */
function on(word: string, nth = 0, text = cleanPlan): string {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(word, at + 1);
  assert.ok(at >= 0, word);
  return `${text.slice(0, at + 1)}‸${text.slice(at + 1)}`;
}

describe('rename', () => {
  it('changes an id everywhere, from wherever it is named', () => {
    const expected = cleanPlan.replaceAll('agents', 'clerks');
    for (const nth of [0, 1, 2, 3, 4]) assert.equal(renamed(on('agents', nth), 'clerks'), expected);
    const waves = cleanPlan.replace('kind: pilot }', 'kind: go-live, audience: [agents] }');
    for (const nth of [0, 5])
      assert.equal(renamed(on('agents', nth, waves), 'clerks'), waves.replaceAll('agents', 'clerks'));
    assert.equal(renamed(on('weekly-use'), 'daily-use'), cleanPlan.replaceAll('weekly-use', 'daily-use'));
    assert.equal(renamed(on('fear'), 'dread'), cleanPlan.replace('id: fear', 'id: dread'));
    assert.equal(renamed(on('pilot'), 'trial'), cleanPlan.replace('id: pilot', 'id: trial'));
  });

  it('changes a person everywhere, however the name is capitalized', () => {
    const text = cleanPlan.replace('owner: Ana,', 'owner: ANA,');
    assert.equal(
      renamed(on('Ana', 0, text), 'Ana Ruiz'),
      text.replace('owner: Ana\n', 'owner: Ana Ruiz\n').replace('owner: ANA,', 'owner: Ana Ruiz,'),
    );
    // Two spellings become one.
    assert.equal(renamed(on('Bo,'), 'Ana'), cleanPlan.replace('Bo,', 'Ana,'));
    // The same name, written otherwise.
    assert.equal(renamed(on('ANA', 0, text), 'Ana'), cleanPlan);
  });

  it('keeps quotes, and writes what needs them in quotes', () => {
    const plan = (owner: string) => `plan:\n  owner: ${owner} # Ana\n`;
    assert.equal(renamed(plan("'A‸na'"), "Pat O'Neil"), plan("'Pat O''Neil'"));
    assert.equal(renamed(plan('"A‸na"'), 'Sam "S" Lee'), plan('"Sam \\"S\\" Lee"'));
    assert.equal(renamed(plan('A‸na'), 'Lead: sales'), plan('"Lead: sales"'));
    assert.equal(renamed(plan('A‸na'), '#1'), plan('"#1"'));
    assert.equal(renamed(plan('A‸na'), '  Bo '), plan('Bo'));
    assert.equal(renamed(plan('"\\u0041n‸a"'), 'Bo'), plan('"Bo"'));
    assert.equal(renamed('measures: [{ id: u‸se }]', '2024'), 'measures: [{ id: "2024" }]');
    assert.equal(renamed('risks: [{ stakeholders: "a‸b, b" }]', 'x'), 'risks: [{ stakeholders: "x, b" }]');
    assert.equal(renamed('risks: [{ stakeholders: "a‸b, \\u0062, ab" }]', 'x'), 'risks: [{ stakeholders: "x, b, x" }]');
  });

  it('refuses an id that is taken or malformed, and says why', () => {
    assert.equal(renamed(on('agents'), 'leads'), '`leads` is already taken, in line 19.');
    for (const id of ['', 'Office Staff', 'a--b', '变更', 'a_b']) {
      assert.match(renamed(on('agents'), id), /^An id has only lower-case letters/);
    }
    assert.match(renamed(on('agents'), 'Office Staff'), /such as `office-staff`\.$/);
    assert.match(renamed(on('agents'), 'x'.repeat(65)), /at most 64 characters/);
    assert.equal(renamed(on('agents'), 'all'), '`all` means every group. Choose another id.');
    // An id is taken among its like.
    assert.equal(renamed(on('agents'), 'pilot'), cleanPlan.replaceAll('agents', 'pilot'));
    const own = cleanPlan.replace('use: executive-briefings', 'use: executive-briefings, id: briefs');
    assert.match(renamed(on('briefs', 0, own), 'pilot'), /already taken, in line 40/);
    assert.match(renamed(on('pilot', 0, own), 'briefs'), /already taken/);
    assert.equal(renamed(on('agents'), 'agents'), cleanPlan);
  });

  it('lets a reference that leads nowhere be led somewhere', () => {
    const text = cleanPlan.replaceAll('[agents]', '[agnets]');
    assert.equal(renamed(on('agnets', 0, text), 'agents'), cleanPlan);
  });

  it('refuses to make a person nobody', () => {
    for (const name of ['', ' ', 'TBD', '待定']) assert.match(renamed(on('Ana'), name), /^A name is needed/);
    assert.match(renamed(on('Ana'), 'Ana\nBo'), /^A name stands in one line/);
  });

  it('leaves names of the catalog as they are', () => {
    assert.match(renamed(on('ai-governance'), 'loop'), /goes by its name in the catalog/);
    const text = cleanPlan.replace('use: ai-governance', 'dependsOn: [ai-purpose-value], use: ai-governance');
    assert.match(renamed(on('ai-purpose-value', 1, text), 'x'), /goes by its name in the catalog/);
    const own = cleanPlan.replace('use: ai-governance', 'use: ai-governance, id: loop');
    assert.match(renamed(on('ai-governance', 0, own), 'x'), /goes by its `id`/);
    const file = 'strategies: [{ id: clinics }]';
    const refused = renamable(parseCatalog(file), file.indexOf('clinics'));
    assert.ok(refused && isRefusal(refused));
  });

  it('does not rename half: what could not be read may hold the name too', () => {
    const broken = (value: string) => cleanPlan.replace('audience: [leads]', `audience: ${value}`);
    assert.match(renamed(on('agents', 0, broken('[agents, leads')), 'x'), /^Line \d+ is not written as it must be/);
    assert.equal(
      renamed(on('weekly-use', 0, cleanPlan.replace('id: weekly-use,', 'id: weekly-use, unit: "%')), 'x'),
      'Line 36 is not written as it must be, and the name may stand there too. Put that right first.',
    );
    // Nor where a key is misspelt, stands in the wrong place, or is missing.
    const stray = (from: string, to: string) => cleanPlan.replace(from, to);
    assert.match(renamed(on('Tom', 0, stray('owner: Tom', 'ownr: Tom')), 'x'), /^Line 23 is not written/);
    assert.match(renamed(on('agents', 0, stray('risks:', 'risk:')), 'x'), /^Line 37 is not written/);
    assert.match(renamed(on('agents', 0, stray('\nrisks:\n', '\nrisks:\n  - agents\n')), 'x'), /^Line 38 is not/);
    assert.match(renamed(on('Tom', 0, stray('owner: Tom', 'owner: [TOM]')), 'x'), /^Line 23 is not written/);
    const note = stray('owner: Tom', 'x-note: Tom');
    assert.equal(renamed(on('Tom', 0, note), 'Tim'), note.replace('sponsor: Tom', 'sponsor: Tim'));
    // Prose holds no names.
    const prose = cleanPlan.replace('need: Simple', 'need: "Simple');
    assert.equal(renamed(on('agents', 0, prose), 'x'), prose.replaceAll('agents', 'x'));
    const conflict = `<<<<<<< a\n${cleanPlan}=======\n${cleanPlan}>>>>>>> b\n`;
    assert.match(renamed(on('agents', 0, conflict), 'x'), /^Line 1 is not written/);
    assert.match(renamed(on('Tom', 0, `owner: "Tom\n${cleanPlan}`), 'x'), /^(Line 1 |no name)/);
  });

  it('says its reason in the language of the reader', () => {
    const text = cleanPlan;
    const at = text.indexOf('agents');
    const result = rename(parse(text), at, 'leads');
    assert.ok(result && isRefusal(result));
    const said = locales.map((locale) => say(result.refused.text, locale, result.refused.data));
    assert.deepEqual(said[1], '`leads` 已经用过（第 19 行）。');
  });
});

/** Where each family of names stands in the data of a plan, told by hand: keys whose values are names, and lists of names. */
const places = {
  stakeholder: { ids: ['stakeholders'], keys: ['audience', 'stakeholders'] },
  measure: { ids: ['measures'], keys: ['measures'] },
  risk: { ids: ['risks'], keys: [] },
  strategy: { ids: ['strategies', 'milestones'], keys: ['dependsOn', 'addressedBy'] },
} as const;
const personKeys = new Set(['owner', 'sponsor', 'lead', 'sender', 'to', 'by', 'name']);
const personLists = new Set(['approvals']);

/** The data of a plan with a name in place of another. */
function withName(
  data: unknown,
  { kind, name }: Pick<Occurrence, 'kind' | 'name'>,
  to: string,
  under: readonly string[] = [],
): unknown {
  const [key = '', holder = ''] = under;
  if (typeof data === 'string') {
    if (kind === 'person') {
      // A group is no person, nor is what someone does by a day.
      const isPerson =
        personKeys.has(key) && (key !== 'name' || personLists.has(holder)) && !(key === 'by' && holder !== 'decisions');
      return isPerson && folded(data) === folded(name) && !isPlaceholder(data) ? to : data;
    }
    const { ids, keys } = places[familyOf(kind) as keyof typeof places];
    if (key === 'id' && (ids as readonly string[]).includes(holder)) return data === name ? to : data;
    if (!(keys as readonly string[]).includes(key)) return data;
    if (under[1] === 'item') return data === name ? to : data;
    return data.replace(/[^,，、\s](?:[^,，、]*[^,，、\s])?/g, (word) => (word === name ? to : word));
  }
  if (Array.isArray(data)) {
    return data.map((item) => withName(item, { kind, name }, to, typeof item === 'string' ? [key, 'item'] : [key]));
  }
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([inner, value]) => [
      inner,
      // What is under a key of the author's own is nobody's business.
      inner.startsWith('x-') ? value : withName(value, { kind, name }, to, [inner, key]),
    ]),
  );
}

const plain = (plan: Plan) => withName(plan.root && toData(plan.root.node), { kind: 'risk', name: '\0' }, '');

const newNames = fc.record({
  id: fc.constantFrom('new-id', '7', 'false', 'y', 'a-b-c', ...ids),
  person: fc.constantFrom('New Name', 'Q: A', "D'Arc", '"Q"', '王五', '7', ...people),
});

/** Renames what stands somewhere in a plan, and compares; whether something was renamed. */
function check(text: string, where: number, names: { readonly id: string; readonly person: string }): boolean {
  const before = parse(text);
  const all = occurrences(before);
  const one = all[Math.floor(where * all.length)];
  if (!one) return false;
  const to = one.kind === 'person' ? names.person : names.id;
  const edits = rename(before, one.span.start, to);
  assert.ok(edits);
  if (isRefusal(edits)) return false;
  const spans = new Set(sameNamed(before, one).map(({ span }) => `${span.start} ${span.end}`));
  for (const { span } of edits) assert.ok(spans.has(`${span.start} ${span.end}`), 'nothing else is touched');
  const after = parse(apply(text, edits));
  assert.deepEqual(plain(after), withName(plain(before), one, to), `${one.kind} ${one.name} → ${to}\n${text}`);
  assert.deepEqual(
    after.errors.map(({ kind }) => kind),
    before.errors.map(({ kind }) => kind),
    after.text,
  );
  assert.deepEqual(comments(after.text), comments(text));
  return true;
}

const anywhere = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('a plan in which something was renamed', () => {
  property('is read without an error in the first place', 60, (trials) => {
    fc.assert(
      fc.property(generatedPlan, (text) => {
        assert.deepEqual(parse(text).errors, [], text);
      }),
      trials,
    );
  });

  property('says the same with the new name in place of the old, and keeps every other byte', 250, (trials) => {
    let count = 0;
    fc.assert(
      fc.property(generatedPlan, anywhere, newNames, (text, where, names) => {
        if (check(text, where, names)) count++;
      }),
      trials,
    );
    assertOften(count, 1 / 4, trials, 'renamed');
  });

  property('also where it is damaged', 120, (trials) => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...plans),
        fc.array(anyTypo(typos), { maxLength: 3 }),
        anywhere,
        newNames,
        (text, list, where, names) => {
          if (check(list.reduce(withTypo, text), where, names)) count++;
        },
      ),
      trials,
    );
    assertOften(count, 1 / 5, trials, 'renamed');
  });
});

describe('names that are the same', () => {
  property('are the same from each of their places', 120, (trials) => {
    fc.assert(
      fc.property(generatedPlan, (text) => {
        const plan = parse(text);
        const starts = (one: Occurrence) => sameNamed(plan, one).map(({ span }) => span.start);
        for (const one of occurrences(plan)) {
          const own = starts(one);
          for (const other of sameNamed(plan, one))
            assert.deepEqual(starts(other), own, `${one.kind} ${one.name}\n${text}`);
        }
      }),
      trials,
    );
  });
});
