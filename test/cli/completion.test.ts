/** `levers completion`: the script of each shell, read and run by that shell where it is on the machine. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { allCommands } from '../../server/src/cli/commands/index.ts';
import { shells } from '../../server/src/cli/completion/index.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { it } from '../kit/test.ts';

const folder = mkdtempSync(join(tmpdir(), 'levers-completion-'));
after(() => rmSync(folder, { recursive: true }));

async function script(shell: string, locale = 'en'): Promise<string> {
  const { code, stdout, stderr } = await new MemoryMachine({}).levers('completion', shell, '--locale', locale);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout;
}

/** Whether a program is on the machine. */
function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** What a program prints, which must end well and complain of nothing. */
function printedBy(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  return stdout;
}

/** What is offered for the last of some words, by what is typed of it. */
const offers: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['f'], ['fmt']],
  [['check', '--so'], ['--sort']],
  [
    ['check', '--sort', ''],
    ['line', 'severity'],
  ],
  [['check', 'plans', '--sort', 's'], ['severity']],
  [['fmt', '--c'], ['--check']],
  [
    ['catalog', ''],
    ['list', 'show'],
  ],
  [['catalog', '--rules', ''], []],
  [['help', 'ch'], ['check']],
  [['explain', 'over'], ['overdue']],
  [['check', ''], []],
];

/** A test with a shell, of those that are on this machine; bash and what the scripts say are tested everywhere. */
function inShell(shell: string, title: string, test: () => Promise<void>): void {
  if (has(shell)) it(title, test);
}

describe('levers completion', () => {
  it('names all commands and options, for each shell and in both languages', async () => {
    for (const shell of Object.keys(shells)) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const text = await script(shell, locale);
        for (const [name, { summary, options }] of await allCommands()) {
          assert.match(text, new RegExp(`\\b${name}\\b`));
          if (shell === 'zsh' || shell === 'fish') assert.ok(text.includes(summary[locale]), `${shell} ${name}`);
          for (const option of Object.keys(options)) assert.match(text, new RegExp(`(?:--|-l )${option}\\b`), shell);
        }
      }
    }
  });

  it('is for a shell that it knows', async () => {
    for (const args of [[], ['csh'], ['bash', 'zsh'], ['constructor']]) {
      const { code, stdout, stderr } = await new MemoryMachine({}).levers('completion', ...args);
      const message = 'levers: levers completion takes one of bash, zsh, fish or powershell\n';
      assert.deepEqual([code, stdout, stderr], [2, '', message]);
    }
  });

  inShell('bash', 'offers in bash what fits', async () => {
    const path = join(folder, 'levers.bash');
    writeFileSync(path, await script('bash'));
    printedBy('bash', ['-n', path]);
    for (const [words, expected] of offers) {
      const typed = ['levers', ...words].map((word) => `'${word}'`).join(' ');
      const call = `source '${path}'; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _levers; printf '%s\\n' "\${COMPREPLY[@]}"`;
      assert.deepEqual(printedBy('bash', ['-c', call]).split('\n').filter(Boolean), expected, words.join(' '));
    }
  });

  inShell('zsh', 'offers in zsh what fits', async () => {
    const path = join(folder, '_levers');
    writeFileSync(path, await script('zsh', 'zh-CN'));
    printedBy('zsh', ['-f', '-n', path]);
    // What the script calls of zsh prints what it is given; zsh itself leaves out what does not begin as it is typed.
    const callees =
      'compdef() {}; _files() {}; compadd() { print -l -- ${@:2} }; _describe() { print -l -- ${offered%%:*} }';
    for (const [words, expected] of offers) {
      const typed = words.at(-1) as string;
      const line = ['levers', ...words].map((word) => `'${word}'`).join(' ');
      const call = `${callees}; source '${path}'; words=(${line}); CURRENT=${words.length + 1}; PREFIX='${typed}'; _levers`;
      const offered = printedBy('zsh', ['-f', '-c', call]).split('\n').filter(Boolean);
      assert.deepEqual(
        offered.filter((word) => word.startsWith(typed)),
        expected,
        words.join(' '),
      );
    }
  });

  inShell('fish', 'offers in fish what fits', async () => {
    const path = join(folder, 'levers.fish');
    writeFileSync(path, await script('fish'));
    printedBy('fish', ['--no-execute', path]);
    for (const [words, expected] of offers.filter(([, expected]) => expected.length > 0)) {
      const call = `source '${path}'; complete -C 'levers ${words.join(' ')}'`;
      const offered = printedBy('fish', ['--no-config', '-c', call]).split('\n').filter(Boolean);
      assert.deepEqual(
        offered.map((line) => line.split('\t')[0]),
        expected,
        words.join(' '),
      );
    }
  });

  inShell('pwsh', 'is read by PowerShell', async () => {
    const path = join(folder, 'levers.ps1');
    writeFileSync(path, await script('powershell'));
    printedBy('pwsh', ['-NoProfile', '-File', path]);
  });
});
