/** The table of commands: their help, how arguments are read, and what is said of wrong ones. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { allCommands } from '../../server/src/cli/commands/index.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const levers = (...args: string[]) => new MemoryMachine({ 'a.levers.yaml': cleanPlan }).levers(...args);

describe('the help', () => {
  it('lists all commands, in both languages', async () => {
    const all = await allCommands();
    for (const locale of ['en', 'zh-CN'] as const) {
      const { code, stdout } = await levers('help', '--locale', locale);
      assert.equal(code, 0);
      for (const [name, { summary }] of all)
        assert.ok(stdout.includes(`  ${name} `) && stdout.includes(summary[locale]));
    }
    assert.equal((await levers('--help')).stdout, (await levers('help')).stdout);
    assert.equal((await levers('-h')).stdout, (await levers('help')).stdout);
  });

  it('of a command has each option and an example, the same wherever it is asked for', async () => {
    for (const [name, { options, examples, summary }] of await allCommands()) {
      assert.ok(examples.length > 0, name);
      for (const locale of ['en', 'zh-CN'] as const) {
        const { code, stdout } = await levers('help', name, '--locale', locale);
        assert.equal(code, 0);
        assert.match(stdout, new RegExp(`^.+levers ${name} `));
        assert.ok(stdout.includes(summary[locale]));
        for (const option of [...Object.keys(options), 'locale', 'help'])
          assert.ok(stdout.includes(`  --${option}`), `${name} --${option}`);
        for (const { call, text } of examples) assert.ok(stdout.includes(`  levers ${call}\n      ${text[locale]}\n`));
        assert.equal((await levers(name, '--help', '--locale', locale)).stdout, stdout);
        for (const line of stdout.split('\n')) assert.ok(line.length <= 120, line);
      }
    }
  });
});

describe('arguments', () => {
  it('may stand before the command and behind it', async () => {
    const usual = await levers('check', '--format', 'json', 'a.levers.yaml');
    assert.equal(usual.code, 0);
    assert.deepEqual(await levers('--format', 'json', 'check', 'a.levers.yaml'), usual);
    assert.deepEqual(await levers('check', 'a.levers.yaml', '--format=json'), usual);
    assert.deepEqual(await levers('check', '--format=json', '--', 'a.levers.yaml'), usual);
    assert.deepEqual(await levers('check', '--version'), await levers('--version'));
  });

  it('have one meaning in all commands', async () => {
    const takesValue = new Map<string, boolean>();
    for (const [name, { options }] of await allCommands()) {
      for (const [option, { takes }] of Object.entries(options)) {
        const known = takesValue.get(option) ?? takes !== undefined;
        assert.equal(takes !== undefined, known, `${name} --${option}`);
        takesValue.set(option, known);
      }
    }
  });

  it('that are wrong get one line with the nearest right one, in both languages', async () => {
    for (const [args, english, chinese] of [
      [[], 'A command is missing. `levers help` lists all commands.', '缺少命令。`levers help` 列出所有命令。'],
      [['chek'], 'Unknown command: chek. Did you mean check?', '未知命令：chek。是不是想写 check？'],
      [
        ['frobnicate'],
        'Unknown command: frobnicate. `levers help` lists all commands.',
        '未知命令：frobnicate。`levers help` 列出所有命令。',
      ],
      [['help', 'breif'], 'Unknown command: breif. Did you mean brief?', '未知命令：breif。是不是想写 brief？'],
      [['constructor'], 'Unknown command: constructor. `levers help` lists all commands.', undefined],
      [
        ['check', '--formt', 'json'],
        'levers check does not take --formt. Did you mean --format?',
        'levers check 不接受 --formt。是不是想写 --format？',
      ],
      [
        ['brief', '-x', 'a.levers.yaml'],
        'levers brief does not take -x. `levers help brief` lists what it takes.',
        'levers brief 不接受 -x。`levers help brief` 列出可用的选项。',
      ],
      [
        ['check', '--constructor'],
        'levers check does not take --constructor. `levers help check` lists what it takes.',
        undefined,
      ],
      [['check', '--rules'], '--rules takes a value: FILE', '--rules 需要一个值：FILE'],
      [['check', '--sort', '--fix'], '--sort takes a value: line|severity', '--sort 需要一个值：line|severity'],
      [['check', '--fix=all'], '--fix takes no value', '--fix 不带值'],
      [
        ['check', '--sort', 'code'],
        '--sort takes one of line or severity, not code',
        '--sort 只能是 line 或 severity 之一，不能是 code',
      ],
      [
        ['brief', '--today', '2027-02-30', 'a.levers.yaml'],
        '--today takes a day such as 2027-03-15, not 2027-02-30',
        '--today 应为日期，例如 2027-03-15，不能是 2027-02-30',
      ],
    ] as const) {
      assert.deepEqual(await levers(...args), { code: 2, stdout: '', stderr: `levers: ${english}\n` });
      if (!chinese) continue;
      const inChinese = await levers(...args, '--locale', 'zh-CN');
      assert.deepEqual(inChinese, { code: 2, stdout: '', stderr: `levers: ${chinese}\n` });
    }
  });
});
