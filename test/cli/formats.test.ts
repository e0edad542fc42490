/** The formats of reports: what each says of a small folder of plans, and that each holds to the rules of its format. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { formats } from '../../server/src/cli/report/index.ts';
import { hostilePlan } from '../kit/hostile.ts';
import { assertSameLines } from '../kit/lines.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { assertFormat, commandsOf } from '../kit/reportRules.ts';
import { it } from '../kit/test.ts';

/** A group that does not exist after a Chinese name, and a number where a name belongs, which is repaired without asking. */
const wrong = cleanPlan.replace('owner: Bo, audience: [agents]', 'owner: 李雷, audience: [agnets]');
const folder = {
  'plans/a b.levers.yaml': wrong.replace('owner: Ana, audience', 'owner: 12, audience'),
  'plans/clean.levers.yaml': cleanPlan,
};

async function report(format: string, files: Record<string, string> = folder, ...args: string[]): Promise<string> {
  const machine = new MemoryMachine(files);
  const { stdout } = await machine.check('--format', format, ...args, ...Object.keys(files));
  return stdout;
}

const fingerprint = /(?<="fingerprint": ")[\w+/=]+/g;

describe('reports', () => {
  it('for GitHub are annotations and the sums', async () => {
    assertSameLines(
      await report('github'),
      `::error file=plans/a b.levers.yaml,line=26,endLine=26,col=57,endColumn=63,title=unknown-stakeholder::There is no stakeholder group \`agnets\`. Did you mean \`agents\`?
::error file=plans/a b.levers.yaml,line=29,endLine=29,col=41,endColumn=43,title=changed-by-reading::\`owner\` must be text, but \`12\` is read as a number. Put it in quotes.
Plans: 2 · errors: 2 · warnings: 0 · infos: 0 · hints: 0
`,
      'github',
    );
  });

  it('for GitLab are a list, whose fingerprints tell files apart', async () => {
    const twice = { 'a.levers.yaml': wrong, 'b.levers.yaml': wrong };
    const text = await report('gitlab', twice, '--locale', 'zh-CN');
    const [first, second] = text.match(fingerprint) ?? [];
    assert.notEqual(first, second);
    const finding = (path: string) => `  {
    "description": "没有 \`agnets\` 这个利益相关者群体。是不是想写 \`agents\`？",
    "check_name": "unknown-stakeholder",
    "fingerprint": "…",
    "severity": "critical",
    "location": {
      "path": "${path}",
      "lines": {
        "begin": 26,
        "end": 26
      }
    }
  }`;
    assertSameLines(
      text.replace(fingerprint, '…'),
      `[\n${finding('a.levers.yaml')},\n${finding('b.levers.yaml')}\n]\n`,
      'gitlab',
    );
    assert.equal(await report('gitlab', { 'clean.levers.yaml': cleanPlan }), '[]\n');
  });

  it('as JUnit have a suite for each file; only what fails the run is a failure', async () => {
    assertSameLines(
      await report('junit', folder, '--locale', 'zh-CN'),
      `<?xml version="1.0" encoding="utf-8"?>
<testsuites name="levers" tests="3" failures="2" errors="0">
  <testsuite name="plans/a b.levers.yaml" tests="2" failures="2" errors="0" skipped="0">
    <testcase name="26:57 没有 \`agnets\` 这个利益相关者群体。是不是想写 \`agents\`？ [unknown-stakeholder]" classname="plans/a b.levers.yaml">
      <failure message="错误：没有 \`agnets\` 这个利益相关者群体。是不是想写 \`agents\`？" type="unknown-stakeholder">plans/a b.levers.yaml:26:57</failure>
    </testcase>
    <testcase name="29:41 \`owner\` 应为文字，但 \`12\` 会被读成数字。请加上引号。 [changed-by-reading]" classname="plans/a b.levers.yaml">
      <failure message="错误：\`owner\` 应为文字，但 \`12\` 会被读成数字。请加上引号。" type="changed-by-reading">plans/a b.levers.yaml:29:41</failure>
    </testcase>
  </testsuite>
  <testsuite name="plans/clean.levers.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="没有问题" classname="plans/clean.levers.yaml"/>
  </testsuite>
</testsuites>
`,
      'junit',
    );
    const mild = { 'a.levers.yaml': cleanPlan.replace('owner: Bo', 'owner: TBD') };
    const warned = await report('junit', mild);
    assert.match(warned, /<testsuites name="levers" tests="3" failures="2" errors="0">/);
    const passed = await report('junit', mild, '--fail-on', 'error');
    assert.match(passed, /<testsuites name="levers" tests="3" failures="0" errors="0">/);
    assert.equal(passed.match(/<skipped message="\w+: /g)?.length, 3);
    // Two levers that are not used are found at one place.
    const unused = await report('junit', {
      'a.levers.yaml': cleanPlan.replace(/^ {2}(?:enablement|rewards): .*\n/gm, ''),
    });
    const names = [...unused.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual([names.length, new Set(names).size], [3, 3]);
  });

  it('as Checkstyle name every file that was checked', async () => {
    assertSameLines(
      await report('checkstyle'),
      `<?xml version="1.0" encoding="utf-8"?>
<checkstyle version="4.3">
  <file name="plans/a b.levers.yaml">
    <error line="26" column="57" severity="error" message="There is no stakeholder group \`agnets\`. Did you mean \`agents\`?" source="levers.unknown-stakeholder"/>
    <error line="29" column="41" severity="error" message="\`owner\` must be text, but \`12\` is read as a number. Put it in quotes." source="levers.changed-by-reading"/>
  </file>
  <file name="plans/clean.levers.yaml">
  </file>
</checkstyle>
`,
      'checkstyle',
    );
  });

  it('as compilers write it have a line for each problem, with the same word for its severity in every language', async () => {
    assertSameLines(
      await report('unix'),
      `plans/a b.levers.yaml:26:57: error: There is no stakeholder group \`agnets\`. Did you mean \`agents\`? [unknown-stakeholder]
plans/a b.levers.yaml:29:41: error: \`owner\` must be text, but \`12\` is read as a number. Put it in quotes. [changed-by-reading]
Plans: 2 · errors: 2 · warnings: 0 · infos: 0 · hints: 0
`,
      'unix',
    );
    assertSameLines(
      await report('unix', folder, '--locale', 'zh-CN'),
      `plans/a b.levers.yaml:26:57: error: 没有 \`agnets\` 这个利益相关者群体。是不是想写 \`agents\`？ [unknown-stakeholder]
plans/a b.levers.yaml:29:41: error: \`owner\` 应为文字，但 \`12\` 会被读成数字。请加上引号。 [changed-by-reading]
计划：2 · 错误：2 · 警告：0 · 信息：0 · 提示：0
`,
      'unix',
    );
  });

  it('for reviewdog count bytes, and suggest whole lines where nothing needs to be decided', async () => {
    const { source, diagnostics } = JSON.parse(await report('rdjson'));
    assert.deepEqual(source, { name: 'levers' });
    assert.deepEqual(diagnostics, [
      {
        message: 'There is no stakeholder group `agnets`. Did you mean `agents`?',
        location: {
          path: 'plans/a b.levers.yaml',
          // Two Chinese characters before it have three bytes each.
          range: { start: { line: 26, column: 61 }, end: { line: 26, column: 67 } },
        },
        severity: 'ERROR',
        code: { value: 'unknown-stakeholder' },
      },
      {
        message: '`owner` must be text, but `12` is read as a number. Put it in quotes.',
        location: {
          path: 'plans/a b.levers.yaml',
          range: { start: { line: 29, column: 41 }, end: { line: 29, column: 43 } },
        },
        severity: 'ERROR',
        code: { value: 'changed-by-reading' },
        suggestions: [
          {
            range: { start: { line: 29 }, end: { line: 29 } },
            text: '      - { use: ai-purpose-value, owner: "12", audience: [agents], due: 2027-10-29, measures: [weekly-use] }',
          },
        ],
      },
    ]);
  });

  it('for reviewdog suggest what --fix writes, whatever the line ends', async () => {
    const text = cleanPlan
      .replace('owner: Ana, audience', 'owner: 12, audience')
      .replace('  evidence: [46%', '  evidence: 46%')
      .replace('simple reasons]', 'simple reasons');
    for (const ends of ['\n', '\r\n']) {
      const lines = text.split('\n');
      const { diagnostics } = JSON.parse(await report('rdjson', { 'a.levers.yaml': text.replaceAll('\n', ends) }));
      assert.equal(diagnostics.length, 2);
      for (const { suggestions } of diagnostics) {
        const [{ range, text: becomes }] = suggestions;
        lines.splice(range.start.line - 1, range.end.line - range.start.line + 1, becomes);
      }
      const machine = new MemoryMachine({ 'a.levers.yaml': text });
      await machine.check('--fix', 'a.levers.yaml');
      assertSameLines(lines.join('\n'), machine.files['a.levers.yaml'] ?? '', 'after the suggestions');
    }
  });

  it('as SARIF explain the rules that found something, in the language of the run', async () => {
    for (const locale of ['en', 'zh-CN']) {
      const [run] = JSON.parse(await report('sarif', folder, '--locale', locale)).runs;
      const { name, version, rules } = run.tool.driver;
      assert.deepEqual([name, version, run.language], ['levers', '0.0.0', locale]);
      assert.deepEqual(
        rules.map(({ id }: { id: string }) => id),
        ['changed-by-reading', 'unknown-stakeholder'],
      );
      const page = readFileSync(`docs/${locale === 'en' ? '' : 'zh-cn/'}rules/unknown-stakeholder.md`, 'utf8');
      const [, rule] = rules;
      assert.equal(rule.help.markdown, page.slice(page.indexOf('#')));
      assert.ok(page.includes(`\n**${rule.shortDescription.text}**\n`));
      assert.ok(page.includes(`\n\n${rule.fullDescription.text}\n\n`) && !('helpUri' in rule));
    }
  });

  it('as SARIF say where, what else is concerned, and what --fix would write', async () => {
    const twice = cleanPlan.replace('id: leads', 'id: agents').replace('owner: Ana, audience', 'owner: 12, audience');
    const [run] = JSON.parse(await report('sarif', { 'plans/a b.levers.yaml': twice })).runs;
    const { originalUriBaseIds, columnKind, results, invocations } = run;
    assert.deepEqual([Object.keys(originalUriBaseIds), columnKind], [['%SRCROOT%'], 'utf16CodeUnits']);
    assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const by = (code: string) => results.find(({ ruleId }: { ruleId: string }) => ruleId === code);
    const artifactLocation = { uri: 'plans/a%20b.levers.yaml', uriBaseId: '%SRCROOT%' };
    const at = (line: number, from: number, to: number) => ({
      artifactLocation,
      region: { startLine: line, startColumn: from, endLine: line, endColumn: to },
    });
    const { locations, relatedLocations } = by('duplicate-id');
    assert.deepEqual(locations, [{ physicalLocation: at(19, 11, 17) }]);
    assert.deepEqual(relatedLocations[0].physicalLocation, at(15, 9, 15));
    const place = at(29, 41, 43);
    assert.deepEqual(by('changed-by-reading').fixes, [
      {
        description: { text: 'Put it in quotes' },
        artifactChanges: [
          {
            artifactLocation,
            replacements: [{ deletedRegion: place.region, insertedContent: { text: '"12"' } }],
          },
        ],
      },
    ]);
    const { fingerprint } = JSON.parse(await report('json', { 'plans/a b.levers.yaml': twice })).files[0].problems.find(
      ({ code }: { code: string }) => code === 'changed-by-reading',
    );
    const { partialFingerprints } = by('changed-by-reading');
    assert.deepEqual(partialFingerprints, { 'levers/v1': fingerprint, primaryLocationLineHash: fingerprint });
  });

  it('say what could not be checked, wherever the format has a place for it', async () => {
    const machine = new MemoryMachine({});
    const told = async (format: string) => (await machine.check('--format', format, 'gone.levers.yaml')).stdout;
    const reason = 'Cannot be read: gone.levers.yaml (ENOENT)';
    assert.deepEqual(JSON.parse(await told('sarif')).runs[0].invocations, [
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: reason } }] },
    ]);
    assert.match(await told('github'), /^::error::Cannot be read: gone\.levers\.yaml \(ENOENT\)\n/);
    const junit = await told('junit');
    assertFormat('junit', junit);
    assert.match(junit, /tests="1" failures="0" errors="1".*<error message="Cannot be read: gone\.levers\.yaml/s);
  });

  it('hold to the rules of their format for all examples, in both languages, whatever an author has written', async () => {
    const examples = readdirSync('examples').filter((name) => name.endsWith('.levers.yaml'));
    const files = Object.fromEntries(examples.map((name) => [name, readFileSync(`examples/${name}`, 'utf8')]));
    const odd = ['\u0001\u001b[1m', '\ufffe\ufffd', ']]> <b a="1">&amp;', '🧑‍🤝‍🧑 %0A::error::x'];
    for (const [index, text] of odd.entries()) files[`odd-${index}.levers.yaml`] = hostilePlan(text);
    files['cr.levers.yaml'] = wrong.replaceAll('\n', '\r');
    for (const locale of ['en', 'zh-CN']) {
      for (const format of formats) assertFormat(format, await report(format, files, '--locale', locale));
    }
  });
});

describe('annotations for GitHub', () => {
  const many = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      `${name}.levers.yaml`,
      cleanPlan.replaceAll('audience: [agents]', 'audience: [agnets, agnts, x-9]'),
    ]),
  );

  it('are at most ten of a kind, and a line says what is left out', async () => {
    const text = await report('github', many);
    const { summary } = JSON.parse(await report('json', many));
    const count = (kind: string) => commandsOf(text).filter(({ name }) => name === kind).length;
    assert.ok(summary.errors > 10 && summary.warnings <= 10, JSON.stringify(summary));
    assert.deepEqual([count('error'), count('warning')], [10, summary.warnings]);
    assert.match(
      text,
      new RegExp(`\nNot shown as annotations.*: errors: ${summary.errors - 10} · warnings: 0 · notices: 0\nPlans: 3 `),
    );
    assert.match(
      await report('github', many, '--locale', 'zh-CN'),
      /\n未显示为注释（.*）：错误：\d+ · 警告：0 · 通知：0\n/,
    );
  });

  it('name files and say messages as they are, whatever the signs in them', async () => {
    const name = 'a,b:c%0A 100%.levers.yaml';
    const [first] = commandsOf(
      await report('github', { [name]: cleanPlan.replace('[agents], due', '["50%, a: b"], due') }),
    );
    assert.equal(first?.properties.file, name);
    assert.match(first?.message ?? '', /`50%, a: b`/);
  });

  it('leave out columns where the runner takes none', async () => {
    const text = cleanPlan.replace(
      /evidence: .*/,
      'evidence:\n    - Survey\n    Order book\n    Site visits\n    - Talks',
    );
    const [command] = commandsOf(await report('github', { 'a.levers.yaml': text }));
    assert.equal(command?.properties.title, 'missing-hyphen');
    assert.deepEqual(Object.keys(command?.properties ?? {}), ['file', 'line', 'endLine', 'title']);
  });
});

describe('the summary of a job', () => {
  /** What is added to a summary that has so many bytes. */
  async function summaryOf(
    format: string,
    files: Record<string, string>,
    size = 0,
    ...args: string[]
  ): Promise<string> {
    const machine = new MemoryMachine(files);
    let added = '';
    machine.jobSummary = {
      size: () => size,
      append: (text) => {
        added += text;
      },
    };
    await machine.check('--format', format, ...args, ...Object.keys(files));
    return added;
  }

  it('is a table of what was found, and only made for GitHub', async () => {
    assertSameLines(
      await summaryOf('github', folder, 0, '--locale', 'zh-CN'),
      `## levers

计划：2 · 错误：2 · 警告：0 · 信息：0 · 提示：0

<table>
<tr><th>位置</th><th>级别</th><th>问题</th><th>规则</th></tr>
<tr><td>plans/a b.levers.yaml:26:57</td><td>错误</td><td>没有 \`agnets\` 这个利益相关者群体。是不是想写 \`agents\`？</td><td>unknown-stakeholder</td></tr>
<tr><td>plans/a b.levers.yaml:29:41</td><td>错误</td><td>\`owner\` 应为文字，但 \`12\` 会被读成数字。请加上引号。</td><td>changed-by-reading</td></tr>
</table>
`,
      'summary',
    );
    assert.equal(
      await summaryOf('github', { 'clean.levers.yaml': cleanPlan }),
      '## levers\n\nPlans: 1 · errors: 0 · warnings: 0 · infos: 0 · hints: 0\n',
    );
    for (const format of formats.filter((name) => name !== 'github'))
      assert.equal(await summaryOf(format, folder), '', format);
  });

  it('has no more bytes than GitHub takes, and says how much is left out', async () => {
    const whole = await summaryOf('github', folder, 0, '--locale', 'zh-CN');
    const least = 2 ** 20 - Buffer.byteLength(whole);
    assert.equal(await summaryOf('github', folder, least, '--locale', 'zh-CN'), whole);
    const cut = await summaryOf('github', folder, least + 1, '--locale', 'zh-CN');
    assert.ok(Buffer.byteLength(cut) <= Buffer.byteLength(whole) - 1);
    assert.match(cut, /agnets.*<\/table>\n\n因摘要长度有限，此处略去：1\n$/s);
    assert.equal(await summaryOf('github', folder, 2 ** 20), '');
  });

  it('takes words of a plan for no markup', async () => {
    const text = cleanPlan.replace('[agents], due', '["![a](https://example.org/a.png) <b>"], due');
    const summary = await summaryOf('github', { 'a.levers.yaml': text });
    assert.ok(summary.includes('![a](https://example.org/a.png) &lt;b&gt;'));
    assert.doesNotMatch(summary.slice(summary.indexOf('<table>')), /\n\n[^\n]*!\[/);
  });
});
