/** The command line and its files: how they are found, each once, and in which encodings they may be. */
import assert from 'node:assert/strict';
import { linkSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { encoded, type LegacyEncoding, utf16 } from '../kit/encodings.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

function levers(cwd: string, args: readonly string[], input: string | Buffer = '') {
  return runLevers(cwd, ['check', '--today', '2027-03-01', ...args], { input });
}

/** The paths that a call checks. */
function checked(cwd: string, ...args: string[]): string[] {
  return JSON.parse(levers(cwd, ['--format', 'json', ...args]).stdout).files.map(({ path }: { path: string }) => path);
}

describe('files', () => {
  it('are found in folders with signs of patterns in their names', () => {
    for (const name of ['plans (2027)', 'plans{a,b}', '[draft]', 'a+(b)', '!c', 'd@(e)/f (g)']) {
      const plan = `${name}/p.levers.yaml`;
      const folder = folderOf({
        [plan]: cleanPlan,
        [`${name}/q (1).levers.yaml`]: cleanPlan,
        'plansa/r.levers.yaml': '',
      });
      for (const pattern of [name, `${name}/`, `${name}/*.levers.yaml`, `${name}/**`, `${folder}/${name}/p*.yaml`]) {
        const found = checked(folder, '--', pattern).map((path) => path.replace(`${folder}/`, ''));
        const wanted = pattern.endsWith('p*.yaml') ? [plan] : [plan, `${name}/q (1).levers.yaml`];
        assert.deepEqual(found, wanted, pattern);
      }
      assert.deepEqual(checked(folder, '--', `${name}/q (1)*.yaml`), [`${name}/q (1).levers.yaml`]);
    }
  });

  it('are found by patterns as before', () => {
    const folder = folderOf({
      'a/x.levers.yaml': cleanPlan,
      'b/y.levers.yml': cleanPlan,
      'c/z.levers.yaml': cleanPlan,
    });
    assert.deepEqual(checked(folder, '{a,b}/*.levers.*'), ['a/x.levers.yaml', 'b/y.levers.yml']);
    assert.deepEqual(checked(folder, '[ac]/*.levers.yaml'), ['a/x.levers.yaml', 'c/z.levers.yaml']);
    assert.deepEqual(checked(folder, '**/*.levers.yml'), ['b/y.levers.yml']);
    assert.deepEqual(checked(folder, './a'), ['a/x.levers.yaml']);
    assert.deepEqual(checked(folder, './', 'a/'), ['a/x.levers.yaml', 'b/y.levers.yml', 'c/z.levers.yaml']);
    const none = levers(folder, ['(q)/*.levers.yaml']);
    assert.equal(none.status, 2);
    assert.equal(none.stderr, 'levers: No plan found: (q)/*.levers.yaml\n');
  });

  it('are checked once, by whatever names they are given', () => {
    const folder = folderOf({ 'a/x.levers.yaml': cleanPlan });
    linkSync(join(folder, 'a/x.levers.yaml'), join(folder, 'a/X.levers.yaml'));
    symlinkSync('x.levers.yaml', join(folder, 'a/y.levers.yaml'));
    assert.equal(checked(folder).length, 1);
    assert.deepEqual(
      checked(
        folder,
        'a/x.levers.yaml',
        './a/x.levers.yaml',
        join(folder, 'a'),
        'a/*',
        'a/X.levers.yaml',
        'a/../a/y.levers.yaml',
      ),
      ['a/x.levers.yaml'],
    );
  });

  it('are found whether their names are in upper or lower case', () => {
    const folder = folderOf({
      'PLAN.LEVERS.YAML': cleanPlan,
      'X.Levers.yml': cleanPlan,
      'deep/y.levers.Yaml': cleanPlan,
      'levers.yaml': '',
      'x.lever.yaml': '',
    });
    assert.deepEqual(checked(folder), ['PLAN.LEVERS.YAML', 'X.Levers.yml', 'deep/y.levers.Yaml']);
  });
});

const texts: readonly (readonly [encoding: LegacyEncoding, name: string, title: string])[] = [
  ['gbk', 'GBK', '客服中心的变更计划'],
  ['big5', 'Big5', '客服中心的變更計畫'],
  ['shift_jis', 'Shift-JIS', 'サービスデスクの変更計画'],
  ['windows-1252', 'windows-1252', 'Équipe'],
];

const titled = (title: string) => cleanPlan.replace('AI assist for the service desk', title);

const unread = (name: string) =>
  `1:1  error  This file is not saved as UTF-8 but, it seems, as ${name}, so its text cannot be read. Open it as ${name} (in VS Code: “Reopen with Encoding”), then save the file as UTF-8.  [unreadable-file]`;

describe('encodings on the command line', () => {
  it('are said where they are not UTF-8, and nothing else', () => {
    for (const [encoding, name, title] of texts) {
      const bytes = encoded(titled(title).replace('owner: Cy', 'owner: 12'), encoding) as Buffer;
      const folder = folderOf({ 'a.levers.yaml': bytes });
      for (const args of [['.'], ['--fix', '.'], ['--cache', '.'], ['--cache', '.']]) {
        const { status, stdout, stderr } = levers(folder, args);
        const report = `a.levers.yaml\n  ${unread(name)}\nPlans: 1 · errors: 1 · warnings: 0 · infos: 0 · hints: 0\n`;
        assert.deepEqual([status, stdout, stderr], [1, report, '']);
      }
      assert.deepEqual(readFileSync(join(folder, 'a.levers.yaml')), bytes);
      const piped = levers(folder, ['-'], bytes);
      assert.ok(piped.stdout.includes(unread(name)));
      const mended = levers(folder, ['--fix', '-'], bytes);
      assert.deepEqual([mended.status, mended.stdout], [1, '']);
    }
  });

  it('never pass, whatever the settings say', () => {
    const folder = folderOf({
      'a.levers.yaml': encoded(titled('客服中心的变更计划'), 'gbk') as Buffer,
      'off.json': '{ "unreadable-file": "off" }',
      'hint.json': '{ "unreadable-file": "hint" }',
    });
    for (const rules of ['off.json', 'hint.json']) {
      const { status, stderr } = levers(folder, ['--rules', rules]);
      assert.deepEqual([status, stderr], [2, 'levers: Cannot be read: a.levers.yaml (GBK)\n']);
    }
  });

  it('may be UTF-16 with its mark, which stays', () => {
    for (const order of ['le', 'be'] as const) {
      const broken = cleanPlan.replace('owner: Ana', 'owner: 12').replaceAll('\n', '\r\n');
      const folder = folderOf({ 'a.levers.yaml': utf16(`\uFEFF${broken}`, order) });
      const utf8 = folderOf({ 'a.levers.yaml': broken });
      assert.equal(levers(folder, []).stdout, levers(utf8, []).stdout);
      const { status, stdout } = levers(folder, ['--fix']);
      assert.deepEqual(
        [status, stdout.split('\n')[0]],
        [0, 'a.levers.yaml  4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in  fixed'],
      );
      const after = utf16(`\uFEFF${broken.replace('owner: 12', 'owner: "12"')}`, order);
      assert.deepEqual(readFileSync(join(folder, 'a.levers.yaml')), after);
      assert.deepEqual(levers(folder, ['--fix', '-'], utf16(`\uFEFF${broken}`, order)).bytes, after);
    }
  });

  it('are said of UTF-16 without its mark', () => {
    const folder = folderOf({ 'a.levers.yaml': utf16(cleanPlan, 'le'), 'b.levers.yaml': utf16(cleanPlan, 'be') });
    const { status, stdout } = levers(folder, []);
    assert.equal(status, 1);
    assert.ok(stdout.includes(unread('UTF-16 LE')) && stdout.includes(unread('UTF-16 BE')), stdout);
  });

  it('are said of a catalog', () => {
    const catalog = 'catalogVersion: 1\nid: team\nstrategies: [] # 客服中心的策略目录\n';
    const folder = folderOf({ 'levers.catalog.yaml': encoded(catalog, 'gbk') as Buffer, 'a.levers.yaml': cleanPlan });
    const { status, stdout } = levers(folder, []);
    assert.equal(status, 1);
    assert.ok(stdout.includes(unread('GBK')), stdout);
    assert.match(stdout, / errors: 1 · warnings: 0 ·/);
  });

  it('let a character pass that was lost long ago', () => {
    const folder = folderOf({ 'a.levers.yaml': titled('Caf\uFFFD') });
    assert.ok(!levers(folder, []).stdout.includes('UTF-8'));
  });
});
