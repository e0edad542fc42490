/** Semantic tokens: each is shown in its place, as `‹type.modifier text›`. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import { check } from '../../server/src/core/check/check.ts';
import { ruleSettings } from '../../server/src/core/diagnostics/ruleSettings.ts';
import { parse, parseCatalog } from '../../server/src/core/model/parse.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { legend, semanticTokens } from '../../server/src/features/semanticTokens.ts';
import type { Subject, View } from '../../server/src/features/view.ts';
import { SentTokens } from '../../server/src/lsp/documents/tokens.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { teamFile } from '../kit/problems.ts';
import { type EditStep, editStep, RandomEditor, texts } from '../kit/randomEdits.ts';
import { it, property } from '../kit/test.ts';
import { opened, view } from '../kit/view.ts';

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Tokens as offsets and words; every token is inside of its line, after the one before it. */
function decoded({ document }: Subject, data: readonly number[]): Shown[] {
  const shown: Shown[] = [];
  let [line, character, done] = [0, 0, 0];
  assert.equal(data.length % 5, 0);
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, bits] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = down === 0 ? character + right : right;
    line += down;
    const start = document.offsetAt({ line, character });
    const end = start + length;
    assert.deepEqual(document.positionAt(start), { line, character });
    assert.deepEqual(document.positionAt(end), { line, character: character + length }, 'it ends on its line');
    assert.ok(length > 0 && start >= done, 'it begins behind the one before');
    done = end;
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    shown.push({ start, end, name: [legend.tokenTypes[type], ...modifiers].join('.') });
  }
  return shown;
}

function tokensOf(subject: Subject, different: Partial<View> = {}): Shown[] {
  return decoded(subject, semanticTokens(subject, { ...view, ...different }).data);
}

/** A text with its tokens; only the lines that have some. */
function colored(subject: Subject, different: Partial<View> = {}): string[] {
  const source = subject.reading.text;
  let text = source;
  for (const { start, end, name } of tokensOf(subject, different).reverse()) {
    text = `${text.slice(0, start)}‹${name} ${source.slice(start, end)}›${text.slice(end)}`;
  }
  return text.split('\n').flatMap((line) => (line.includes('‹') ? line.trim() : []));
}

const team = teamCatalog([
  teamFile('catalogVersion: 1\nid: x\nstrategies:\n  - { id: floor-walks, lever: values, title: Walks, summary: s }\n'),
]);

/** The colored lines of strategies under Values in the clean plan. */
function strategies(lines: string, different: Partial<View> = {}): string[] {
  const plan = opened(completed(`levers:\n  values:\n    strategies:\n${lines}`));
  const shown = colored(plan, different);
  const from = shown.findIndex((line) => line.startsWith('‹namespace'));
  return shown.slice(
    from + 1,
    shown.findIndex((line) => line.includes('id: ‹variable.declaration weekly-use›')),
  );
}

describe('semantic tokens', () => {
  it('tell apart strategies of the product, the team and the plan, and such that do not exist', () => {
    const lines = ['use: ai-purpose-value', 'use: floor-walks', 'id: our-own\n        title: Ours', 'use: flor-walks'];
    const text = lines.map((line) => `      - ${line}\n`).join('');
    assert.deepEqual(strategies(text, { catalog: team }), [
      '- use: ‹function.defaultLibrary ai-purpose-value›',
      '- use: ‹function floor-walks›',
      '- id: ‹function.declaration our-own›',
      '- use: ‹function.dangling flor-walks›',
    ]);
  });

  it('tell references from such that lead nowhere, people, and what ids are given to', () => {
    assert.deepEqual(colored(opened(cleanPlan.replace('[leads]', '[leads, managers, all]'))).slice(0, 6), [
      'owner: ‹parameter Ana›',
      'sponsor: ‹parameter Tom›',
      '- id: ‹variable.declaration agents›',
      '- { id: ‹variable.declaration leads›, name: Team leads, impact: low }',
      '‹namespace leadership›:',
      '- { use: ‹function.defaultLibrary executive-briefings›, owner: ‹parameter Tom›, audience: [‹variable leads›, ‹variable.dangling managers›, all], due: 2027-10-29, measures: [‹variable weekly-use›] }',
    ]);
    assert.deepEqual(
      strategies('      - { id: a, title: A, owner: TBD, dependsOn: [pilot, a, b], measures: [weekly] }\n'),
      [
        '- { id: ‹function.declaration a›, title: A, owner: TBD, dependsOn: [‹variable pilot›, ‹variable a›, ‹variable.dangling b›], measures: [‹variable.dangling weekly›] }',
      ],
    );
    assert.deepEqual(strategies('      - use: ai-purpose-value\n        id: a\n'), [
      '- use: ‹function.defaultLibrary ai-purpose-value›',
      'id: ‹variable.declaration a›',
    ]);
  });

  it('call nothing dangling that may stand in what cannot be read', () => {
    const dangling = (text: string) => tokensOf(opened(text)).filter(({ name }) => name.endsWith('dangling')).length;
    const text = cleanPlan.replace('[leads]', '[managers]').replace('measures: [weekly-use]', 'measures: [weekly]');
    assert.equal(dangling(text), 2);
    assert.equal(dangling(text.replace('- id: agents', '- id: agents\n  - id')), 1);
    assert.equal(dangling(text.replace('\nmeasures:\n', '\nmeasurs\n')), 1);
    // What stands under a key for the second time does not count.
    const twice = cleanPlan
      .replace('risks:\n', 'risks: []\nrisks:\n')
      .replace('stakeholders: [agents]', 'stakeholders: [x]');
    assert.equal(dangling(twice), 0);
    assert.equal(dangling(twice.replace('risks: []\n', '')), 1);
    const incomplete = teamCatalog([teamFile('catalogVersion: 1\nid: x\nstrategies:\n  - lever\n')]);
    assert.deepEqual(strategies('      - use: flor-walks\n', { catalog: incomplete }), [
      '- use: ‹function flor-walks›',
    ]);
  });

  it('strike dates that the rule calls overdue, and no others', () => {
    const late = '      - { id: a, title: A, due: 2027-02-12 }\n';
    const struck = (lines: string, different: Partial<View> = {}) =>
      strategies(lines, different).some((line) => line.includes('‹number.deprecated 2027-02-12›'));
    assert.ok(struck(late));
    assert.ok(!struck(late.replace(' }', ', status: done }')));
    assert.ok(!struck(late.replace(' }', ', start: 2027-02-13 }')));
    assert.ok(!struck(late, { settings: ruleSettings({ overdue: 'off' }) }));
    assert.ok(
      strategies(late.replace('2027-02-12', "'2027-02-12'")).some((line) =>
        line.includes("‹number.deprecated '2027-02-12'›"),
      ),
    );
  });

  it('find levers by other names, and color a catalog too', () => {
    assert.ok(colored(opened('levers:\n  Values:\n')).includes('‹namespace Values›:'));
    const text =
      'catalogVersion: 1\nid: x\nhide: [super-users, nothing]\nstrategies:\n  - { id: own, lever: values, title: Own, summary: s, seeAlso: [ai-ethics-governance, own, non] }\n';
    const document = TextDocument.create('file:///levers.catalog.yaml', 'levers-catalog', 1, text);
    assert.deepEqual(colored({ document, reading: parseCatalog(text) }, { catalog: teamCatalog([teamFile(text)]) }), [
      'hide: [‹function.defaultLibrary super-users›, ‹function.dangling nothing›]',
      '- { id: ‹function.declaration own›, lever: values, title: Own, summary: s, seeAlso: [‹function.defaultLibrary ai-ethics-governance›, ‹function own›, ‹function.dangling non›] }',
    ]);
  });

  it('leave out what goes on on another line', () => {
    assert.deepEqual(colored(opened('plan:\n  owner: Ana\n    Ruiz\n  sponsor: Tom\n')), ['sponsor: ‹parameter Tom›']);
  });

  it('of a range are those of the whole that stand in it', () => {
    for (const text of texts) {
      const subject = opened(text);
      const all = tokensOf(subject);
      const ends = all.filter((_, nth) => nth % 9 === 0).map(({ end }) => end);
      for (const at of [0, ...ends, text.length]) {
        const start = subject.document.positionAt(at);
        const range = { start, end: { line: start.line + 9, character: 0 } };
        const [from, to] = [subject.document.offsetAt(range.start), subject.document.offsetAt(range.end)];
        assert.deepEqual(
          decoded(subject, semanticTokens(subject, view, range).data),
          all.filter(({ start, end }) => end >= from && start <= to),
        );
      }
    }
  });

  /** What an editor makes of a change. */
  function changed(before: readonly number[], edits: readonly SemanticTokensEdit[]): number[] {
    const data = [...before];
    for (const { start, deleteCount, data: added = [] } of edits) data.splice(start, deleteCount, ...added);
    return data;
  }

  property(
    'are in order, inside of their lines, and what changed in them makes the new ones, whatever is typed',
    20,
    (trials) => {
      const follow = (text: string, script: readonly EditStep[]) => {
        const editor = new RandomEditor(text);
        let plan = parse(text);
        const sent = new SentTokens();
        let last = sent.full('x', semanticTokens(opened(text), view));
        for (const step of script) {
          editor.do(step);
          plan = parse(editor.text, plan);
          const document = TextDocument.create('file:///x.levers.yaml', 'levers-plan', 1, editor.text);
          const { data } = semanticTokens({ document, reading: plan }, view);
          decoded({ document, reading: plan }, data);
          assert.deepEqual(data, semanticTokens(opened(editor.text), view).data, 'as of a fresh reading');
          const change = sent.delta('x', last.resultId as string, { data });
          assert.ok('edits' in change);
          assert.deepEqual(changed(last.data, change.edits), data);
          last = { ...(change.resultId && { resultId: change.resultId }), data };
        }
      };
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.array(editStep, { minLength: 3, maxLength: 25 }), follow),
        trials,
      );
    },
  );

  it('are told as the change between what both share, and whole to who knows others', () => {
    const sent = new SentTokens();
    const { resultId } = sent.full('x', { data: [0, 1, 2, 0, 0, 1, 3, 2, 0, 0] });
    const change = sent.delta('x', resultId as string, { data: [0, 1, 2, 0, 0, 1, 3, 4, 0, 0] });
    assert.ok('edits' in change);
    assert.deepEqual(change.edits, [{ start: 7, deleteCount: 1, data: [4] }]);
    assert.deepEqual('data' in sent.delta('x', 'another', { data: [0, 1, 2, 0, 0] }), true);
  });

  property('call dangling, unknown and overdue what the rules do', 20, (trials) => {
    const codes: Readonly<Record<string, string>> = {
      'unknown-strategy': 'function.dangling',
      'unknown-stakeholder': 'variable.dangling',
      'unknown-measure': 'variable.dangling',
      'unknown-dependency': 'variable.dangling',
      overdue: 'number.deprecated',
    };
    const compare = (text: string, script: readonly EditStep[]) => {
      // What is excepted is no problem, and yet so.
      const editor = new RandomEditor(text.replaceAll('levers-ignore', 'a note'));
      for (const step of script) editor.do(step);
      const subject = opened(editor.text);
      const marked = tokensOf(subject).filter(({ name }) => Object.values(codes).includes(name));
      const found = check(subject.reading, view).flatMap(({ code, span }) => {
        const name = codes[code];
        // What goes on on another line has no token.
        return name && !/[\r\n]/.test(editor.text.slice(span.start, span.end)) ? [{ ...span, name }] : [];
      });
      // A problem may have the quotes too.
      const same = (token: Shown, problem: Shown) =>
        token.name === problem.name && problem.start <= token.start && token.end <= problem.end;
      for (const token of marked)
        assert.ok(
          found.some((problem) => same(token, problem)),
          JSON.stringify(token),
        );
      for (const problem of found)
        assert.ok(
          marked.some((token) => same(token, problem)),
          JSON.stringify(problem),
        );
    };
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(editStep, { maxLength: 25 }), compare), trials);
  });
});
