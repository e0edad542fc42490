/** Completion: `‸` is the cursor; what is offered, and the text after accepting. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, parseCatalog } from '../../server/src/core/model/parse.ts';
import type { Reading } from '../../server/src/core/model/reading.ts';
import { catalogFormat, type Format, planFormat, type Shape } from '../../server/src/core/schema/schema.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { accept, labels, nameOf, offered } from '../kit/completion.ts';
import { cursor } from '../kit/cursor.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
import { it, property } from '../kit/test.ts';
import { view } from '../kit/view.ts';

/** A snippet as it stands when each tab stop keeps its default. */
const settled = (text: string) =>
  text
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\d+/g, '');

const strategies = (items: string) =>
  completed(
    `levers:\n  leadership:\n    strategies:\n      - { use: executive-briefings, owner: Tom, audience: [leads] }\n  enablement:\n    strategies:\n${items}`,
  );

describe('completion of keys', () => {
  it('offers the sections in an empty file, the required ones first, and a whole plan', () => {
    assert.deepEqual(labels('‸').slice(0, 6), [
      'The smallest useful plan',
      'A plan with every section',
      'version',
      'plan',
      'purpose',
      'stakeholders',
    ]);
  });

  it('gives a whole plan in an empty file', () => {
    assert.match(accept('‸', 'The smallest useful plan'), /^version: 1\nplan:\n {2}title: What changes …\n/);
    const full = accept('‸', 'A plan with every section');
    assert.match(full, /\n {2}start: \$\{8:2027-03-01\}\n {2}goLive: \$\{9:2027-06-28\}\n/);
  });

  it('fills in the keys that must be there', () => {
    assert.equal(
      accept('version: 1\npl‸', 'plan'),
      'version: 1\nplan:\n  title: $1\n  owner: $2\n  start: ${3:2027-03-01}\n  goLive: ${4:2027-05-24}\n  end: ${5:2027-08-30}$0',
    );
    assert.equal(accept('‸', 'stakeholders'), 'stakeholders:\n  - id: $1\n    name: $0');
    assert.equal(
      accept('milestones:\n  - ‸', 'Milestone'),
      'milestones:\n  - id: $1\n    title: $2\n    date: ${3:2027-03-15}$0',
    );
  });

  it('asks for the name, and makes the id of it', () => {
    assert.deepEqual(labels('stakeholders:\n  - kind: managers\n    ‸').slice(0, 2), ['name', 'id']);
    assert.deepEqual(labels('levers:\n  values:\n    ‸').slice(0, 2), ['strategies', 'intent']);
    const office = 'stakeholders:\n  - id: ‸\n    name: Office Staff\n';
    assert.deepEqual(labels(office), ['office-staff']);
    assert.deepEqual(labels(`${office}  - { id: office-staff, name: B }\n`), ['office-staff-2']);
    assert.deepEqual(labels('risks:\n  - id: ‸\n'), []);
    assert.deepEqual(labels('risks:\n  - title: 风险\n    id: ‸\n'), []);
    // VS Code makes it while the name is typed.
    const snippet = accept('‸', 'stakeholders', { ...view, suggestCommand: true });
    const found = /id: \$\{1\/([^/]*)\/(.*)\/g\}\n {4}name: \$1\$0$/.exec(snippet);
    const [, pattern = '', format] = found ?? [];
    assert.equal(format, '${1:+stakeholder}${2:/downcase}${3:+-}');
    const made = (name: string) =>
      name.replace(new RegExp(pattern, 'g'), (_, none, word, other) =>
        none ? 'stakeholder' : word ? word.toLowerCase() : other ? '-' : '',
      );
    assert.deepEqual(['Office Staff (2)', ' IT & HR', '客服', 'AI 助手'].map(made), [
      'office-staff-2',
      'it-hr',
      'stakeholder',
      'ai',
    ]);
  });

  it('gives plain text to an editor without tab stops', () => {
    const plain = { ...view, snippets: false };
    assert.equal(accept('‸', 'stakeholders', plain), 'stakeholders:\n  - id: \n    name: ');
    assert.equal(accept('plan:\n  tit‸', 'title', plain), 'plan:\n  title: ');
  });

  it('offers nothing that is already there, above or below', () => {
    const keys = labels('plan:\n  title: x\n  ‸\n  owner: y\nlevers:\n');
    assert.ok(keys.includes('start') && !keys.includes('title') && !keys.includes('owner') && !keys.includes('levers'));
    assert.ok(!labels('levers:\n  values:\n    strategies: []\n    ‸').includes('notUsed'));
  });

  it('goes by the column on an empty line', () => {
    const at = (column: number) =>
      labels(
        `${strategies('      - use: live-demos\n        owner: Bo\n').trimEnd().split('measures:')[0]}${' '.repeat(column)}‸`,
      );
    assert.ok(at(8).includes('audience') && !at(8).includes('owner'));
    assert.ok(at(6).includes('super-users'));
    assert.ok(at(4).includes('intent') && !at(4).includes('strategies'));
    assert.ok(at(2).includes('rewards') && !at(2).includes('enablement'));
    assert.ok(at(0).includes('sustainment') && !at(0).includes('levers'));
  });

  it('replaces only the key where a colon follows', () => {
    assert.equal(accept('plan:\n  ti‸tel: Our plan\n', 'title'), 'plan:\n  title: Our plan\n');
  });

  it('works in braces', () => {
    assert.equal(accept('milestones:\n  - { id: pilot, da‸ }\n', 'date'), 'milestones:\n  - { id: pilot, date:  }\n');
    assert.ok(!labels('milestones:\n  - { id: pilot, ‸ }\n').includes('id'));
  });

  it('puts a space behind a bare dash', () => {
    assert.match(accept(strategies('      -‸\n'), 'super-users'), /\n {6}- use: super-users\n {8}owner: /);
    assert.match(
      accept(strategies('      - use: live-demos\n        audience:\n          -‸\n'), 'all'),
      /\n {10}- all\n/,
    );
  });

  it('puts an item that stands too far right where it belongs', () => {
    const marked = strategies('      - use: live-demos\n        owner: Bo\n        - su‸\n');
    const { text, items } = offered(marked);
    const item = items.find((one) => nameOf(one) === 'super-users');
    assert.match(item?.filterText ?? '', /^- super-users /);
    assert.match(accept(marked, 'super-users'), /\n {8}owner: Bo\n {6}- use: super-users\n {8}owner: /);
    assert.ok(text.includes('\n        - su'));
    assert.match(
      accept('stakeholders:\n  - id: a\n    name: A\n    -‸', 'Stakeholder group'),
      /\n {2}- id: \$1\n {4}name: \$0$/,
    );
  });

  it('is silent in the indentation of a line with content, and in columns that fit nothing', () => {
    assert.deepEqual(labels('plan:\n ‸ title: x\n'), []);
    assert.deepEqual(labels('plan:\n  title: x\n ‸\n'), ['+ next section: Purpose']);
    assert.deepEqual(labels('plan:\n    title: x\n   ‸\n'), ['+ next section: Purpose']);
    assert.deepEqual(labels(strategies('      - use: live-demos\n        audience:‸\n          - agents\n')), []);
  });

  it('offers only the six levers under levers', () => {
    assert.deepEqual(labels('levers:\n  ‸'), [
      'leadership',
      'ecosystem',
      'values',
      'enablement',
      'rewards',
      'structure',
    ]);
  });
});

describe('completion of values', () => {
  it('offers the words that a key takes', () => {
    assert.deepEqual(labels('plan:\n  status: ‸'), ['draft', 'active', 'sustaining', 'closed', 'cancelled']);
    assert.equal(accept('plan:\n  status: dra‸ # yet', 'draft'), 'plan:\n  status: draft # yet');
    assert.equal(accept('plan:\n  status:‸', 'active'), 'plan:\n  status: active');
    assert.deepEqual(labels('version: ‸'), ['1']);
  });

  it('offers the strategies of the lever first, none that the plan has', () => {
    const ids = labels(strategies('      - use: ‸\n      - use: live-demos\n'));
    assert.deepEqual(ids.slice(0, 6), [
      'training-strategy',
      'super-users',
      'online-ai-training',
      'ai-innovation-lab',
      'self-guided-onboarding',
      'ai-ethics-training',
    ]);
    assert.ok(!ids.includes('live-demos') && !ids.includes('executive-briefings') && ids.includes('incentive-program'));
  });

  it('keeps the value that is being changed, and offers used ones when a lever has no others', () => {
    assert.ok(labels(strategies('      - use: live-de‸mos\n')).includes('live-demos'));
    const all = [
      'training-strategy',
      'live-demos',
      'super-users',
      'online-ai-training',
      'ai-innovation-lab',
      'self-guided-onboarding',
      'ai-ethics-training',
    ];
    assert.ok(
      labels(strategies(`${all.map((id) => `      - { use: ${id}, owner: Bo }\n`).join('')}      - use: ‸\n`)).includes(
        'live-demos',
      ),
    );
  });

  it('replaces what is typed, also with a broken line below', () => {
    const text = accept(
      strategies('      - use: onl‸\n        owner: "Bo\n        audience: [agents]\n'),
      'online-ai-training',
    );
    assert.ok(text.includes('- use: online-ai-training\n        owner: "Bo\n'));
  });

  it('finds a strategy by its title in both languages', () => {
    const item = offered(strategies('      - use: ‸\n')).items.find((one) => nameOf(one) === 'super-users');
    assert.equal(item?.label, 'Recruit Super Users');
    assert.equal(item?.labelDetails?.description, 'super-users · Enablement');
    assert.match(item?.filterText ?? '', /super-users .*Recruit Super Users.*招募超级用户/);
    assert.match(JSON.stringify(item?.documentation), /Good for/);
  });

  it('offers a whole strategy behind a dash, with an open owner, and the days at which its like usually goes on', () => {
    const days: Readonly<Record<string, readonly string[]>> = {
      'training-strategy': ['2027-03-26', '2027-04-26'],
      'super-users': ['2027-04-07', '2027-06-28'],
      'ai-innovation-lab': ['2027-05-04', '2027-12-17'],
    };
    for (const [id, [start, due]] of Object.entries(days)) {
      const text = accept(strategies('      - ‸\n'), id);
      const item = `      - use: ${id}\n        owner: $1\n        audience: [\${2:agents}]\n        start: \${3:${start}}\n        due: \${4:${due}}$0\n`;
      assert.ok(text.includes(item), text);
      const found = problemsOf(settled(text.replace('$1', 'Ana'))).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      const known = [
        'coverage-below-four',
        'nothing-after-go-live',
        'care-ends-too-soon',
        'training-only-after-go-live',
      ];
      assert.deepEqual(
        found.map(({ code }) => code).filter((code) => !known.includes(code)),
        [],
      );
    }
    const { items } = offered(strategies('      - ‸\n'), { ...view, suggestCommand: true });
    assert.equal(items[0]?.command?.command, 'editor.action.triggerSuggest');
  });

  it('proposes no decision that nobody took', () => {
    assert.deepEqual(labels('stakeholders:\n  - id: a\n    impact: ‸'), ['low', 'medium', 'high', 'none']);
    const plan = 'plan:\n  owner: Ana\n  sponsor: ‸\npurpose:\n  need: B\nsustainment:\n  owner: Bo\n';
    assert.deepEqual(labels(plan), ['Bo']);
  });

  it('offers groups, measures, strategies and milestones of the plan, each once', () => {
    assert.deepEqual(labels(strategies('      - { use: live-demos, audience: [‸] }\n')), ['agents', 'leads', 'all']);
    assert.deepEqual(labels(strategies('      - { use: live-demos, audience: [agents, ‸] }\n')), ['leads']);
    const wave = 'milestones:\n  - { id: wave-1, title: Wave 1, date: 2027-05-03, kind: go-live, audience: [‸] }\n';
    assert.deepEqual(labels(completed(wave)), ['agents', 'leads', 'all']);
    assert.deepEqual(
      labels(strategies('      - use: live-demos\n        audience:\n          - agents\n          - ‸\n')),
      ['leads'],
    );
    assert.deepEqual(labels(strategies('      - use: live-demos\n        audience: ‸\n')), [
      '[agents]',
      '[leads]',
      'all',
    ]);
    assert.deepEqual(labels(strategies('      - use: live-demos\n        measures: [‸]\n')), ['weekly-use']);
    assert.deepEqual(labels(strategies('      - use: live-demos\n        dependsOn: [‸]\n')), [
      'executive-briefings',
      'pilot',
    ]);
  });

  it('offers today, in two weeks, go-live and the limits of the plan as dates', () => {
    const { items } = offered(strategies('      - use: live-demos\n        due: ‸\n'));
    assert.deepEqual(
      items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`),
      [
        '2027-03-01 today',
        '2027-03-15 in two weeks',
        '2027-05-03 go-live',
        '2027-01-04 start of the plan',
        '2027-12-17 end of the plan',
      ],
    );
  });

  it('offers the people who are named in the plan', () => {
    assert.deepEqual(labels(strategies('      - use: live-demos\n        owner: ‸\n')), ['Ana', 'Tom']);
  });

  it('is silent in comments and in running text', () => {
    for (const marked of [
      'plan:\n  title: x # ‸',
      '# ‸',
      'purpose:\n  need: |\n    Why ‸\n',
      'plan:\n  title: "a ‸"\n',
      'plan:\n  title: Our ‸\n',
    ]) {
      assert.deepEqual(labels(marked), [], marked);
    }
  });

  it('speaks Chinese', () => {
    const { items } = offered(strategies('      - use: ‸\n'), { ...view, locale: 'zh-CN' });
    assert.equal(items[0]?.label, '创建详细的培训策略');
    assert.equal(items[0]?.labelDetails?.description, 'training-strategy · 赋能');
  });
});

describe('completion of words of choice', () => {
  it('finds them by everyday words in both languages', () => {
    const { items } = offered(
      completed('levers:\n  values:\n    strategies:\n      - use: ai-purpose-value\n        status: ‸'),
    );
    const found = (word: string) =>
      items.filter(({ filterText = '' }) => filterText.includes(word)).map(({ label }) => label);
    assert.deepEqual(found('doing'), ['in-progress', 'cancelled']);
    assert.deepEqual(found('completed'), ['done']);
    assert.deepEqual(found('暂停'), ['paused']);
  });
});

describe('completion anywhere', () => {
  property('never fails, never offers anything twice, and replaces a range around the cursor', 1000, (trials) => {
    fc.assert(
      fc.property(
        fc.nat(cleanPlan.length),
        fc.nat(40),
        fc.constantFrom('', '- ', '  ', '[', '{ ', 'us', ': ', '"', '\n      - ', ','),
        (at, cut, insert) => {
          const text = cleanPlan.slice(0, at) + insert;
          const marked = `${text}‸${cleanPlan.slice(Math.min(at + cut, cleanPlan.length))}`;
          const { items } = offered(marked);
          const all = items.map(({ label }) => label);
          assert.equal(new Set(all).size, all.length);
          const document = TextDocument.create('', '', 1, marked.replace('‸', ''));
          for (const { textEdit } of items) {
            assert.ok(textEdit && 'range' in textEdit);
            const [start, end] = [document.offsetAt(textEdit.range.start), document.offsetAt(textEdit.range.end)];
            assert.ok(start <= text.length && text.length <= end);
            assert.equal(textEdit.range.start.line, textEdit.range.end.line);
          }
        },
      ),
      trials,
    );
  });
});

describe('suggestions that open by themselves', () => {
  /** For each map of a format its path and the keys after which suggestions open; one lever stands for all. */
  function opening(format: Format, read: (text: string) => Reading): string[] {
    const found: string[] = [];
    const walk = (shape: Shape, path: readonly string[], before: string) => {
      const marked = `${before}‸`;
      const { text, offset } = cursor(marked);
      const document = TextDocument.create('file:///x.yaml', '', 1, text);
      const keys = completion({ document, reading: read(text) }, offset, { ...view, suggestCommand: true });
      const open = keys.filter(({ command }) => command).map(({ label }) => label);
      if (open.length) found.push([path.join('.'), ...open].join(' ').trim());
      for (const key of shape.keys) {
        const inner = shape.key(key) as Shape;
        if (path[0] === 'levers' && path.length === 1 && key !== 'leadership') continue;
        const pad = ' '.repeat(before.length - before.lastIndexOf('\n') - 1);
        if (inner.keys.length) walk(inner, [...path, key], `${before}${key}:\n${pad}  `);
        if (inner.items?.keys.length) walk(inner.items, [...path, `${key}[]`], `${before}${key}:\n${pad}  - `);
      }
    };
    walk(format.shape, [], '');
    return found;
  }

  it('stand behind these keys of a plan', () => {
    assert.deepEqual(opening(planFormat, parse), [
      'version levers sustainment',
      'plan owner start goLive end sponsor status asOf confidentiality',
      'purpose benefits',
      'stakeholders[] id kind impact influence attitude aspects behaviors',
      'levers Leadership Ecosystem Values Enablement Rewards Structure',
      'levers.leadership strategies lead',
      'levers.leadership.strategies[] use id owner audience start due status phase dependsOn measures',
      'levers.leadership.strategies[].deliverables[] due',
      'levers.leadership.strategies[].activities[] kind start due audience sender owner',
      'measures[] id kind direction by cadence owner',
      'measures[].readings[] on',
      'risks[] id kind likelihood impact stakeholders identified addressedBy owner status',
      'milestones[] id date kind audience',
      'sustainment owner until cadence reviews handover',
      'sustainment.handover to on',
      'decisions[] on status due by',
      'approvals[] name status on',
    ]);
  });

  it('stand behind these keys of a catalog', () => {
    assert.deepEqual(opening(catalogFormat, parseCatalog), [
      'catalogVersion hide',
      'strategies[] lever factors affects phase seeAlso caution',
      'strategies[].indicators[] kind',
    ]);
  });
});
