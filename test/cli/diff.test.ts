/** `levers diff`: two versions of plans in, sentences out. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { hostilePlan, hostileTexts } from '../kit/hostile.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { git, repositoryOf } from '../kit/repository.ts';
import { ajv, schemaFile } from '../kit/schemas.ts';
import { it } from '../kit/test.ts';

const later = cleanPlan
  .replace('goLive: 2027-05-03', 'goLive: 2027-05-24')
  .replace('sponsor: Tom', 'sponsor: Nora Quist');
const named = (id: string, title: string, text = cleanPlan) =>
  text.replace('  title: AI assist for the service desk', `  id: ${id}\n  title: ${title}`);

const levers = (files: Record<string, string>, ...args: string[]) => new MemoryMachine(files).levers('diff', ...args);
const two = { 'a.levers.yaml': cleanPlan, 'b.levers.yaml': later };

/** What a call in a folder says; it must succeed. */
function said(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = runLevers(cwd, ['diff', ...args]);
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('levers diff', () => {
  it('says what changed, the gravest first, in both languages', async () => {
    assert.deepEqual(await levers(two, 'a.levers.yaml', 'b.levers.yaml'), {
      code: 0,
      stdout: `AI assist for the service desk
To decide
  • Sponsor: Nora Quist instead of Tom; Tom is still named in 1 place
  • Go-live moves from May 3, 2027 to May 24, 2027, 3 weeks later
`,
      stderr: '',
    });
    const { stdout } = await levers(two, 'a.levers.yaml', 'b.levers.yaml', '--locale', 'zh-CN');
    assert.equal(
      stdout,
      `AI assist for the service desk
需要决定
  • 发起人：由Tom改为Nora Quist；另有 1 处仍写着Tom
  • 上线日期由2027年5月3日改为2027年5月24日，推迟 3 周
`,
    );
  });

  it('says so where nothing changed, and ends with 1 only where it is asked to', async () => {
    const same = { ...two, 'b.levers.yaml': cleanPlan.replace('owner: Ana', 'owner: "Ana" # lead') };
    const { code, stdout } = await levers(same, 'a.levers.yaml', 'b.levers.yaml', '--exit-code');
    assert.deepEqual([code, stdout], [0, 'Nothing has changed: both versions say the same.\n']);
    assert.equal((await levers(two, 'a.levers.yaml', 'b.levers.yaml', '--exit-code')).code, 1);
  });

  it('tells as much as `--level` asks for', async () => {
    const files = { ...two, 'b.levers.yaml': later.replace('title: Pilot', 'title: The pilot') };
    const sentences = async (level: string) =>
      (await levers(files, 'a.levers.yaml', 'b.levers.yaml', '--level', level)).stdout.match(/•/g)?.length;
    assert.deepEqual([await sentences('decide'), await sentences('quiet')], [2, 3]);
  });

  it('says of no plan that it is the same where `--level` leaves its changes out', () => {
    const folder = folderOf({
      'old/a.levers.yaml': cleanPlan,
      'new/b.levers.yaml': cleanPlan.replace('title: Pilot', 'title: The pilot'),
    });
    const decide = (format: string, ...operands: string[]) => {
      const call = ['diff', ...operands, '--level', 'decide', '--format', format, '--exit-code'];
      const { status, stdout } = runLevers(folder, call);
      assert.equal(status, 1);
      assert.doesNotMatch(stdout, /says? the same|No plan has changed|"fate": "same"/);
      return stdout;
    };
    const files = ['old/a.levers.yaml', 'new/b.levers.yaml'];
    assert.equal(decide('text', ...files), '1 less grave change is left out\n');
    assert.match(decide('text', 'old', 'new'), /• The file a.* is now b.*\n\n1 less grave.*\n\nPlans: 1 · changed: 1/);
    for (const format of ['markdown', 'html']) assert.match(decide(format, 'old', 'new'), /1 less grave change/);
    assert.equal(JSON.parse(decide('json', 'old', 'new')).plans[0].fate, 'changed');
  });

  it('says of two files that are named themselves nothing about their names', async () => {
    for (const format of ['text', 'markdown', 'html']) {
      const { stdout } = await levers(two, 'a.levers.yaml', 'b.levers.yaml', '--format', format);
      assert.doesNotMatch(stdout, /The file/, format);
      const same = { ...two, 'b.levers.yaml': cleanPlan };
      const { stdout: none } = await levers(same, 'a.levers.yaml', 'b.levers.yaml', '--format', format);
      assert.match(none, /Nothing has changed|No plan has changed/, format);
    }
  });

  it('pairs the plans of folders by id, place and title', () => {
    const folder = folderOf({
      'old/a.levers.yaml': named('desk', 'Desk'),
      'old/loans.levers.yaml': named('loans', 'Loans'),
      'old/gone.levers.yaml': named('gone', 'Gone'),
      'old/untold.levers.yaml': cleanPlan.replace('AI assist for the service desk', 'Without an id'),
      'new/sub/a.levers.yaml': named('desk', 'Desk', later),
      'new/lending.levers.yaml': named('loans', 'Loans'),
      'new/new.levers.yaml': named('new', 'New'),
      'new/told.levers.yaml': cleanPlan.replace('AI assist for the service desk', 'Without an id'),
    });
    assert.equal(
      said(folder, 'old', 'new'),
      `The file loans.levers.yaml is now lending.levers.yaml, and the plan says the same: Loans

New plan: New (new.levers.yaml)

Desk  sub/a.levers.yaml
  • The file a.levers.yaml is now sub/a.levers.yaml
To decide
  • Sponsor: Nora Quist instead of Tom; Tom is still named in 1 place
  • Go-live moves from May 3, 2027 to May 24, 2027, 3 weeks later

The file untold.levers.yaml is now told.levers.yaml, and the plan says the same: Without an id

Plan removed: Gone (gone.levers.yaml)

Plans: 5 · changed: 1 · new: 1 · removed: 1 · the same: 2
`,
    );
  });

  it('says what changes for all plans together', () => {
    const folder = folderOf({
      'old/a.levers.yaml': named('a', 'Desk'),
      'old/b.levers.yaml': named('b', 'Phones', cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-06-14')),
      'new/a.levers.yaml': named('a', 'Desk'),
      'new/b.levers.yaml': named('b', 'Phones', cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-05-05')),
      'new/c.levers.yaml': named('c', 'Chairs', cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-09-06')),
    });
    assert.ok(
      said(folder, 'old', 'new', '--today', '2027-03-01').startsWith(`All plans together
  • “Desk” and “Phones” now go live in one week: May 3 – May 5, 2027
`),
    );
    assert.doesNotMatch(said(folder, 'old/b.levers.yaml', 'new/b.levers.yaml'), /together/);
  });

  it('compares what git keeps with what stands in the folder', () => {
    const folder = repositoryOf({ 'plans/计划 (1).levers.yaml': cleanPlan, 'plans/same.levers.yaml': cleanPlan });
    const path = 'plans/计划 (1).levers.yaml';
    assert.equal(said(folder), 'No plan has changed.\n');
    writeFileSync(join(folder, path), later);
    const sentence = 'Go-live moves from May 3, 2027 to May 24, 2027, 3 weeks later';
    for (const args of [[], ['base'], ['main...'], [path], [`HEAD:${path}`, path], ['HEAD:plans', 'plans']])
      assert.ok(said(folder, ...args).includes(sentence), args.join(' '));
    assert.ok(said(join(folder, 'plans'), '计划 (1).levers.yaml').includes(sentence));
    assert.ok(said(folder, 'base', path).includes(sentence));
    git(folder, 'checkout', '--quiet', '-b', 'other');
    git(folder, 'commit', '--quiet', '--all', '--message', 'later');
    for (const args of [['main...'], ['main..other'], ['main', 'other'], ['main:plans', 'other:plans']])
      assert.ok(said(folder, ...args).includes(sentence), args.join(' '));
    rmSync(join(folder, path));
    assert.match(
      said(folder, 'main'),
      /^Plan removed: AI assist for the service desk \(plans\/计划 \(1\)\.levers\.yaml\)\n/,
    );
    writeFileSync(join(folder, 'plans/new.levers.yaml'), named('new', 'New'));
    assert.match(said(folder, 'main'), /^New plan: New \(plans\/new\.levers\.yaml\)\n/);
  });

  it('is what git shows for plans where it is set up so', () => {
    const folder = repositoryOf({ 'a.levers.yaml': cleanPlan, '.gitattributes': '*.levers.yaml diff=levers\n' });
    const program = join(process.cwd(), 'dist/levers.mjs');
    git(folder, 'config', 'diff.levers.command', `node '${program}' diff --git`);
    writeFileSync(join(folder, 'a.levers.yaml'), later);
    assert.match(git(folder, '--no-pager', 'diff'), /Go-live moves from May 3, 2027 to May 24, 2027, 3 weeks later/);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'later');
    writeFileSync(join(folder, 'b.levers.yaml'), named('new', 'New'));
    git(folder, 'add', '--all');
    assert.match(git(folder, '--no-pager', 'diff', '--cached'), /New plan: New \(b\.levers\.yaml\)/);
    // One that cannot be read does not keep git from the others.
    writeFileSync(join(folder, 'a.levers.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x0a]));
    const all = git(folder, '--no-pager', 'diff', 'HEAD');
    assert.match(all, /Cannot be read: /);
    assert.match(all, /New plan: New/);
  });

  it('compares what can be read, and names what cannot', async () => {
    const broken = later.replace('title: Fear of job loss', 'title: "Fear of job loss');
    const { code, stdout } = await levers({ ...two, 'b.levers.yaml': broken }, 'a.levers.yaml', 'b.levers.yaml');
    assert.equal(code, 0);
    assert.match(stdout, /Line \d+ cannot be read in the new version \(Risks and barriers\)/);
    assert.match(stdout, /Go-live moves/);
    assert.doesNotMatch(stdout, /Risk removed/);
  });

  it('says in one line what cannot be done', () => {
    const folder = repositoryOf({ 'a.levers.yaml': cleanPlan, 'empty/readme.txt': 'none', 'other/readme.txt': 'none' });
    for (const [args, message] of [
      [['a.levers.yaml', 'b.levers.yaml'], 'There is no such file or folder: b.levers.yaml'],
      [['nothing'], 'levers diff takes a branch, a tag or a commit of this repository, not nothing'],
      [
        ['nothing:a.levers.yaml', 'a.levers.yaml'],
        'levers diff takes a branch, a tag or a commit of this repository, not nothing',
      ],
      [['base:b.levers.yaml', 'a.levers.yaml'], 'There is no such file or folder in base: b.levers.yaml'],
      [['--output=x:a', 'a.levers.yaml'], 'levers diff does not take --output'],
      [['empty', 'other'], 'No plan found: neither in empty nor in other'],
      [
        ['a.levers.yaml', 'empty'],
        'A plan can be compared with a plan, and a folder with a folder: a.levers.yaml, empty',
      ],
      [['a', 'b', 'c'], 'levers diff takes two versions: OLD NEW'],
    ] as const) {
      const { status, stdout, stderr } = runLevers(folder, ['diff', ...args]);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.ok(stderr.includes(message), stderr);
    }
    const { status, stderr } = runLevers(folderOf(two), ['diff', 'main...']);
    assert.equal(status, 2);
    assert.match(stderr, /^levers: levers diff needs a git repository, and this folder is in none\n/);
  });

  it('says what to fetch in a clone that has only the last commits', () => {
    const origin = repositoryOf({ 'a.levers.yaml': cleanPlan });
    writeFileSync(join(origin, 'a.levers.yaml'), later);
    git(origin, 'commit', '--quiet', '--all', '--message', 'later');
    const folder = folderOf({});
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${origin}`, 'clone');
    const { status, stderr } = runLevers(join(folder, 'clone'), ['diff', 'base...']);
    assert.equal(status, 2);
    assert.match(stderr, /git fetch --unshallow/);
  });
});

describe('the formats of levers diff', () => {
  it('as JSON keeps to its schema, with fingerprints that words do not change', async () => {
    const validate = ajv().compile(schemaFile('levers-diff-output.schema.json'));
    const report = async (...args: string[]) =>
      JSON.parse((await levers(two, 'a.levers.yaml', 'b.levers.yaml', '--format', 'json', ...args)).stdout);
    const [english, chinese] = [await report(), await report('--locale', 'zh-CN')];
    for (const one of [english, chinese]) assert.ok(validate(one), JSON.stringify(validate.errors));
    const prints = (one: typeof english) =>
      one.plans[0].changes.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    assert.deepEqual(prints(english), prints(chinese));
    assert.equal(new Set(prints(english)).size, 2);
    assert.deepEqual(english.plans[0].changes[1].after, {
      start: { line: 8, column: 11 },
      end: { line: 8, column: 21 },
    });
  });

  it('as Markdown fits a comment, has five open rows, and names what was cut', () => {
    const plans = Array.from({ length: 200 }, (_, index) => `p${index}`);
    const long = 'x'.repeat(400);
    const files = (folder: string, text: string) =>
      Object.fromEntries(
        plans.map((id) => [
          `${folder}/${id}.levers.yaml`,
          named(id, `Plan ${id}`, text).replace('need: Simple', `need: ${long} Simple`),
        ]),
      );
    const folder = folderOf({
      ...files('old', cleanPlan),
      ...files('new', later.replace('status: active', 'status: cancelled')),
    });
    const stdout = said(folder, 'old', 'new', '--format', 'markdown');
    assert.ok(stdout.length <= 65_536, `${stdout.length}`);
    assert.match(stdout, /^<!-- levers-diff -->\n/);
    const open = stdout.slice(0, stdout.indexOf('<details>')).match(/^- .*$/gm) ?? [];
    assert.equal(open.length, 6);
    assert.match(open[5] as string, /^- \d+ more below$/);
    assert.match(stdout, /Left out here, because a comment holds no more: Plan p\d+, .* and \d+ more/);
    assert.equal(stdout.match(/<details>/g)?.length, stdout.match(/<\/details>/g)?.length);
  });

  it('as Markdown has five open rows over all, and leaves no other out', () => {
    const days = ['04', '11', '18', '25'].flatMap((day) => [`2027-05-${day}`, `2027-06-${day}`]);
    const plans = (folder: string, name: string) =>
      Object.fromEntries(
        days.map((day) => {
          const text = named(`${name}-${day}`, `${name} ${day}`, cleanPlan.replace('2027-05-03', day));
          return [`${folder}/${name}-${day}.levers.yaml`, text];
        }),
      );
    const folder = folderOf({ ...plans('old', 'Desk'), ...plans('new', 'Desk'), ...plans('new', 'Phones') });
    const stdout = said(folder, 'old', 'new', '--format', 'markdown', '--today', '2027-03-01');
    const open = stdout.replace(/<details>.*?<\/details>/gs, '').match(/^- .*$/gm) ?? [];
    assert.equal(open.length, 5);
    for (const row of open) assert.match(row, /now go live in one week/);
    const all = stdout.slice(stdout.indexOf('<details>'));
    for (const day of days) {
      assert.ok(all.includes(`“Desk ${day}” and “Phones ${day}” now go live in one week`));
      assert.ok(all.includes(`- New plan: Phones ${day} (Phones-${day}.levers.yaml)`));
    }
    assert.match(all, /<summary>All plans that are new, gone or in another file \(8\)<\/summary>/);
  });

  it('as Markdown fits a comment, however long a name is', async () => {
    const files = { ...two, 'b.levers.yaml': named('a', '_'.repeat(40_000), later) };
    const { stdout } = await levers(files, 'a.levers.yaml', 'b.levers.yaml', '--format', 'markdown');
    assert.ok(stdout.length <= 65_536, `${stdout.length}`);
    assert.match(stdout, /^- \*\*(?:&#95;){99}…\*\*: Go-live moves/m);
    assert.match(stdout, /Left out here, because a comment holds no more: (?:&#95;)+/);
  });

  it('as a page stands alone and shows both versions', async () => {
    const { stdout } = await levers(two, 'a.levers.yaml', 'b.levers.yaml', '--format', 'html');
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">\n/);
    assert.doesNotMatch(stdout, /<script|<link|<img|\ssrc=|\shref=|url\(|@import|https?:/);
    assert.match(stdout, /Before: a\.levers\.yaml.*After: b\.levers\.yaml/s);
    assert.match(stdout, /<li>Go-live moves from May 3, 2027 to May 24, 2027, 3 weeks later<\/li>/);
  });

  it('obey nothing that stands in a plan', async () => {
    for (const text of hostileTexts) {
      const files = { 'a.levers.yaml': cleanPlan, 'b.levers.yaml': hostilePlan(text) };
      for (const format of ['text', 'json', 'markdown', 'html']) {
        const { code, stdout } = await levers(files, 'a.levers.yaml', 'b.levers.yaml', '--format', format);
        assert.equal(code, 0);
        assert.doesNotMatch(stdout, /[^\P{C}\n\u00ad\u200b-\u200f\ufeff]|[\u2028\u2029]/u);
        for (const line of stdout.split('\n')) assert.doesNotMatch(line, /^\s*::|##(vso|teamcity)?\[/);
        if (format === 'markdown') {
          const words = stdout.replace(
            /^<!-- levers-diff -->|<\/?(?:details|summary|code)>|^\*\*.*?\*\*$|^- \*\*|\*\*: /gm,
            '',
          );
          assert.doesNotMatch(words.replace(/^#+ |^- /gm, ''), /[<>`*_[\]|~@]|(?<!&)#|:\/\/|www\./, words);
        }
        if (format === 'html') assert.doesNotMatch(stdout.replace(/<style>.*<\/style>/s, ''), /<(?:script|img|b )/);
      }
    }
  });
});
