/** What the page of a plan is told: words of the reader, and a place for each key. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { picture } from '../../server/src/features/pictures/picture.ts';
import type { Drawn, PageElement, Picture } from '../../server/src/protocol.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

function drawn(text: string, locale: Locale = 'en', before?: string): Picture {
  const document = TextDocument.create('file:///plan.levers.yaml', 'levers-plan', 7, text);
  const compared = before === undefined ? undefined : { text: before, name: 'HEAD' };
  return picture({ document, reading: parse(text) }, { ...view, locale }, compared);
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
  it('names at each go-live those it is for, and counts what goes on after the last', () => {
    const wave = '  - { id: w2, title: Wave 2, date: 2027-11-01, kind: go-live, audience: [leads] }\n';
    const { timeline } = drawn(`${cleanPlan}${wave}`);
    assert.deepEqual(labels(timeline.milestones), [
      'Pilot on Mar 15, 2027; Pilot',
      'Wave 2 (Team leads) on Nov 1, 2027; Go-live',
    ]);
    assert.match(timeline.after, /^No strategy/);
  });

  it('says in words all that is drawn', () => {
    const { title, coverage, levers, timeline, measures, unread, risks, groups } = drawn(cleanPlan);
    assert.equal(title, 'AI assist for the service desk');
    assert.equal(coverage.sentence, '4 of 6 levers covered');
    assert.deepEqual(labels(levers).slice(3), [
      'Enablement; Left out: Training is in the plan of the learning team.',
      'Rewards; Left out: The union agreement rules out rewards until 2028.',
      'Structure; 2 Covered; 1 strategy',
    ]);
    assert.equal(
      labels(timeline.lanes.flatMap(({ strategies }) => strategies))[0],
      'Develop Focused Executive Briefings; due Oct 29, 2027; Planned; Tom; continues after go-live',
    );
    assert.deepEqual(labels(timeline.milestones), ['Pilot on Mar 15, 2027; Pilot']);
    assert.equal(timeline.after, '4 strategies continue after go-live.');
    assert.equal(unread, '1 measure has no reading yet:');
    assert.deepEqual(labels(measures), ['Weekly use; Baseline 0; Target 80; Reach it by Aug 31, 2027']);
    assert.deepEqual(labels(risks), ['Fear of job loss; Open; Town hall']);
    assert.deepEqual(labels(groups), [
      'Agents: reached by 3 strategies; Impact: High; nothing for them under Enablement',
      'Team leads: reached by 1 strategy; Impact: Low',
    ]);
    assert.equal(groups[0]?.cells[1]?.label, 'Agents, Ecosystem: Build an AI Change Network');
    assert.equal(groups[0]?.cells[0]?.label, 'Agents, Leadership: nothing');
    // Agents learn nothing; of those who are hardly affected nothing is asked.
    assert.deepEqual(
      groups.map(({ halves }) => halves.map(({ mark }) => mark)),
      [
        ['✗', '✓ 2'],
        ['–', '✓ 1'],
      ],
    );
    assert.equal(groups[0]?.halves[0]?.label, 'Agents, “I know how to …”: ✗ nothing under Enablement, no training');
  });

  it('says of a strongly affected group whether it learns in time, and whether anything moves it', () => {
    const text = cleanPlan
      .replace(
        'enablement: { notUsed: Training is in the plan of the learning team. }',
        'enablement: { strategies: [{ use: live-demos, owner: Bo, audience: [agents], start: 2027-05-10 }] }',
      )
      .replace('ai-change-network, owner: Bo, audience: [agents]', 'ai-change-network, owner: Bo, audience: [leads]')
      .replace('ai-purpose-value, owner: Ana, audience: [agents]', 'ai-purpose-value, owner: Ana, audience: [leads]');
    assert.equal(
      drawn(text).groups[0]?.detail,
      'Impact: High · learn only after go-live; nothing for them under Leadership, Ecosystem and Values',
    );
  });

  it('shows a word that is no choice as it is written, also where every object has something of that name', () => {
    const text = cleanPlan
      .replace('status: active', 'status: toString')
      .replace('impact: high', 'impact: constructor')
      .replace('kind: adoption', 'kind: valueOf')
      .replace('kind: pilot', "kind: '{constructor}'")
      .replace('owner: Bo,', "owner: Bo, status: 'hasOwnProperty: on',");
    const { groups, timeline, measures } = drawn(text);
    assert.equal(groups.at(-1)?.detail, 'Impact: constructor');
    assert.equal(timeline.lanes[1]?.strategies[0]?.statusTitle, 'hasOwnProperty: on');
    assert.equal(measures[0]?.detail, 'valueOf');
    assert.deepEqual(labels(timeline.milestones), ['Pilot on Mar 15, 2027; {constructor}']);
  });

  it('says how many people a group has', () => {
    const sized = (size: number) => drawn(cleanPlan.replace('name: Team leads', `name: Team leads, size: ${size}`));
    assert.deepEqual(
      [1, 20].map((size) => sized(size).groups[1]?.detail),
      ['Impact: Low · 1 person', 'Impact: Low · 20 people'],
    );
  });

  it('says the same in Chinese', () => {
    const { coverage, levers, timeline, words, groups } = drawn(cleanPlan, 'zh-CN');
    assert.equal(coverage.sentence, '已启用 4/6 个 LEVERS');
    assert.equal(levers[5]?.label, '结构；2 已启用；1 项策略');
    assert.equal(timeline.after, '4 项策略在上线后继续。');
    assert.equal(groups[0]?.detail, '影响：高 · “赋能”中没有面向他们的策略');
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

  it('says as of which day it is, where that is not today', () => {
    const lineOn = (text: string, locale: Locale = 'en') =>
      drawn(text, locale).timeline.lines.find(({ kind }) => kind === 'today')?.label;
    assert.equal(lineOn(cleanPlan), 'Today on Mar 1, 2027');
    assert.equal(lineOn(cleanPlan.replace('asOf: 2027-03-01', 'asOf: 2027-04-16')), 'As of Apr 16, 2027');
    assert.equal(lineOn(cleanPlan.replace('asOf: 2027-03-01', 'asOf: 2027-04-16'), 'zh-CN'), '截至 2027年4月16日');
  });

  it('tells late levers, and those left out with a reason, from others', () => {
    const text = cleanPlan.replace('audience: [leads], due: 2027-10-29', 'audience: [leads], due: 2027-02-26');
    const { levers } = drawn(text);
    assert.deepEqual(
      levers.map(({ late, leftOut, depthTitle }) =>
        [depthTitle, late && 'late', leftOut && 'left out'].filter(Boolean),
      ),
      [
        ['2 Covered', 'late'],
        ['2 Covered'],
        ['2 Covered'],
        ['Left out', 'left out'],
        ['Left out', 'left out'],
        ['2 Covered'],
      ],
    );
    assert.match(levers[0]?.label ?? '', /1 overdue$/);
  });

  it('shows no lever as ready while it rests on what is to be filled in', () => {
    const ready = cleanPlan.replace('audience: [leads], due', 'audience: [leads], start: 2027-02-01, due');
    const depth = (text: string) => drawn(text).levers[0]?.depth;
    assert.equal(depth(ready), 3);
    assert.equal(
      depth(ready.replace('kind: adoption', 'kind: adoption, source: Example numbers until you put in your own')),
      2,
    );
    assert.equal(
      depth(ready.replace('audience: [leads], start', 'summary: What we do …, audience: [leads], start')),
      2,
    );
  });

  it('holds the brief, with the texts of the plan as texts', () => {
    const attack = '<script>alert(1)</script>&amp;';
    const { brief, places } = drawn(cleanPlan.replace('AI assist for the service desk', attack));
    const go: string[] = [];
    const texts: string[] = [];
    const walk = ({ attributes, children }: PageElement) => {
      if (attributes['data-go']) go.push(attributes['data-go']);
      for (const child of children) typeof child === 'string' ? texts.push(child) : walk(child);
    };
    walk(brief);
    assert.ok(texts.includes(attack));
    assert.ok(texts.includes('On track'));
    assert.deepEqual(
      go.filter((key) => !(key in places)),
      [],
    );
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

  describe('that is compared', () => {
    const before = cleanPlan
      .replace('goLive: 2027-05-03', 'goLive: 2027-06-07')
      .replace(/(use: executive-briefings.*due: )2027-10-29/, '$12027-09-30')
      .replace('date: 2027-03-15', 'date: 2027-03-22')
      .replace(/^ {2}ecosystem:\n.*\n.*$/m, '  ecosystem: { notUsed: Later. }')
      .replace(
        /^( {2}structure:\n.*\n)/m,
        '$1      - { id: desk, title: New desk, owner: Cy, start: 2026-12-01, due: 2027-02-01 }\n',
      );

    it('has ghosts where work was, and names what is new and what is gone', () => {
      const { timeline } = drawn(cleanPlan, 'en', before);
      const lane = (name: string) => timeline.lanes.find(({ key }) => key === `levers/${name}`);
      const [briefings] = lane('leadership')?.strategies ?? [];
      assert.deepEqual(
        [briefings?.due, briefings?.was, briefings?.added],
        ['2027-10-29', { due: '2027-09-30' }, false],
      );
      assert.match(briefings?.label ?? '', /; was due Sep 30, 2027$/);
      const [network] = lane('ecosystem')?.strategies ?? [];
      assert.deepEqual([network?.was, network?.added], [undefined, true]);
      assert.match(network?.label ?? '', /; new$/);
      assert.deepEqual(labels(lane('structure')?.gone ?? []), ['New desk is gone; was Dec 1, 2026 to Feb 1, 2027']);
      assert.equal(timeline.from, '2026-12-01');
      const unmoved = timeline.lanes.flatMap(({ strategies }) => strategies).filter(({ was, added }) => !was && !added);
      assert.equal(unmoved.length, 2);
      const past = [...timeline.lines, ...timeline.milestones].filter(({ kind }) => kind === 'past');
      assert.deepEqual(
        past.map(({ day, title, label }) => [day, title, label]),
        [
          ['2027-06-07', 'Go-live was Jun 7, 2027', 'Go-live was Jun 7, 2027'],
          ['2027-03-22', '', 'Pilot was Mar 22, 2027'],
        ],
      );
    });

    it('leads to the places of the version before', () => {
      const { before: places, ...now } = drawn(cleanPlan, 'en', before);
      const then = keys(now).filter((key) => key.startsWith('before/'));
      assert.deepEqual(Object.keys(places).sort(), then.sort());
      const line = before.slice(0, before.indexOf('New desk')).split('\n').length - 1;
      assert.equal(places['before/strategies/desk']?.name.start.line, line);
    });

    it('has the gravest change on its first line, in the language of the reader', () => {
      const first = (locale: Locale, text = before) => JSON.stringify(drawn(cleanPlan, locale, text).brief.children[0]);
      assert.match(first('en'), /Compared with HEAD: \d+ changes, the gravest: Go-live moves from/);
      assert.match(first('en'), /New: “Build an AI Change Network”\..*Gone: “New desk”\./);
      assert.match(first('zh-CN'), /与 HEAD 相比：\d+ 处改动，最重要的是：/);
      assert.match(first('en', cleanPlan), /Compared with HEAD: Nothing has changed/);
      assert.doesNotMatch(JSON.stringify(drawn(cleanPlan).brief), /"since"/);
    });

    it('says nothing of what cannot be read in the version before', () => {
      const { timeline } = drawn(cleanPlan, 'en', before.replace('levers:', 'levers: ['));
      assert.equal(
        timeline.lanes.flatMap(({ strategies, gone }) => [...gone, ...strategies.filter(({ added }) => added)]).length,
        0,
      );
    });
  });

  it('draws an empty text, and one that is no plan', () => {
    for (const text of ['', 'ver', '- a', '{', 'plan: []\nlevers: 3\nstakeholders: x\n']) {
      const { levers, groups } = drawn(text);
      assert.equal(levers.length, 6);
      assert.deepEqual(groups, []);
    }
  });
});
