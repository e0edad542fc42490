/** Which names are the same, and which name nobody. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folded, isBody, isPlaceholder, saysNothing } from '../../server/src/core/model/personName.ts';

const nothing = [
  ...['', ' ', '?', '??', '-', '--', '—', '–', '——', '…', '...', '/', '~', '***', '___', '\u200b'],
  ...['TBD', 'tbd.', 'T.B.D.', 'T. B. D.', 'TBD (HR)', '(TBD)', '[tbd]', 'ＴＢＤ', 'TBD\u200b', 'T\u00adBD'],
  ...[
    'n/a',
    'N.A.',
    'n.a.',
    'N.N.',
    'N. N.',
    'NULL',
    'none',
    'xxx',
    '<name>',
    '<owner name>',
    '{{owner}}',
    'TBD?',
    '"TBD"',
  ],
  ...[
    'to be decided',
    'To be confirmed',
    'to be named.',
    '待定',
    '待补充',
    '待落实',
    '待确认',
    '另行通知',
    '待定。',
    '（待定）',
    '待定（人事部）',
  ],
];

const nobody = [
  ...[
    'Everyone',
    'EVERYBODY',
    'All managers',
    'All staff',
    'Team',
    'team.',
    'The team',
    'Vacant',
    'vacant (HR)',
    'Unassigned',
  ],
  ...[
    'TBD by HR',
    'TBD - HR',
    'T.B.D. by HR',
    'to be agreed with Tom',
    'All of the managers',
    'every manager',
    'All the people who book',
    'all staff in Bern',
    'ALL MANAGERS.',
    '(vacant)',
    'Vac\u200bant',
    'n.a',
    '<Team>',
  ],
  ...[
    '各部门',
    '相关部门',
    '全体',
    '全体员工',
    '大家',
    '空缺',
    '暂缺',
    '所有人',
    '各部门负责人',
    '待定，人事部',
    '待招聘',
  ],
  ...['Ward office (name to follow)', 'Night lead (vacant)', 'Head of stores: vacant since May', 'Each clinic'],
  ...[
    'Whoever is on call',
    'Nurse lead (to be appointed)',
    'Records (TBD)',
    'Store lead - to be named',
    '六月起空缺',
    '护士长（空缺）',
  ],
  ...['各科室主任', '教研室（人选待定）', '下月再定', '分院自行安排'],
];

const people = [
  ...[
    'HR lead',
    '项目经理',
    'Tom',
    'Ana',
    'Ana (HR)',
    'Allan Poe',
    'Team lead',
    'Team leads',
    'Teamleitung',
    "All Saints' nurse lead",
    'All Saints nurse lead',
    'Leitung Team Nord',
    'Tobe Nwigwe',
    'Toby',
    'Nan',
    'Xi',
  ],
  ...[
    'N. Nguyen',
    'Jo',
    '王',
    '吴',
    '全智贤',
    '待',
    'Vacante',
    'Everett',
    'Steering group',
    'Head of all staff services',
    '所长',
  ],
  ...[
    'Ana Berg (to be confirmed)',
    'Ana Berg (tbc)',
    '安然（待确认）',
    'Eachan Roy',
    'Follow-up lead',
    'Vacancy manager',
    '李再定',
    '安排专员',
  ],
  ...["D'Arcy", 'Open source office', 'tbdance', 'A.', 'x', '大伟', '无名氏', '1st line support'],
];

describe('names of people', () => {
  it('takes for nothing what stands in for a text', () => {
    for (const text of nothing) {
      assert.ok(saysNothing(text), text);
      assert.ok(isPlaceholder(text), text);
    }
  });

  it('takes for nobody what names everybody or says that nobody is named', () => {
    for (const name of nobody) assert.ok(isPlaceholder(name), name);
    for (const text of ['All staff were asked', 'TBD by the board in May', 'Everyone', '全体员工参加'])
      assert.ok(!saysNothing(text), text);
  });

  it('takes a person or a role for somebody', () => {
    for (const name of people) assert.ok(!isPlaceholder(name), name);
  });

  it('tells a body from a person and from a role', () => {
    const bodies = ['Steering committee', 'The board', 'Board of directors', 'IT', 'HR department', 'IT Dept', 'PMO'];
    bodies.push(
      'Executive Leadership Team (ELT)',
      'Office of the CIO',
      '信息中心',
      '变更管理委员会',
      '人力资源部',
      '信息处',
    );
    for (const name of bodies) assert.ok(isBody(name), name);
    const somebody = [
      'Chair of the steering committee',
      'Head of IT',
      'Board member',
      'Department head',
      'Sponsor',
      '',
    ];
    somebody.push(
      'IT department (Dana Wu)',
      'Office manager',
      '信息中心主任',
      '部长',
      '张科',
      '王建局',
      '周敏华',
      'CIO',
    );
    for (const name of [...somebody, 'Deputy Mayor Marit Oduya']) assert.ok(!isBody(name), name);
  });

  it('compares names however they are written', () => {
    const same = [
      [
        'Siobhan O’Brien',
        "Siobhan O'Brien",
        'Siobhan O`Brien',
        'SIOBHAN OʼBRIEN',
        'Siobhan  O’Brien',
        'Siobhan\u00a0O‘Brien',
      ],
      ['Ana', 'Ａｎａ', ' ana ', 'A\u200bna', 'Ana\u00ad'],
      ['José', 'Jose\u0301'],
      ['Anne-Marie', 'Anne‑Marie', 'Anne–Marie'],
    ];
    for (const [first, ...others] of same)
      for (const other of others) assert.equal(folded(other), folded(first as string));
    assert.notEqual(folded('Tom Berg'), folded('TomBerg'));
  });
});
