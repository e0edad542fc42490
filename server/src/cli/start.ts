/** Entry point of the command line: turns on Node's compile cache (from 22.1 on), then loads the program. */
import { lstatSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Node's own choice of a folder is one that all users share. */
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => void };

/** The folder for compiled code, which is run as it stands there. Throws if another user could write there. */
function ownFolder(): string {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'levers');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  // Windows has no such number, and keeps the folders of users apart.
  const user = process.getuid?.() ?? uid;
  if (uid !== user || (process.getuid && mode & 0o077)) throw new Error(`${folder} is open to others`);
  return folder;
}

try {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE } = process.env;
  if (!NODE_COMPILE_CACHE && !NODE_DISABLE_COMPILE_CACHE) enableCompileCache?.(ownFolder());
} catch {
  // Without it the program starts later, and does the same.
}
// A name that the bundler does not follow.
const program = './levers.mjs';
void import(program);
