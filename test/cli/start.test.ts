/** Where compiled code is kept between runs: it is run unseen, so nobody else may be able to write there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe } from 'node:test';
import { it } from '../kit/test.ts';

const home = mkdtempSync(join(tmpdir(), 'levers-start-'));
after(() => rmSync(home, { recursive: true }));

// Says which folder Node is told, also where it has no such cache yet.
const spy = join(home, 'spy.cjs');
writeFileSync(spy, "require('node:module').enableCompileCache = (folder) => console.error(folder);\n");

/** What Node is told of a folder in a run that must end well. */
function told(cache: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', spy, resolve('dist/cli.js'), '--version'],
    {
      env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache, ...env },
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0);
  assert.match(stdout, /^\d/);
  return stderr.trim();
}

describe('compiled code', () => {
  it('is kept in a folder of this user alone', () => {
    const cache = join(home, 'new', '.cache');
    for (let runs = 0; runs < 2; runs++) assert.equal(told(cache), join(cache, 'levers'));
    if (process.platform !== 'win32') assert.equal(statSync(join(cache, 'levers')).mode & 0o777, 0o700);
  });

  it('is not kept in a folder that is open to others, a link, or no folder', {
    skip: process.platform === 'win32',
  }, () => {
    const open = join(home, 'open');
    mkdirSync(join(open, 'levers'), { recursive: true });
    chmodSync(join(open, 'levers'), 0o770);
    assert.equal(told(open), '');
    mkdirSync(join(home, 'link'));
    symlinkSync(join(open, 'levers'), join(home, 'link', 'levers'));
    assert.equal(told(join(home, 'link')), '');
    assert.equal(told(spy), '');
  });

  it('is left to those who say what Node does with it', () => {
    const cache = join(home, 'unused');
    assert.equal(told(cache, { NODE_COMPILE_CACHE: join(home, 'theirs') }), '');
    assert.equal(told(cache, { NODE_DISABLE_COMPILE_CACHE: '1' }), '');
    assert.ok(!existsSync(cache));
  });
});
