/**
 * Whole writes: a file has its old text or its new one, never a part, whatever happens meanwhile. The new text goes into a
 * draft beside the file, is flushed, and renamed over it.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isWithin } from './isWithin.ts';
import { readRegular } from './readRegular.ts';

/** Why a file was not written although the system would have let us. */
export type Refusal = 'changed' | 'outside' | 'hard-links' | 'no-file' | 'read-only';

/** A file that was not written; its old text is whole. */
export class NotWritten extends Error {
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

/** The steps of a write that can fail, for tests that let each of them. */
export const steps = {
  open: openSync,
  write: (file: number, bytes: Uint8Array) => writeFileSync(file, bytes),
  flush: fsyncSync,
  rename: renameSync,
  remove: (path: string) => rmSync(path, { force: true }),
};

/** Nobody may write it: the administrator does not either, who could. */
const isReadOnly = ({ mode }: { readonly mode: number }) => (mode & 0o222) === 0;

/** Opens a new file that is for this process alone, under a name that is no plan's. */
function openDraft(path: string, mode: number): { readonly draft: string; readonly file: number } {
  for (let count = 0; ; count++) {
    const draft = join(dirname(path), `.${basename(path)}.${process.pid}-${count}.tmp`);
    try {
      return { draft, file: steps.open(draft, 'wx', mode) };
    } catch (error) {
      // A process with this number was killed here.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count > 99) throw error;
    }
  }
}

/** Flushes the rename too, where the system can. */
function flushFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows opens no folders; the rename is atomic there as well.
  }
}

/**
 * Replaces the bytes of a file that exists. `path` may be a link: what it leads to is written, if that is in the folder
 * `top` or below. `expected` are the bytes that the file had when it was read. Mode and owner stay. Throws
 * `NotWritten`, or the error of the system; then the file is as it was.
 */
export function writeWhole(path: string, bytes: Uint8Array, expected: Uint8Array, top: string): void {
  const real = realpathSync(path);
  if (!isWithin(real, realpathSync(top))) throw new NotWritten('outside');
  const stat = statSync(real);
  if (!stat.isFile()) throw new NotWritten('no-file');
  // A rename would leave the other names with the old text.
  if (stat.nlink > 1) throw new NotWritten('hard-links');
  if (isReadOnly(stat) || isReadOnly(statSync(dirname(real)))) throw new NotWritten('read-only');
  accessSync(real, constants.W_OK);
  const { draft, file } = openDraft(real, stat.mode);
  try {
    try {
      steps.write(file, bytes);
      if (process.platform !== 'win32') {
        fchownSync(file, stat.uid, stat.gid);
        fchmodSync(file, stat.mode);
      }
      steps.flush(file);
    } finally {
      closeSync(file);
    }
    if (!readRegular(real).equals(expected)) throw new NotWritten('changed');
    steps.rename(draft, real);
  } catch (error) {
    steps.remove(draft);
    throw error;
  }
  flushFolder(dirname(real));
}
