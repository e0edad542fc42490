/** Editing: whatever is typed, deleted, pasted and undone, what is kept from before gives what reading afresh gives. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/src/core/check/check.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { occurrences } from '../../server/src/core/model/references.ts';
import { pairsOf } from '../../server/src/core/syntax/tree.ts';
import { changeOf } from '../../server/src/core/text/change.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { overview } from '../../server/src/features/pictures/overview.ts';
import { picture } from '../../server/src/features/pictures/picture.ts';
import { documentSymbols } from '../../server/src/features/symbols/documentSymbols.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { type EditStep, editBetween, editStep, RandomEditor, texts } from '../kit/randomEdits.ts';
import { it, property } from '../kit/test.ts';
import { view } from '../kit/view.ts';

/** Everything that a reader would see of the problems. */
const seen = (plan: Plan) => check(plan, context).map(({ fixes: _, ...problem }) => problem);

/** A change of a document as the editor tells it. */
function changeBetween(document: TextDocument, before: string, after: string) {
  const { start, end, text } = editBetween(before, after);
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}

/** Goes through a script and compares, step by step. `undo`: a step after which the plan is like that is undone. */
function edit(text: string, script: readonly EditStep[], undo?: (plan: Plan) => boolean): void {
  const editor = new RandomEditor(text);
  const document = TextDocument.create('file:///x.levers.yaml', 'levers-plan', 1, text);
  let plan = parse(document.getText());
  for (const [index, step] of script.entries()) {
    const before = editor.text;
    editor.do(step);
    if (editor.text === before) continue;
    TextDocument.update(document, [changeBetween(document, before, editor.text)], index);
    plan = parse(document.getText(), plan);
    const fresh = parse(editor.text);
    assert.deepEqual(plan.root, fresh.root);
    assert.deepEqual(plan.errors, fresh.errors);
    assert.deepEqual(plan.ambiguities, fresh.ambiguities);
    assert.equal(plan.syntax.reparsable, fresh.syntax.reparsable);
    assert.deepEqual(occurrences(plan), occurrences(fresh));
    assert.deepEqual(seen(plan), seen(fresh));
    if (undo?.(fresh)) {
      editor.do({ kind: 'undo' });
      plan = parse(editor.text, plan);
      TextDocument.update(document, [{ text: editor.text }], index);
      continue;
    }
    if (index % 5 > 0) continue;
    const offered = (reading: Plan) => completion({ document, reading }, editor.cursor, view);
    assert.deepEqual(offered(plan), offered(fresh));
    const outline = (reading: Plan) => documentSymbols({ document, reading }, view);
    assert.deepEqual(outline(plan), outline(fresh));
    const said = (reading: Plan) => [overview({ document, reading }, view), picture({ document, reading }, view)];
    assert.deepEqual(said(plan), said(fresh));
  }
}

describe('what is kept from one version to the next', () => {
  property(
    'gives the same plan, problems, completions, overview and picture as reading afresh, at every step of a script',
    25,
    (trials) => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.array(editStep, { minLength: 5, maxLength: 40 }), (text, acts) =>
          edit(text, acts),
        ),
        trials,
      );
    },
  );

  property('does so in the midst of things half typed, in one place or in several', 8, (trials) => {
    const astray = (plan: Plan) => !plan.syntax.reparsable || plan.errors.length > 3;
    const script = fc.array(editStep, { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), script, (text, acts) => edit(text, acts, astray)),
      trials,
    );
  });

  /** What is typed in one strategy of a text leaves those of the other levers, and all other sections, the same. */
  const keepsTheRest = (text: string, typed: string) => {
    const before = parse(text);
    const summary = /^ *summary: /m.exec(text.slice(text.indexOf('levers:'))) as RegExpExecArray;
    const at = text.indexOf('levers:') + summary.index + summary[0].length;
    const after = parse(text.slice(0, at) + typed + text.slice(at), before);
    const kept = new Set(before.strategies.map((strategy) => strategy.at.node));
    const read = after.strategies.filter((strategy) => !kept.has(strategy.at.node));
    assert.equal(new Set(read.map(({ lever }) => lever.id)).size, 1);
    const sections = (plan: Plan) => new Map(pairsOf(plan.root).map(({ name, value }) => [name, value.node]));
    for (const [name, node] of sections(after)) {
      if (name !== 'levers') assert.equal(node, sections(before).get(name), name);
    }
  };

  it('is most of the tree: an edit in one strategy leaves those of the other levers, and all other sections, the same', () => {
    const lf = readFileSync('examples/hospital-ai-scribe.levers.yaml', 'utf8');
    for (const text of [lf, lf.replaceAll('\n', '\r\n')]) keepsTheRest(text, 'Now ');
  });

  /** Reads a text, checks it, changes it and compares. */
  const compare = (text: string, from: string, to: string) => {
    const before = parse(text);
    check(before, context);
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    const after = parse(changed, before);
    const fresh = parse(changed);
    assert.deepEqual([after.root, after.errors, after.ambiguities], [fresh.root, fresh.errors, fresh.ambiguities]);
    assert.deepEqual(seen(after), seen(fresh));
    return seen(after).map(({ code }) => code);
  };

  it('sees that rows of a text become a table when what holds them changes', () => {
    const text = cleanPlan.replace(
      /^ {2}need: .*$/m,
      '  need: |\n    x\n    is it so?\n    y\n    | a | b |\n    | c | d |',
    );
    assert.notEqual(text, cleanPlan);
    assert.ok(compare(text, 'need: |', 'need:').includes('pasted-table'));
    assert.ok(compare(text, '    x\n', '   x\n').includes('pasted-table'));
    assert.ok(!compare(text, 'is it so', 'is it').includes('pasted-table'));
  });

  it('reads the wide blanks of Chinese paragraphs as part of their text only while they stand in one', () => {
    const text = cleanPlan.replace(/^ {2}need: .*$/m, '  need: |\n    一\n    　　第一段\n    　　第二段');
    assert.notEqual(text, cleanPlan);
    for (const one of [text, text.replaceAll('\n', '\r\n')]) {
      assert.ok(!compare(one, 'title: ', 'title: New ').includes('odd-indentation'));
      assert.ok(!compare(one, '第一', '第 一').includes('odd-indentation'));
      compare(one, 'need: |', 'need:');
      assert.ok(compare(one, '    　　第二', '   　　第二').includes('odd-indentation'));
      compare(one, '    一', '     一');
      compare(one, '    一', '');
      compare(one, '  need: |', 'need: |');
    }
  });

  it('puts a value that was deleted, but not its blank, where a fresh reading has it', () => {
    for (const text of ['version: 1\nplan:\n  status: draft', 'plan:\n  owner: A # note\n', 'plan:\r\n  title:  A\r\n'])
      compare(text, /(?<=: +)[Ad]\w*/.exec(text)?.[0] as string, '');
  });

  it('judges lines that stand askew by what is typed near them, in lists too long to be read in one go', () => {
    const item = (lines: string) => `levers:\n  leadership:\n    strategies:\n${lines}`;
    const long = `        deliverables:\n${'          - A note\n'.repeat(45)}`;
    const behind = item(
      `      - id: a\n        title: A\n${long}      - id: b\n        title: B\n        activities:\n          \n      - title: c\n            owner: Zoe\n        status: done\n`,
    );
    compare(behind, '          \n', '          - kind: meeting\n');
    const open = item(
      `      - id: "abc\n        title: A\n${long}        summary: some\n        notes: some\n        activities:\n          - kind: meeting\n            title: M\n          owner: Bo\n            hours: 2\n`,
    );
    compare(open, 'summary: some', 'summary: so"me');
    const above = item(
      `      - id: a\n        title: A\n        owner: Ana\n${long}        activities:\n          - kind: meeting\n            hours: 2\n        owner: Bo\n        due: 2027-05-01\n            some text\n        status: done\n`,
    );
    compare(above, 'some text', 'kind：text');
  });

  it('asks rules again when lines are broken anew', () => {
    const levers = 'levers: { rewards: { strategies: [{ use: incentive-program, owner: Ana }] } }\n';
    const text = `version: 1\nplan:\n  title: x\n  owner: Ana\n${levers}`;
    const broken = text.replace('levers: { ', 'levers: {\n  ');
    const codes = compare(text, 'levers: { ', 'levers: {\n  ');
    assert.notDeepEqual(compare(broken, 'levers: {\n  ', 'levers: { '), codes);
  });

  it('finds where two texts differ', () => {
    const long = 'ab'.repeat(5000);
    for (const [before, after, change] of [
      ['', '', { start: 0, end: 0, newEnd: 0 }],
      ['abc', 'abXc', { start: 2, end: 2, newEnd: 3 }],
      ['aaa', 'aa', { start: 2, end: 3, newEnd: 2 }],
      [`${long}x${long}`, `${long}yz${long}`, { start: 10000, end: 10001, newEnd: 10002 }],
      [long, `${long}ab`, { start: 10000, end: 10000, newEnd: 10002 }],
    ] as const) {
      assert.deepEqual(changeOf(before, after), change);
    }
  });
});
