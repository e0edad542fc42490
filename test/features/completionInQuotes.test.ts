/** Completion between quotes, which editors close by themselves; `‸` is the cursor. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../../server/src/features/view.ts';
import { labels, nameOf, offered } from '../kit/completion.ts';
import { completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

describe('completion in quotes', () => {
  const inOne = (line: string) =>
    completed(`levers:\n  leadership:\n    strategies:\n      - use: live-demos\n${line}`);
  const places: readonly (readonly [line: string, label: string, sound: string])[] = [
    ['        owner: "T‸"\n', 'Tom', '        owner: Tom\n'],
    ["        owner: 'T‸'\n", 'Tom', '        owner: Tom\n'],
    ['        owner: "‸"\n', 'Tom', '        owner: Tom\n'],
    ['        owner: "T‸om" # soon\n', 'Ana', '        owner: Ana # soon\n'],
    ['        owner: "T‸\n', 'Tom', '        owner: Tom\n'],
    ['        owner: "‸\n', 'Tom', '        owner: Tom\n'],
    ["        status: 'pl‸'\n", 'planned', '        status: planned\n'],
    ['        due: "2027-‸"\n', '2027-05-03', '        due: 2027-05-03\n'],
    ['        audience: "le‸"\n', '[leads]', '        audience: [leads]\n'],
    ['        audience: ["le‸"]\n', 'leads', '        audience: [leads]\n'],
    ['        audience: ["‸"]\n', 'leads', '        audience: [leads]\n'],
    ["        audience: [agents, 'le‸']\n", 'leads', '        audience: [agents, leads]\n'],
    ['        audience: ["le‸", "agents"]\n', 'leads', '        audience: [leads, "agents"]\n'],
    ['        audience:\n          - "le‸"\n', 'leads', '        audience:\n          - leads\n'],
    [
      "        audience:\n          - agents\n          - '‸'\n",
      'leads',
      '        audience:\n          - agents\n          - leads\n',
    ],
    ['      - { use: "trai‸", owner: Tom }\n', 'training-strategy', '      - { use: training-strategy, owner: Tom }\n'],
    ['      - { use: super-users, owner: "T‸" }\n', 'Tom', '      - { use: super-users, owner: Tom }\n'],
  ];
  const eyes: readonly View[] = [view, { ...view, insertReplace: true }];

  it('puts what is chosen in place of the quotes too, and is found by what was typed', () => {
    for (const [line, label, sound] of places) {
      for (const eye of eyes) {
        const { text, items } = offered(inOne(line), eye);
        const item = items.find((one) => nameOf(one) === label);
        assert.ok(item?.textEdit, `${line}${items.map(nameOf).join(', ')}`);
        const document = TextDocument.create('', '', 1, text);
        const at = inOne(line).indexOf('‸');
        const ranges = 'range' in item.textEdit ? [item.textEdit.range] : [item.textEdit.insert, item.textEdit.replace];
        for (const range of ranges) {
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          assert.ok(start <= at && at <= end);
          assert.equal(text.slice(0, start) + item.textEdit.newText + text.slice(end), inOne(sound));
          const typed = text.slice(start, at).toLowerCase();
          const found = (item.filterText ?? '').toLowerCase();
          assert.ok(
            found.startsWith(typed) || label === 'Ana' || found.startsWith(typed.replace(/^"/, '"[')),
            `${typed} in ${found}`,
          );
        }
      }
    }
  });

  it('is silent behind them, before them, and where they hold more than a word', () => {
    for (const line of [
      '        audience: ["leads"‸]\n',
      '        audience: [‸"leads"]\n',
      '        audience: ["a, b‸"]\n',
      '      - "us‸"\n',
      '      - { "us‸": x }\n',
    ]) {
      assert.deepEqual(labels(inOne(line)), [], line);
    }
  });
});
