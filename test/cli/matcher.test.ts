/** The problem matchers, of GitHub's runner and of VS Code: they find in the output what the report as JSON says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** A pattern for one line: groups by what they hold. */
interface Pattern {
  readonly regexp: string;
  readonly [field: string]: string | number;
}

const wrong = cleanPlan.replace('[agents]', '[agnets]').replace('owner: Bo', 'owner: TBD');
const folder = folderOf({
  'first-draft.levers.yaml': readFileSync('examples/first-draft.levers.yaml'),
  'plans/计划 (1): a [b].levers.yaml': wrong,
  'clean.levers.yaml': cleanPlan,
});

/** What the patterns find in lines, the first that fits each; `severity` where a pattern has no group for it. */
function matched(output: string, matchers: readonly { pattern: Pattern; severity?: string }[]) {
  return output.split('\n').flatMap((text) => {
    for (const { pattern, severity } of matchers) {
      const groups = new RegExp(pattern.regexp).exec(text);
      if (!groups) continue;
      const { regexp, ...fields } = pattern;
      const values = Object.entries(fields).map(([name, group]) => [name, groups[group as number]]);
      return [{ severity, ...Object.fromEntries(values) }];
    }
    return [];
  });
}

interface Reported {
  readonly severity: string;
  readonly message: string;
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

/** All problems in the report as JSON, with the words that a tool has for severities. */
function reported(locale: string, severities: Readonly<Record<string, string>> = {}) {
  const args = ['check', '--today', '2027-03-01', '--locale', locale, '--format', 'json'];
  const { files } = JSON.parse(runLevers(folder, args).stdout);
  return files.flatMap(({ path, problems }: { path: string; problems: readonly Reported[] }) =>
    problems.map(({ severity, message, code, range: { start } }) => ({
      severity: severities[severity] ?? severity,
      file: path,
      line: String(start.line),
      column: String(start.column),
      message,
      code,
    })),
  );
}

const [contributed] = json('package.json').contributes.problemMatchers;
const runner: { pattern: Pattern[]; severity?: string }[] = json('.github/levers-matcher.json').problemMatcher;

for (const locale of ['en', 'zh-CN']) {
  describe(`the lines that compilers write, in ${locale}`, () => {
    const args = ['check', '--today', '2027-03-01', '--locale', locale, '--format', 'unix'];
    const { status, stdout } = runLevers(folder, args);

    it('are all found by the matcher of VS Code', () => {
      assert.equal(status, 1);
      const found = matched(stdout, [contributed]);
      assert.deepEqual(found, reported(locale));
      assert.ok(new Set(found.map(({ severity }) => severity)).size > 2);
      assert.equal(stdout.trimEnd().split('\n').length, found.length + 1);
    });

    it('are all found by the matchers of GitHub, which knows errors, warnings and notices', () => {
      const matchers = runner.map(({ pattern: [pattern], ...others }) => ({ ...others, pattern: pattern as Pattern }));
      assert.deepEqual(matched(stdout, matchers), reported(locale, { info: 'notice', hint: 'notice' }));
    });
  });
}
