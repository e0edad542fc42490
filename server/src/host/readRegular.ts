/** Bounded reads: only regular files of bearable size are read; opening waits for nobody, whatever stands under a name. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { longestPlan } from '../core/syntax/limits.ts';

/** Why a file was not read although the system would have let us. */
export type Refusal = 'no-file' | 'too-long';

/** A file that was not read. */
export class NotRead extends Error {
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

/** The most bytes that a text of `longestPlan` UTF-16 units takes in UTF-8. */
const mostBytes = 3 * longestPlan;

/** The part of a read that costs one call of the system, where the size of a file is not known. */
const chunkBytes = 64 * 1024;

/** All bytes of an open file (or pipe) of about `size` bytes, at most `most`; else throws `NotRead`. */
export function readOpen(file: number, size = 0, most = mostBytes): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let next = size + 1; ; next = chunkBytes) {
    const chunk = Buffer.allocUnsafe(Math.max(next, 1));
    const count = readSync(file, chunk);
    if (count === 0) return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    total += count;
    if (total > most) throw new NotRead('too-long');
    chunks.push(chunk.subarray(0, count));
  }
}

function refuse(stat: Stats, most: number): void {
  if (!stat.isFile()) throw new NotRead('no-file');
  if (stat.size > most) throw new NotRead('too-long');
}

/** The bytes of a regular file, at most `most`; links are followed. Throws `NotRead`, or the error of the system. */
export function readRegular(path: string, most = mostBytes): Buffer {
  // Devices may act when they are opened.
  refuse(statSync(path), most);
  // What has taken the place of the file meanwhile, a pipe say, is not waited for. Windows has no such flag, nor such pipes.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    refuse(stat, most);
    return readOpen(file, stat.size, most);
  } finally {
    closeSync(file);
  }
}
