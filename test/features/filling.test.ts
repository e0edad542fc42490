/** What can be filled in at what is drawn, and what is written for it. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isChange } from '../../client/src/preview/view/filling/isChange.ts';
import { edit } from '../../server/src/features/filling/edit.ts';
import { fields } from '../../server/src/features/filling/fields.ts';
import type { Field } from '../../server/src/protocol.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { opened, view } from '../kit/view.ts';

const field = (text: string, key: string, name: string, locale: 'en' | 'zh-CN' = 'en'): Field => {
  const found = fields(opened(text), key, { ...view, locale })?.fields.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

/** The text after an edit; in brackets why there is none. */
function edited(text: string, key: string, name: string, value: string | readonly string[], version = 1): string {
  const subject = opened(text);
  const params = { textDocument: { uri: subject.document.uri }, version, key, name, value };
  const { edits, refused } = edit(subject, params, view);
  const document = TextDocument.create('file:///x.levers.yaml', 'levers-plan', 1, text);
  return refused ? `(${refused})` : TextDocument.applyEdits(document, [...edits]);
}

describe('what can be filled in', () => {
  it('at a strategy is each key of the format in its order, what is only seen last, with the words of the format', () => {
    const all = fields(opened(cleanPlan), 'strategies/executive-briefings', view);
    assert.equal(all?.title, 'Develop Focused Executive Briefings');
    assert.deepEqual(
      all?.fields.map(({ name, kind, value }) => `${name} ${kind} ${value}`.trim()),
      [
        'title line',
        'summary prose',
        'owner line Tom',
        'audience items',
        'start day',
        'due day 2027-10-29',
        'status choice',
        'phase choice',
        'dependsOn items',
        'measures items',
        'notes prose',
        'use fixed executive-briefings',
        'deliverables fixed',
        'activities fixed',
      ],
    );
    const own = fields(opened(cleanPlan), 'strategies/executive-briefings', { ...view, locale: 'zh-CN' })?.fields[2];
    assert.deepEqual([own?.title, own?.description.slice(0, 10)], ['负责人', '对这项策略负责的人，']);
    assert.doesNotMatch(JSON.stringify(all), /`/);
  });

  it('offers the people of the plan, the words of a choice, and what has an id', () => {
    const key = 'strategies/executive-briefings';
    const values = (name: string) =>
      field(cleanPlan, key, name).choices.map(({ value, title }) => `${value}: ${title}`);
    assert.deepEqual(values('owner'), ['Ana: Ana', 'Tom: Tom', 'Bo: Bo', 'Cy: Cy']);
    assert.deepEqual(values('status').slice(0, 3), [
      ': Planned (not written)',
      'planned: Planned',
      'in-progress: In progress',
    ]);
    assert.deepEqual(values('audience'), ['agents: Agents', 'leads: Team leads']);
    assert.deepEqual(field(cleanPlan, key, 'audience').items, ['leads']);
    assert.deepEqual(values('dependsOn'), [
      'ai-change-network: Build an AI Change Network',
      'ai-purpose-value: Communicate the Purpose and Value of AI',
      'ai-governance: Establish AI Governance',
      'pilot: Pilot',
    ]);
  });

  it('calls strategies as the plan does', () => {
    const own = '      - { id: ours, title: Our own way }\n      - { use: live-demos, title: Our demos }\n';
    const text = completed(`levers:\n  values:\n    strategies:\n      - { use: super-users }\n${own}`);
    const { choices } = field(text, 'strategies/super-users', 'dependsOn');
    assert.deepEqual(
      choices.map(({ value, title }) => `${value}: ${title}`),
      ['ours: Our own way', 'live-demos: Our demos', 'pilot: Pilot'],
    );
  });

  it('keeps what nothing has for its id, and only shows what stands otherwise', () => {
    const text = completed(
      'levers:\n  values:\n    strategies:\n      - { use: live-demos, audience: [nobody], activities: [{ title: A }, { title: B }] }\n',
    );
    assert.deepEqual(field(text, 'strategies/live-demos', 'audience').choices.at(-1), {
      value: 'nobody',
      title: 'nobody',
    });
    assert.equal(field(text, 'strategies/live-demos', 'activities').value, '2 in the text');
    const block = completed(
      'levers:\n  values:\n    strategies:\n      - use: live-demos\n        notes: |\n          A\n          B\n',
    );
    assert.deepEqual((({ kind, value }) => [kind, value])(field(block, 'strategies/live-demos', 'notes')), [
      'fixed',
      'A\nB\n',
    ]);
  });

  it('is nothing at what is not there', () => {
    for (const key of ['strategies/none', 'levers/none', '', 'plan/goLive'])
      assert.equal(fields(opened(cleanPlan), key, view), undefined, key);
    assert.equal(fields(opened(''), 'plan', view), undefined);
  });

  it('at a lever is a strategy of the catalog that the plan does not have', () => {
    const { kind, choices } = field(cleanPlan, 'levers/structure', 'strategies');
    assert.equal(kind, 'choice');
    assert.ok(choices.length > 3);
    assert.ok(choices.every(({ value }) => value !== 'ai-governance'));
  });
});

describe('what is filled in', () => {
  it('is written where it was seen', () => {
    assert.equal(
      edited(cleanPlan, 'strategies/executive-briefings', 'owner', 'Ana Ruiz'),
      cleanPlan.replace('owner: Tom', 'owner: Ana Ruiz'),
    );
    assert.equal(edited(cleanPlan, 'plan', 'sponsor', 'Eve'), cleanPlan.replace('sponsor: Tom', 'sponsor: Eve'));
    assert.equal(
      edited(cleanPlan, 'milestones/pilot', 'date', '2027-03-16'),
      cleanPlan.replace('date: 2027-03-15', 'date: 2027-03-16'),
    );
    assert.equal(
      edited(cleanPlan, 'risks/fear', 'status', 'closed'),
      cleanPlan.replace('response: Town hall', 'response: Town hall, status: closed'),
    );
  });

  it('adds a strategy as suggestions write it, with nobody for its owner', () => {
    assert.equal(
      edited(cleanPlan, 'levers/structure', 'strategies', 'digital-adoption'),
      '(No strategy can be added here: the lever is left out with a reason, or part of it cannot be read.)',
    );
    const [one] = field(cleanPlan, 'levers/structure', 'strategies').choices;
    const text = edited(cleanPlan, 'levers/structure', 'strategies', one?.value ?? '');
    const added = text.slice(text.indexOf('ai-governance')).split('\n').slice(1, 6);
    assert.deepEqual(added.slice(0, 3), [`      - use: ${one?.value}`, '        owner:', '        audience: [agents]']);
    assert.match(`${added[3]}${added[4]}`, /^ {8}start: 2027-\d\d-\d\d {8}due: 2027-\d\d-\d\d$/);
    assert.match(edited(cleanPlan, 'levers/rewards', 'strategies', 'recognition'), /^\(No strategy can be added/);
  });

  it('is refused in words where the text is another, or the thing is gone', () => {
    assert.match(edited(cleanPlan, 'plan', 'owner', 'Eve', 2), /^\(The text has changed meanwhile/);
    assert.match(edited(cleanPlan, 'risks/none', 'status', 'closed'), /^\(This is no longer in the plan/);
    assert.match(edited(cleanPlan, 'plan', 'goLive', 'soon'), /^\(Go-live date takes a date/);
  });
});

describe('what is ticked', () => {
  it('is a change only where it is other items than those that are written, in any order', () => {
    const changes = (items: readonly string[], ticked: readonly string[]) => isChange(ticked, { value: '', items });
    assert.equal(changes(['leads', 'agents'], ['agents', 'leads']), false);
    assert.equal(changes(['agents', 'agents'], ['agents']), false);
    assert.equal(changes(['agents'], ['leads']), true);
    assert.equal(changes(['agents', 'leads'], ['agents']), true);
  });
});
