/** Reads untrusted paths: a plan from elsewhere must not make us open a file outside of its folder, a device, or anything huge. */
import type { Opened } from '../core/model/catalogFile.ts';
import { decode } from './encoding.ts';
import { leadsOut } from './isWithin.ts';
import { NotRead, readRegular } from './readRegular.ts';

/** The text of a regular file in the folder `top` or below, after links are resolved; else the reason why there is none. */
export function readWithin(path: string, top: string): Opened {
  try {
    if (leadsOut(path, top)) return { reason: 'outside' };
    const decoded = decode(readRegular(path));
    // Without the byte-order mark, as in editors, so that columns agree.
    return 'text' in decoded ? { text: decoded.text.replace(/^\uFEFF/, '') } : decoded;
  } catch (error) {
    if (error instanceof NotRead) return { reason: error.reason === 'too-long' ? 'too-long' : 'inaccessible' };
    const { code } = error as NodeJS.ErrnoException;
    return { reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'inaccessible' };
  }
}
