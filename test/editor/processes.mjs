/** Finding and running programs, and cleanup that runs at the end of this process at the latest. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {(line: string) => void} Log */

/** @type {Log} */
export const quiet = () => {};
/** @param {string | undefined} path @returns {path is string} */
export const there = (path) => !!path && existsSync(path);
/** @param {string[]} names @returns the first of these programs that is on PATH */
export const onPath = (...names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))).find(there);
/** @param {unknown} error */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error));
export const newTempFolder = () => mkdtempSync(join(tmpdir(), 'levers-'));
/** @param {string} folder */
export const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });

/** Cleanups that are still to run, each synchronous. @type {Set<() => void>} */
const open = new Set();
const endAll = () => {
  for (const end of open) end();
};
/** @param {() => void} undo @returns a function that runs it once; the end of this process runs it otherwise */
export function endWithThisProcess(undo) {
  if (!process.listeners('exit').includes(endAll)) {
    process.on('exit', endAll);
    process.on('SIGINT', () => process.exit(130));
    process.on('SIGTERM', () => process.exit(143));
  }
  const end = () => {
    if (open.delete(end)) undo();
  };
  open.add(end);
  return end;
}

/** Runs a command. Rejects with the end of its output where its exit code is not 0.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export const run = (command, args, options) =>
  /** @type {Promise<void>} */ (
    new Promise((done, fail) => {
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (data) => {
          said = (said + data).slice(-4000);
        });
      child.on('error', fail);
      child.on('close', (code) =>
        code ? fail(new Error(`${command} ${args.join(' ')} ended with ${code}\n${said}`)) : done(),
      );
    })
  );

/** @param {number | undefined} leader */
export function killGroup(leader) {
  try {
    if (leader) process.kill(-leader, 'SIGKILL');
  } catch {} // none of the group is left
}
