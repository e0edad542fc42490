/** Reads a catalog from the disk with care: a plan from elsewhere must not make us open anything else, nor anything huge. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import type { Opened } from '../core/model/catalogFile.ts';
import { longestPlan } from '../core/syntax/limits.ts';

/** A text of `longestPlan` units may take so many bytes; what is longer need not be read to know that it is too long. */
const mostBytes = 3 * longestPlan;

/** The text of a regular file that stands in the folder `top` or below, links followed; else why there is none. */
export function readWithin(path: string, top: string): Opened {
  try {
    const real = realpathSync(path);
    const way = relative(realpathSync(top), real);
    // On another drive the way between the two is a whole path.
    if (isAbsolute(way) || way.split(sep)[0] === '..') return { reason: 'outside' };
    const stat = statSync(real);
    if (!stat.isFile()) return { reason: 'inaccessible' };
    if (stat.size > mostBytes) return { reason: 'too-long' };
    // Editors leave a byte-order mark out of the text; columns are counted as they do.
    return { text: readFileSync(real, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'inaccessible' };
  }
}
