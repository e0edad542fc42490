/** `--fix-dry-run`: what `--fix` would write, as a diff. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { unifiedDiff } from '../../server/src/cli/unifiedDiff.ts';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { hostileTexts } from '../kit/hostile.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const broken = cleanPlan.replace('owner: Ana', 'owner: 12');

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('--fix-dry-run', () => {
  it('says what would be written, reports what would remain, and writes nothing', async () => {
    const files = { 'a.levers.yaml': broken, 'b.levers.yaml': cleanPlan };
    const machine = new MemoryMachine({ ...files });
    const { code, stdout, stderr } = await machine.check('--fix-dry-run');
    assert.equal(
      stdout,
      `--- a/a.levers.yaml
+++ b/a.levers.yaml
@@ -1,7 +1,7 @@
 version: 1
 plan:
   title: AI assist for the service desk
-  owner: 12
+  owner: "12"
   sponsor: Tom
   status: active
   start: 2027-01-04
`,
    );
    assert.deepEqual(machine.files, files);
    const report = await machine.check('--fix');
    assert.equal(report.stdout.replace('  fixed\n', '\n'), stderr);
    assert.equal(report.code, code);
    assert.equal(report.code, 0);
    assert.notEqual(machine.files['a.levers.yaml'], broken);
  });

  it('says nothing on standard output where nothing would be written, and goes before --fix', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': cleanPlan });
    assert.equal((await machine.check('--fix-dry-run')).stdout, '');
    assert.equal((await machine.check('--fix-dry-run', '-')).code, 2);
    const other = new MemoryMachine({ 'a.levers.yaml': broken, '-': broken });
    const both = await other.check('--fix', '--fix-dry-run', 'a.levers.yaml', '-');
    assert.equal(other.files['a.levers.yaml'], broken);
    assert.match(both.stdout, /^--- a\/a\.levers\.yaml\n(?:.*\n)+--- a\/-\n\+\+\+ b\/-\n/);
    const warned = new MemoryMachine({ 'a.levers.yaml': broken.replace('owner: Bo', 'owner: TBD') });
    assert.equal((await warned.check('--fix-dry-run')).code, 1);
  });

  it('makes a patch that leads where --fix does, whatever lines end with', () => {
    const files = {
      'a.levers.yaml': broken.replaceAll('\n', '\r\n'),
      '计划 1/b (2).levers.yaml': `\uFEFF${broken}`,
      'c.levers.yaml': broken.trimEnd(),
      'd.levers.yaml': broken.replace('sponsor: Tom', 'sponsor: Tom \t'),
      'e.levers.yaml': cleanPlan,
    };
    const [patched, fixed] = [folderOf(files), folderOf(files)];
    const { stdout, status } = runLevers(patched, ['check', '--fix-dry-run', '--today', '2027-03-01']);
    assert.deepEqual(filesIn(patched), filesIn(folderOf(files)));
    const { stderr } = spawnSync('git', ['apply', '-'], { cwd: patched, input: stdout });
    assert.equal(stderr.toString(), '');
    assert.equal(runLevers(fixed, ['check', '--fix', '--today', '2027-03-01']).status, status);
    assert.deepEqual(filesIn(patched), filesIn(fixed));
  });

  it('is no diff of all ways to change a text where nearly every line does', () => {
    const lines = (sign: string) => Array.from({ length: 30_000 }, (_, index) => `${sign}${index}`).join('\n');
    const [before, after] = [`${lines('a')}\n`, lines('b')];
    const folder = folderOf({ 'x.yaml': before });
    const diff = unifiedDiff('x.yaml', { before, after });
    assert.match(diff, /^--- a\/x\.yaml\n\+\+\+ b\/x\.yaml\n@@ -1,30000 \+1,30000 @@\n-a0\n/);
    assert.equal(spawnSync('git', ['apply', '-'], { cwd: folder, input: diff }).status, 0);
    assert.equal(readFileSync(join(folder, 'x.yaml'), 'utf8'), after);
  });

  it('has nothing in it that a terminal or the runner of a build obeys', () => {
    for (const text of hostileTexts) {
      const diff = unifiedDiff(`${text}.yaml`, { before: `a\n${text}\nb\n\t${text}`, after: `${text}\r\n${text}c` });
      assert.doesNotMatch(diff.replaceAll('\r\n', '\n'), /[^\P{C}\n\t\u00ad\u200b-\u200f\ufeff]|[\u2028\u2029]/u);
      for (const line of diff.split('\n')) assert.doesNotMatch(line, /^\s*::|##(?:vso|teamcity)?\[/);
    }
  });
});
