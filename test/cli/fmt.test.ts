/** `levers fmt`: plans in, laid out plans out, or none. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { formatting } from '../../server/src/core/formatter/format.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const loose = cleanPlan.replace('sponsor: Tom', 'sponsor:   Tom  ').replace('\npurpose:', '\n\n\n\npurpose:');
const formatted = apply(loose, formatting(parse(loose), { tabSize: 2 }));
const catalog = 'catalogVersion: 1\nid:   team\n';
const wrong = loose.replace('owner: Ana', 'owner: "Ana');

describe('levers fmt', () => {
  it('writes what the editor makes of a file, and nothing where that is the same', async () => {
    const machine = new MemoryMachine({
      'a.levers.yaml': loose,
      'b.levers.yaml': formatted,
      'levers.catalog.yaml': catalog,
    });
    assert.notEqual(loose, formatted);
    const writes: string[] = [];
    const { write } = machine;
    machine.write = (path, text) => {
      writes.push(path);
      write.call(machine, path, text);
    };
    assert.deepEqual(await machine.levers('fmt', 'a.levers.yaml', 'b.levers.yaml', 'levers.catalog.yaml'), {
      code: 0,
      stdout: 'Formatted: a.levers.yaml\nFormatted: levers.catalog.yaml\nFiles: 3 · formatted: 2 · not formatted: 0\n',
      stderr: '',
    });
    assert.deepEqual(writes, ['a.levers.yaml', 'levers.catalog.yaml']);
    assert.equal(machine.files['a.levers.yaml'], formatted);
    assert.equal(machine.files['levers.catalog.yaml'], 'catalogVersion: 1\nid: team\n');
  });

  it('only says so with --check, and exits with 1', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': loose, 'b.levers.yaml': formatted });
    assert.deepEqual(await machine.levers('fmt', '--check'), {
      code: 1,
      stdout: 'Not formatted yet: a.levers.yaml\nFiles: 2 · to format: 1 · not formatted: 0\n',
      stderr: '',
    });
    assert.equal(machine.files['a.levers.yaml'], loose);
    assert.equal((await machine.levers('fmt', '--check', 'b.levers.yaml')).code, 0);
    assert.equal((await machine.levers('fmt', '--check', '-', 'b.levers.yaml')).code, 2);
  });

  it('leaves alone a file in which something is written wrongly, says where, and exits with 2', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': wrong, 'b.levers.yaml': loose });
    for (const args of [['fmt', '--check'], ['fmt']]) {
      const { code, stdout, stderr } = await machine.levers(...args);
      assert.equal(code, 2);
      assert.equal(
        stderr,
        'levers: Not formatted, because something in line 4 is written wrongly (`levers check` says what): a.levers.yaml\n',
      );
      assert.match(stdout, /Files: 2 · (?:to format|formatted): 1 · not formatted: 1\n$/);
    }
    assert.equal(machine.files['a.levers.yaml'], wrong);
    assert.equal(machine.files['b.levers.yaml'], formatted);
    const chinese = await machine.levers('fmt', 'a.levers.yaml', '--locale', 'zh-CN');
    assert.equal(chinese.stderr, 'levers: 未排版，因为第 4 行有书写错误（`levers check` 会说明）：a.levers.yaml\n');
  });

  it('says why a file is not written, which is then as it was', async () => {
    const machine = new MemoryMachine({ 'a.levers.yaml': loose });
    machine.write = () => {
      throw Object.assign(new Error('changed'), { code: 'changed' });
    };
    assert.deepEqual(await machine.levers('fmt', 'a.levers.yaml', 'none.levers.yaml'), {
      code: 2,
      stdout: 'Files: 2 · formatted: 0 · not formatted: 2\n',
      stderr:
        'levers: Not formatted, because the file was changed meanwhile: a.levers.yaml\nlevers: Cannot be read: none.levers.yaml (ENOENT)\n',
    });
  });

  it('passes standard input on, formatted or as it is, and nothing else', async () => {
    for (const [text, after, code] of [
      [loose, formatted, 0],
      [formatted, formatted, 0],
      [wrong, wrong, 2],
      [`\uFEFF${loose}`, `\uFEFF${formatted}`, 0],
    ] as const) {
      const machine = new MemoryMachine({ '-': text });
      machine.write = (path, written) => {
        assert.equal(path, '-');
        machine.out(written);
      };
      const answer = await machine.levers('fmt', '-');
      assert.deepEqual([answer.code, answer.stdout], [code, after]);
    }
  });
});
