/** Options of `levers check`: files and arguments in, output and exit code out. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const warned = cleanPlan.replace('owner: Bo', 'owner: TBD');
const both = warned.replace('kind: pilot', 'kind: plot');

const files = { 'a.levers.yaml': both, 'b.levers.yaml': warned, 'c.levers.yaml': cleanPlan };

interface Outcome {
  readonly code: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Checks what a call says, and the code it ends with; what is left out of `wanted` is not looked at. */
async function scenario(args: readonly string[], wanted: Outcome, of: Record<string, string> = files) {
  const said = await new MemoryMachine({ ...of }).check(...args);
  const { code, stdout = said.stdout, stderr = said.stderr } = wanted;
  assert.deepEqual(said, { code, stdout, stderr }, args.join(' '));
}

describe('--quiet', () => {
  it('reports errors only, and counts all', async () => {
    await scenario(['--quiet'], {
      code: 1,
      stdout: `a.levers.yaml  3 of 6 levers covered  At risk: the plan has 1 error
  40:56  error  \`kind\` must be one of \`decision\`, \`pilot\`, \`go-live\`, \`training\`, \`review\` or \`other\`. Did you mean \`pilot\`?  [unknown-value]
b.levers.yaml  3 of 6 levers covered  Draft: 1 place to fill in; the plan has 2 warnings
c.levers.yaml  4 of 6 levers covered  On track: nothing is overdue, missed or left to fill in
Plans: 3 · errors: 1 · warnings: 4 · infos: 1 · hints: 0
`,
      stderr: '',
    });
    await scenario(['--quiet', 'b.levers.yaml'], { code: 1 });
    await scenario(['--quiet', '--fail-on', 'error', 'b.levers.yaml'], { code: 0 });
    await scenario(['--quiet', '--locale', 'zh-CN', 'b.levers.yaml'], {
      code: 1,
      stdout: `b.levers.yaml  已启用 3/6 个 LEVERS  草稿：还有 1 处待填写；计划中有 2 个警告
计划：1 · 错误：0 · 警告：2 · 信息：1 · 提示：0
`,
    });
  });

  it('does not call what has warnings clean', async () => {
    const machine = new MemoryMachine({ 'b.levers.yaml': warned });
    machine.screen = { colors: false };
    const { stdout } = await machine.check('--quiet');
    assert.equal(stdout, 'Plans: 1 · errors: 0 · warnings: 2 · infos: 1 · hints: 0\n');
  });
});

describe('--max-warnings', () => {
  it('allows so many, and says so where there are more', async () => {
    await scenario(['--max-warnings', '2', 'b.levers.yaml'], { code: 0, stderr: '' });
    await scenario(['--max-warnings', '1', 'b.levers.yaml'], {
      code: 1,
      stderr: 'levers: Warnings: 2, which is more than --max-warnings 1 allows\n',
    });
    await scenario(['--max-warnings=1', '--locale', 'zh-CN', 'b.levers.yaml'], {
      code: 1,
      stderr: 'levers: 警告有 2 个，超过 --max-warnings 1 允许的数量\n',
    });
    await scenario(['--max-warnings', '0', 'c.levers.yaml'], { code: 0, stderr: '' });
  });

  it('goes before what --fail-on says of warnings, and of nothing else', async () => {
    await scenario(['--max-warnings', '9'], { code: 1, stderr: '' });
    await scenario(['--max-warnings', '1', '--fail-on', 'error', 'b.levers.yaml'], { code: 1 });
    await scenario(['--max-warnings', '2', '--fail-on', 'info', 'b.levers.yaml'], { code: 1, stderr: '' });
  });

  it('takes a number', async () => {
    for (const word of ['many', '1.5', '', '0x1', '1e3', '9'.repeat(10)]) {
      await scenario([`--max-warnings=${word}`], { code: 2, stdout: '' });
      const { stderr } = await new MemoryMachine(files).check(`--max-warnings=${word}`);
      assert.ok(stderr.startsWith(`levers: --max-warnings takes a whole number such as 10, not ${word}\n`), stderr);
    }
    const { stderr } = await new MemoryMachine(files).check('--max-warnings', 'x', '--locale', 'zh-CN');
    assert.ok(stderr.startsWith('levers: --max-warnings 应为整数，例如 10，不能是 x\n'), stderr);
  });
});

describe('--stats', () => {
  it('counts problems by rule beside the report, which stays as it is', async () => {
    const { stdout } = await new MemoryMachine(files).check();
    await scenario(['--stats'], {
      code: 1,
      stdout,
      stderr: `Plans: 3 · catalogs: 0 · seconds: 0.25
Problems by rule: 6
    2  coverage-below-four
    2  strategy-without-owner
    1  sustain-coverage-below-four
    1  unknown-value
`,
    });
    await scenario(['--stats', '--locale', 'zh-CN', 'c.levers.yaml'], {
      code: 0,
      stderr: '计划：1 · 目录：0 · 秒：0.25\n各规则发现的问题：0\n',
    });
    const json = await new MemoryMachine(files).check('--stats', '--format', 'json');
    assert.equal(JSON.parse(json.stdout).summary.warnings, 4);
  });

  it('counts what the cache remembers, too', async () => {
    const machine = new MemoryMachine({ ...files });
    const first = await machine.check('--cache', '--stats');
    machine.checkAll = async (_job, paths) => {
      assert.deepEqual(paths, []);
      return [];
    };
    assert.deepEqual(await machine.check('--cache', '--stats'), first);
  });
});

describe('the progress of a run', () => {
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.levers.yaml`, '']));

  /** A machine with a terminal, and what was said there. */
  function withTerminal() {
    const machine = new MemoryMachine(many);
    const steps: string[] = [];
    machine.progress = (text) => void steps.push(text);
    return { machine, steps };
  }

  it('is said after a second, and taken away at the end', async () => {
    const { machine, steps } = withTerminal();
    await machine.check();
    assert.deepEqual(steps, [...[3, 4, 5, 6, 7].map((done) => `Checking plans: ${done} of 8`), '']);
    await machine.check('--locale', 'zh-CN', '--format', 'json');
    assert.equal(steps[6], '正在检查计划：3/8');
  });

  it('is not said before, nor where there is no terminal, and not left after a failure', async () => {
    const quick = withTerminal();
    quick.machine.tick = 1;
    await quick.machine.check();
    assert.deepEqual(quick.steps, []);
    assert.equal((await new MemoryMachine(many).check()).stderr, '');
    const broken = withTerminal();
    broken.machine.checkAll = async (_job, _paths, _check, taken) => {
      for (let index = 0; index < 8; index++) taken(index);
      throw new Error('ended');
    };
    assert.equal((await broken.machine.check()).code, 2);
    assert.equal(broken.steps.at(-1), '');
  });
});
