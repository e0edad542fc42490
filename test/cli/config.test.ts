/** The configuration of a team on the built command line, and that the editor goes by it alike. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

function levers(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = runLevers(cwd, ['check', '--today', '2027-03-01', ...args]);
  return { status, stdout, stderr };
}

/** The codes with their severities in each file of a report. */
function found(report: string): Record<string, string[]> {
  const { files } = JSON.parse(report) as { files: { path: string; problems: { code: string; severity: string }[] }[] };
  return Object.fromEntries(
    files.map(({ path, problems }) => [path, problems.map(({ code, severity }) => `${severity} ${code}`)]),
  );
}

const nobody = cleanPlan.replace('owner: Bo', 'owner: TBD');
const using = (id: string) => nobody.replace('use: executive-briefings', `use: ${id}`);
const catalog = (id: string) =>
  `catalogVersion: 1\nid: team\nstrategies: [{ id: ${id}, lever: leadership, title: { en: x }, summary: { en: y } }]\n`;

/** Plans in three folders, with a configuration each for two of them. */
const team = {
  'levers.config.yaml':
    'rules:\n  strategy-without-owner: off\n  sustain-coverage-below-four: off\ncatalogs: [shared/levers.catalog.yaml]\n',
  'shared/levers.catalog.yaml': catalog('clinics'),
  'a.levers.yaml': using('clinics'),
  'unit (EU)/levers.config.yml':
    'extends: ../levers.config.yaml\nrules:\n  coverage-below-four: [error, { minimumLevers: 5 }]\n',
  'unit (EU)/计划/b.levers.yaml': using('clinics'),
  'alone/levers.config.yaml': '# Nothing is agreed on yet.\n',
  'alone/c.levers.yaml': using('clinics'),
};

describe('levers check with a configuration', () => {
  it('goes by the nearest of each plan, and what that builds on', () => {
    const { status, stdout, stderr } = levers(folderOf(team), '--format', 'json');
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.deepEqual(found(stdout), {
      'a.levers.yaml': ['warning coverage-below-four'],
      'alone/c.levers.yaml': [
        'warning coverage-below-four',
        'info sustain-coverage-below-four',
        'error unknown-strategy',
        'warning strategy-without-owner',
      ],
      'unit (EU)/计划/b.levers.yaml': ['error coverage-below-four'],
      'alone/levers.config.yaml': [],
      'levers.config.yaml': [],
      'unit (EU)/levers.config.yml': [],
      'shared/levers.catalog.yaml': [],
    });
    assert.equal(JSON.parse(stdout).summary.files, 7);
  });

  it('names the configurations in its report', () => {
    const { stdout } = levers(folderOf(team), 'a.levers.yaml');
    const lines = stdout.split('\n');
    assert.ok(lines.includes('levers.config.yaml  configuration'));
    assert.match(lines.at(-2) ?? '', /^Plans: 1 · catalogs: 1 · configurations: 1 · errors: 0 · warnings: 1 ·/);
  });

  it('takes the settings of the editor for the rest, and what is asked for before all', () => {
    const settings = { 'levers.rules': { 'strategy-without-owner': 'hint', 'coverage-below-four': 'off' } };
    const folder = folderOf({ ...team, '.vscode/settings.json': JSON.stringify(settings) });
    const of = (...args: string[]) => found(levers(folder, 'a.levers.yaml', '--format', 'json', ...args).stdout);
    assert.deepEqual(of()['a.levers.yaml'], []);
    assert.deepEqual(of('--rules', '.vscode/settings.json')['a.levers.yaml'], ['hint strategy-without-owner']);
  });

  it('reads none above the working directory, and for a plan elsewhere only that beside it', () => {
    const folder = folderOf({ ...team, 'x/y/d.levers.yaml': nobody });
    const codes = (cwd: string, plan: string) =>
      Object.values(found(levers(join(folder, cwd), plan, '--format', 'json').stdout))[0];
    const all = ['warning coverage-below-four', 'info sustain-coverage-below-four', 'warning strategy-without-owner'];
    assert.deepEqual(codes('x', 'y/d.levers.yaml'), all);
    assert.deepEqual(codes('x', '../a.levers.yaml'), ['warning coverage-below-four']);
    assert.deepEqual(codes('.', 'x/y/d.levers.yaml'), ['warning coverage-below-four']);
  });

  it('remembers nothing that another configuration has found', () => {
    const folder = folderOf(team);
    const codes = () => found(levers(folder, 'a.levers.yaml', '--cache', '--format', 'json').stdout)['a.levers.yaml'];
    assert.deepEqual(codes(), ['warning coverage-below-four']);
    writeFileSync(join(folder, 'levers.config.yaml'), `${team['levers.config.yaml']}x-by: us\n`);
    assert.deepEqual(codes(), ['warning coverage-below-four']);
    writeFileSync(join(folder, 'levers.config.yaml'), 'rules: { sustain-coverage-below-four: off }\n');
    assert.equal(codes()?.length, 3);
  });
});

describe('a configuration that cannot be used', () => {
  const refused = (files: Readonly<Record<string, string>>, ...args: string[]) => {
    const { status, stdout, stderr } = levers(folderOf({ 'a.levers.yaml': cleanPlan, ...files }), ...args);
    assert.equal(stdout, '');
    assert.equal(status, 2);
    return stderr;
  };

  it('gives one line with the place, and nothing is checked', () => {
    assert.equal(
      refused({ 'levers.config.yaml': 'rules:\n  overdu: off\n' }),
      'levers: Settings in levers.config.yaml cannot be used: 2:3 `overdu` is not a key of “Rules”. Did you mean `overdue`?\n',
    );
    assert.match(refused({ 'levers.config.yaml': 'extends: levers.config.yaml\n' }), /^levers: .* 1:10 .* leads back/);
    assert.match(refused({ 'levers.config.yaml': 'rules: [\n' }), /^levers: Settings in levers\.config\.yaml .*\n$/);
    assert.match(refused({ 'levers.config.yaml/no-file': '' }), /^levers: Settings in levers\.config\.yaml .*\n$/);
    const above = { 'x/levers.config.yaml': 'extends: ../../levers.config.yaml\n', 'x/b.levers.yaml': cleanPlan };
    assert.match(refused(above, 'x/b.levers.yaml'), /x\/levers\.config\.yaml .* 1:10 /);
  });

  it('has its words printed and obeyed nowhere', () => {
    for (const sign of ['\u001b[31m', '::error::', '##[error]']) {
      const stderr = refused({ 'levers.config.yaml': `rules:\n  "\\n${sign}": off\nextends: "${sign}"\n` });
      assert.doesNotMatch(stderr, /[\u0000-\u0009\u001b]|^::|##\[|\n./m);
    }
  });

  it('is one that it builds on, too; another folder is of no concern', () => {
    const files = {
      'levers.config.yaml': 'extends: base/levers.config.yaml\n',
      'base/levers.config.yaml': 'rules: { overdue: loud }\n',
    };
    assert.match(refused(files), /^levers: Settings in base\/levers\.config\.yaml .* 1:19 .*\n$/);
    const folder = folderOf({ 'a/a.levers.yaml': cleanPlan, 'b/levers.config.yaml': 'rule: 3\n' });
    assert.equal(levers(folder, 'a').status, 0);
    assert.equal(levers(folder).status, 2);
  });
});

describe('other commands than check', () => {
  it('go by the configuration of each plan', () => {
    const folder = folderOf(team);
    const { stdout } = runLevers(folder, ['coverage']);
    assert.match(stdout, /^a\.levers\.yaml .* Add at least one of /m);
    assert.match(stdout, /^unit .* Add at least 2 of /m);
    assert.match(stdout, /^alone\/c\.levers\.yaml .* it is not in the catalog/m);
    assert.match(runLevers(folder, ['catalog', 'list']).stdout, /\(clinics\)/);
  });

  it('say in one line where it cannot be used', () => {
    const folder = folderOf({ 'levers.config.yaml': 'rules: [\n', 'a.levers.yaml': cleanPlan });
    for (const args of [['coverage'], ['brief', 'a.levers.yaml'], ['catalog', 'list'], ['new', 'b.levers.yaml']]) {
      const { status, stdout, stderr } = runLevers(folder, args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^levers: Settings in levers\.config\.yaml cannot be used: .*\n$/);
    }
  });

  it('list what the team has accepted, with the reason and the last day', () => {
    const entry = (more: string, day: string) => `    - { ${more}reason: It is May, until: ${day} }\n`;
    const config = `accepted:\n  overdue:\n${entry('', '2027-05-31')}${entry('plan: A, ', '2027-02-28')}    - { reason: TBD, until: 2027-05-31 }\n`;
    const folder = folderOf({ 'levers.config.yaml': config, 'sub/a.levers.yaml': cleanPlan });
    const { status, stdout, stderr } = runLevers(folder, ['exceptions', '--today', '2027-03-01', 'sub']);
    assert.equal(
      stdout,
      `levers.config.yaml:3  overdue (all plans)  until 2027-05-31  It is May
levers.config.yaml:4  overdue (plan “A”)  until 2027-02-28, which is over  It is May
Exceptions: 2 · over: 1
`,
    );
    // One has no reason.
    assert.match(stderr, /^levers: Settings in levers\.config\.yaml cannot be used: 5:17 .*\n$/);
    assert.equal(status, 2);
  });

  it('take a configuration for what it is', () => {
    const folder = folderOf({ 'levers.config.yaml': 'rules:\n    overdue:   off\n', 'a.levers.yaml': cleanPlan });
    runLevers(folder, ['fmt']);
    assert.equal(readFileSync(join(folder, 'levers.config.yaml'), 'utf8'), 'rules:\n  overdue: off\n');
    assert.equal(runLevers(folder, ['exceptions']).stdout, 'Exceptions: 0 · over: 0\n');
    assert.match(
      runLevers(folder, ['check', '--stats']).stderr,
      /^Plans: 1 · catalogs: 0 · configurations: 1 · seconds/,
    );
  });
});

describe('editor and command line', () => {
  const files = {
    ...team,
    'odd/levers.config.yaml': '# levers-ignore-file overdue: It is not ours.\nrules: {}\n',
    'odd/d.levers.yaml': nobody,
  };
  const severities = ['', 'error', 'warning', 'info', 'hint'];
  const said = (all: readonly Diagnostic[] | undefined) =>
    all?.map(({ code, severity, message }) => `${severities[severity ?? 0]} ${code} ${message}`);

  /** A folder with these files as the command line reports it: the address, the text and the problems of each. */
  function reported() {
    const folder = folderOf(files);
    const report = JSON.parse(levers(folder, '--format', 'json').stdout) as {
      files: { path: keyof typeof files; problems: { code: string; severity: string; message: string }[] }[];
    };
    const uri = pathToFileURL(folder).href;
    const all = report.files.map(({ path, problems }) => ({
      uri: `${uri}/${path.split('/').map(encodeURIComponent).join('/')}`,
      text: files[path],
      problems: problems.map(({ code, severity, message }) => `${severity} ${code} ${message}`),
    }));
    assert.ok(all.some(({ uri, problems }) => uri.endsWith('config.yaml') && problems.length));
    return { folders: [uri], all };
  }

  it('find the same in open files where configurations hold', async () => {
    const { folders, all } = reported();
    const capabilities = { ...capable, textDocument: { ...capable.textDocument, diagnostic: {} } };
    await withServer({ folders, capabilities }, async (session) => {
      for (const { uri, text, problems } of all) {
        const document = await session.open(uri, text, 'yaml');
        const { items } = await document.request<{ items: Diagnostic[] }>('textDocument/diagnostic');
        assert.deepEqual(said(items), problems, uri);
        await document.close();
      }
    });
  });

  it('and in files that are not open', async () => {
    const { folders, all } = reported();
    await withServer({ folders }, async (session) => {
      for (const { uri, problems } of all.filter(({ problems }) => problems.length)) {
        assert.deepEqual(said(await session.until(() => session.newest(uri))), problems, uri);
      }
    });
  });
});
