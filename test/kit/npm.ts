/** npm without the settings of this machine and without a connection, and the npm package of the command line. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const home = mkdtempSync(join(realpathSync.native(tmpdir()), 'levers-npm-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

/** The environment for programs that call npm. */
export const npmEnv = {
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  HOME: home,
  LANG: 'C',
  npm_config_offline: 'true',
  npm_config_cache: join(home, 'cache'),
  npm_config_update_notifier: 'false',
};

/** Runs `npm` or `npx`, in a folder. */
export function npm(program: 'npm' | 'npx', args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  // npm names its own script when it runs us; the shell finds it otherwise.
  const script = process.env.npm_execpath;
  const [file, first] = script
    ? [process.execPath, [join(dirname(script), `${program}-cli.js`)]]
    : [program, [] as string[]];
  return spawnSync(file, [...first, ...args], { cwd, env: npmEnv, encoding: 'utf8', shell: !script });
}

/** Makes the package of `dist/` in a folder, below `npm/`; gives the path of its tarball. */
export function packed(folder: string): string {
  const files = join(folder, 'npm');
  const written = spawnSync(process.execPath, ['npm/pack.mjs', files], { encoding: 'utf8' });
  assert.deepEqual([written.status, written.stderr], [0, '']);
  const { status, stderr } = npm('npm', ['pack', '--pack-destination', folder], files);
  assert.equal(status, 0, stderr);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) as string);
}
