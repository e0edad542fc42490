/** Nothing that the command line prints is obeyed by a terminal or by the runner of a build. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { formats } from '../../server/src/cli/report/index.ts';
import { hostileCatalog, hostilePlan, hostileTexts } from '../kit/hostile.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { assertFormat, commandsOf } from '../kit/reportRules.ts';
import { it } from '../kit/test.ts';

/** What an argument may begin with: a hyphen makes it an option. */
const names = hostileTexts.filter((text) => !text.startsWith('-'));

/** Whether the runner of a build takes a line for a command. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line) || /##(vso|teamcity)?\[/.test(line);
}

/** An annotation that we make: of a rule, in a file that the test names. */
const annotation =
  /^::(?:error|warning|notice) file=[\w.]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[\w-]+::/;

/** The commands that a report for GitHub is made of, with nothing further in their lines. */
function isAnnotation(line: string): boolean {
  return annotation.test(line) && !/##(?:vso|teamcity)?\[/.test(line);
}

/** Checks what is printed; `lines`: how many lines of it are meant; `isOurs`: commands that are meant. */
function assertHarmless(said: string, lines?: number, isOurs = (_line: string) => false): void {
  assert.doesNotMatch(said, /[^\P{C}\n\u00ad\u200b-\u200f\ufeff]|[\u2028\u2029]/u);
  for (const line of said.split('\n')) assert.ok(isOurs(line) || !isCommand(line), line);
  if (lines !== undefined) assert.equal(said.trimEnd().split('\n').length, lines, said);
}

/** What is printed about these files, in each format: first text, then JSON. */
function reports(files: Record<string, string>) {
  return Promise.all(
    formats.map((format) => new MemoryMachine(files).check('--format', format, ...Object.keys(files))),
  );
}

describe('hostile texts on the command line', () => {
  it('in plans and catalogs are shown in reports of every format', async () => {
    for (const text of hostileTexts) {
      const files = { 'a.levers.yaml': hostilePlan(text), 'levers.catalog.yaml': hostileCatalog(text) };
      const [forPeople, ...others] = await reports(files);
      // A line for each file, each problem, what to start with, and the sum.
      const { files: checked, summary } = JSON.parse(others[0]?.stdout ?? '');
      const { errors, warnings, infos, hints } = summary;
      const starts = forPeople?.stdout.match(/^ {2}Start with: /gm)?.length ?? 0;
      assert.ok(starts <= checked.length);
      assertHarmless(forPeople?.stdout ?? '', checked.length + errors + warnings + infos + hints + starts + 1);
      for (const [index, { stdout }] of others.entries()) {
        const format = formats[index + 1] as string;
        assertHarmless(stdout, undefined, format === 'github' ? isAnnotation : undefined);
        assertFormat(format, stdout);
      }
    }
  });

  it('are shown on a terminal, whose colors are all that it is told', async () => {
    for (const text of hostileTexts) {
      for (const width of [undefined, 40]) {
        const machine = new MemoryMachine({
          'a.levers.yaml': hostilePlan(text),
          'levers.catalog.yaml': hostileCatalog(text),
          [`${text.replace(/^-/, '_')}.levers.yaml`]: cleanPlan.replace('[agents]', '[agnets]'),
        });
        machine.screen = { colors: true, ...(width && { width }) };
        const { stdout } = await machine.check(...Object.keys(machine.files));
        assertHarmless(stdout.replace(/\u001b\[(?:1|2|22|3[1-49])m/g, ''));
      }
    }
  });

  it('in names of files stay one line each in the text for people, and the same texts in JSON', async () => {
    for (const text of names) {
      const name = `${text}.levers.yaml`;
      const all = await reports({ [name]: cleanPlan.replace('[agents]', '[agnets]') });
      const told = Object.fromEntries(formats.map((format, index) => [format, all[index]?.stdout ?? '']));
      assertHarmless(told.text ?? '', 3);
      assertHarmless(told.unix ?? '', 2);
      for (const format of formats.filter((one) => one !== 'github')) {
        assertHarmless(told[format] ?? '');
        assertFormat(format, told[format] ?? '');
      }
      // One command, whatever the name of its file.
      assert.deepEqual(
        commandsOf(told.github ?? '').map(({ name: command }) => command),
        ['error'],
      );
      assert.equal(JSON.parse(told.json ?? '').files[0].path, name);
      const [{ physicalLocation }] = JSON.parse(told.sarif ?? '').runs[0].results[0].locations;
      const { uri } = physicalLocation.artifactLocation;
      assert.equal(decodeURIComponent(uri.replace(/^file:\/\//, '')), name);
    }
  });

  it('in names of files that cannot be read, in settings, and in arguments are echoed in one line', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': cleanPlan });
    for (const text of names) {
      machine.files['settings.json'] = JSON.stringify({ [text]: text });
      for (const args of [
        [text],
        ['--catalog', text, 'a.levers.yaml'],
        ['--rules', text],
        ['--rules', 'settings.json'],
      ]) {
        const { code, stderr } = await machine.check(...args);
        assert.equal(code, 2);
        assertHarmless(stderr, 1);
      }
      for (const args of [
        ['--today', text],
        [`--format=${text}`],
        [`--${text}`],
        ['--locale', text],
        ['--fail-on', text],
      ]) {
        const { code, stderr } = await machine.check(...args);
        assert.equal(code, 2);
        assertHarmless(stderr, 1);
      }
    }
  });

  it('are shown by every command that shows plans and catalogs', async () => {
    for (const text of hostileTexts) {
      const plan = hostilePlan(text).replace(
        /^version: 1$/m,
        `version: 1\n# levers-ignore-file overdue: ${text.replace(/[\n\r\u0085\u2028\u2029]/g, ' ')}`,
      );
      const machine = new MemoryMachine({ 'a.levers.yaml': plan, 'team.yaml': hostileCatalog(text) });
      for (const args of [
        ['coverage'],
        ['coverage', '--format', 'json'],
        ['exceptions'],
        ['fmt', '--check'],
        ['catalog', 'list', '--catalog', 'team.yaml'],
      ]) {
        const { stdout, stderr } = await machine.levers(...args);
        assert.notEqual(stdout, '', args.join(' '));
        assertHarmless(stdout);
        assertHarmless(stderr);
      }
      for (const command of ['catalog', 'explain', 'schema', 'completion', 'help', 'fmt']) {
        const { code, stderr } = await machine.levers(command, text);
        assert.equal(code, 2, command);
        assertHarmless(stderr, 1);
      }
    }
  });

  it('in answers about a new plan are said back as they are written', async () => {
    for (const text of hostileTexts) {
      const machine = new MemoryMachine({});
      machine.typed = [text, text, text, '', text, '', text, text, text, text, '', ''];
      assertHarmless((await machine.levers('new')).stdout);
      machine.files['answers.yaml'] = JSON.stringify({ title: text, people: text, groups: text, strategies: [text] });
      const { code, stderr } = await machine.levers('new', '--answers', 'answers.yaml');
      assert.equal(code, 2);
      assertHarmless(stderr, 1);
      machine.files['answers.yaml'] = JSON.stringify({ [text]: text });
      assertHarmless((await machine.levers('new', '--answers', 'answers.yaml')).stderr, 1);
    }
  });

  it('do not change a text in any script', async () => {
    for (const text of [
      '客服中心：AI 助手 🧑‍🤝‍🧑',
      'C:\\new ## a [b] a::b #[c]',
      '\u05e9\u05dc\u05d5\u05dd\u200f e\u0301',
    ]) {
      const { stderr } = await new MemoryMachine({}).check('--rules', text);
      assert.equal(stderr, `levers: Cannot be read: ${text} (ENOENT)\n`);
    }
  });
});
