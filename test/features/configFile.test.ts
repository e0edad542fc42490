/** Completion, hover and outline in the configuration of a team; `‸` is the cursor. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CompletionItemKind, MarkupContent } from 'vscode-languageserver-types';
import { parseConfig } from '../../server/src/core/model/parse.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { documentSymbols } from '../../server/src/features/symbols/documentSymbols.ts';
import type { View } from '../../server/src/features/view.ts';
import { cursor } from '../kit/cursor.ts';
import { problemsOf } from '../kit/problems.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

function opened(marked: string) {
  const { text, offset } = cursor(marked);
  const document = TextDocument.create('file:///levers.config.yaml', 'levers-config', 1, text);
  return { subject: { document, reading: parseConfig(text) }, offset, text };
}

function offered(marked: string, eyes: View = view) {
  const { subject, offset } = opened(marked);
  return completion(subject, offset, eyes);
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);

/** The text after accepting an item. */
function accepted(marked: string, label: string): string {
  const { text } = opened(marked);
  const item = offered(marked).find((candidate) => candidate.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, label);
  const document = TextDocument.create('', '', 1, text);
  const { range, newText } = item.textEdit;
  return text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
}

function hovered(marked: string, locale: View['locale'] = 'en'): string | undefined {
  const { subject, offset } = opened(marked);
  const found = hover(subject, offset, { ...view, locale })?.contents;
  return MarkupContent.is(found) ? found.value : undefined;
}

describe('completion in a configuration', () => {
  it('offers the keys, and behind `rules` every rule by its code with what it finds', () => {
    assert.deepEqual(labels('‸'), ['extends', 'rules', 'catalogs', 'calendar', 'people', 'groups', 'accepted']);
    assert.deepEqual(labels('rules:\n  overdue: off\n‸'), [
      'extends',
      'catalogs',
      'calendar',
      'people',
      'groups',
      'accepted',
    ]);
    const found = offered('rules:\n  overdue: off\n  ‸');
    const codes = rules.map(({ code }) => code).filter((code) => code !== 'overdue');
    assert.deepEqual(
      found.slice(0, codes.length).map(({ label }) => label),
      codes,
    );
    const load = found.find(({ label }) => label === 'owner-overload');
    assert.ok(load?.labelDetails?.description && load.documentation);
    const chinese = offered('rules:\n  ‸', { ...view, locale: 'zh-CN' }).find(
      ({ label }) => label === 'owner-overload',
    );
    assert.match(chinese?.labelDetails?.description ?? '', /\p{Script=Han}/u);
  });

  it('offers severities, and for a rule with numbers these too', () => {
    const words = ['off', 'error', 'warning', 'info', 'hint'];
    assert.deepEqual(labels('rules:\n  overdue: ‸'), words);
    const lists = offered('rules:\n  coverage-below-four: ‸').filter(({ kind }) => kind === CompletionItemKind.Snippet);
    assert.deepEqual(labels('rules:\n  coverage-below-four: ‸'), [...words, ...lists.map(({ label }) => label)]);
    const text = accepted('rules:\n  coverage-below-four: ‸\n', '[error, { minimumLevers: 4 }]');
    assert.equal(text, 'rules:\n  coverage-below-four: [error, { minimumLevers: 4 }]\n');
    assert.deepEqual(problemsOf(text, { config: true }), []);
    assert.equal(accepted('rules:\n  coverage-b‸', 'coverage-below-four'), 'rules:\n  coverage-below-four: ');
    assert.deepEqual(labels('rules:\n  coverage-below-four: [warning, { ‸ }]'), ['minimumLevers']);
    assert.deepEqual(labels('rules:\n  coverage-below-four: [‸]'), words);
  });
});

describe('hover in a configuration', () => {
  it('says what a key means, what a rule finds, and what a severity says, in both languages', () => {
    assert.match(hovered('ex‸tends: x\n') ?? '', /^\*\*Builds on\*\*\n\nAnother `levers\.config\.yaml`/);
    const rule = hovered('rules:\n  over‸due: off\n') ?? '';
    assert.match(rule, /Default: `warning`/);
    assert.match(rule, /- `off`: Not looked for\./);
    assert.match(hovered('rules:\n  over‸due: off\n', 'zh-CN') ?? '', /默认：`warning`/);
    assert.equal(hovered('rules:\n  overdue: o‸ff\n'), 'Not looked for.');
    assert.equal(hovered('rules:\n  late-start: [o‸ff]\n', 'zh-CN'), '不检查。');
    assert.match(hovered('rules:\n  late-start: [off, { workingD‸ays: 3 }]\n') ?? '', /workingDays/);
  });
});

describe('a configuration', () => {
  it('has an outline, and no words of a plan in it', () => {
    const { subject } = opened('‸rules:\n  overdue: off\ncatalogs: [a/levers.catalog.yaml]\n');
    assert.deepEqual(
      documentSymbols(subject, view).map(({ name }) => name),
      ['rules', 'catalogs'],
    );
    assert.deepEqual(semanticTokens(subject, view).data, []);
  });
});
