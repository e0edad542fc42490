/** Inlay hints: each is shown in its place, as `⟨words⟩`. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { parseCatalog } from '../../server/src/core/model/parse.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import type { Subject, View } from '../../server/src/features/view.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { teamFile } from '../kit/problems.ts';
import { editStep, RandomEditor, texts } from '../kit/randomEdits.ts';
import { it, property } from '../kit/test.ts';
import { opened, view } from '../kit/view.ts';

const all = { strategies: true, stakeholders: true, references: true };

/** All that an editor can ask about. */
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

function hintsOf(subject: Subject, different: Partial<View> = {}, range = whole, on = all): InlayHint[] {
  return inlayHints(subject, range, on, { ...view, ...different });
}

/** A text with its hints; only the lines that have some. */
function hinted(subject: Subject, hints: readonly InlayHint[]): string[] {
  let { text } = subject.reading;
  const found = new Set(hints.map(({ position }) => position.line));
  for (const { position, label } of [...hints].reverse()) {
    const at = subject.document.offsetAt(position);
    text = `${text.slice(0, at)}⟨${label}⟩${text.slice(at)}`;
  }
  return text.split(/\r?\n/).flatMap((line, index) => (found.has(index) ? line.trim() : []));
}

/** The hinted lines of a fragment that stands in the clean plan. */
function shown(fragment: string, different: Partial<View> = {}): string[] {
  const subject = opened(completed(fragment));
  return hinted(subject, hintsOf(subject, different));
}

const groups = `stakeholders:
  - { id: agents, name: Agents, size: 1240, impact: high }
  - { id: it, name: Information technology, impact: low }
  - { id: chief, name: The chief, size: 1 }
`;

/** A strategy, in a plan whose risks are about nobody. */
const levers = (strategy: string) => `risks: []\n${groups}levers:\n  values:\n    strategies:\n      - ${strategy}\n`;

describe('inlay hints', () => {
  it('say what the catalog calls a strategy, in the language of the reader', () => {
    assert.deepEqual(shown(levers('use: super-users')), ['- use: super-users⟨Recruit Super Users⟩']);
    assert.deepEqual(shown(levers('use: super-users'), { locale: 'zh-CN' }), ['- use: super-users⟨招募超级用户⟩']);
    assert.deepEqual(shown(levers("use: 'super-users' # ours")), ["- use: 'super-users'⟨Recruit Super Users⟩ # ours"]);
  });

  it('repeat neither an id nor a title', () => {
    assert.deepEqual(shown(levers('use: ai-skills-certification\n        title: Our badge')), []);
    assert.deepEqual(shown(levers('{ id: own, title: My own, dependsOn: [] }')), []);
    const same = completed(levers('use: floor-walks'));
    const team = (title: string) =>
      teamCatalog([
        teamFile(
          `catalogVersion: 1\nid: x\nstrategies:\n  - { id: floor-walks, lever: values, title: ${title}, summary: s }\n`,
        ),
      ]);
    assert.deepEqual(hintsOf(opened(same), { catalog: team('Floor Walks') }), []);
    assert.deepEqual(
      hintsOf(opened(same), { catalog: team('Walk the Floor') }).map(({ label }) => label),
      ['Walk the Floor'],
    );
  });

  it('say how many people a group has, else its name where the id does not say it', () => {
    const strategy = (audience: string) => levers(`{ id: own, title: Own, audience: ${audience} }`);
    const label = (audience: string, different: Partial<View> = {}) =>
      shown(strategy(audience), different).map((line) => /audience: (.*) }/.exec(line)?.[1]);
    assert.deepEqual(label('[agents]'), ['[agents⟨1,240 people⟩]']);
    assert.deepEqual(label('[chief]'), ['[chief⟨1 person⟩]']);
    assert.deepEqual(label('[agents]', { locale: 'zh-CN' }), ['[agents⟨1,240 人⟩]']);
    assert.deepEqual(label('[it]'), ['[it⟨Information technology⟩]']);
    for (const none of ['[all]', '[nobody]']) assert.deepEqual(label(none), []);
    assert.deepEqual(
      shown('levers:\nstakeholders: [{ id: team-leads, name: Team leads }]\nrisks: [{ stakeholders: [team-leads] }]'),
      [],
    );
  });

  it('say of several groups in brackets how many people they have together, where all are known', () => {
    const strategy = (audience: string) => shown(levers(`{ id: own, title: Own, audience: ${audience} }`));
    assert.deepEqual(strategy('[agents, "chief"]'), [
      '- { id: own, title: Own, audience: [agents, "chief"⟨1,241 people⟩] }',
    ]);
    for (const unknown of ['it', 'all', 'nobody', 'agents, {}'])
      assert.deepEqual(strategy(`[agents, ${unknown}]`), [], unknown);
  });

  it('say what measures, milestones and strategies are called, where something refers to them', () => {
    const text = cleanPlan
      .replace('measures: [weekly-use]', 'measures: [weekly-use, trust], dependsOn: [go, ai-change-network, ours]')
      .replace('measures:\n', 'measures:\n  - { id: trust, title: Agents who trust the draft }\n')
      .replace('milestones:\n', 'milestones:\n  - { id: go, title: All sites use it, date: 2027-05-03 }\n')
      .replace('response: Town hall', 'addressedBy: [ours]')
      .replace('strategies:\n', 'strategies:\n      - { id: ours, title: Practice with own cases, owner: Ana }\n');
    const subject = opened(text);
    const lines = hinted(subject, hintsOf(subject));
    assert.ok(
      lines[0]?.endsWith(
        'measures: [weekly-use, trust⟨Agents who trust the draft⟩], dependsOn: [go⟨All sites use it⟩, ai-change-network⟨Build an AI Change Network⟩, ours⟨Practice with own cases⟩] }',
      ),
      lines[0],
    );
    assert.ok(lines.at(-1)?.includes('addressedBy: [ours⟨Practice with own cases⟩]'), lines.at(-1));
  });

  it('are cut where they are long, and whole behind the pointer', () => {
    const name = 'Everybody who answers questions of customers on the phone';
    const text = completed(
      `stakeholders: [{ id: phone, name: ${name} }]\nrisks: [{ title: x, stakeholders: [phone] }]\n`,
    );
    const hint = hintsOf(opened(text)).at(-1);
    assert.equal(hint?.label, 'Everybody who answers questions of cust…');
    assert.equal(hint?.paddingLeft, true);
    assert.deepEqual(hint?.tooltip, { kind: 'markdown', value: `**${name}**` });
    const [strategy] = hintsOf(opened(completed(levers('use: super-users'))));
    assert.match(JSON.stringify(strategy?.tooltip), /\*\*Recruit Super Users\*\* · Enablement.*Good for/);
  });

  it('are given for the range that is asked for', () => {
    const subject = opened(cleanPlan);
    const every = hintsOf(subject);
    assert.equal(every.length, 5);
    for (let line = 0; line < subject.document.lineCount; line++) {
      const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
      assert.deepEqual(
        hintsOf(subject, {}, range),
        every.filter(({ position }) => position.line === line),
        `line ${line}`,
      );
    }
  });

  it('are switched off by kind', () => {
    const subject = opened(
      completed(
        levers('{ use: super-users, audience: [agents], dependsOn: [pilot2] }').concat(
          'milestones: [{ id: pilot2, title: Second pilot }]\n',
        ),
      ),
    );
    const labels = (on: Partial<typeof all>) =>
      hintsOf(subject, {}, whole, { ...all, ...on }).map(({ label }) => label);
    assert.deepEqual(labels({}).slice(0, 3), ['Recruit Super Users', '1,240 people', 'Second pilot']);
    assert.deepEqual(labels({ strategies: false }).slice(0, 2), ['1,240 people', 'Second pilot']);
    assert.ok(!labels({ stakeholders: false }).includes('1,240 people'));
    assert.ok(!labels({ references: false }).includes('Second pilot'));
  });

  it('stand in the catalog of a team too', () => {
    const text =
      'catalogVersion: 1\nid: x\nhide: [super-users]\nstrategies:\n  - { id: own, lever: values, title: Own, summary: s, seeAlso: [ai-ethics-governance, own] }\n';
    const subject = {
      document: TextDocument.create('file:///levers.catalog.yaml', 'levers-catalog', 1, text),
      reading: parseCatalog(text),
    };
    assert.deepEqual(hinted(subject, hintsOf(subject)), [
      'hide: [super-users⟨Recruit Super Users⟩]',
      '- { id: own, lever: values, title: Own, summary: s, seeAlso: [ai-ethics-governance⟨Establish AI Ethics Governance⟩, own] }',
    ]);
  });

  property('stand behind names and inside of their lines, in order, whatever is typed', 20, (trials) => {
    const check = (text: string, script: readonly Parameters<RandomEditor['do']>[0][]) => {
      const editor = new RandomEditor(text);
      for (const step of script) {
        editor.do(step);
        const subject = opened(editor.text);
        let last = -1;
        for (const { position } of hintsOf(subject)) {
          const at = subject.document.offsetAt(position);
          assert.deepEqual(subject.document.positionAt(at), position);
          assert.ok(at > last);
          last = at;
        }
      }
    };
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(editStep, { minLength: 3, maxLength: 12 }), check),
      trials,
    );
  });
});
