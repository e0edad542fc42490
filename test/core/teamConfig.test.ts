/** What the configuration files of a team say together. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TeamConfigs, teamConfig } from '../../server/src/core/diagnostics/resolveConfig.ts';
import { ruleSettings, rulesLaidOver } from '../../server/src/core/diagnostics/ruleSettings.ts';
import { mostFiles } from '../../server/src/core/diagnostics/teamConfig.ts';
import type { TeamFile } from '../../server/src/core/model/catalogFile.ts';
import { readTeamFile, type TeamReading } from '../../server/src/core/model/parse.ts';
import { it } from '../kit/test.ts';

const catalog = 'catalogVersion: 1\nid: team\n';

/** Files of a team by their paths, and how often one was asked for. */
function files(texts: Readonly<Record<string, string>>) {
  const all = new Map<string, TeamFile<TeamReading>>();
  const put = (name: string, text: string) =>
    all.set(name, { uri: name, name, file: readTeamFile(name, { text }) as TeamReading });
  for (const [name, text] of Object.entries(texts)) put(name, text);
  return { put, at: (path: string) => all.get(path) };
}

/** What the configuration at a path says, as data. */
function said(path: string, texts: Readonly<Record<string, string>>) {
  const config = teamConfig(path, files(texts).at);
  return (
    config && {
      files: config.files.map(({ name }) => name),
      rules: Object.fromEntries(config.rules),
      catalogs: config.catalogs,
      ...(config.calendar && {
        calendar: { ...config.calendar, workingDays: [...(config.calendar.workingDays ?? [])] },
      }),
      ...(config.people.length && { people: config.people }),
      unusable: config.unusable.map(({ name, why }) => `${name.value}: ${why}`),
    }
  );
}

describe('a configuration', () => {
  it('says what it says itself, and else what it builds on, as far as that leads', () => {
    const texts = {
      'a/b/levers.config.yaml': 'extends: ../levers.config.yml\nrules: { overdue: hint, late-start: [off] }\n',
      'a/levers.config.yml': 'extends: ../levers.config.yaml\nrules: { late-start: [error, { workingDays: 9 }] }\n',
      'levers.config.yaml': 'rules: { overdue: error, dependency-order: off }\n',
    };
    assert.deepEqual(said('a/b/levers.config.yaml', texts), {
      files: ['a/b/levers.config.yaml', 'a/levers.config.yml', 'levers.config.yaml'],
      rules: {
        overdue: { severity: 'hint', options: {} },
        'dependency-order': { severity: 'off', options: {} },
        // A severity alone leaves the numbers as they are.
        'late-start': { severity: 'off', options: { workingDays: 9 } },
      },
      catalogs: undefined,
      unusable: [],
    });
  });

  it('names catalogs from its own folder, wherever it is built on', () => {
    const texts = {
      'a/levers.config.yaml': 'extends: ../levers.config.yaml\n',
      'levers.config.yaml': 'catalogs: [shared/levers.catalog.yaml, ./shared\\levers.catalog.yaml]\n',
      'shared/levers.catalog.yaml': catalog,
    };
    assert.deepEqual(said('a/levers.config.yaml', texts)?.catalogs, ['shared/levers.catalog.yaml']);
    const more = {
      ...texts,
      'a/levers.config.yaml': 'extends: ../levers.config.yaml\ncatalogs: [levers.catalog.yaml]\n',
      'a/levers.catalog.yaml': catalog,
    };
    assert.deepEqual(said('a/levers.config.yaml', more)?.catalogs, [
      'a/levers.catalog.yaml',
      'shared/levers.catalog.yaml',
    ]);
  });

  it('has the holidays of all, and the working days of the nearest that names some', () => {
    const texts = {
      'a/levers.config.yaml':
        'extends: ../levers.config.yaml\ncalendar: { holidays: [{ from: 2027-05-06, name: Local }, { from: 2027-05-09, until: 2027-05-08, name: x }] }\n',
      'levers.config.yaml':
        'calendar:\n  workingDays: [monday, someday]\n  holidays:\n    - { from: 2027-12-24, until: 2028-01-02, name: Closing }\n    - { name: y }\n',
    };
    assert.deepEqual(said('a/levers.config.yaml', texts)?.calendar, {
      workingDays: ['monday'],
      holidays: [
        { from: '2027-05-06', until: '2027-05-06', name: 'Local' },
        { from: '2027-12-24', until: '2028-01-02', name: 'Closing' },
      ],
    });
  });

  it('lists the people of all', () => {
    const texts = {
      'a/levers.config.yaml': 'extends: ../levers.config.yaml\npeople: [Ana, 李文]\n',
      'levers.config.yaml': 'people:\n  - Tom\n  - Ana\n',
    };
    assert.deepEqual(said('a/levers.config.yaml', texts)?.people, ['Ana', '李文', 'Tom']);
  });

  it('is none where there is no file, or a catalog', () => {
    assert.equal(said('levers.config.yaml', {}), undefined);
    assert.equal(said('levers.catalog.yaml', { 'levers.catalog.yaml': catalog }), undefined);
  });

  it('leaves out what has another form', () => {
    const texts = { 'levers.config.yaml': 'rules: { overdue: loud, late-start: error }\nextends: [x]\ncatalogs: 3\n' };
    assert.deepEqual(said('levers.config.yaml', texts), {
      files: ['levers.config.yaml'],
      rules: { 'late-start': { severity: 'error', options: {} } },
      catalogs: undefined,
      unusable: [],
    });
  });
});

describe('a file that cannot be used', () => {
  it('stands outside, or is called otherwise, or is not there', () => {
    const unusable = (text: string) =>
      said('a/levers.config.yaml', { 'a/levers.config.yaml': text, 'secrets.yaml': 'x: 1\n' })?.unusable;
    for (const path of [
      '../../levers.config.yaml',
      '/levers.config.yaml',
      '../secrets.yaml',
      'https://x/levers.config.yaml',
    ])
      assert.deepEqual(unusable(`extends: ${path}\n`), [`${path}: place`]);
    assert.deepEqual(unusable('extends: ../levers.config.yaml\n'), ['../levers.config.yaml: absent']);
    assert.deepEqual(unusable('catalogs: [levers.catalog.yaml, levers.config.yaml]\n'), [
      'levers.catalog.yaml: absent',
      'levers.config.yaml: place',
    ]);
  });

  it('is told once, in the file that names it', () => {
    const texts = {
      'a/levers.config.yaml': 'extends: ../levers.config.yaml\n',
      'levers.config.yaml': 'extends: b/levers.config.yaml\ncatalogs: [levers.catalog.yaml]\n',
    };
    assert.deepEqual(said('a/levers.config.yaml', texts)?.unusable, []);
    assert.equal(said('levers.config.yaml', texts)?.unusable.length, 2);
  });

  it('goes round in a circle, which each file in it says', () => {
    const texts = {
      'a/levers.config.yaml': 'extends: ../b/levers.config.yaml\n',
      'b/levers.config.yaml': 'extends: ../c/levers.config.yaml\nrules: { overdue: off }\n',
      'c/levers.config.yaml': 'extends: ../b/levers.config.yaml\n',
    };
    assert.deepEqual(said('a/levers.config.yaml', texts)?.unusable, []);
    assert.equal(said('a/levers.config.yaml', texts)?.files.length, 3);
    assert.deepEqual(said('b/levers.config.yaml', texts)?.unusable, ['../c/levers.config.yaml: circle']);
    assert.deepEqual(said('c/levers.config.yaml', texts)?.unusable, ['../b/levers.config.yaml: circle']);
  });

  it('is too far away', () => {
    const chain = Array.from({ length: mostFiles + 1 }, (_, n) => [
      `${n}/levers.config.yaml`,
      n === mostFiles ? '' : `extends: ../${n + 1}/levers.config.yaml\n`,
    ]);
    const texts = Object.fromEntries(chain);
    assert.deepEqual(said('0/levers.config.yaml', texts)?.unusable, ['../1/levers.config.yaml: many']);
    assert.deepEqual(said('1/levers.config.yaml', texts)?.unusable, []);
    assert.equal(said('1/levers.config.yaml', texts)?.files.length, mostFiles);
  });
});

describe('configurations', () => {
  it('are the same object until a file of theirs is another', () => {
    const { at, put } = files({ 'levers.config.yaml': 'extends: x/levers.config.yaml\n' });
    const configs = new TeamConfigs();
    const config = () => configs.at('levers.config.yaml', 'levers.config.yaml', at);
    const first = config();
    assert.equal(config(), first);
    put('x/levers.config.yaml', 'rules: { overdue: off }\n');
    assert.notEqual(config(), first);
    assert.equal(config()?.rules.get('overdue')?.severity, 'off');
    assert.equal(config(), config());
  });
});

describe('settings laid over others', () => {
  it('win for what they say', () => {
    const base = ruleSettings({ overdue: 'off', 'late-start': ['error', { workingDays: 9 }] });
    const over = ruleSettings({ overdue: 'hint' });
    assert.deepEqual(Object.fromEntries(rulesLaidOver(base, over)), {
      overdue: { severity: 'hint', options: {} },
      'late-start': { severity: 'error', options: { workingDays: 9 } },
    });
    assert.equal(rulesLaidOver(base, over), rulesLaidOver(base, over));
    assert.equal(rulesLaidOver(base, ruleSettings({})), base);
  });
});
