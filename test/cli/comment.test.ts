/** What `levers diff --format markdown` says of problems: two versions of plans in, the comment of a pull request out. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { assertSameLines } from '../kit/lines.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const nobody = (text: string) => text.replace('owner: Bo', 'owner: TBD');
const misspelt = (text: string) => text.replace('[agents]', '[agnets]');

/** The comment about two versions of a plan, `a.levers.yaml`. */
async function comment(before: string, after: string, ...options: string[]): Promise<string> {
  const machine = new MemoryMachine({ 'old/a.levers.yaml': before, 'a.levers.yaml': after });
  const { code, stdout } = await machine.levers(
    'diff',
    'old/a.levers.yaml',
    'a.levers.yaml',
    '--format',
    'markdown',
    ...options,
  );
  assert.equal(code, 0);
  return stdout;
}

/** The comment about two folders, each with plans by their names. */
function ofFolders(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const below = (folder: string, plans: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(plans).map(([name, text]) => [`${folder}/${name}.levers.yaml`, text]));
  const folder = folderOf({ 'old/none': '', 'new/none': '', ...below('old', before), ...below('new', after) });
  const { status, stdout, stderr } = runLevers(folder, ['diff', 'old', 'new', '--format', 'markdown']);
  assert.equal(status, 0, stderr);
  return stdout;
}

const fold = /<details>.*?<\/details>/gs;
/** The rows that stand open, but for the one that counts the others. */
const openRows = (text: string) => text.replace(fold, '').match(/^- (?!\d+ more below$).*$/gm) ?? [];
/** From the line that says how many problems there are. */
const section = (text: string) => text.slice(text.search(/^\*\*(?:What the check found|No longer found|检查新发现)/m));

describe('what the check found new, in a comment', () => {
  const before = cleanPlan.replace('by: 2027-08-31 }', 'by: 2027-08-31, owner: TBD }');
  const after = nobody(misspelt(cleanPlan));

  it('stands below the sentences with places, words and rules, errors first', async () => {
    assertSameLines(
      section(await comment(before, after)),
      `**What the check found new: 1 error and 2 warnings · No longer found by the check: 1**

- **a.levers.yaml, line 26**: There is no stakeholder group <code>agnets</code>. Did you mean <code>agents</code>? (error, unknown-stakeholder)

<details><summary>All that the check found new (3)</summary>

- **a.levers.yaml, line 26**: There is no stakeholder group <code>agnets</code>. Did you mean <code>agents</code>? (error, unknown-stakeholder)
- **a.levers.yaml, line 20**: Only 3 of 6 levers are covered (Leadership, Values and Structure). Add at least one of Ecosystem, Enablement or Rewards: Ecosystem fits best, because “Build an AI Change Network” stands there already and only lacks an owner. Not counted: Ecosystem has one strategy, but it has no owner. (warning, coverage-below-four)
- **a.levers.yaml, line 26**: “Build an AI Change Network” has no owner yet: <code>TBD</code> is not a name. Who answers for it? (warning, strategy-without-owner)

</details>

Plans: 1 · changed: 1 · new: 0 · removed: 0 · the same: 0
`,
      'section',
    );
    assertSameLines(
      section(await comment(before, misspelt(cleanPlan), '--locale', 'zh-CN')),
      `**检查新发现：1 个错误 · 检查不再发现：1 处**

- **a.levers.yaml 第 26 行**：没有 <code>agnets</code> 这个利益相关者群体。是不是想写 <code>agents</code>？（错误，unknown-stakeholder）

计划：1 · 有改动：1 · 新增：0 · 删除：0 · 不变：0
`,
      'section',
    );
  });

  it('is said there alone, and shares the five open rows, decisions first', async () => {
    const english = await comment(before, after);
    assert.doesNotMatch(english, /The check finds/);
    assert.equal(english.replace(fold, '').match(/agnets<\/code>/g)?.length, 1);
    assert.equal(english.match(/agnets<\/code>/g)?.length, 2);
    assert.equal(openRows(english).length, 5);
    assert.match(english, /^- The check no longer finds: /m);
    const many = await comment(
      cleanPlan,
      after
        .replace('goLive: 2027-05-03', 'goLive: 2027-05-24')
        .replace('owner: Ana', 'owner: Cy')
        .replace('sponsor: Tom', 'sponsor: Nora Quist'),
    );
    assert.equal(openRows(many).length, 5);
    assert.match(
      section(many),
      /^\*\*What the check found new: .*\n\n<details><summary>All that the check found new \(\d\)/,
    );
  });

  it('is left out where there is nothing new, or nothing of the level that is asked for', async () => {
    const later = cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-05-24');
    assert.doesNotMatch(await comment(cleanPlan, later), /check/);
    assert.doesNotMatch(
      await comment(cleanPlan, nobody(cleanPlan), '--level', 'decide'),
      /check|strategy-without-owner/,
    );
    const decided = await comment(cleanPlan, after, '--level', 'decide');
    assert.match(decided, /^\*\*What the check found new: 1 error\*\*$/m);
  });

  it('says what the reporting day alone brings', async () => {
    const due = cleanPlan.replace('due: 2027-10-29', 'due: 2027-03-12');
    const found = await comment(due, due.replace('asOf: 2027-03-01', 'asOf: 2027-03-15'));
    assert.match(found, /is not done as of 2027-03-15\..* \(warning, overdue, because of the new reporting day\)$/m);
  });

  it('counts all problems of a new plan, and folds them', () => {
    const text = ofFolders({}, { new: after });
    assertSameLines(
      text.slice(0, text.indexOf('<details>')),
      `<!-- levers-diff -->
### What changes in the change plans

- New plan: AI assist for the service desk (new.levers.yaml)

**What the check found new: 1 error and 2 warnings**

`,
      'comment',
    );
    assert.match(
      text,
      /<summary>All that the check found new \(3\)<\/summary>\n\n- \*\*new\.levers\.yaml, line 26\*\*: There is/,
    );
    assert.doesNotMatch(ofFolders({ gone: after }, {}), /check/);
  });

  it('leaves room for the sentences, and says how many problems it leaves out', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `p${index}`);
    const plans = (of: (text: string) => string) =>
      Object.fromEntries(ids.map((id) => [id, of(cleanPlan).replace('  title: AI', `  id: ${id}\n  title: ${id} AI`)]));
    const text = ofFolders(
      plans((one) => one),
      plans((one) => nobody(misspelt(one))),
    );
    assert.ok(text.length <= 65_536, `${text.length}`);
    assert.match(text, /^\*\*What the check found new: 200 errors and 400 warnings\*\*$/m);
    const [, left] =
      /^Left out here, because a comment holds no more: (\d+) \(`levers check` lists all\)$/m.exec(text) ?? [];
    const shown = section(text).match(/^- \*\*p\d+\.levers\.yaml, line \d+\*\*: /gm) ?? [];
    assert.equal(shown.length + Number(left), 600);
    assert.ok(shown.length > 50, `${shown.length}`);
    assert.ok((text.match(/: everything that changes/g)?.length ?? 0) > 20);
    assert.equal(openRows(text).length, 5);
    assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length);
  });
});
