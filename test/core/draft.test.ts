/** A draft from any answers is a plan in which only numbers that nobody has said are found, and levers that nobody chose. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { coverage, minimumLevers } from '../../server/src/core/analysis/coverage.ts';
import { answersIn, change, type GivenAnswers } from '../../server/src/core/authoring/answers.ts';
import { draft } from '../../server/src/core/authoring/draft.ts';
import { fileName } from '../../server/src/core/authoring/fileName.ts';
import { aspectShape, groupsIn } from '../../server/src/core/authoring/groups.ts';
import { offered } from '../../server/src/core/authoring/offered.ts';
import { prepick } from '../../server/src/core/authoring/prepick.ts';
import { check } from '../../server/src/core/check/check.ts';
import type { Context } from '../../server/src/core/diagnostics/rule.ts';
import { exceptions } from '../../server/src/core/diagnostics/suppressions.ts';
import { locales } from '../../server/src/core/i18n/message.ts';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { loadPinyin } from '../../server/src/host/pinyin.ts';
import { context, teamFile } from '../kit/problems.ts';
import { it, property } from '../kit/test.ts';

/** What is told of a draft on purpose: places to fill in, measures without numbers, groups without an impact, and that it comes late for its go-live. */
const told: ReadonlySet<string> = new Set([
  'status-contradicts-dates',
  'unfinished-text',
  'measure-incomplete',
  'impact-not-rated',
]);

/** What else is found in a text. Close to go-live no training can come in time any more. */
const found = (text: string, by: Context) => {
  const problems = check(parse(text), by);
  const late = problems.some(({ code }) => code === 'status-contradicts-dates');
  return problems
    .filter(({ code }) => !told.has(code) && !(late && code === 'late-start'))
    .map(({ severity, code }) => `${severity} ${code}`);
};

/** Texts that people type, and some that only tests do. */
const texts = fc.oneof(
  fc.constantFrom(
    'AI assistant: phase 2',
    'He said "no" # really',
    "It's ours",
    '- not a list',
    '客服中心的 AI 助手：第二阶段',
    '“AI” 助手',
    '🚀 Rocket 👩‍💻',
    '@home & *away*',
    '[draft] {v2}',
    '2027-03-15',
    'null',
    'true',
    '12',
    'C:\\temp\\new',
    '— dash',
    '• bullet',
    '>',
    '|',
    '%',
    '!',
    '?',
    'a, b',
    '【通知】',
    'x'.repeat(3000),
    'levers-ignore-file overdue: no',
    '\t tab \n line',
    'TBD',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const days = fc
  .integer({ min: -4000, max: 15_000 })
  .map((days) => new Date(Date.UTC(2027, 2, 1) + days * 86_400_000).toISOString().slice(0, 10));
const answers = fc.record(
  {
    title: texts,
    goLive: fc.oneof(
      days,
      fc.integer({ min: -3, max: 5 }).map((n) => `2027-03-0${Math.max(1, n)}`),
      texts,
    ),
    ai: fc.constantFrom('yes', 'no', 'unknown'),
    people: fc.oneof(
      texts,
      fc.tuple(texts, texts).map((names) => names.join('; ')),
    ),
    groups: fc.oneof(
      texts,
      fc.array(texts, { maxLength: 15 }).map((names) => names.join(', ')),
      fc.constantFrom('Service agents (120, skeptical), Team leads, Customers', '仓库管理员（8人）、业务员（反对）'),
    ),
    changes: fc.subarray(
      ['high', 'low', ...(aspectShape?.enum ?? [])].flatMap((word) =>
        ['Service agents', 'Team leads', '业务员', 'AI assistant: phase 2'].map((name) => change(word, name)),
      ),
    ),
    need: texts,
  },
  { requiredKeys: [] },
);
const readers = fc.record({
  locale: fc.constantFrom(...locales),
  today: fc.constantFrom('2027-03-01', '2027-03-06', '2027-03-07'),
});
const ids = builtInCatalog.strategies.map(({ id }) => id);
const covering = fc
  .subarray(ids, { minLength: 4 })
  .filter((picked) => new Set(picked.map((id) => builtInCatalog.strategy(id)?.lever)).size >= 4);

const enough = minimumLevers(context.settings);

describe('a draft', () => {
  property('has nothing that any rule finds, whatever was answered', 60, (trials) => {
    fc.assert(
      fc.property(answers, covering, readers, (given, strategies, reader) => {
        const by: Context = { ...context, ...reader };
        const { text } = draft(answersIn({ ...given, ai: 'yes', strategies }, by.today), by);
        assert.deepEqual(found(text, by), [], text);
      }),
      trials,
    );
  });

  property('is clean with the strategies that are proposed, and they cover four levers', 60, (trials) => {
    fc.assert(
      fc.property(answers, readers, (given, reader) => {
        const by: Context = { ...context, ...reader };
        const { text } = draft(answersIn(given, by.today), by);
        assert.deepEqual(found(text, by), [], text);
        assert.ok(coverage(parse(text), by.catalog).covered.length >= enough);
        assert.doesNotMatch(text, /levers-ignore-next-line (factor-missing|rewards|usage|sustain)/);
      }),
      trials,
    );
  });

  it('allows nothing without saying until which day', () => {
    const { text } = draft(answersIn({ ai: 'yes', strategies: ids }, context.today), context);
    const reasons = exceptions(parse(text)).map(({ reason }) => reason);
    assert.ok(reasons.length > 0);
    for (const reason of reasons) assert.match(reason, /review by \d{4}-\d{2}-\d{2}$/);
  });

  property('says so where too few levers are chosen', 60, (trials) => {
    fc.assert(
      fc.property(answers, fc.subarray(ids, { maxLength: 3 }), readers, (given, strategies, reader) => {
        const by: Context = { ...context, ...reader };
        const { text } = draft(answersIn({ ...given, ai: 'yes', strategies }, by.today), by);
        assert.deepEqual(found(text, by), ['warning coverage-below-four'], text);
        assert.match(text, reader.locale === 'en' ? /# Only \d of the six levers/ : /# 目前六个 LEVERS 只启用了 \d 个/);
      }),
      trials,
    );
  });

  property('keeps every word that was answered', 60, (trials) => {
    fc.assert(
      fc.property(answers, readers, (given, { today, locale }) => {
        const clean = answersIn(given, today);
        const plan = parse(draft(clean, { ...context, today, locale }).text);
        for (const key of ['title', 'sponsor', 'owner', 'goLive'] as const) {
          if (clean[key] !== undefined)
            assert.equal(plan.head?.word(key)?.value ?? plan.head?.day(key)?.value, clean[key]);
        }
        const groups = plan.list('stakeholders').map((group) => ({
          name: group.word('name')?.value,
          size: group.number('size')?.value,
          attitude: group.word('attitude')?.value,
          impact: group.word('impact')?.value,
          aspects: group.words('aspects').map(({ value }) => value),
        }));
        const asked = clean.groups.map(({ name, size, attitude, impact, aspects }) => ({
          name,
          size,
          attitude,
          impact,
          aspects,
        }));
        if (asked.length) assert.deepEqual(groups, asked);
      }),
      trials,
    );
  });

  it('takes strategies of the team, also where they have no indicators and a long summary', () => {
    const team = teamCatalog([
      teamFile(`catalogVersion: 1
id: ours
hide: [transparent-communication]
strategies:
  - id: go-live
    lever: structure
    title: { en: Our way }
    summary: { en: "levers-ignore-file overdue: ${'a long word '.repeat(30)}" }
`),
    ]);
    const by = { ...context, catalog: team };
    const strategies = [
      'go-live',
      'transparent-communication',
      'live-demos',
      'ai-purpose-value',
      'ai-roadshow',
      'executive-briefings',
    ];
    const { text } = draft(answersIn({ ai: 'yes', strategies }, by.today), by);
    assert.deepEqual(found(text, by), [], text);
    assert.match(text, /- use: go-live\n/);
    assert.doesNotMatch(text, /use: transparent-communication/);
  });

  it('points to what its author fills in first', () => {
    const firstOf = (given: GivenAnswers, locale: (typeof locales)[number] = 'en') => {
      const { text, first } = draft(answersIn(given, context.today), { ...context, locale });
      return text.slice(first.start, first.end);
    };
    assert.equal(firstOf({ title: 'What goes wrong today and …' }), 'What goes wrong today and for whom …');
    assert.equal(firstOf({ need: 'Waiting' }), 'Put here a number that shows the need …');
    assert.equal(firstOf({ need: '等待太久' }), '在此写一个能说明需求的数字……');
    assert.equal(firstOf({}, 'zh-CN'), '目前哪里有问题、影响到谁……');
  });

  it('gives each group an id that can be read', async () => {
    const spell = await loadPinyin();
    const ids = (groups: string) =>
      parse(draft(answersIn({ groups }, context.today), context, spell).text)
        .list('stakeholders')
        .map((group) => group.word('id')?.value);
    assert.deepEqual(ids('银行前台、班组长、AI 团队、女性员工'), [
      'yin-hang-qian-tai',
      'ban-zu-zhang',
      'ai-tuan-dui',
      'nv-xing-yuan-gong',
    ]);
    assert.deepEqual(ids('Back office!, 2027'), ['back-office', 'group-2']);
    assert.deepEqual(ids('Everybody in the regional offices who books travel'), [
      'everybody-in-the-regional-offices-who',
    ]);
  });

  it('writes in the language of its author, and comments in that of the reader', () => {
    const { text } = draft(answersIn({ title: '客服助手' }, context.today), context);
    assert.match(text, /locale: zh-CN/);
    assert.match(text, /know: 我知道怎么……/);
    assert.match(text, /# Why, in words/);
  });
});

describe('the groups that are named', () => {
  it('say how many they are and how they feel in brackets, and keep every other word', () => {
    const read = (text: string) => groupsIn(text).map(({ aspects, ...group }) => group);
    assert.deepEqual(read('Service agents (120, skeptical), Team leads'), [
      { name: 'Service agents', size: 120, attitude: 'skeptical' },
      { name: 'Team leads' },
    ]);
    assert.deepEqual(read('客服专员（约120人，反对）、班组长；客户'), [
      { name: '客服专员', size: 120, attitude: 'resistant' },
      { name: '班组长' },
      { name: '客户' },
    ]);
    assert.deepEqual(read('Physicians (about 1,200 people)'), [{ name: 'Physicians', size: 1200 }]);
    assert.deepEqual(read('Agents (night shift), Agents (Berlin, 12), A and B'), [
      { name: 'Agents (night shift)' },
      { name: 'Agents (Berlin, 12)' },
      { name: 'A and B' },
    ]);
    assert.deepEqual(read('TBD, , (8), Staff (8), Staff (9)'), [{ name: '(8)' }, { name: 'Staff', size: 8 }]);
  });

  it('are as many as there are, whatever the brackets', () => {
    assert.equal(groupsIn('(a,'.repeat(100_000)).length, 1);
  });
});

describe('a change with AI', () => {
  it('is read from the words of its title and need, unless somebody has answered', () => {
    const ai = (given: GivenAnswers) => answersIn(given, context.today).ai;
    assert.deepEqual(
      [
        'AI scribe',
        'ChatGPT for teachers',
        '客服中心的AI助手',
        '引入大模型',
        'Training by email',
        'Move to Main Street',
        'A casino AI host',
        'A new office, without AI',
      ].map((title) => ai({ title })),
      [true, true, true, true, false, false, true, false],
    );
    assert.equal(ai({ title: 'New intranet', need: 'The copilot needs clean data' }), true);
    assert.deepEqual(
      ['yes', 'no', 'unknown', 7].map((answer) => ai({ title: 'AI scribe', ai: answer })),
      [true, false, false, false],
    );
  });

  it('alone has sentences about AI, and strategies that are only for AI', () => {
    for (const locale of locales) {
      const { text } = draft(answersIn({ title: 'ERP', ai: 'no' }, context.today), { ...context, locale });
      assert.doesNotMatch(text, /\bAI\b|Slack/);
    }
    for (const { id, ai } of offered({ ai: false }, builtInCatalog).strategies) assert.ok(!ai, id);
    assert.equal(offered({ ai: true }, builtInCatalog), builtInCatalog);
  });
});

describe('the strategies that are proposed', () => {
  const proposed = (given: GivenAnswers) => {
    const answers = answersIn({ groups: 'Staff', ...given }, context.today);
    return prepick(answers, offered(answers, builtInCatalog), context.today);
  };
  const under = (lever: string, ids: readonly string[]) =>
    ids.filter(
      (id) =>
        offered({ ai: false }, builtInCatalog).strategy(id)?.lever === lever ||
        builtInCatalog.strategy(id)?.lever === lever,
    );

  it('prepare each lever but Rewards, and go on after go-live', () => {
    assert.deepEqual(proposed({ ai: 'yes' }), [
      'transparent-communication',
      'two-way-feedback-channels',
      'stakeholder-assessment',
      'ai-purpose-value',
      'hands-on-ai-experiences',
      'training-strategy',
      'super-users',
      'ai-governance',
      'ai-feedback-loop',
    ]);
    assert.deepEqual(proposed({ ai: 'no' }), [
      'transparent-communication',
      'two-way-feedback-channels',
      'who-is-touched',
      'team-contacts',
      'why-for-each-group',
      'results-in-own-words',
      'training-strategy',
      'super-users',
      'policy-updates',
    ]);
  });

  it('follow what changes', () => {
    const changes = (...words: string[]) => ({ changes: words.map((word) => change(word, 'Staff')) });
    for (const ai of ['yes', 'no']) {
      const systems = under('structure', proposed({ ai, ...changes('systems', 'processes') }));
      assert.ok(systems.includes('policy-updates') && systems.includes('process-automation'));
      assert.equal(systems.includes('ai-governance'), ai === 'yes');
      assert.ok(!systems.includes('ai-discussion-channel'));
    }
    assert.ok(proposed(changes('tools')).includes('live-demos'));
    assert.ok(proposed(changes('job-roles')).includes('org-structure-impact'));
    assert.deepEqual(under('enablement', proposed({ ai: 'no', ...changes('location') })), [
      'trial-visits',
      'first-days-help',
    ]);
    assert.ok(under('rewards', proposed(changes('pay'))).length > 0);
    assert.deepEqual(under('rewards', proposed(changes('tools'))), []);
  });

  it('only go on where the change is live already', () => {
    const ids = proposed({ ai: 'yes', goLive: '2027-02-01' });
    assert.ok(!ids.includes('training-strategy') && ids.includes('super-users'));
  });

  it('end before go-live where they prepare it', () => {
    for (const ai of ['yes', 'no']) {
      for (const goLive of ['2027-03-02', '2027-03-09', '2027-06-15', undefined]) {
        const by: Context = context;
        const answers = answersIn({ ai, goLive, groups: 'Staff' }, by.today);
        const plan = parse(draft(answers, by).text);
        const day = plan.head?.day('goLive')?.value ?? '';
        const catalog = offered(answers, by.catalog);
        for (const strategy of plan.strategies) {
          const known = catalog.strategy(strategy.use?.value ?? strategy.word('id')?.value ?? '');
          const [start = '', due = ''] = [strategy.day('start')?.value, strategy.day('due')?.value];
          assert.ok(start <= due, known?.id);
          if (known?.phase === 'prepare') assert.ok(due < day, `${known.id} ${due} ${day}`);
          else assert.ok(due > day, known?.id);
        }
      }
    }
  });
});

describe('the name of the file', () => {
  it('has the words of the title, in any script, and none that a system keeps for itself', () => {
    const name = (title: string) => fileName(answersIn({ title }, context.today));
    assert.equal(name('AI: service desk!'), 'ai-service-desk');
    assert.equal(name('客服中心的 AI 助手'), '客服中心的-ai-助手');
    assert.equal(name('../../etc'), 'etc');
    assert.equal(name('🚀'), 'plan');
    assert.equal(name('CON'), 'plan-con');
    assert.equal([...name('长'.repeat(200))].length, 48);
    // No word is cut.
    assert.equal(
      name('Automatic drafts of answers to the questions of patients'),
      'automatic-drafts-of-answers-to-the-questions-of',
    );
    assert.equal(name('A'.repeat(60)), 'a'.repeat(48));
  });
});
