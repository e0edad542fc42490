/** Reads untrusted paths: a plan from elsewhere must not make us open a file outside of its folder, a device, or anything huge. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { Opened } from '../core/model/catalogFile.ts';
import { longestPlan } from '../core/syntax/limits.ts';
import { decode } from './encoding.ts';
import { isWithin } from './isWithin.ts';

/** The most bytes that a text of `longestPlan` UTF-16 units takes in UTF-8. */
const mostBytes = 3 * longestPlan;

/** The text of a regular file in the folder `top` or below, after links are resolved; else the reason why there is none. */
export function readWithin(path: string, top: string): Opened {
  try {
    const real = realpathSync(path);
    if (!isWithin(real, realpathSync(top))) return { reason: 'outside' };
    const stat = statSync(real);
    if (!stat.isFile()) return { reason: 'inaccessible' };
    if (stat.size > mostBytes) return { reason: 'too-long' };
    const decoded = decode(readFileSync(real));
    // Without the byte-order mark, as in editors, so that columns agree.
    return 'text' in decoded ? { text: decoded.text.replace(/^\uFEFF/, '') } : decoded;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'inaccessible' };
  }
}
