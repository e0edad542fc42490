/** What can be searched for, and what is found. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SymbolKind } from 'vscode-languageserver-types';
import { parse } from '../../server/src/core/model/parse.ts';
import { searchFor } from '../../server/src/features/symbols/fuzzyMatch.ts';
import { planSymbols } from '../../server/src/features/symbols/planSymbols.ts';
import { cleanPlan } from '../kit/plan.ts';
import { teamFile } from '../kit/problems.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

const symbolsOf = (text: string) => {
  const document = TextDocument.create('', '', 1, text);
  const { title, symbols } = planSymbols({ document, reading: parse(text) }, view);
  return { title, told: symbols.map(({ name, range }) => `${name} | ${document.getText(range)}`), symbols };
};

describe('what can be searched for', () => {
  it('is the plan and everything in it that has an id', () => {
    const { title, told, symbols } = symbolsOf(cleanPlan);
    assert.equal(title, 'AI assist for the service desk');
    assert.deepEqual(told, [
      'AI assist for the service desk | title: AI assist for the service desk',
      'Agents · agents | id: agents',
      'Team leads · leads | id: leads',
      'Develop Focused Executive Briefings · executive-briefings | use: executive-briefings',
      'Build an AI Change Network · ai-change-network | use: ai-change-network',
      'Communicate the Purpose and Value of AI · ai-purpose-value | use: ai-purpose-value',
      'Establish AI Governance · ai-governance | use: ai-governance',
      'Weekly use · weekly-use | id: weekly-use',
      'Fear of job loss · fear | id: fear',
      'Pilot · pilot | id: pilot',
      // People, once each.
      'Ana | Ana',
      'Tom | Tom',
      'Bo | Bo',
      'Cy | Cy',
    ]);
    assert.equal(symbols[0]?.kind, SymbolKind.File);
    assert.equal(symbols[9]?.kind, SymbolKind.Event);
    assert.equal(symbols.at(-1)?.kind, SymbolKind.Variable);
    const nobody = 'plan: { owner: TBD, sponsor: "ana  ruiz" }\npurpose: {}\nlevers: { values: { lead: Ana Ruiz } }\n';
    assert.deepEqual(symbolsOf(nobody).told, ['ana ruiz | ana  ruiz']);
  });

  it('has a name in one line, whatever is written, and stands in one line', () => {
    assert.deepEqual(symbolsOf('measures:\n  - title: >\n      Weekly\n      use\n    id: weekly\n').told, [
      'Weekly use · weekly | title: >',
    ]);
    assert.deepEqual(symbolsOf('levers:\n  Leader:\n    strategies: [{ title: Own }, {}, x]\n').told, [
      'Own | title: Own',
    ]);
    assert.deepEqual(symbolsOf('').told, []);
  });

  it('in a catalog of a team are its strategies', () => {
    const { uri, file } = teamFile('id: ours\nstrategies: [{ id: clinics, title: { zh-CN: 答疑日 } }]\n');
    const document = TextDocument.create(uri, '', 1, file.text);
    const { title, symbols } = planSymbols({ document, reading: file }, view);
    assert.deepEqual([title, ...symbols.map(({ name }) => name)], ['ours', 'ours', '答疑日 · clinics']);
  });
});

describe('a search', () => {
  const fits = (typed: string, ...names: string[]) => names.map(searchFor(typed));

  it('finds letters in their order, and prefers what stands together', () => {
    assert.deepEqual(fits('ex', 'Executive', 'Next', 'eax', 'xe'), [0, 1, 2, undefined]);
    assert.deepEqual(fits('case off', 'Case officers', 'case-officers', 'off case'), [0, 2, undefined]);
    assert.deepEqual(fits('坐席', '客服中心坐席', '坐在席上'), [1, 2]);
    assert.deepEqual(fits('ＡＩ', 'ai-governance'), [0]);
    assert.deepEqual(fits('', 'anything', ''), [0, 0]);
  });
});
