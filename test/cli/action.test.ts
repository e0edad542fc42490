/** The GitHub Action: its steps, run by bash in a repository with the environment that GitHub sets. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { describe } from 'node:test';
import { parse } from 'yaml';
import { folderOf } from '../kit/commandLine.ts';
import { assertSameLines } from '../kit/lines.ts';
import { cleanPlan } from '../kit/plan.ts';
import { commandsOf } from '../kit/reportRules.ts';
import { git, repositoryOf } from '../kit/repository.ts';
import { it } from '../kit/test.ts';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync('action.yml', 'utf8'));
const steps: readonly Step[] = action.runs.steps;
const inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>> = action.inputs;
const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/;

const wrong = cleanPlan.replace('[agents]', '[agnets]');
const later = `${cleanPlan}# later\n`;
const skip = process.platform === 'win32';

/** Runs one step as GitHub's runner does; the inputs that are not given are as they are for a push. */
function runStep(
  index: number,
  cwd: string,
  given: Readonly<Record<string, string>> = {},
  env: NodeJS.ProcessEnv = {},
) {
  const summary = join(folderOf({ summary: '' }), 'summary');
  const { run, env: own = {} } = steps[index] as Step;
  const value = (name: string) => given[name] ?? (inputs[name]?.default ?? '').replace(/^\$\{\{.*\}\}$/, '');
  const variables = Object.entries(own).map(([name, text]) => [name, text.replace(input, (_, key) => value(key))]);
  const script = join(folderOf({ script: run }), 'script');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      LANG: 'C',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(variables),
      ...env,
    },
  });
  return { status, stdout, stderr, summary: readFileSync(summary, 'utf8') };
}

const check = (cwd: string, given?: Readonly<Record<string, string>>) => runStep(1, cwd, given);

/** A repository whose old plan is wrong, on a branch that changes another plan, while `main` goes on. */
function pullRequest(text: string): string {
  const folder = repositoryOf({ 'old.levers.yaml': wrong, 'plans/new.levers.yaml': cleanPlan });
  git(folder, 'checkout', '--quiet', '-b', 'change');
  writeFileSync(join(folder, 'plans/new.levers.yaml'), text);
  git(folder, 'commit', '--quiet', '--all', '--message', 'change');
  git(folder, 'checkout', '--quiet', 'main');
  writeFileSync(join(folder, 'meanwhile.levers.yaml'), wrong);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'meanwhile');
  git(folder, 'checkout', '--quiet', 'change');
  return folder;
}

const baseOf = (folder: string) => ({ since: git(folder, 'rev-parse', 'main') });

describe('action.yml', () => {
  it('has the keys that GitHub asks for, and hands inputs to scripts in variables alone', () => {
    assert.equal(action.runs.using, 'composite');
    for (const text of [action.name, action.description]) assert.equal(typeof text, 'string');
    const used = steps.flatMap(({ env = {} }) => Object.values(env).flatMap((text) => input.exec(text)?.[1] ?? []));
    // Whether there is a comment is asked before its step.
    assert.deepEqual([...new Set([...used, 'comment'])].sort(), Object.keys(inputs).sort());
    for (const { run, shell } of steps) {
      assert.equal(shell, 'bash');
      assert.doesNotMatch(run, /\$\{\{/);
    }
    for (const [name, { description, default: value }] of Object.entries(inputs)) {
      assert.match(name, /^[a-z-]+$/);
      assert.deepEqual([typeof description, typeof value], ['string', 'string'], name);
    }
  });

  it('compares with the base of a pull request or of the merge queue', () => {
    assert.equal(
      inputs.since?.default,
      '${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha }}',
    );
  });

  it('builds what is not built yet, with nothing that packages bring along', { skip }, () => {
    const programs = folderOf({ npm: '#!/bin/sh\necho "npm $*"\n' });
    chmodSync(join(programs, 'npm'), 0o755);
    const env = { PATH: `${programs}${delimiter}${process.env.PATH}` };
    const bare = folderOf({ 'package.json': '{}' });
    const { status, stdout } = runStep(0, bare, {}, { ...env, GITHUB_ACTION_PATH: bare });
    assert.deepEqual([status, stdout], [0, 'npm ci --ignore-scripts\nnpm run build\n']);
    assert.equal(runStep(0, bare, {}, env).stdout, '');
  });

  it('marks what a pull request brings, sums it up, and fails', { skip }, () => {
    const folder = pullRequest(wrong);
    const { status, stdout, stderr, summary } = check(folder, baseOf(folder));
    assert.deepEqual([status, stderr], [1, '']);
    assertSameLines(
      stdout,
      `::error file=plans/new.levers.yaml,line=26,endLine=26,col=57,endColumn=63,title=unknown-stakeholder::There is no stakeholder group \`agnets\`. Did you mean \`agents\`?
Plans: 1 · errors: 1 · warnings: 0 · infos: 0 · hints: 0
`,
      'action',
    );
    assert.match(summary, /^## levers\n\nPlans: 1 · errors: 1 [\s\S]*<td>plans\/new\.levers\.yaml:26:57<\/td>/);
  });

  it('passes where what a pull request changes is sound, whatever else is wrong', { skip }, () => {
    const folder = pullRequest(later);
    const { status, stdout, summary } = check(folder, baseOf(folder));
    assert.equal(status, 0);
    assert.equal(stdout, 'Plans: 1 · errors: 0 · warnings: 0 · infos: 0 · hints: 0\n');
    assert.match(summary, /^## levers\n\nPlans: 1 · errors: 0/);
  });

  it('sees the same where the pull request was merged for the check', { skip }, () => {
    const folder = pullRequest(wrong);
    git(folder, 'checkout', '--quiet', '--detach', 'main');
    git(folder, 'merge', '--quiet', '--no-edit', 'change');
    const { status, stdout } = check(folder, baseOf(folder));
    assert.equal(status, 1);
    assert.deepEqual(
      commandsOf(stdout).map(({ properties }) => properties.file),
      ['plans/new.levers.yaml'],
    );
  });

  it('checks everything without a base, or the paths that are given, a line each', { skip }, () => {
    const folder = pullRequest(cleanPlan.replace('owner: Bo', 'owner: TBD'));
    const files = (given: Record<string, string>) => {
      const { status, stdout } = check(folder, given);
      return [status, ...new Set(commandsOf(stdout).map(({ properties }) => properties.file))];
    };
    assert.deepEqual(files({}), [1, 'old.levers.yaml', 'plans/new.levers.yaml']);
    assert.deepEqual(files({ paths: 'plans\n' }), [1, 'plans/new.levers.yaml']);
    assert.deepEqual(files({ paths: 'plans', 'fail-on': 'error' }), [0, 'plans/new.levers.yaml']);
    assert.deepEqual(files({ paths: 'old.levers.yaml\nplans/*.levers.yaml' }), files({}));
    assert.match(check(folder, { locale: 'zh-CN' }).stdout, /没有 `agnets` 这个利益相关者群体/);
  });

  it('fails where it is not known what was changed', { skip }, () => {
    const folder = pullRequest(later);
    const since = '0123456789012345678901234567890123456789';
    const { status, stdout, stderr } = check(folder, { since });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(
      stderr,
      new RegExp(`^levers: --since takes a branch, a tag or a commit of this repository, not ${since}\n$`),
    );
  });

  it('obeys nothing in an input', { skip }, () => {
    const folder = pullRequest(later);
    const names = Object.values(steps[1]?.env ?? {}).flatMap((text) => input.exec(text)?.[1] ?? []);
    for (const name of names) {
      for (const text of ['$(touch owned)', '"; touch owned; "', '`touch owned`', '--version', "' \\"]) {
        const { status, stdout } = check(folder, { [name]: text });
        assert.equal(status, 2, `${name}: ${text}: ${stdout}`);
        assert.ok(!existsSync(join(folder, 'owned')), text);
      }
    }
  });
});

describe('the comment of action.yml', () => {
  /** A program in the place of GitHub's, which keeps what it is called with, and what it is to send. */
  const gh = (id: string) => `#!/bin/sh
echo "gh $*" >> calls
case "$*" in
  *--paginate*) printf '%s' '${id}' ;;
  *) for word in "$@"; do case "$word" in body=@*) cat "\${word#body=@}" > sent ;; esac; done; exit "\${GH_STATUS:-0}" ;;
esac
`;

  /** Runs the step in a repository; `id`: of the comment that is there. */
  function comment(folder: string, id = '', more: NodeJS.ProcessEnv = {}) {
    const programs = folderOf({ gh: gh(id) });
    chmodSync(join(programs, 'gh'), 0o755);
    const { status, stdout } = runStep(2, folder, baseOf(folder), {
      PATH: `${programs}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      RUNNER_TEMP: folderOf({}),
      GITHUB_REPOSITORY: 'desk/plans',
      LEVERS_PULL_REQUEST: '7',
      ...more,
    });
    const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
    const [, call = ''] = read('calls').trimEnd().split('\n');
    return { status, stdout, call: call.replace(/body=@\S+/, 'body=@FILE'), sent: read('sent') };
  }

  const moved = cleanPlan.replace('goLive: 2027-05-03', 'goLive: 2027-05-24');

  it('says what changes, once', { skip }, () => {
    const { status, stdout, call, sent } = comment(pullRequest(moved));
    assert.deepEqual([status, stdout], [0, '']);
    assert.equal(call, 'gh api repos/desk/plans/issues/7/comments --field body=@FILE --silent');
    assert.match(sent, /^<!-- levers-diff -->\n/);
    assert.match(sent, /Go-live moves from May 3, 2027 to May 24, 2027, 3 weeks later/);
    assert.doesNotMatch(sent, /meanwhile/);
  });

  it('says what the check found new, as the annotations do', { skip }, () => {
    const folder = pullRequest(wrong);
    const [annotation] = commandsOf(check(folder, baseOf(folder)).stdout);
    assert.equal(annotation?.properties.file, 'plans/new.levers.yaml');
    assert.equal(annotation?.properties.line, '26');
    const { sent } = comment(folder);
    assert.match(sent, /^\*\*What the check found new: 1 error\*\*$/m);
    assert.match(sent, /^- \*\*plans\/new\.levers\.yaml, line 26\*\*: There is .* \(error, unknown-stakeholder\)$/m);
    assert.doesNotMatch(sent, /meanwhile|old\.levers/);
  });

  it('is written anew in its place, also where nothing is changed any more', { skip }, () => {
    const call = 'gh api --method PATCH repos/desk/plans/issues/comments/41 --field body=@FILE --silent';
    assert.equal(comment(pullRequest(moved), '41\n').call, call);
    const back = comment(pullRequest(later), '41\n');
    assert.equal(back.call, call);
    assert.match(back.sent, /Nothing|No plan has changed/);
  });

  it('is not begun where nothing has changed', { skip }, () => {
    assert.deepEqual(comment(pullRequest(later)), { status: 0, stdout: '', call: '', sent: '' });
  });

  it('is left out with a notice where it may not be written', { skip }, () => {
    const { status, stdout } = comment(pullRequest(moved), '', { GH_STATUS: '1' });
    assert.equal(status, 0);
    assert.match(stdout, /^::notice::There is no comment .* pull-requests: write\.\n$/);
  });
});
