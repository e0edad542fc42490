/** Whole writes on a real disk: the old text or the new one, whatever fails on the way. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'node:test';
import { NotWritten, type Refusal, steps, writeWhole } from '../../server/src/host/writeWhole.ts';
import { it } from '../kit/test.ts';

const [before, after] = ['title: Old\n', 'title: Neu 新\n'];

describe('a whole write', () => {
  let folder: string;
  let file: string;
  const original = { ...steps };
  const write = (path = file) => writeWhole(path, Buffer.from(after), Buffer.from(before), folder);
  const text = () => readFileSync(file, 'utf8');
  const refused = (reason: Refusal, path = file) =>
    assert.throws(
      () => write(path),
      (error: unknown) => error instanceof NotWritten && error.reason === reason,
    );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-write-'));
    file = join(folder, 'a.levers.yaml');
    writeFileSync(file, before);
  });

  afterEach(() => {
    Object.assign(steps, original);
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });

  it('replaces the text, and keeps the mode', () => {
    chmodSync(file, 0o640);
    write();
    assert.equal(text(), after);
    assert.equal(statSync(file).mode & 0o777, process.platform === 'win32' ? 0o666 : 0o640);
    assert.deepEqual(readdirSync(folder), ['a.levers.yaml']);
  });

  it('leaves the old text whole and nothing beside it if a step fails, a full disk say', () => {
    for (const step of ['open', 'write', 'flush', 'rename'] as const) {
      Object.assign(steps, original, {
        [step]: () => {
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        },
      });
      assert.throws(() => write(), { code: 'ENOSPC' }, step);
      assert.equal(text(), before, step);
      assert.deepEqual(readdirSync(folder), ['a.levers.yaml'], step);
    }
  });

  it('leaves the old text whole if it is killed, and what is left is no plan and in nobody’s way', () => {
    for (const step of ['write', 'flush', 'rename'] as const) {
      Object.assign(steps, original, {
        [step]: () => {
          throw new Error('killed');
        },
        // Who is killed removes nothing.
        remove: () => {},
      });
      assert.throws(() => write(), /killed/, step);
      assert.equal(text(), before, step);
    }
    const left = readdirSync(folder).filter((name) => name !== 'a.levers.yaml');
    assert.equal(left.length, 3);
    for (const name of left) assert.match(name, /^\..*\.tmp$/);
    Object.assign(steps, original);
    write();
    assert.equal(text(), after);
  });

  it('does not take away what was saved meanwhile', () => {
    steps.flush = () => writeFileSync(file, 'title: Saved meanwhile\n');
    refused('changed');
    assert.equal(text(), 'title: Saved meanwhile\n');
    assert.deepEqual(readdirSync(folder), ['a.levers.yaml']);
  });

  it('writes where a link leads, and the link stays one', () => {
    const link = join(folder, 'link.levers.yaml');
    symlinkSync(file, link);
    write(link);
    assert.equal(text(), after);
    assert.deepEqual(readdirSync(folder).sort(), ['a.levers.yaml', 'link.levers.yaml']);
  });

  it('never writes outside of the folder', () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    symlinkSync(file, join(inner, 'link.levers.yaml'));
    assert.throws(
      () => writeWhole(join(inner, 'link.levers.yaml'), Buffer.from(after), Buffer.from(before), inner),
      /outside/,
    );
    assert.equal(text(), before);
  });

  it('refuses what it could not keep as it is: other names, what nobody may write, what is no file', () => {
    linkSync(file, join(folder, 'other.levers.yaml'));
    refused('hard-links');
    rmSync(join(folder, 'other.levers.yaml'));
    chmodSync(file, 0o444);
    refused('read-only');
    chmodSync(file, 0o644);
    if (process.platform !== 'win32') {
      chmodSync(folder, 0o555);
      refused('read-only');
      chmodSync(folder, 0o755);
    }
    mkdirSync(join(folder, 'b.levers.yaml'));
    refused('no-file', join(folder, 'b.levers.yaml'));
    assert.equal(text(), before);
  });
});
