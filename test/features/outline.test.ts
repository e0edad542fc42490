/** The outline, as an editor shows it: names, what stands beside them, and what lies in what. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol, type Position, SymbolTag } from 'vscode-languageserver-types';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { documentSymbols } from '../../server/src/features/symbols/documentSymbols.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it, property } from '../kit/test.ts';
import { anyTypo, plans, typos, withTypo } from '../kit/typos.ts';
import { view } from '../kit/view.ts';

function outline(text: string, locale: Locale = 'en'): DocumentSymbol[] {
  const document = TextDocument.create('', '', 1, text);
  return documentSymbols({ document, reading: parse(text) }, { ...view, locale });
}

const shown = (symbols: readonly DocumentSymbol[] | undefined, depth = 9, indent = ''): string[] =>
  depth === 0
    ? []
    : (symbols ?? []).flatMap(({ name, detail, children }) => [
        `${indent}${name}${detail ? ` | ${detail}` : ''}`,
        ...shown(children, depth - 1, `${indent}  `),
      ]);

/** What is shown in a section. */
const under = (text: string, section: string, locale?: Locale) =>
  shown(outline(text, locale).filter(({ name }) => name === section));

describe('the outline', () => {
  it('has the sections, with how many stand in each', () => {
    assert.deepEqual(shown(outline(cleanPlan), 1), [
      'plan | Plan details',
      'purpose',
      'stakeholders | 2',
      'levers | The six levers · 4 of 6 covered',
      'measures | 1',
      'risks | Risks and barriers · 1',
      'milestones | 1',
    ]);
    assert.equal(shown(outline(cleanPlan, 'zh-CN'), 1)[3], 'levers | 六个 LEVERS · 已启用 4/6');
    assert.equal(shown(outline(cleanPlan, 'zh-CN'), 1)[2], 'stakeholders | 利益相关者 · 2');
  });

  it('says what each lever is called, what it holds, and whether it counts', () => {
    const text = cleanPlan
      .replace('  ecosystem:\n', '  ecosystem:\n    lead: Bo\n')
      .replace('owner: Tom, audience: [leads]', 'status: cancelled')
      .replace(
        '  structure:\n    strategies:\n',
        '  structure:\n    strategies:\n      - { use: ai-governance, owner: Cy, status: in-progress }\n',
      )
      .replace('  rewards: { notUsed: The union agreement rules out rewards until 2028. }\n', '  rewards:\n');
    assert.deepEqual(under(text, 'levers'), [
      'levers | The six levers · 3 of 6 covered',
      '  Leadership | 1 strategy, not covered',
      '    strategies | 1',
      '      Develop Focused Executive Briefings | executive-briefings · Cancelled',
      '  Ecosystem | 1 strategy, covered',
      '    lead | Bo',
      '    strategies | 1',
      '      Build an AI Change Network | ai-change-network · Bo',
      '  Values | 1 strategy, covered',
      '    strategies | 1',
      '      Communicate the Purpose and Value of AI | ai-purpose-value · Ana',
      '  Enablement | left out, with a reason',
      '    notUsed | Training is in the plan of the learning team.',
      '  Rewards | no strategies yet',
      '  Structure | 2 strategies, covered',
      '    strategies | 2',
      '      Establish AI Governance | ai-governance · Cy · In progress',
      '      Establish AI Governance | ai-governance · Cy',
    ]);
    const chinese = under(text, 'levers', 'zh-CN');
    assert.equal(chinese[1], '  领导力 | 1 项策略，尚未启用');
    assert.match(chinese[3] as string, / \| executive-briefings · 已取消$/);
    assert.match(chinese.join('\n'), /进行中/);
    const find = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
      symbols.flatMap((symbol) => [...(symbol.tags ? [symbol] : []), ...find(symbol.children ?? [])]);
    assert.deepEqual(
      find(outline(text)).map(({ name, tags }) => [name, tags]),
      [['Develop Focused Executive Briefings', [SymbolTag.Deprecated]]],
    );
  });

  it('shows a status that is no choice as it is written', () => {
    const symbols = under(cleanPlan.replace('owner: Tom,', 'owner: Tom, status: constructor,'), 'levers');
    assert.equal(symbols[3], '      Develop Focused Executive Briefings | executive-briefings · Tom · constructor');
  });

  it('knows a lever that is called otherwise', () => {
    assert.deepEqual(under('levers:\n  Leader:\n    strategies:\n      - id: a\n', 'levers').slice(1, 2), [
      '  Leadership | 1 strategy, not covered',
    ]);
  });

  it('counts what has no name', () => {
    assert.deepEqual(under('decisions: [{ outcome: Yes }, { on: 2027-01-01 }, { title: " " }]', 'decisions'), [
      'decisions | 3',
      '  1',
      '  2027-01-01',
      '  3',
    ]);
  });

  it('is the same after an edit as afresh, wherever entries have moved', () => {
    const text = readFileSync('examples/city-permit-assistant.levers.yaml', 'utf8');
    const edits: readonly (readonly [RegExp, string])[] = [
      [/^purpose:/m, '\n\npurpose:'],
      [/^stakeholders:\n/m, 'stakeholders:\n  - { id: new, name: New }\n'],
      [/^ {6}- use: stakeholder-assessment\n/m, '      - use: stakeholder-assessment\n        status: done\n'],
      [/^ {2}- \{ id: it-operations/m, '  -   { id: it-operations'],
      [/^version: 1\n/m, ''],
    ];
    let before = parse(text);
    outline(text);
    for (const [from, to] of edits) {
      const changed = before.text.replace(from, to);
      assert.notEqual(changed, before.text);
      const plan = parse(changed, before);
      const document = TextDocument.create('', '', 1, changed);
      assert.deepEqual(documentSymbols({ document, reading: plan }, view), outline(changed));
      before = plan;
    }
  });

  property(
    'can be taken by an editor whatever is written wrong: nothing is without a name, every name lies in its range',
    100,
    (trials) => {
      const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
      const check = ({ name, range, selectionRange, children }: DocumentSymbol) => {
        assert.ok(name.trim());
        assert.ok(before(range.start, selectionRange.start) && before(selectionRange.end, range.end), name);
        children?.forEach(check);
      };
      fc.assert(
        fc.property(fc.constantFrom(...plans), fc.array(anyTypo(typos), { maxLength: 4 }), (text, list) => {
          outline(list.reduce(withTypo, text)).forEach(check);
        }),
        trials,
      );
    },
  );
});
