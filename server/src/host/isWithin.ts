/** Whether a path is that of a folder or below it. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` is in the folder `top` or below, by their names alone: links are for the caller to resolve. */
export function isWithin(path: string, top: string): boolean {
  const way = relative(top, path);
  // The relative path to another drive is an absolute one.
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** Whether what a path leads to, after links are resolved, is outside of the folder `top`. Throws if it leads nowhere. */
export function leadsOut(path: string, top: string): boolean {
  return !isWithin(realpathSync(path), realpathSync(top));
}
