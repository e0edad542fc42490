/** The built command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe } from 'node:test';
import { offline } from '../kit/offline.ts';
import { cleanPlan } from '../kit/plan.ts';
import { ajv, schemaFile } from '../kit/schemas.ts';
import { it } from '../kit/test.ts';

// The program sees the real path of the folder in which it runs; elsewhere than on Linux the usual one is a link or short.
const folder = mkdtempSync(join(realpathSync.native(tmpdir()), 'levers-cli-'));
after(() => rmSync(folder, { recursive: true }));

const bad = cleanPlan.replace('[agents]', '[agnets]');
mkdirSync(join(folder, 'deep/node_modules'), { recursive: true });
writeFileSync(join(folder, 'good.levers.yaml'), cleanPlan);
writeFileSync(join(folder, 'deep/bad.levers.yml'), bad);
writeFileSync(join(folder, 'deep/node_modules/other.levers.yaml'), bad);
writeFileSync(join(folder, 'deep/notes.yaml'), 'not: a plan');

function levers(args: string[], input = '', env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...offline, resolve('dist/cli.js'), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { PATH: process.env.PATH, LANG: 'C', ...env },
  });
  return { status, stdout, stderr };
}

describe('levers check', () => {
  it('says what to start with, and reports the most serious first where it is asked to', () => {
    const text = cleanPlan
      .replace('owner: Cy', 'owner: TBD')
      .replace('kind: pilot', 'kind: plot')
      .replace('audience: [leads], ', '');
    const lines = (...args: string[]) =>
      levers(['check', '-', '--today', '2027-03-01', ...args], text).stdout.split('\n');
    const severities = (report: string[]) => report.flatMap((line) => /^ {2}[\d:]+ {2}(\w+) /.exec(line)?.[1] ?? []);
    const [inOrder, byGravity] = [lines(), lines('--sort', 'severity')];
    const grave = ['error', 'warning', 'info', 'hint'];
    const sorted = [...severities(inOrder)].sort((a, b) => grave.indexOf(a) - grave.indexOf(b));
    assert.notDeepEqual(severities(inOrder), sorted);
    assert.deepEqual(severities(byGravity), sorted);
    const start = inOrder.find((line) => line.startsWith('  Start with: ')) ?? '';
    assert.match(start, /^ {2}Start with: 40:/);
    assert.equal(start.split('; ').length, 3);
    assert.ok(byGravity.includes(start));
    assert.equal(levers(['check', '-', '--sort', 'code'], text).status, 2);
  });

  it('finds all plans below a folder, says what is wrong and where, and exits with 1', () => {
    const { status, stdout, stderr } = levers(['check', '--today', '2027-03-01']);
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.equal(
      stdout,
      `deep/bad.levers.yml  4 of 6 levers covered  At risk: the plan has 1 error
  26:57  error  There is no stakeholder group \`agnets\`. Did you mean \`agents\`?  [unknown-stakeholder]
good.levers.yaml  4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in
Plans: 2 · errors: 1 · warnings: 0 · infos: 0 · hints: 0
`,
    );
  });

  it('exits with 0 for a clean file, a glob, standard input', () => {
    assert.equal(levers(['check', 'good.levers.yaml']).status, 0);
    assert.equal(levers(['check', '*.levers.yaml']).status, 0);
    assert.equal(levers(['check', '-'], cleanPlan).status, 0);
    assert.equal(levers(['check', '-'], bad).status, 1);
  });

  it('speaks the language of the environment, or the one asked for', () => {
    const chinese = '没有 `agnets` 这个利益相关者群体。是不是想写 `agents`？';
    assert.ok(levers(['check', '-'], bad, { LANG: 'zh_CN.UTF-8' }).stdout.includes(chinese));
    assert.ok(levers(['check', '-', '--locale', 'zh-CN'], bad).stdout.includes(chinese));
    assert.ok(!levers(['check', '-', '--locale', 'en'], bad, { LANG: 'zh_CN.UTF-8' }).stdout.includes(chinese));
  });

  it('reports as JSON, lines and columns from 1', () => {
    const { stdout, status } = levers(['check', '--format', 'json', 'deep']);
    assert.equal(status, 1);
    const report = JSON.parse(stdout);
    assert.equal(ajv().validate(schemaFile('levers-json-output.schema.json'), report), true);
    assert.match(report.files[0].problems[0].fingerprint, /^[\w+/]{43}=$/);
    delete report.files[0].problems[0].fingerprint;
    assert.deepEqual(report, {
      version: 1,
      files: [
        {
          path: 'deep/bad.levers.yml',
          coverage: { covered: ['leadership', 'ecosystem', 'values', 'structure'], count: 4 },
          problems: [
            {
              code: 'unknown-stakeholder',
              severity: 'error',
              message: 'There is no stakeholder group `agnets`. Did you mean `agents`?',
              range: { start: { line: 26, column: 57 }, end: { line: 26, column: 63 } },
              fixable: true,
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0 },
    });
  });

  it('has in the package what SARIF says of rules, and writes the summary of a job on GitHub', () => {
    const path = join(folder, 'summary.md');
    writeFileSync(path, 'Earlier.\n');
    const absolute = join(folder, 'deep/bad.levers.yml');
    const github = levers(['check', '--format', 'github', absolute], '', { GITHUB_STEP_SUMMARY: path });
    assert.deepEqual([github.status, github.stderr], [1, '']);
    assert.match(github.stdout, /^::error file=deep\/bad\.levers\.yml,line=26,/);
    assert.match(readFileSync(path, 'utf8'), /^Earlier\.\n## levers\n.*<td>deep\/bad\.levers\.yml:26:57<\/td>/s);
    const nowhere = { GITHUB_STEP_SUMMARY: join(folder, 'no/summary.md') };
    const unwritten = levers(['check', '--format', 'github', 'good.levers.yaml'], '', nowhere);
    assert.deepEqual([unwritten.status, unwritten.stdout.length > 0], [0, true]);
    assert.equal(unwritten.stderr, 'levers: Cannot be written: GITHUB_STEP_SUMMARY (ENOENT)\n');
    const sarif = levers(['check', '--format', 'sarif', './deep', '--locale', 'zh-CN']);
    const [run] = JSON.parse(sarif.stdout).runs;
    assert.match(run.tool.driver.rules[0].help.markdown, /^# unknown-stakeholder\n.*\n## 原因\n/s);
    const [{ physicalLocation }] = run.results[0].locations;
    assert.deepEqual(physicalLocation.artifactLocation, { uri: 'deep/bad.levers.yml', uriBaseId: '%SRCROOT%' });
  });

  it('fails from the severity that is asked for', () => {
    const warned = cleanPlan.replace('owner: Bo', 'owner: TBD');
    assert.equal(levers(['check', '-'], warned).status, 1);
    assert.equal(levers(['check', '-', '--fail-on', 'error'], warned).status, 0);
    assert.equal(levers(['check', '-', '--fail-on', 'error'], bad).status, 1);
  });

  it('exits with 2 for a wrong call or a file that cannot be read, and still checks the others', () => {
    for (const args of [
      [],
      ['frobnicate'],
      ['check', '--format', 'xml'],
      ['check', '--nonsense'],
      ['check', '--today', '2027-02-30'],
      ['check', '--fail-on', 'none'],
    ]) {
      const { status, stdout, stderr } = levers(args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /^levers: .+\n$/);
    }
    const { status, stdout, stderr } = levers(['check', 'missing.levers.yaml', 'good.levers.yaml']);
    assert.equal(status, 2);
    assert.match(stderr, /No plan found: missing\.levers\.yaml/);
    assert.match(stdout, /good\.levers\.yaml {2}4 of 6/);
  });

  it('takes the settings of the folder, or those that are asked for', () => {
    const warned = cleanPlan.replace('owner: Bo', 'owner: TBD');
    const editor = join(folder, '.vscode/settings.json');
    const rules = '{ "coverage-below-four": ["info", { "minimumLevers": 3 }], "strategy-without-owner": "off" }';
    const codes = (...args: string[]) =>
      JSON.parse(levers(['check', '-', '--format', 'json', ...args], warned).stdout)
        .files[0].problems.map(({ code }: { code: string }) => code)
        .filter((code: string) => code !== 'sustain-coverage-below-four');
    mkdirSync(join(folder, '.vscode'));
    try {
      writeFileSync(editor, `// The team.\n{ "editor.tabSize": 2, "levers.rules": ${rules}, }\n`);
      writeFileSync(join(folder, 'bare.json'), `/* Bare. */ { "coverage-below-four": "off", }`);
      assert.deepEqual(codes(), []);
      assert.deepEqual(codes('--rules', 'bare.json'), ['strategy-without-owner']);
      assert.deepEqual(codes('--rules', editor), []);
      mkdirSync(join(folder, 'shared'));
      writeFileSync(
        join(folder, 'shared/levers.catalog.yaml'),
        'catalogVersion: 1\nid: team\nstrategies: [{ id: clinics, lever: leadership, title: { en: x }, summary: { en: y } }]\n',
      );
      writeFileSync(join(folder, 'named.levers.yaml'), cleanPlan.replace('executive-briefings', 'clinics'));
      assert.match(levers(['check', 'named.levers.yaml']).stdout, /unknown-strategy/);
      writeFileSync(editor, '{ "levers.catalogs": ["shared/levers.catalog.yaml"] }');
      assert.doesNotMatch(levers(['check', 'named.levers.yaml']).stdout, /unknown-strategy/);
      writeFileSync(editor, '');
      assert.deepEqual(codes(), ['coverage-below-four', 'strategy-without-owner']);
      for (const [text, reason] of [
        ['{ "levers.rules": { "overdo": "off" ', /settings\.json cannot be used: 1:37 CloseBraceExpected/],
        ['{ "levers.rules": { "date-ordr": "off" } }', /there is no rule `date-ordr`; did you mean `date-order`\?/],
        [
          '{ "levers.rules": { "date-order": "fatal" } }',
          /`date-order` takes one of off, error, warning, info or hint/,
        ],
        ['{ "levers.rules": ["off"] }', /rules and severities stand in braces/],
        [
          '{ "levers.rules": { "coverage-below-four": ["off", { "minimumLevers": 7, "most": 1 }] } }',
          /`minimumLevers` of `coverage-below-four` is a number from 1 to 6; `coverage-below-four` has no option `most`/,
        ],
      ] as const) {
        writeFileSync(editor, text);
        const { status, stdout, stderr } = levers(['check', '-'], warned);
        assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
        assert.match(stderr, reason);
      }
    } finally {
      rmSync(join(folder, 'shared'), { recursive: true, force: true });
      rmSync(join(folder, 'named.levers.yaml'), { force: true });
      rmSync(join(folder, '.vscode'), { recursive: true });
    }
    const missing = levers(['check', '-', '--rules', 'missing.json', '--locale', 'zh-CN'], warned);
    assert.equal(missing.status, 2);
    assert.equal(missing.stderr, 'levers: 无法读取：missing.json（ENOENT）\n');
  });

  it('takes an empty plan neither for wrong nor for done', () => {
    for (const text of ['', '\n  \n', '# Ask Tom first\n']) {
      const { status, stdout } = levers(['check', '-'], text);
      assert.equal(status, 1);
      assert.match(stdout, /warning {2}This plan is empty\..*\[not-a-plan\]/);
      assert.match(stdout, /errors: 0 · warnings: 1 · /);
    }
  });

  it('writes back what needs no decision, and nothing else', () => {
    const home = join(folder, 'fix');
    mkdirSync(home);
    const broken = cleanPlan
      .replace('owner: Ana', 'owner: 12')
      .replace('owner: Cy', 'owner: TBD')
      .replace('sponsor: Tom', 'sponsor: Tom # soon');
    const bytes = `\uFEFF${broken.replaceAll('\n', '\r\n')}`;
    writeFileSync(join(home, 'a.levers.yaml'), bytes);
    writeFileSync(join(home, 'b.levers.yaml'), cleanPlan);
    const odd = Buffer.concat([Buffer.from(broken), Buffer.from([0x23, 0xe9, 0x0a])]);
    writeFileSync(join(home, 'c.levers.yaml'), odd);
    const before = statSync(join(home, 'b.levers.yaml')).mtimeMs;
    const { status, stdout, stderr } = levers(['check', '--fix', 'fix', '--today', '2027-03-01']);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.match(
      stdout,
      /^fix\/c\.levers\.yaml\n {2}1:1 {2}error {2}This file is not saved as UTF-8.*\[unreadable-file\]$/m,
    );
    assert.match(
      stdout,
      /^fix\/a\.levers\.yaml {2}3 of 6 levers covered {2}Draft: .* {2}fixed\n(?: {2}.*\n)*? {2}\d+:\d+ {2}warning .*\[coverage-below-four\]\n/,
    );
    assert.match(stdout, /^fix\/b\.levers\.yaml {2}4 of 6 levers covered {2}On track: .*\n/m);
    assert.equal(readFileSync(join(home, 'a.levers.yaml'), 'utf8'), bytes.replace('owner: 12', 'owner: "12"'));
    assert.equal(statSync(join(home, 'b.levers.yaml')).mtimeMs, before);
    assert.deepEqual(readFileSync(join(home, 'c.levers.yaml')), odd);
    const again = JSON.parse(levers(['check', '--fix', 'fix/a.levers.yaml', '--format', 'json']).stdout);
    assert.equal(again.files[0].fixed, false);
  });

  it('writes what standard input has become to standard output, and reports beside it', () => {
    const broken = cleanPlan.replace('owner: Ana', 'owner: 12').replace('owner: Cy', 'owner: TBD');
    const mended = levers(['check', '--fix', '-', '--today', '2027-03-01'], broken);
    assert.equal(mended.status, 1);
    assert.equal(mended.stdout, broken.replace('owner: 12', 'owner: "12"'));
    assert.match(mended.stderr, /^- {2}3 of 6 levers covered {2}Draft: .* {2}fixed\n(?: {2}.*\n)+Plans: 1 /);
    const clean = levers(['check', '--fix', '-', '--today', '2027-03-01'], cleanPlan);
    assert.equal(clean.status, 0);
    assert.equal(clean.stdout, cleanPlan);
    assert.match(clean.stderr, /^- {2}4 of 6 levers covered {2}On track: .*\nPlans: 1 /);
  });

  it('explains itself', () => {
    assert.match(levers(['--help']).stdout, /^Usage: levers COMMAND/);
    assert.match(levers(['--help'], '', { LANG: 'zh_CN.UTF-8' }).stdout, /^用法/);
    assert.equal(levers(['--version']).stdout, `${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
  });

  it('takes the catalog of the team that is nearest to each plan, and none above the working directory', () => {
    const put = (name: string, text: string) => {
      const path = join(folder, 'team', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    };
    const catalog = (id: string, more = '') =>
      `catalogVersion: 1\nid: team\nstrategies: [{ id: ${id}, lever: leadership, title: { en: x }, summary: { en: y } }]\n${more}`;
    const using = (id: string) => cleanPlan.replace('use: executive-briefings', `use: ${id}`);
    put('levers.catalog.yaml', catalog('for-all', 'hide: [ai-feedback-lop]\n'));
    put('all.levers.yaml', using('for-all'));
    put('unit/levers.catalog.yaml', catalog('for-unit'));
    put('unit/plans/unit.levers.yaml', using('for-unit'));
    const { status, stdout } = levers(['check', 'team', '--today', '2027-03-01']);
    assert.equal(status, 1);
    assert.equal(
      stdout,
      `team/all.levers.yaml  4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in
team/unit/plans/unit.levers.yaml  4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in
team/levers.catalog.yaml  catalog · strategies: 1 · hidden: 1
  4:8  warning  There is no built-in strategy \`ai-feedback-lop\`, so nothing is hidden. Did you mean \`ai-feedback-loop\`?  [unknown-hidden-strategy]
team/unit/levers.catalog.yaml  catalog · strategies: 1 · hidden: 0
Plans: 2 · catalogs: 2 · errors: 0 · warnings: 1 · infos: 0 · hints: 0
`,
    );
    const inside = (args: string[], cwd: string) =>
      spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--format', 'json', ...args], {
        cwd,
        encoding: 'utf8',
      });
    const codes = ({ stdout: json }: { stdout: string }) =>
      JSON.parse(json).files.map(({ path, problems }: { path: string; problems: { code: string }[] }) => [
        path,
        ...problems.map(({ code }) => code),
      ]);
    const unit = join(folder, 'team/unit');
    put('unit/b.levers.yaml', using('for-all'));
    assert.deepEqual(codes(inside(['b.levers.yaml'], unit)), [
      ['b.levers.yaml', 'coverage-below-four', 'unknown-strategy'],
      ['levers.catalog.yaml'],
    ]);
    // A further one, however it is written; the same one twice is one.
    const more = ['--catalog', '../levers.catalog.yaml', './levers.catalog.yaml', './b.levers.yaml'];
    assert.deepEqual(codes(inside(more, unit)), [
      ['b.levers.yaml'],
      [join(folder, 'team/levers.catalog.yaml').replaceAll('\\', '/'), 'unknown-hidden-strategy'],
      ['levers.catalog.yaml'],
    ]);
    const missing = inside(['--catalog', 'nowhere.yaml', 'b.levers.yaml'], unit);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /nowhere\.yaml/);
    rmSync(join(folder, 'team'), { recursive: true });
  });

  it('says clearly what is wrong with a catalog that cannot be read', () => {
    const path = join(folder, 'broken/levers.catalog.yaml');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(folder, 'broken/a.levers.yaml'), cleanPlan);
    const { status, stdout } = levers(['check', 'broken', '--today', '2027-03-01']);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /broken\/a\.levers\.yaml {2}4 of 6.*\nbroken\/levers\.catalog\.yaml .*\n.*This file cannot be opened/,
    );
    rmSync(join(folder, 'broken'), { recursive: true });
  });
});
