/** `levers new`: answers in, a plan in a new file out, or nothing. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe } from 'node:test';
import { answersIn } from '../../server/src/core/authoring/answers.ts';
import { draft } from '../../server/src/core/authoring/draft.ts';
import { defaultSettings } from '../../server/src/core/diagnostics/settings.ts';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { offline } from '../kit/offline.ts';
import { it } from '../kit/test.ts';

const today = '2027-03-01';

/** The plan that the questions of the editor make of answers. */
function drafted(given: object, locale: 'en' | 'zh-CN' = 'en'): string {
  const context = { catalog: builtInCatalog, today, locale, settings: defaultSettings };
  return draft(answersIn({ ...given }, today), context).text;
}

/** Runs `levers new` with a file of answers. */
async function fromFile(text: string, ...args: string[]) {
  const machine = new MemoryMachine({ 'answers.yaml': text });
  return { machine, ...(await machine.levers('new', '--answers', 'answers.yaml', ...args)) };
}

describe('levers new', () => {
  it('writes what the answers of a file make, as YAML or JSON', async () => {
    const strategies = ['executive-briefings', 'live-demos', 'ai-governance', 'ai-purpose-value'];
    const answers = {
      title: 'AI desk',
      ai: 'yes',
      goLive: '2027-06-15',
      people: 'Ana, Tom',
      groups: 'Agents (120), Leads',
      changes: ['high Agents'],
      strategies,
    };
    const yaml = `title: AI desk\nai: yes\ngoLive: 15 June 2027\npeople: [Ana, Tom]\ngroups:\n  - Agents (120)\n  - Leads\nchanges: [high Agents]\nstrategies: [${strategies}]\n`;
    for (const text of [yaml, JSON.stringify(answers)]) {
      const { code, stdout, stderr, machine } = await fromFile(text, 'plans/desk.levers.yaml');
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^Written: plans\/desk\.levers\.yaml\. Begin in line \d+; /);
      assert.equal(machine.files['plans/desk.levers.yaml'], drafted(answers));
      assert.equal((await machine.levers('check', 'plans/desk.levers.yaml')).code, 0);
    }
  });

  it('names the file after the title, and proposes strategies where none is chosen', async () => {
    const { code, machine } = await fromFile('title: 客服中心的 AI 助手\ngroups: 客服专员\n', '--locale', 'zh-CN');
    assert.equal(code, 0);
    const text = machine.files['客服中心的-ai-助手.levers.yaml'] as string;
    assert.match(text, /id: ke-fu-zhuan-yuan\n/);
    assert.ok((text.match(/- use: /g) ?? []).length > 6);
  });

  it('never overwrites a file', async () => {
    const answers = 'title: AI desk\n';
    for (const args of [['a.levers.yaml'], []]) {
      const name = args[0] ?? 'ai-desk.levers.yaml';
      const machine = new MemoryMachine({ 'answers.yaml': answers, [name]: 'mine' });
      const { code, stdout, stderr } = await machine.levers('new', '--answers', 'answers.yaml', ...args);
      const message = `levers: Nothing is written, because this file is there already: ${name}\n`;
      assert.deepEqual([code, stdout, stderr, machine.files[name]], [2, '', message, 'mine']);
    }
  });

  it('says in one line which answer cannot be used, and writes nothing', async () => {
    for (const [text, message] of [
      [
        '',
        'The answers are title, need, ai, goLive, people, groups, changes and strategies, each with its text after a colon',
      ],
      ['titel: x', 'There is no question titel. Did you mean title?'],
      ['need: x', 'title: Write a few words.'],
      ['title: { a: b }', 'title takes a text, or a list of texts'],
      ['title: x\ngoLive: soon', 'goLive: This is not a complete date. Write it as June 15, 2027'],
      ['title: x\nai: maybe', 'ai: maybe is no answer here. It is one of yes, no or unknown.'],
      ['title: x\nai: [yes, no]', 'ai: yes, no is no answer here. It is one of yes, no or unknown.'],
      ['title: x\nchanges: [high Agents]', 'changes: high Agents is no answer here. There is nothing to choose from.'],
      [
        'title: x\nai: yes\nstrategies: [super-user]',
        'strategies: super-user is no answer here. Did you mean super-users?',
      ],
      ['title: [', 'The answers cannot be read: unexpected end of the flow collection (1:9)'],
    ] as const) {
      const { code, stdout, stderr, machine } = await fromFile(text);
      assert.deepEqual([code, stdout], [2, ''], text);
      if (text === 'title: [') assert.match(stderr, /^levers: The answers cannot be read: .+\n$/);
      else assert.equal(stderr, `levers: ${message}\n`);
      assert.deepEqual(Object.keys(machine.files), ['answers.yaml']);
    }
    const machine = new MemoryMachine({});
    for (const [args, message] of [
      [['a.yaml'], 'The name of a plan ends in .levers.yaml: a.yaml'],
      [['a.levers.yaml', 'b.levers.yaml'], 'levers new takes the name of one file'],
      [['--answers', 'none.yaml'], 'Cannot be read: none.yaml (ENOENT)'],
    ] as const) {
      const { code, stderr } = await machine.levers('new', ...args);
      assert.deepEqual([code, stderr], [2, `levers: ${message}\n`]);
    }
  });

  it('asks until each answer can be used, by numbers or words', async () => {
    const machine = new MemoryMachine({});
    machine.typed = [' ', 'AI desk', '', '2', '01/02/2028', '1', 'Ana', 'Agents', '1, 99', '1', '0', ''];
    const { code, stdout, stderr } = await machine.levers('new', 'a.levers.yaml');
    assert.deepEqual([code, stderr, machine.typed], [0, '', []]);
    assert.match(stdout, /^\n1\/8 {2}New Change Plan: What is changing\?\nA title that colleagues understand\.\n/);
    assert.match(stdout, /> Write a few words\.\n> \n2\/8 {2}/);
    assert.match(stdout, /\n\* 1\. Yes, it is about AI – /);
    assert.match(
      stdout,
      /> \n\* 1\. Tuesday, February 1, 2028 .*\n {2}2\. Sunday, January 2, 2028 .*\nA number or a day \(Enter: 1\) > /,
    );
    assert.match(stdout, /At least 4 levers should work together: [\s\S]*\(Enter: none\) > At least 4 levers/);
    assert.match(stdout, /Numbers go from 1 to \d+\n/);
    const answers = {
      title: 'AI desk',
      need: '',
      ai: 'no',
      goLive: '2028-02-01',
      people: 'Ana',
      groups: 'Agents',
      changes: ['high Agents'],
      strategies: [],
    };
    assert.equal(machine.files['a.levers.yaml'], drafted(answers));
  });

  it('writes nothing where the questions end before the last answer', async () => {
    const all = ['AI desk', '', '1', '', 'Ana, Tom', 'Agents', '', ''];
    for (let length = 0; length < all.length; length++) {
      const machine = new MemoryMachine({});
      machine.typed = all.slice(0, length);
      const { code, stderr } = await machine.levers('new');
      assert.deepEqual([code, stderr], [2, 'levers: Nothing is written, because not all questions were answered\n']);
      assert.deepEqual(machine.files, {});
    }
  });

  it('takes the lines of a real terminal, however fast they come', () => {
    const folder = mkdtempSync(join(tmpdir(), 'levers-new-'));
    try {
      const run = (input: string, ...args: string[]) =>
        spawnSync(process.execPath, [...offline, resolve('dist/cli.js'), 'new', '--today', today, ...args], {
          cwd: folder,
          input,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, LANG: 'C' },
        });
      const { status, stdout, stderr } = run('AI desk\n\n1\n\nAna, Tom\nAgents\n1\n\n', 'plans/a.levers.yaml');
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /Written: plans\/a\.levers\.yaml\. /);
      const written = readFileSync(join(folder, 'plans/a.levers.yaml'), 'utf8');
      assert.match(written, /title: AI desk\n/);
      const again = run('AI desk\n', 'plans/a.levers.yaml');
      assert.deepEqual([again.status, again.stdout], [2, '']);
      assert.equal(run('AI desk\n').status, 2);
      assert.deepEqual(readdirSync(folder), ['plans']);
      assert.equal(readFileSync(join(folder, 'plans/a.levers.yaml'), 'utf8'), written);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
