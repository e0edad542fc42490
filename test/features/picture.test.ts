/** What the page of a plan is told: words of the reader, and a place for each key. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { picture } from '../../server/src/features/pictures/picture.ts';
import type { Drawn, Picture } from '../../server/src/protocol.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

function drawn(text: string, locale: Locale = 'en'): Picture {
  const document = TextDocument.create('file:///plan.levers.yaml', 'levers-plan', 7, text);
  return picture({ document, reading: parse(text) }, { ...view, locale });
}

/** Everything in a picture that has a key. */
function keys(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(keys);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'key' in part ? [(part as Drawn).key] : [];
  return [...own, ...Object.entries(part).flatMap(([name, inner]) => (name === 'places' ? [] : keys(inner)))];
}

const labels = (all: readonly Drawn[]) => all.map(({ label }) => label);

describe('the picture of a plan', () => {
  it('says in words all that is drawn', () => {
    const { title, facts, coverage, levers, timeline, measures, risks, groups } = drawn(cleanPlan);
    assert.equal(title, 'AI assist for the service desk');
    assert.deepEqual(facts, ['Active', 'Change lead: Ana', 'Sponsor: Tom', 'as of 2027-03-01']);
    assert.equal(coverage.sentence, '4 of 6 levers covered');
    assert.deepEqual(labels(levers).slice(3), [
      'Enablement; 0 Empty; Left out: Training is in the plan of the learning team.',
      'Rewards; 0 Empty; Left out: The union agreement rules out rewards until 2028.',
      'Structure; 2 Covered; 1 strategy',
    ]);
    assert.equal(
      labels(timeline.lanes.flatMap(({ strategies }) => strategies))[0],
      'Develop Focused Executive Briefings; due 2027-10-29; Planned; Tom; goes on after go-live',
    );
    assert.deepEqual(labels(timeline.milestones), ['Pilot on 2027-03-15; Pilot']);
    assert.equal(timeline.after, '4 strategies go on after go-live.');
    assert.deepEqual(labels(measures), ['Weekly use; Baseline 0; Target 80; Reach it by 2027-08-31']);
    assert.deepEqual(labels(risks), ['Fear of job loss; Open; Town hall']);
    assert.deepEqual(labels(groups), [
      'Agents: reached by 3 strategies; Impact: High',
      'Team leads: reached by 1 strategy; Impact: Low',
    ]);
    assert.equal(groups[0]?.cells[1]?.label, 'Agents, Ecosystem: Build an AI Change Network');
    assert.equal(groups[0]?.cells[0]?.label, 'Agents, Leadership: nothing');
  });

  it('shows a word that is no choice as it is written, also where every object has something of that name', () => {
    const text = cleanPlan
      .replace('status: active', 'status: toString')
      .replace('impact: high', 'impact: constructor')
      .replace('kind: adoption', 'kind: valueOf')
      .replace('kind: pilot', "kind: '{constructor}'")
      .replace('owner: Bo,', "owner: Bo, status: 'hasOwnProperty: on',");
    const { facts, groups, timeline, measures } = drawn(text);
    assert.equal(facts[0], 'Draft');
    assert.equal(groups.at(-1)?.detail, 'Impact: constructor');
    assert.equal(timeline.lanes[1]?.strategies[0]?.statusTitle, 'hasOwnProperty: on');
    assert.equal(measures[0]?.detail, 'valueOf');
    assert.deepEqual(labels(timeline.milestones), ['Pilot on 2027-03-15; {constructor}']);
  });

  it('says how many people a group has', () => {
    const sized = (size: number) => drawn(cleanPlan.replace('name: Team leads', `name: Team leads, size: ${size}`));
    assert.deepEqual(
      [1, 20].map((size) => sized(size).groups[1]?.detail),
      ['Impact: Low · 1 person', 'Impact: Low · 20 people'],
    );
  });

  it('says the same in Chinese', () => {
    const { facts, coverage, levers, timeline, words, groups } = drawn(cleanPlan, 'zh-CN');
    assert.deepEqual(facts, ['执行中', '变更负责人：Ana', '发起人：Tom', '截至 2027-03-01']);
    assert.equal(coverage.sentence, '已启用 4/6 个 LEVERS');
    assert.equal(levers[5]?.label, '结构；2 已启用；1 项策略');
    assert.equal(timeline.after, '4 项策略在上线后继续。');
    assert.equal(groups[0]?.detail, '影响：高');
    for (const [name, word] of Object.entries(words)) assert.match(word, /\p{Script=Han}|LEVERS/u, name);
  });

  it('has a place for every key, and keeps keys while lines move', () => {
    for (const name of ['hospital-ai-scribe', 'retail-service-assistant', 'first-draft', 'city-permit-assistant']) {
      const text = readFileSync(`examples/${name}.levers.yaml`, 'utf8');
      const before = drawn(text);
      // Only what is not written at all has no place: a lever that is missing, a day that is today's.
      const written = keys(before).filter((key) => !(key in before.places));
      assert.deepEqual(
        written.filter((key) => !/^levers\/|^plan\/asOf$/.test(key)),
        [],
      );
      const after = drawn(`# moved\n${text}`);
      assert.deepEqual(keys(after), keys(before));
      for (const [key, { name: place }] of Object.entries(before.places)) {
        assert.equal(after.places[key]?.name.start.line, place.start.line + 1, key);
      }
    }
  });

  it('marks groups that nothing reaches, those hit hard above all', () => {
    const { groups } = drawn(
      completed('stakeholders:\n  - { id: a, name: A, impact: high }\n  - { id: b, name: B, impact: low }\n'),
    );
    assert.deepEqual(
      groups.map(({ forgotten, total }) => [forgotten, total]),
      [
        [true, 0],
        [false, 0],
      ],
    );
  });

  it('gives texts as they are written', () => {
    const attack = '<script>alert(1)</script>&amp;';
    const { title, timeline } = drawn(
      cleanPlan.replace('AI assist for the service desk', attack).replace('title: Pilot', `title: ${attack}`),
    );
    assert.equal(title, attack);
    assert.equal(timeline.milestones[0]?.title, attack);
  });

  it('lists very many problems only so far, and says how many more there are', () => {
    const many = Array.from({ length: 130 }, (_, i) => `  - { id: r${i}, title: Risk, kind: nonsense }\n`).join('');
    const { problems, more, problemCounts } = drawn(completed(`risks:\n${many}`));
    assert.equal(problems.length, 100);
    assert.match(more, /^and \d+ more$/);
    assert.equal(problemCounts[0]?.title, '130 errors');
  });

  it('keeps the key of a problem while others come and go', () => {
    const risky = completed('risks:\n  - { id: r, title: Risk, kind: nonsense }\n');
    const keyOf = (text: string) => drawn(text).problems.find(({ code }) => code === 'unknown-value')?.key;
    assert.ok(
      keyOf(risky),
      drawn(risky)
        .problems.map(({ code }) => code)
        .join(),
    );
    assert.equal(keyOf(risky.replace('owner: Ana', 'owner: "Ana')), keyOf(risky));
  });

  it('draws an empty text, and one that is no plan', () => {
    for (const text of ['', 'ver', '- a', '{', 'plan: []\nlevers: 3\nstakeholders: x\n']) {
      const { levers, groups } = drawn(text);
      assert.equal(levers.length, 6);
      assert.deepEqual(groups, []);
    }
  });
});
