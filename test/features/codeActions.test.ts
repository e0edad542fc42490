/** Code actions that run a command of the client: the reason of an exception, and what *Fix all* did. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver-types';
import { codeActions, fixAllKind } from '../../server/src/features/codeActions.ts';
import type { View } from '../../server/src/features/view.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { opened, view } from '../kit/view.ts';

const eyes: View = { ...view, codeActionCommands: true };

/** A problem that needs no decision, and one that does. */
const slips = cleanPlan.replace('title: AI assist', 'title:AI assist').replace('[agents]', '[nobody]');

function fixAll(text: string, triggerKind: CodeActionTriggerKind, look = eyes): CodeAction | undefined {
  const start = { line: 0, character: 0 };
  const [action, ...more] = codeActions(opened(text), { start, end: start }, { only: [fixAllKind], triggerKind }, look);
  assert.deepEqual(more, []);
  return action;
}

const { Automatic, Invoked } = CodeActionTriggerKind;
const told = (text: string, look = eyes) => fixAll(text, Invoked, look)?.command?.arguments;

describe('fix all', () => {
  it('says by hand what it fixed, and what needs a decision where', () => {
    const line = slips.split('\n').findIndex((row) => row.includes('[nobody]')) + 1;
    assert.deepEqual(told(slips), [`1 of 2 fixed. 1 needs your decision, in line ${line}.`]);
    assert.deepEqual(told(slips, { ...eyes, locale: 'zh-CN' }), [
      `共 2 个问题，已修复 1 个。其余 1 个需要您决定：第 ${line} 行。`,
    ]);
    assert.ok(fixAll(slips, Invoked)?.edit);
  });

  it('says so where it can do nothing, and nothing where nothing is wrong', () => {
    const many = cleanPlan.replace(/owner: Ana\n/, 'owner: TBD\n').replaceAll('[agents]', '[nobody]');
    const action = fixAll(many, Invoked);
    assert.equal(action?.edit, undefined);
    assert.match(
      String(action?.command?.arguments),
      /^0 of \d+ fixed\. \d+ need your decision, (?:the first )?in lines [\d, ]+ and \d+\.$/,
    );
    assert.equal(fixAll(cleanPlan, Invoked), undefined);
  });

  it('is silent on saving, and for clients without the command', () => {
    assert.equal(fixAll(slips, Automatic)?.command, undefined);
    assert.ok(fixAll(slips, Automatic)?.edit);
    assert.equal(fixAll(slips, Invoked, view)?.command, undefined);
  });
});

describe('allow with a reason', () => {
  const text = cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-02-30');
  const row = text.split('\n').findIndex((line) => line.includes('[agents]'));
  const bad = text.replace('[agents]', '[]');
  const start = { line: row, character: 0 };
  const range = { start, end: { line: row + 1, character: 0 } };
  const allowing = (look: View) =>
    codeActions(opened(bad), range, {}, look).filter(({ title }) => title.includes('here, with a reason'));

  it('leaves the text alone until the client knows the reason', () => {
    const [action] = allowing(eyes);
    assert.equal(action?.edit, undefined);
    assert.equal(action?.command?.command, 'levers.allow');
    const [asked] = action?.command?.arguments ?? [];
    assert.deepEqual(asked.position, start);
    assert.match(asked.before, /^ *# levers-ignore-next-line [a-z-]+: $/);
    assert.equal(asked.after, '\n');
  });

  it('writes the comment for other clients', () => {
    const [action] = allowing(view);
    assert.ok(action?.edit);
    assert.equal(action.command, undefined);
  });
});
