/** The built command line in folders of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { offline } from './offline.ts';

// The program sees the real path of the folder in which it runs; elsewhere than on Linux the usual one is a link or short.
const home = mkdtempSync(join(realpathSync.native(tmpdir()), 'levers-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

let count = 0;

/** A new folder with files in it, by their paths. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(home, String(count++));
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

interface Run {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a program of ours is started: what Node is given, and its environment. */
export function started(args: readonly string[], env: Run['env'] = {}) {
  return {
    args: [...offline, resolve('dist/cli.js'), ...args],
    env: { PATH: process.env.PATH, LANG: 'C', XDG_CONFIG_HOME: home, ...env },
  };
}

/** Runs `levers` in a folder; gives the exit code and what it said. */
export function runLevers(cwd: string, args: readonly string[], { input = '', env }: Run = {}) {
  const start = started(args, env);
  const { status, stdout, stderr } = spawnSync(process.execPath, start.args, { cwd, input, env: start.env });
  return { status, bytes: stdout, stdout: stdout.toString(), stderr: stderr.toString() };
}
