/** The catalogs of a team beside the built-in one: what they add, what they hide, and what they cannot break. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { coverage } from '../../server/src/core/analysis/coverage.ts';
import { answersIn } from '../../server/src/core/authoring/answers.ts';
import { draft } from '../../server/src/core/authoring/draft.ts';
import { check } from '../../server/src/core/check/check.ts';
import { fitting } from '../../server/src/core/fixes/suggest.ts';
import { locales, sayMessage } from '../../server/src/core/i18n/message.ts';
import { builtInCatalog, type Catalog } from '../../server/src/core/model/catalog.ts';
import { catalogNames } from '../../server/src/core/model/catalogFile.ts';
import { parse, parseCatalog, unreadCatalog } from '../../server/src/core/model/parse.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { namedFile, teamPlaces } from '../../server/src/core/model/teamPlaces.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context, problemsOf, teamFile } from '../kit/problems.ts';
import { it, property } from '../kit/test.ts';

const northfield = readFileSync('test/kit/levers.catalog.yaml', 'utf8');

const merged = (...texts: string[]) => teamCatalog(texts.map(teamFile));
const ids = (catalog: Catalog) => catalog.strategies.map(({ id }) => id);

describe('the catalog of a team', () => {
  it('adds strategies, before the built-in ones, and says where they come from', () => {
    const catalog = merged(northfield);
    assert.deepEqual(
      catalog
        .under('enablement')
        .map(({ id }) => id)
        .slice(0, 2),
      ['branch-clinics', 'training-strategy'],
    );
    assert.equal(catalog.strategy('branch-clinics')?.origin, 'northfield');
    assert.equal(catalog.strategy('live-demos')?.origin, undefined);
    assert.deepEqual(catalog.incomplete, []);
  });

  it('has every text in both languages after loading, and nothing that is missing', () => {
    const strategy = merged(northfield).strategy('branch-clinics');
    assert.deepEqual(strategy, {
      id: 'branch-clinics',
      lever: 'enablement',
      title: { en: 'Run Branch AI Clinics', 'zh-CN': '举办网点 AI 答疑日' },
      summary: {
        en: 'A trainer sits in each branch for one day and answers questions on real cases.',
        'zh-CN': 'A trainer sits in each branch for one day and answers questions on real cases.',
      },
      phase: 'manage',
      factors: [],
      affects: [],
      deliverables: [{ en: 'Clinic calendar', 'zh-CN': 'Clinic calendar' }],
      indicators: [{ en: 'Branches visited (%)', 'zh-CN': 'Branches visited (%)' }],
      seeAlso: [],
      origin: 'northfield',
    });
    const bare = merged(
      'strategies: [{ id: a-b, lever: values, title: 标题, indicators: [n, { en: x, kind: luck }] }]\n',
    );
    const known = bare.strategy('a-b');
    assert.deepEqual(known?.title, { en: '标题', 'zh-CN': '标题' });
    assert.deepEqual(known?.indicators?.[1], { en: 'x', 'zh-CN': 'x' });
    assert.equal(known?.origin, 'levers.catalog.yaml');
    assert.equal(merged('strategies: [{ id: a-b, lever: values }]\n').strategy('a-b')?.title.en, 'A b');
  });

  it('hides built-in strategies: they are understood, and offered nowhere', () => {
    const catalog = merged(northfield);
    assert.ok(!ids(catalog).includes('ai-proficiency-rewards') && catalog.hidden.has('ai-proficiency-rewards'));
    assert.equal(catalog.strategy('ai-proficiency-rewards')?.lever, 'rewards');
    assert.ok(fitting(parse(cleanPlan), 'rewards', catalog).every(({ id }) => id !== 'ai-proficiency-rewards'));
    const using = cleanPlan.replace(
      /^ {2}rewards: .*$/m,
      '  rewards: { strategies: [{ use: ai-proficiency-rewards, owner: Ana }] }',
    );
    assert.ok(coverage(parse(using), catalog).covered.includes('rewards'));
  });

  it('cannot change a built-in strategy, nor hide what is not built in', () => {
    const catalog = merged('strategies: [{ id: live-demos, lever: values, title: { en: Ours } }]\nhide: [nothing]\n');
    assert.equal(catalog.strategy('live-demos'), builtInCatalog.strategy('live-demos'));
    assert.equal(catalog.strategies.length, 34);
    assert.equal(catalog.hidden.size, 0);
  });

  it('goes before the catalogs behind it', () => {
    const text = (lever: string) =>
      `id: ${lever}\nstrategies: [{ id: clinics, lever: ${lever}, title: { en: ${lever} } }]\n`;
    assert.equal(merged(text('values'), text('rewards')).strategy('clinics')?.lever, 'values');
    const [near, far] = [text('values'), text('rewards')].map(teamFile);
    assert.ok(near && far);
    const catalog = teamCatalog([near, far]);
    for (const [file, message] of [
      [near, /Here this one counts/],
      [far, /goes before this catalog, so this one does not count/],
    ] as const) {
      const problems = check(file.file, { ...context, catalog }).filter(({ code }) => code === 'clashing-strategy');
      assert.equal(problems.length, 1);
      assert.match(sayMessage(problems[0]?.message ?? { text: { en: '', 'zh-CN': '' } }, 'en'), message);
      assert.equal(problems[0]?.related[0]?.in, file === near ? far : near);
    }
  });

  it('is incomplete where strategies may be missing, and only there', () => {
    const incomplete = (text: string) => merged(text).incomplete.length > 0;
    for (const text of [
      '\u0000',
      'strategies: [{ id: a, lever: luck }]\n',
      'strategies:\n  - lever: values\n',
      'strategies:\n  - id: "a\n    lever: values\n',
      'strategies: later\n',
      'strategeis: [{ id: a, lever: values }]\n',
      '- a\n',
      'strategies: [later]\n',
    ]) {
      assert.ok(incomplete(text), text);
    }
    for (const text of [
      '',
      '# later\n',
      'id: a\n',
      'strategies:\nhide: ["a\n',
      'strategies: [{ id: a, lever: values, title: "a }]\n'.replace('"a', 'a'),
    ]) {
      assert.ok(!incomplete(text), text);
    }
    for (const reason of ['absent', 'outside', 'inaccessible', 'too-long'] as const) {
      const file = { uri: 'file:///a', name: 'a', file: unreadCatalog('', reason) };
      const catalog = teamCatalog([file]);
      assert.deepEqual(catalog.incomplete, [file]);
      assert.deepEqual(
        check(file.file, { ...context, catalog }).map(({ code, severity }) => `${severity} ${code}`),
        ['error unreadable-file'],
      );
    }
  });

  it('is the built-in catalog itself where there is none', () => assert.equal(teamCatalog([]), builtInCatalog));
});

describe('the place of a catalog', () => {
  it('is the folder of the plan or one above it, never above the top', () => {
    const places = (file: string, top?: string) =>
      teamPlaces(file, top, catalogNames).filter((path) => path.endsWith('.yaml'));
    assert.deepEqual(places('/w/a/b/x.levers.yaml', '/w'), [
      '/w/a/b/levers.catalog.yaml',
      '/w/a/levers.catalog.yaml',
      '/w/levers.catalog.yaml',
    ]);
    assert.deepEqual(places('/w/x.levers.yaml', '/w'), ['/w/levers.catalog.yaml']);
    assert.deepEqual(places('/elsewhere/a/x.levers.yaml', '/w'), ['/elsewhere/a/levers.catalog.yaml']);
    assert.deepEqual(places('/we/x.levers.yaml', '/w'), ['/we/levers.catalog.yaml']);
    assert.deepEqual(places('/w/x.levers.yaml'), ['/w/levers.catalog.yaml']);
    assert.deepEqual(places('/x.levers.yaml', ''), ['/levers.catalog.yaml']);
    assert.deepEqual(places('untitled:Untitled-1'), []);
  });

  it('can be named, inside of the folder and by the name of a catalog; the settings editor knows that too', () => {
    const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;
    const shown = new RegExp(properties['levers.catalogs'].items.pattern);
    assert.match('shared/levers.catalog.yaml', shown);
    assert.equal(namedFile('shared/levers.catalog.yaml', catalogNames), 'shared/levers.catalog.yaml');
    assert.equal(namedFile('.\\a\\..\\b\\levers.catalog.yml', catalogNames), 'b/levers.catalog.yml');
    for (const path of [
      '../levers.catalog.yaml',
      'a/../../levers.catalog.yaml',
      '/etc/levers.catalog.yaml',
      'C:\\levers.catalog.yaml',
      '\\\\host\\levers.catalog.yaml',
      'https://host/levers.catalog.yaml',
      'file:///levers.catalog.yaml',
      'secrets.yaml',
      '',
      7,
      null,
    ]) {
      assert.equal(namedFile(path, catalogNames), undefined, String(path));
      assert.doesNotMatch(String(path), shown);
    }
  });
});

describe('whatever stands in a catalog', () => {
  const pieces = [
    '\n',
    '  ',
    '- ',
    ': ',
    '"',
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    'id: live-demos\n',
    'lever: values\n',
    'hide: [a]\n',
    'strategies:\n',
    'title:\n',
    'zh-CN: 标题',
    'null',
    '7',
    '*a',
    '&a ',
    '\u0000',
    '|\n',
    'levers: []\n',
  ];
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(40),
    insert: fc.constantFrom(...pieces),
  });

  property('it is read, merged and checked, its fixes can be applied, and plans are checked with it', 300, (trials) => {
    const plan = parse(cleanPlan.replace('use: executive-briefings', 'use: branch-clinics'));
    fc.assert(
      fc.property(fc.oneof(fc.array(change, { maxLength: 6 }), fc.string()), (changes) => {
        let text = typeof changes === 'string' ? changes : northfield;
        let previous = parseCatalog(text);
        for (const { at, remove, insert } of typeof changes === 'string' ? [] : changes) {
          const start = Math.floor(at * (text.length + 1));
          text = text.slice(0, start) + insert + text.slice(start + remove);
          previous = parseCatalog(text, previous);
        }
        assert.deepEqual(
          problemsOf(text, { catalog: true }).map(({ code }) => code),
          check(previous, {
            ...context,
            catalog: teamCatalog([{ uri: '', name: 'levers.catalog.yaml', file: previous }]),
          }).map(({ code }) => code),
        );
        for (const problem of problemsOf(text, { catalog: true, team: [northfield] })) {
          for (const locale of locales) assert.doesNotMatch(sayMessage(problem.message, locale), /\{\w+\}|undefined/);
          for (const fix of problem.fixes()) apply(text, fix.edits);
        }
        const catalog = merged(text, northfield);
        for (const { title, summary } of catalog.strategies) {
          for (const locale of locales) assert.ok(title[locale] && typeof summary[locale] === 'string');
        }
        check(plan, { ...context, catalog });
        coverage(plan, catalog);
      }),
      trials,
    );
  });

  it('may have an id that every JavaScript object knows', () => {
    const catalog = merged(`catalogVersion: 1
id: ours
strategies:
  - { id: constructor, lever: structure, title: Ours, phase: prepare }
`);
    const by = { ...context, catalog };
    const { text } = draft(answersIn({ ai: 'yes', strategies: ['constructor'] }, by.today), by);
    assert.match(text, /- use: constructor\n/);
  });
});
