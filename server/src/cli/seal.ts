/**
 * Seal of the cache: only what this user has written is believed. A cache stands in the folder of the plans, where anyone
 * may have put one who can change the plans; so it is sealed with a key that stands elsewhere, in the user's own folder.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readRegular } from '../host/readRegular.ts';

/** Loaded only with `--cache`. */
const crypto = (): typeof import('node:crypto') => require('node:crypto');

const keyBytes = 32;

/** Where the key is kept, below the folder for settings of programs. */
export function keyFolder(): string {
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'levers');
}

/** The key that is kept; undefined if there is none, or a part of one. Throws if it cannot be read. */
function keptKey(path: string): Buffer | undefined {
  try {
    const kept = readRegular(path, keyBytes);
    return kept.length === keyBytes ? kept : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a key that nobody else may read. Of two calls at the same time one has its key replaced: its cache counts for nothing. */
function makeKey(path: string): Buffer {
  const made = crypto().randomBytes(keyBytes);
  const draft = `${path}.${process.pid}.tmp`;
  mkdirSync(keyFolder(), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(draft, made, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return made;
}

let key: Buffer | undefined;

/** The seal of a text. Throws if the key can neither be read nor kept. */
export function seal(text: string): string {
  const path = join(keyFolder(), 'cache-key');
  key ??= keptKey(path) ?? makeKey(path);
  return crypto().createHmac('sha256', key).update(text).digest('base64');
}
